import Domain
import Support
import Testing

@Suite("Money and what came of it")
struct MoneyFormTests {
    private func options(_ action: ActionID, _ name: String, _ context: CommandContext) throws
        -> [String]
    {
        let field = try #require(ActionSpec.of(action)?.field(name))
        guard case .choice(let options) = field.kind else { return [] }
        return options(context, [:]).map(\.label)
    }

    @Test("A target to choose says of which PEP and area it is, the last PEP first")
    func targets() throws {
        let later = try Record(
            .targets,
            [
                "target_id": "T2", "pep_id": "P2", "area": "maths", "target": "Counts to 20",
                "success": "By May",
            ])
        let context = try SmallSchool.context(SmallSchool.sam, changing: [.put(later)])
        let lines = ["3 Nov 2026, maths: Counts to 20", "6 Oct 2026, reading: Reads 20 words"]
        for action in [ActionID.fundEntry, .fundLink, .targetChange] {
            #expect(try options(action, "target_id", context) == lines, "\(action)")
        }
        #expect(try options(.targetReview, "target_id", context) == Array(lines.reversed()))
    }

    @Test("An impact is asked of what was spent, and of nothing that was received or promised")
    func impact() throws {
        let context = try SmallSchool.context()
        #expect(
            try options(.fundImpact, "entry_id", context) == ["2 Nov 2026 Tutor, £120.00"])
        #expect(try options(.fundReason, "entry_id", context).count == 3)
        let spec = try #require(ActionSpec.of(.fundImpact))
        let found = #expect(throws: EntryFaults.self) {
            try spec.command(["entry_id": "E1", "impact": "some"], in: context)
        }
        #expect(found?.faults.map { "\($0.field) \($0.problem)" } == ["entry_id is no spend"])
        // A key on a line of money received begins with no entry.
        let key = RecordKey(kind: .funding, parts: ["E1"])
        let onLine = try SmallSchool.context(record: key)
        #expect(spec.start(in: onLine)["entry_id"] == "")
    }

    private func entry(_ more: [String: String]) throws -> Record? {
        var entries: Entries = [
            "fund_id": "F1", "kind": "spend", "amount": "50", "what": "Books", "pupil": "K003",
        ]
        for (field, text) in more { entries[field] = text }
        let spec = try #require(ActionSpec.of(.fundEntry))
        let command = try spec.command(entries, in: SmallSchool.context())
        if case .put(let record) = command.changes.first { return record }
        return nil
    }

    @Test(
        "A spend is entered with its impact in one form, judged today unless it is said otherwise")
    func together() throws {
        let spend = try #require(try entry(["impact": "strong", "impact_note": "Reads alone"]))
        #expect(spend["impact"] == "strong")
        #expect(spend["impact_on"] == "2026-11-23")
        #expect(spend["impact_note"] == "Reads alone")
        let earlier = try entry(["impact": "none", "impact_on": "fri"])
        #expect(earlier?["impact_on"] == "2026-11-20")
        #expect(try entry([:])?["impact_on"] == "")
    }

    @Test(
        "What does not fit together is told",
        arguments: [
            (["kind": "allocation", "impact": "some"], "impact belongs to a spend alone"),
            (["impact_note": "Reads alone"], "impact is missing"),
            (["impact": "some", "impact_on": "24/11/2026"], "impact_on is after today"),
        ])
    func faults(more: [String: String], words: String) throws {
        let found = #expect(throws: EntryFaults.self) { try entry(more) }
        #expect(found?.faults.map { "\($0.field) \($0.problem)" } == [words])
    }
}
