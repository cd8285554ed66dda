import Domain
import Support
import Testing

@Suite("What has turned since a day")
struct TurnedSinceTests {
    private func turned(_ school: TestSchool, since: String, today: String) throws -> TurnedSince {
        let facts = try school.facts()
        let (then, now) = (Written.day(since), Written.day(today))
        return TurnedSince(
            since: then, then: allDuties(facts, on: then, under: County.pack),
            now: allDuties(facts, on: now, under: County.pack))
    }

    private func rules(_ duties: [Duty]) -> [String] {
        duties.filter { $0.subject.pupil != nil }.map(\.rule.rawValue)
    }

    private let child = TestChild("K001").cla("2025-09-10").keyAdult("2025-09-10")

    @Test("A PEP that was planned for yesterday and not held is newly red today")
    func red() throws {
        let planned = TestSchool(child.pep("P1", planned: "2026-11-20"))
        let found = try turned(planned, since: "2026-11-20", today: "2026-11-23")
        #expect(rules(found.red).contains("pep-termly"))
        #expect(!rules(found.cleared).contains("pep-termly"))
        let later = try turned(planned, since: "2026-11-23", today: "2026-11-24")
        #expect(!rules(later.red).contains("pep-termly"))
    }

    @Test("A red that was met since is cleared, as it stands now")
    func cleared() throws {
        let held = TestSchool(child.pep("P1", planned: "2026-11-19", held: "2026-11-23"))
        let found = try turned(held, since: "2026-11-20", today: "2026-11-23")
        let duty = try #require(found.cleared.first { $0.rule.rawValue == "pep-termly" })
        #expect(duty.state == .met)
        #expect(!rules(found.red).contains("pep-termly"))
    }

    @Test("Between a day and itself nothing turns")
    func nothing() throws {
        let school = TestSchool(child.pep("P1", planned: "2026-11-20"))
        #expect(try turned(school, since: "2026-11-23", today: "2026-11-23").isEmpty)
    }
}
