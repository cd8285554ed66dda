import Domain
import Support
import Testing
import ViewModels

@Suite("The money of a fund and of a child")
struct FundPageTests {
    private func model(_ more: [[String: String]] = []) throws -> Model {
        let pack = Packs.builtIn
        let entries = try more.map { fields in
            try Record(
                .funding,
                ["fund_id": "F1", "on": "2026-10-01", "what": "Tutor"].merging(fields) { $1 })
        }
        let facts = try SmallSchool.facts().applying(
            entries.map { .put($0) }, bankHolidays: pack.bankHolidays)
        return Model(
            facts: facts, roster: facts.pupils.values.map(\.pupil), today: SmallSchool.today,
            pack: pack, person: Models.person, actions: Models.actions)
    }

    private func page(_ name: PageName, _ model: Model) -> Page {
        Session(model, first: name).page(size: .wide)
    }

    @Test("The pot and the children add up to the last line, and the pot names who drew on it")
    func accounts() throws {
        let pane = page(
            .fund("F1"),
            try model([
                ["entry_id": "E4", "kind": "allocation", "amount": "300", "pupil": "K001"]
            ])
        ).panes[0]
        #expect(
            pane.rows.map(\.spoken) == [
                "Bea Ashworth: allocated £300.00, received £300.00, committed £50.00, "
                    + "spent £0.00, returned £0.00, left £250.00",
                "The pot: allocated £2,000.00, received £2,000.00, committed £0.00, "
                    + "spent £120.00, returned £0.00, left £1,880.00",
                "of the pot, Sam Field: committed £0.00, spent £120.00",
                "Together: allocated £2,300.00, received £2,300.00, committed £50.00, "
                    + "spent £120.00, returned £0.00, left £2,130.00",
            ])
    }

    @Test("Each pound stands under the outcome of its target, or as without one")
    func use() throws {
        let rows = page(
            .fund("F1"),
            try model([
                [
                    "entry_id": "E4", "kind": "spend", "amount": "80.25", "pupil": "K003",
                    "target_id": "T1",
                ]
            ])
        ).panes[2].rows
        #expect(
            rows.filter { $0.kind == .heading }.map(\.spoken) == [
                "Not reviewed yet: £80.25 spent", "No target: £120.00 spent, £50.00 committed",
            ])
        #expect(
            rows[1].spoken
                == "£80.25 spent: Tutor, Sam Field; target: Reads 20 words; "
                + "outcome: not reviewed yet")
    }

    @Test("The year is twelve bars of plain signs, none longer than the scale")
    func plot() throws {
        let pane = page(.fund("F1"), try model()).panes[1]
        #expect(pane.rows.count == 12)
        for row in pane.rows {
            let bar = row.cells[1].map(\.text).joined()
            let isPlain = bar.allSatisfy(\.isASCII)
            #expect(isPlain)
            #expect(bar.count <= 41)
        }
        #expect(pane.rows[7].spoken == "Nov: £120.00 spent, £50.00 committed, so far")
        #expect(pane.rows[11].spoken.hasSuffix("at this rate"))
    }

    @Test("A child's money says what was drawn from the pot, and what for")
    func child() throws {
        let pane = try #require(
            page(.pupil(SmallSchool.sam), try model()).panes.first { $0.id == "money" })
        #expect(
            pane.notes.map(\.text) == [
                "CLA 2026-27: from the pot: committed £0.00 · spent £120.00",
                "Spent on: £120.00 no target",
            ])
    }
}
