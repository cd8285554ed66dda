import Domain
import Support
import Testing

/// Days of suspension against the law's limits.
struct DaysOutTests {
    private func days(_ rows: [(String, String, String)], on day: String) throws -> DaysOut {
        let pack = County.pack
        let suspensions = try rows.enumerated().map { place, row in
            Suspension(
                try Record(
                    .suspensions,
                    [
                        "suspension_id": "S\(place)", "pupil": "K001", "kind": row.1,
                        "decided_on": row.0, "from": row.0, "days": row.2,
                    ]))
        }
        let facts = try TestSchool(TestChild().cin("2024-01-08")).facts()
        return DaysOut(suspensions, facts.school.calendar, on: Written.day(day), under: pack)
    }

    @Test("The year begins on 1 August; a lunchtime counts half a day")
    func year() throws {
        let rows = [
            ("2025-07-31", "suspension", "3"), ("2025-08-01", "suspension", "1"),
            ("2025-10-06", "suspension", "2.5"), ("2025-10-07", "lunchtime", "1"),
        ]
        let days = try days(rows, on: "2025-10-20")
        #expect(days.since == Written.day("2025-08-01"))
        #expect(days.ofYear.dayWords == "4.0")
        #expect(days.ofTerm?.dayWords == "3.0")
    }

    @Test(
        "What is decided counts from that very day on",
        arguments: [("2025-10-05", "0.0"), ("2025-10-06", "2.0"), ("2025-10-07", "2.0")])
    func decided(_ today: String, _ words: String) throws {
        let days = try days([("2025-10-06", "suspension", "2")], on: today)
        #expect(days.ofYear.dayWords == words)
        #expect(days.ofTerm?.dayWords == words)
    }

    @Test("Outside a term there are no days of a term; in spring the year before still runs")
    func outside() throws {
        #expect(try days([], on: "2025-08-10").ofTerm == nil)
        #expect(try days([], on: "2026-07-31").since == Written.day("2025-08-01"))
        #expect(try days([], on: "2026-08-01").since == Written.day("2026-08-01"))
    }
}
