import Domain
import Support
import Testing
import ViewModels

@Suite("A child's page holds that child alone")
struct CanaryTests {
    /// Two children whose every text carries their own canary.
    private func school() throws -> Model {
        var school = try SchoolBuilder()
        for (ref, canary) in [("K1", "Robin"), ("K2", "Wren")] {
            try school.child(
                ref, "\(canary)fore", "\(canary)sur", status: "CLA", since: "2026-09-02",
                class: "\(canary)class")
            try school.add(
                .professionals,
                [
                    "pupil": ref, "role": "carer", "name": "\(canary)carer", "phone": "07700",
                    "from": "2026-09-02",
                ])
            try school.pep("P\(ref)", of: ref, held: "2026-10-01")
            try school.add(
                .pepPeople, ["pep_id": "P\(ref)", "role": "carer", "name": "\(canary)guest"])
            try school.add(
                .targets,
                [
                    "target_id": "T\(ref)", "pep_id": "P\(ref)", "area": "maths",
                    "target": "\(canary)target", "success": "\(canary)success",
                ])
            try school.contact(
                ref, at: "2026-11-02T09:00:00Z", with: "carer", summary: "\(canary)summary")
            try school.marks(ref, Day("2026-11-02"), Day("2026-11-20"), am: "N")
        }
        try school.add(
            .funds,
            [
                "fund_id": "F1", "name": "PP+", "kind": "pp-plus-cla",
                "financial_year": "2026-27", "managed_by": "school",
            ])
        for (ref, canary) in [("K1", "Robin"), ("K2", "Wren")] {
            try school.add(
                .funding,
                [
                    "entry_id": "E\(ref)", "fund_id": "F1", "pupil": ref, "kind": "spend",
                    "on": "2026-09-10", "amount": "10.00", "what": "\(canary)books",
                ])
        }
        return try Models.of(school, on: Day("2026-11-23"))
    }

    @Test("No page of one child says a word of another's, and line one names the child")
    func canaries() throws {
        let model = try school()
        for (ref, own, foreign) in [("K1", "Robin", "Wren"), ("K2", "Wren", "Robin")] {
            let ref = PupilRef(ref)
            let whys = model.duties(of: ref).map { PageName.why($0.id) }
            let pages: [PageName] = [
                .pupil(ref), .chronology(ref), .pep("P\(ref.text)"), .history(.pupil(ref)),
            ]
            for name in pages + whys {
                var session = Session(model, first: name)
                #expect(session.pageName == name)
                session.say("\(foreign) was changed", about: PupilRef(foreign))
                let page = session.page(size: .wide)
                #expect(page.subject == ref)
                #expect(page.header.first?.text.contains("\(own)fore \(own)sur · Year 1") == true)
                #expect(page.shortHeader.first?.text.contains("\(own)fore \(own)sur") == true)
                let spoken = page.panes.flatMap { $0.rows.map(\.spoken) }.joined()
                #expect(!(page.text + spoken + page.title).contains(foreign), "\(name.id)")
                #expect(!page.title.contains(own))
            }
        }
    }

    @Test("Going through the palette never leaves one child's name over another's words")
    func palette() throws {
        var session = Session(try school(), first: .pupil(PupilRef("K1")))
        for key in ":wren" {
            _ = session.press(.character(key), size: .wide)
            let page = session.page(size: .wide)
            #expect(page.subject == nil)
            #expect(!page.header.map(\.text).joined().contains("Robin"))
        }
    }
}
