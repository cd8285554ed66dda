import Domain
import Support
import Testing

@Suite("A decision not to act")
struct NoActionTests {
    private func context(_ duty: RuleID = .attendanceFirstDay) throws -> CommandContext {
        try SmallSchool.context(SmallSchool.bea, duty: duty)
    }

    private func record(_ entries: Entries, _ context: CommandContext) throws -> Record {
        let spec = try #require(ActionSpec.of(.noAction))
        let command = try spec.command(spec.start(in: context, after: entries), in: context)
        guard case .put(let record)? = command.changes.first else { throw Missing() }
        return record
    }

    private struct Missing: Error {}

    @Test("It names the duty, the last day, who agreed and why, in one row of decisions.csv")
    func row() throws {
        let record = try record(
            ["until": "+14", "agreed_by": "S02", "reason": "The family is away"], try context())
        #expect(record["about"] == "no-action")
        #expect(record["pupil"] == "K001")
        #expect(
            record["outcome"]
                == "attendance-first-day 2026-11-23; until 2026-12-07; agreed by J Webb")
        #expect(record["reason"] == "The family is away")
    }

    @Test(
        "What is written is read again, a name with a semicolon too",
        arguments: ["M Osei", "Osei; DSL", "until then"])
    func roundTrip(name: String) throws {
        let made = NoAction(
            rule: .pepTermly, reference: "2026-27 autumn", until: SmallSchool.today,
            agreedBy: name)
        let read = try #require(NoAction(outcome: made.outcome))
        #expect(read.rule == .pepTermly)
        #expect(read.reference == "2026-27 autumn")
        #expect(read.until == SmallSchool.today)
        #expect(read.outcome == made.outcome)
    }

    @Test(
        "What names no duty, no day or nobody sets nothing aside",
        arguments: [
            "", "not now", "pep-termly", "pep-termly; until 2026-12-07",
            "; until 2026-12-07; agreed by X",
            "pep-termly; until soon; agreed by X", "pep-termly; until 2026-12-07; agreed by ",
            "pep-termly; agreed by X; until 2026-12-07",
        ])
    func unreadable(outcome: String) {
        #expect(NoAction(outcome: outcome) == nil)
    }

    @Test(
        "It holds up to its last day, not before it was made, and no longer than the pack allows",
        arguments: [(-1, false), (0, true), (14, true), (15, false)])
    func span(days: Int, holds: Bool) throws {
        let context = try context()
        let decision = Decision(
            try record(["until": "+14", "agreed_by": "S02", "reason": "Away"], context))
        let found = decision.noAction(on: SmallSchool.today + days, under: context.pack)
        #expect((found != nil) == holds)
    }

    @Test("An imported decision that would run for years ends when the pack says")
    func tooLong() throws {
        let context = try context()
        let decision = Decision(
            try Record(
                .decisions,
                [
                    "decision_id": "D1", "pupil": "K001", "on": "2026-11-23", "about": "no-action",
                    "outcome": "pep-termly 2026-27 autumn; until 2030-01-01; agreed by J Webb",
                ]))
        let most = context.pack.number(.noActionDays).value
        let last = SmallSchool.today + most
        #expect(decision.noAction(on: last, under: context.pack)?.until == last)
        #expect(decision.noAction(on: last + 1, under: context.pack) == nil)
    }

    @Test(
        "Today, a day too far ahead, no reason and nobody who agreed are refused beside the field",
        arguments: [
            ("until", "today"), ("until", "+93"), ("reason", ""), ("agreed_by", ""),
            ("duty", "no-such-rule"),
        ])
    func refused(field: String, text: String) throws {
        var entries: Entries = ["until": "+14", "agreed_by": "S02", "reason": "Away"]
        entries[field] = text
        do {
            _ = try record(entries, try context())
            Issue.record("\(field) \(text) was taken")
        } catch let faults as EntryFaults {
            #expect(faults.faults.map(\.field) == [field])
        }
    }

    @Test("The duty's state stays what it is")
    func state() throws {
        let context = try context()
        let made = try record(["until": "+14", "agreed_by": "S02", "reason": "Away"], context)
        let turned = TurnedDuties.preview(
            Command(action: "no-action", subject: .pupil(SmallSchool.bea), changes: [.put(made)]),
            context.facts, on: context.today, under: context.pack
        ).turned
        #expect(turned.isEmpty)
    }
}
