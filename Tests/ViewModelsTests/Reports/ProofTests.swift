import Domain
import Support
import Testing

@testable import ViewModels

@Suite("What can be worked out of a public report")
struct ProofTests {
    private func request(_ id: ReportID, _ model: Model) -> ReportRequest {
        ReportRequest(id, isProved: true, made: model.today)
    }

    @Test("Each hidden number stands there with three values at least", arguments: 0..<3)
    func proof(seed: Int) throws {
        let made = RandomSchool(seed: UInt64(seed), children: 12)
        let model = ReportCase.model(try made.school.facts(), on: made.today)
        for id in [ReportID.governors, .policy] {
            let report = try model.report(request(id, model))
            guard let told = report.told else { continue }
            let rows = try #require(report.table("proof")).texts
            #expect(rows.count == told.cells.count(where: \.isHidden))
            for row in rows {
                let low = try #require(Int(row[2]))
                #expect(["<5", "*"].contains(row[1]))
                #expect(Int(row[3]).map { $0 - low >= 2 } ?? (row[3] == "no highest"), "\(row)")
            }
            for cell in told.cells where !cell.isHidden {
                #expect(cell.range == CountRange(low: Int(cell.shown) ?? -1, high: Int(cell.shown)))
            }
        }
    }

    @Test("Without being asked it is left out, and a confidential report hides nothing")
    func unasked() throws {
        let model = try ReportCase.small()
        #expect(
            try model.report(ReportRequest(.governors, made: model.today)).table("proof") == nil)
        let whole = try model.report(
            ReportRequest(.governors, audience: .confidential, made: model.today))
        #expect(whole.told == nil)
    }

    /// The small school with so many more children in need.
    private static func model(_ more: Int, presented: String? = nil) throws -> Model {
        let report = presented.map { day -> RecordChange in
            .put(
                Record(
                    kind: .governorsReports,
                    checked: ["academic_year": "2026-27", "presented_on": day]))
        }
        let children = (0..<more).flatMap { place -> [RecordChange] in
            let ref = "N\(place)"
            return [
                .put(
                    Record(
                        kind: .pupils,
                        checked: [
                            "pupil": ref, "surname": "Name\(place)", "forename": "Some",
                            "born": "2020-03-0\(place % 9 + 1)", "year_group": "1",
                            "admitted": "2026-09-02",
                        ])),
                .put(
                    Record(
                        kind: .status,
                        checked: ["pupil": ref, "status": "CIN", "from": "2026-09-02"])),
            ]
        }
        return try ReportCase.small(children + [report].compactMap { $0 })
    }

    @Test("What was presented before counts for what a reader knows; a draft does not")
    func earlier() throws {
        let first = try Self.model(8)
        let told = try #require(
            try first.report(ReportRequest(.governors, made: first.today)).told)
        #expect(told.words["known"] == "11")
        let telling = told.telling(on: first.today - 7, after: [])
        func known(_ model: Model) throws -> String? {
            var model = model
            model.tellings = [AcademicYear(start: 2026): [telling]]
            return try model.report(ReportRequest(.governors, made: model.today)).told?
                .words["known"]
        }
        // Two have come since.
        #expect(try known(Self.model(10)) == "13")
        #expect(try known(Self.model(10, presented: "2026-11-20")) == "*")
        #expect(try known(Self.model(8, presented: "2026-11-20")) == "11")
        // It was presented before the report was made that is on record.
        #expect(try known(Self.model(10, presented: "2026-11-02")) == "13")
    }
}
