import Domain
import Support
import Testing

@testable import ViewModels

@Suite("Who owes the school what, as a report")
struct ChaseReportTests {
    private static let worker: RecordChange = .put(
        Record(
            kind: .professionals,
            checked: [
                "pupil": "K003", "role": "social-worker", "name": "P Lund", "from": "2025-09-03",
            ]))

    private func report(_ changes: [RecordChange] = []) throws -> Report {
        let model = try ReportCase.small(changes)
        return try model.report(ReportRequest(.chase, made: model.today))
    }

    @Test("By person, with the child, the day, and whether a letter is offered")
    func table() throws {
        let rows = try #require(try report([Self.worker]).table("owed")).texts
        #expect(
            rows == [
                [
                    "P Lund, social worker", "Sam Field", "Sign-off of the PEP of 6 Oct 2026",
                    "6 Oct 2026", "never", "below",
                ],
                [
                    "P Lund, social worker", "Sam Field", "Sign-off of the PEP of 3 Nov 2026",
                    "3 Nov 2026", "never", "below",
                ],
                [
                    "L Ashworth, parent", "Bea Ashworth",
                    "Answer to the invitation to the PEP meeting of 30 Nov 2026", "16 Nov 2026",
                    "never", "below",
                ],
            ])
    }

    @Test("Each letter is a part of its own, with nobody in it but its reader and its sender")
    func letters() throws {
        let report = try report([Self.worker])
        let parts = report.sections.filter { $0.title.hasPrefix("To ") }
        #expect(parts.map(\.title) == ["To P Lund, social worker", "To L Ashworth, parent"])
        for part in parts {
            let text = Report(
                id: "", title: "", school: "", on: report.on, period: "", audience: .confidential,
                reader: "", sections: [part]
            ).everything
            #expect(text.contains("A Khan, Designated Teacher, Larkfield Infant School"))
            for name in ["Sam", "Field", "Bea", "Beatrice", "Webb", "Carer", "K00"] {
                #expect(!text.contains(name), "\(name)")
            }
            #expect(text.contains("Lund") != text.contains("L Ashworth"))
        }
    }

    @Test("Where nobody of the kind is on record it is a gap, and no letter")
    func nobody() throws {
        let report = try report()
        #expect(
            report.everything.contains(
                "Sam Field has no social worker on record (key e)."))
        #expect(try #require(report.table("owed")).texts[0].last == "nobody on record")
        #expect(!report.sections.contains { $0.title.hasPrefix("To social worker") })
    }

    @Test("A word of a parent is no word of home for a child in care")
    func home() throws {
        func said(_ party: String) throws -> String? {
            let contact = Record(
                kind: .contacts,
                checked: [
                    "contact_id": "C1", "pupil": "K002", "at": "2026-11-20T12:00:00Z",
                    "with": party, "how": "phone", "staff": "S01", "about": "general",
                    "summary": "Spoke", "reached": "yes",
                ])
            let model = try ReportCase.small(
                [.put(contact)], Person(login: "dsl", name: "D", roles: [.dsl], isKeeper: false))
            let report = try model.report(
                ReportRequest(.conference, pupil: SmallSchool.leo, made: model.today))
            return report.figures.first { $0.label == "Home was reached this year" }?.value.text
        }
        #expect(try said("carer") == "1")
        #expect(try said("parent") == "0")
    }

    @Test("The contents for the next school are the kinds of record that are written out")
    func contents() throws {
        let model = try ReportCase.small([], ReportCase.head)
        let report = try model.report(
            ReportRequest(.transfer, pupil: SmallSchool.bea, made: model.today))
        #expect(
            try #require(report.table("contents")).texts == [
                ["Roll", "1"], ["Statuses", "1"], ["People around the child", "2"],
                ["Adults of the school", "1"], ["PEPs", "1"], ["People at PEPs", "1"],
                ["Register", "2"], ["Money", "1"],
            ])
    }
}
