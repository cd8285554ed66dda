import Domain
import Support
import Testing

@Suite("What a calendar holds")
struct CalendarTests {
    private static let today = "2026-11-23"

    private func calendar(
        _ school: TestSchool, on day: String = CalendarTests.today, as clearance: Clearance? = nil,
        _ kinds: Set<CalendarEvent.Kind> = Set(CalendarEvent.Kind.allCases),
        names: CalendarNames = .reference
    ) throws -> [CalendarEvent] {
        let today = Written.day(day)
        return (clearance ?? .keeper(on: today)).calendar(
            of: try school.facts(), on: today, under: County.pack, kinds, names: names)
    }

    private func line(_ event: CalendarEvent) -> String {
        let last: Day? = if case .days(_, let last) = event.time { last } else { nil }
        let until = last.flatMap { $0 == event.time.day ? nil : " to \($0)" } ?? ""
        return "\(event.time.day)\(until): \(event.title)" + (event.isCancelled ? " ✗" : "")
    }

    private let child = TestChild("K001").cla("2025-09-10").keyAdult("2025-09-10")

    @Test("PEPs that are planned, and those that were and are cancelled; no held or earlier one")
    func peps() throws {
        let school = TestSchool(
            child.pep("P1", planned: "2026-10-05", held: "2026-10-06")
                .pep("P2", planned: "2026-12-01")
                .pep("P3", planned: "2026-12-08", cancelled: "yes")
                .pep("P4", kind: "dt-review", planned: "2027-03-02")
                .pep("P5", planned: "2026-11-16")
                .pep("P6", planned: "2026-03-02"))
        #expect(
            try calendar(school, [.pep]).map(line) == [
                "2026-11-16: PEP meeting, K001", "2026-12-01: PEP meeting, K001",
                "2026-12-08: Cancelled: PEP meeting, K001 ✗",
                "2027-03-02: PEP review by the Designated Teacher, K001",
            ])
    }

    @Test("A PEP and a meeting with a time take an hour by London's clocks; without one the day")
    func timed() throws {
        let school = TestSchool(child.pep("P2", planned: "2027-06-02"))
            .with(
                .peps,
                ["pep_id": "P1", "pupil": "K001", "planned_for": "2027-06-01", "time": "09:15"]
            )
            .with(
                .meetings,
                [
                    "meeting_id": "M1", "kind": "core-group", "pupil": "K001",
                    "planned_for": "2026-12-01", "time": "14:30",
                ])
        let events = try calendar(school, [.pep, .conference])
        let start = Instant(londonDay: Written.day("2027-06-01"), hour: 9, minute: 15)
        let group = Instant(londonDay: Written.day("2026-12-01"), hour: 14, minute: 30)
        let day = Written.day("2027-06-02")
        #expect(
            events.map(\.time) == [
                .clock(group, until: Instant(seconds: group.seconds + 3600)),
                .clock(start, until: Instant(seconds: start.seconds + 3600)),
                .days(day, through: day),
            ])
        #expect(events.map(\.id) == ["meeting M1", "pep P1", "pep P2"])
    }

    @Test("A PEP that moves keeps its id")
    func moved() throws {
        let events = try ["2026-12-01", "2026-12-08"].flatMap { day in
            try calendar(TestSchool(child.pep("P2", planned: day)), [.pep])
        }
        #expect(events.map(\.id) == ["pep P2", "pep P2"])
        #expect(events.map(\.time.day.iso) == ["2026-12-01", "2026-12-08"])
    }

    @Test("Meetings and reviews that are planned, about a child or the school's own")
    func meetings() throws {
        let school = TestSchool(child).with(
            Rows.review("M1", "cp-conference", planned: "2026-12-02"),
            Rows.review("M2", "core-group", held: "2026-11-12", planned: "2026-11-11"),
            Rows.review("M3", "lac-review", planned: "2026-12-09"),
            StatedRow(
                .meetings,
                ["meeting_id": "M4", "kind": "dt-monitoring", "planned_for": "2026-12-03"]),
            StatedRow(
                .senReviews,
                [
                    "review_id": "S1", "pupil": "K001", "kind": "ehcp-review",
                    "planned_for": "2026-12-10",
                ]))
        #expect(
            try calendar(school, [.conference]).map(line) == [
                "2026-12-02: Conference, K001",
                "2026-12-03: Monitoring of the Designated Teacher",
            ])
        #expect(
            try calendar(school, [.review]).map(line) == [
                "2026-12-09: Looked-after review, K001", "2026-12-10: EHC review, K001",
            ])
    }

    @Test("Terms by their first and last days, closures whole; nothing of earlier years")
    func terms() throws {
        let school = TestSchool().with(
            StatedRow(
                .closures,
                [
                    "from": "2026-11-27", "to": "2026-11-27", "kind": "inset", "name": "Phonics",
                ]))
        #expect(
            try calendar(school, [.term]).map(line) == [
                "2026-09-01: Autumn term begins", "2026-10-26 to 2026-10-30: Half-term",
                "2026-11-27: INSET day: Phonics", "2026-12-18: Autumn term ends",
                "2027-01-04: Spring term begins", "2027-02-15 to 2027-02-19: Half-term",
                "2027-03-25: Spring term ends", "2027-04-12: Summer term begins",
                "2027-05-31 to 2027-06-04: Half-term", "2027-07-21: Summer term ends",
            ])
    }

    @Test("An INSET day that is moved stays the same event")
    func movedClosure() throws {
        let ids = try ["2026-11-27", "2026-11-30"].map { day in
            let row = StatedRow(.closures, ["from": day, "to": day, "kind": "inset"])
            return try calendar(TestSchool().with(row), [.term]).first {
                $0.time.day.iso == day
            }?.id
        }
        #expect(ids == ["closure inset 2026-27 1", "closure inset 2026-27 1"])
    }

    @Test(
        "Deadlines are the duties that are soon, upcoming or overdue and have a day",
        arguments: Examples.names)
    func deadlines(name: String) throws {
        let example = try Examples.load(name)
        let pack = Packs.builtIn
        let facts = Facts(records: example.records, bankHolidays: pack.bankHolidays)
        let keeper = Clearance.keeper(on: example.today)
        let events = keeper.calendar(of: facts, on: example.today, under: pack, [.deadline])
        let owed = allDuties(facts, on: example.today, under: pack).filter {
            $0.due != nil && [.soon, .upcoming, .overdue].contains($0.state)
        }
        #expect(!owed.isEmpty)
        #expect(Set(events.map(\.id)) == Set(owed.map { "duty \($0.id.text)" }))
        #expect(events.map(\.time.day) == owed.compactMap(\.due))
        let all = keeper.calendar(of: facts, on: example.today, under: pack)
        #expect(Set(all.map(\.id)).count == all.count)
        // Without names, nobody's stands anywhere.
        let names = facts.pupils.values.flatMap {
            [$0.pupil.displayName, $0.pupil.surname]
        }
        let named = all.map { "\($0.title) \($0.details ?? "")" }.filter { text in
            names.contains { text.contains($0) }
        }
        #expect(named == [])
    }

    @Test("Names are written as they are asked for")
    func names() throws {
        let school = TestSchool(child.pep("P2", planned: "2026-12-01"))
        let titles = try CalendarNames.allCases.map { names in
            try calendar(school, [.pep], names: names).first?.title
        }
        #expect(
            titles == [
                "PEP meeting, K001", "PEP meeting, A. O. (K001)", "PEP meeting, Ada Okafor (K001)",
            ])
    }

    @Test("Whoever may not see a topic gets no such event")
    func roles() throws {
        let school = TestSchool(
            child.pep("P2", planned: "2026-12-01"),
            TestChild("K002").cla("2025-09-10").pep("P9", planned: "2026-12-02")
        ).with(
            Rows.review("M1", "cp-conference", planned: "2026-12-02"),
            StatedRow(
                .senReviews,
                [
                    "review_id": "S1", "pupil": "K001", "kind": "ehcp-review",
                    "planned_for": "2026-12-10",
                ]))
        func seen(_ roles: Role.Name..., staff: Set<String> = []) throws -> [String] {
            let clearance = Clearance(
                isKeeper: false, roles: Set(roles), staff: staff, today: Written.day(Self.today))
            return try calendar(school, as: clearance, [.pep, .conference, .review]).map(\.id)
        }
        let all = ["pep P2", "meeting M1", "pep P9", "sen-review S1"]
        #expect(try seen(.designatedTeacher) == all)
        #expect(try seen(.dsl) == all)
        // Of their own children, and no conference.
        #expect(try seen(.classTeacher, staff: ["S01"]) == ["pep P2", "sen-review S1"])
        #expect(try seen(.administrator) == [])
        #expect(try seen(.designatedGovernor) == [])
        #expect(try seen() == [])
    }
}
