import Domain
import Support
import Testing

/// `cksw record school --records-from DATE`, and its form.
struct RecordsBeginTests {
    @Test(
        "The day is said in words, and all else that is known of the school stays",
        arguments: [
            ("2026-11-30", "2026-11-30"), ("mon", "2026-11-23"), ("today", "2026-11-23"),
            ("1 sep", "2026-09-01"), ("", ""),
        ])
    func day(_ typed: String, _ kept: String) throws {
        let context = try SmallSchool.context()
        let command = try #require(ActionSpec.of(.school)).command(
            ["records_from": typed], in: context)
        let row = "100001,Larkfield Infant School,infant,Anyshire,,,,\(kept)"
        #expect(command.changes.map(\.line) == ["school \(row)"])
        #expect(command.subject == .school)
    }

    @Test("What is no date is refused, and nothing else is asked for")
    func noDate() throws {
        let context = try SmallSchool.context()
        #expect(throws: EntryFaults.self) {
            try #require(ActionSpec.of(.school)).command(["records_from": "soon"], in: context)
        }
    }

    @Test("Without the option the day stays, and the details can be given with it")
    func details() throws {
        let begun = try #require(try SmallSchool.records(of: .school).first)
            .with("records_from", "2026-09-01")
        let context = try SmallSchool.context(changing: [.put(begun)])
        for action in [ActionID.school, .schoolDetails] {
            let command = try #require(ActionSpec.of(action)).command(
                ["virtual_school_name": "Anyshire Virtual School"], in: context)
            #expect(
                command.changes.map(\.line) == [
                    "school 100001,Larkfield Infant School,infant,Anyshire,"
                        + "Anyshire Virtual School,,,2026-09-01"
                ])
        }
    }

    @Test("A new store's school is entered with it in one command")
    func newStore() throws {
        let facts = Facts(records: [], bankHolidays: [])
        let context = CommandContext(
            facts: facts, pack: County.pack, today: SmallSchool.today, now: SmallSchool.now,
            actor: Actor(login: "keeper", isKeeper: true), seed: 1)
        let spec = try #require(ActionSpec.of(.school))
        #expect(spec.whyNot(in: context)?.first == .schoolDetails)
        let command = try spec.command(
            [
                "records_from": "today", "urn": "100001", "name": "Larkfield", "phase": "infant",
                "local_authority": "Anyshire",
            ], in: context)
        #expect(
            command.changes.map(\.line) == ["school 100001,Larkfield,infant,Anyshire,,,,2026-11-23"]
        )
    }

    @Test("A form offers today; where a day stands already, that day")
    func offered() throws {
        let spec = try #require(ActionSpec.of(.school))
        #expect(spec.start(in: try SmallSchool.context())["records_from"] == "2026-11-23")
        let begun = try #require(try SmallSchool.records(of: .school).first)
            .with("records_from", "2026-09-01")
        let context = try SmallSchool.context(changing: [.put(begun)])
        #expect(spec.start(in: context)["records_from"] == "2026-09-01")
    }

    @Test("It says what turns, of every child and of the school")
    func turns() throws {
        let context = try SmallSchool.context()
        let command = try #require(ActionSpec.of(.school)).command(
            ["records_from": "today"], in: context)
        let turning = TurnedDuties.preview(
            command, context.facts, on: context.today, under: context.pack)
        #expect(turning.turned.contains { $0.before == .overdue && $0.after == .notApplicable })
        #expect(turning.turned.contains { $0.id.subject == .school })
        #expect(turning.turned.contains { $0.id.subject.pupil != nil })
        #expect(!turning.turned.contains { $0.after == .met })
        // What is back again as it was turns back.
        let after = context.facts.applying(
            command.changes, bankHolidays: context.pack.bankHolidays)
        let school = try #require(context.facts.school.school?.record)
        let back = TurnedDuties.preview(
            Command(action: "school", subject: .school, changes: [.put(school)]), after,
            on: context.today, under: context.pack)
        #expect(Set(back.turned.map(\.id)) == Set(turning.turned.map(\.id)))
    }
}
