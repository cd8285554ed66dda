import Domain
import Exchange
import Support
import Testing

@Suite("What a change turns")
struct TurningTests {
    private func preview(
        _ action: ActionID, _ entries: Entries, _ context: CommandContext
    ) throws -> TurnedDuties {
        let spec = try #require(ActionSpec.of(action))
        let command = try spec.command(entries, in: context)
        return TurnedDuties.preview(command, context.facts, on: context.today, under: context.pack)
    }

    @Test("Both calls of the first day, and only both, turn it")
    func firstDay() throws {
        let context = try SmallSchool.context(SmallSchool.bea, duty: .attendanceFirstDay)
        let home: Entries = [
            "with": "parent", "how": "phone", "about": "attendance", "summary": "Ill",
        ]
        let one = try preview(.contact, home, context)
        #expect(!one.turned.contains { $0.id.rule == .attendanceFirstDay })
        let spec = try #require(ActionSpec.of(.contact))
        let logged = try spec.command(home, in: context).changes
        let again = try SmallSchool.context(
            SmallSchool.bea, duty: .attendanceFirstDay, changing: logged)
        var worker = home
        worker["with"] = "social-worker"
        let both = try preview(.contact, worker, again)
        let turned = both.turned.filter { $0.id.rule == .attendanceFirstDay }
        #expect(turned.map(\.before) == [.overdue])
        #expect(turned.map(\.after) == [.met])
    }

    /// Every action judged on a copy gives what judging the whole school before and after gives.
    @Test(
        "A preview of a part agrees with the whole school",
        arguments: [
            CommandCase(.pepHold, ["pupil": "K001"]), CommandCase(.pepSignOff, ["pupil": "K003"]),
            CommandCase(
                .target, ["pupil": "K003", "area": "maths", "target": "T", "success": "S"]),
            CommandCase(.targetReview, ["target_id": "T1", "outcome": "met"]),
            CommandCase(.statusBegin, ["pupil": "K004", "status": "CLA", "from": "1 nov"]),
            CommandCase(.statusEnd, ["pupil": "K003", "to": "2026-11-01"]),
            CommandCase(
                .term, ["term": "summer", "start": "2027-04-12", "end": "2027-07-21"]),
            CommandCase(.closure, ["from": "2026-11-09", "to": "2026-11-20", "kind": "other"]),
            CommandCase(.keyAdult, ["pupil": "K002", "staff": "S02"]),
            CommandCase(.role, ["role": "head", "person": "S01"]),
            CommandCase(
                .staff,
                [
                    "staff": "S02", "name": "J Webb", "post": "T", "teaching": "y", "qts": "y",
                    "leadership": "n", "from": "2021-09-01", "to": "2026-11-20",
                ]),
            CommandCase(
                .fundEntry, ["pupil": "K003", "kind": "spend", "amount": "5000", "what": "W"]),
            CommandCase(.fundLink, ["entry_id": "E2", "target_id": "T1"]),
            CommandCase(.fundImpact, ["entry_id": "E2", "impact": "none"]),
            CommandCase(.fundReason, ["entry_id": "E3", "reason": "R"]),
            CommandCase(.pepMove, ["pep_id": "P3", "planned_for": "2027-02-01"]),
            CommandCase(.statusChange, ["pupil": "K002", "from": "1 nov"]),
            CommandCase(.keyAdultEnd, ["pupil": "K001", "to": "fri"]),
            CommandCase(
                .roleEnd, ["role": "dsl", "person": "S02", "from": "2021-09-01", "to": "fri"]),
            CommandCase(.staffLeave, ["staff": "S02", "to": "fri"]),
            CommandCase(.pupilLeave, ["pupil": "K001", "left": "fri"]),
        ])
    func agrees(one: CommandCase) throws {
        let context = try SmallSchool.context()
        let (today, pack) = (context.today, context.pack)
        let spec = try #require(ActionSpec.of(one.action))
        let command = try spec.command(one.entries, in: context)
        let part = TurnedDuties.preview(command, context.facts, on: today, under: pack).turned
        let changed = context.facts.applying(command.changes, bankHolidays: pack.bankHolidays)
        let whole = turned(
            before: allDuties(context.facts, on: today, under: pack),
            after: allDuties(changed, on: today, under: pack))
        #expect(part.map(\.id) == whole.map(\.id))
        #expect(part.map(\.after) == whole.map(\.after))
        #expect(!whole.isEmpty)
    }

    @Test("A duty that comes and one that goes are told with what they were")
    func comesAndGoes() {
        func duty(_ reference: Duty.Reference, _ state: DutyState) -> Duty {
            Duty(
                subject: .school, rule: .calendarKnown, reference: reference, due: nil,
                state: state, reason: .noSchoolDayYet)
        }
        let found = turned(
            before: [duty("a", .soon), duty("b", .soon), duty("c", .soon)],
            after: [duty("b", .met), duty("c", .soon), duty("d", .soon)])
        #expect(found.map(\.id.reference) == ["a", "b", "d"])
        #expect(found.map(\.before) == [.soon, .soon, nil])
        #expect(found.map(\.after) == [nil, .met, .soon])
    }
}
