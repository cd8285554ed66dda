import Domain
import Support
import Testing

/// How the clauses stood through the year.
struct PolicyTrendTests {
    private func trend(_ school: TestSchool, _ day: String) throws -> PolicyTrend {
        let (facts, pack, today) = (try school.facts(), County.pack, Written.day(day))
        let ledger = PolicyLedger(
            allDuties(facts, on: today, under: pack), facts, on: today, under: pack)
        return PolicyTrend(ledger, facts, on: today, under: pack)
    }

    @Test("It asks at the end of each month that is over, and today")
    func days() throws {
        let school = TestSchool(TestChild().cin("2024-01-08"))
        #expect(try trend(school, "2025-09-01").days.map(\.iso) == ["2025-09-01"])
        #expect(try trend(school, "2025-09-30").days.map(\.iso) == ["2025-09-30"])
        #expect(try trend(school, "2025-10-01").days.map(\.iso) == ["2025-09-30", "2025-10-01"])
        #expect(try trend(school, "2026-08-31").days.count == 12)
        #expect(
            try trend(school, "2026-03-15").days.map(\.iso)
                == [
                    "2025-09-30", "2025-10-31", "2025-11-30", "2025-12-31", "2026-01-31",
                    "2026-02-28", "2026-03-15",
                ])
    }

    @Test("Each day is judged by what was so on it")
    func states() throws {
        let child = TestChild().cin("2024-01-08").keyAdult("2025-10-15")
        let trend = try trend(TestSchool(child), "2025-11-20")
        #expect(trend.states(of: "AIM-6") == [.overdue, .met, .met])
        #expect(trend.states(of: "no clause") == [])
    }

    @Test("Its counts are those of the clauses in the states asked for")
    func counts() throws {
        let child = TestChild().cin("2024-01-08").keyAdult("2025-10-15")
        let trend = try trend(TestSchool(child), "2025-11-20")
        let all = trend.count(of: Set(DutyState.allCases))
        #expect(all == [92, 92, 92])
        for state in DutyState.allCases {
            let rest = trend.count(of: Set(DutyState.allCases).subtracting([state]))
            #expect(zip(trend.count(of: [state]), rest).map(+) == all)
        }
    }
}
