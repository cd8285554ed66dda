import Domain
import Support
import Testing

struct InstantTests {
    @Test(
        "London's day and clock change with summer time at 01:00Z on the last Sundays",
        arguments: [
            ("2026-03-29T00:59:59Z", "2026-03-29", "00:59"),
            ("2026-03-29T01:00:00Z", "2026-03-29", "02:00"),
            ("2026-03-29T23:30:00Z", "2026-03-30", "00:30"),
            ("2025-10-26T00:30:00Z", "2025-10-26", "01:30"),
            ("2025-10-26T00:59:59Z", "2025-10-26", "01:59"),
            ("2025-10-26T01:00:00Z", "2025-10-26", "01:00"),
            ("2026-06-30T23:15:00Z", "2026-07-01", "00:15"),
            ("2026-06-30T22:59:59Z", "2026-06-30", "23:59"),
            ("2026-12-31T23:59:59Z", "2026-12-31", "23:59"),
            ("2024-02-29T12:00:00Z", "2024-02-29", "12:00"),
        ])
    func london(_ instant: String, _ day: String, _ clock: String) throws {
        let instant = try #require(Instant(iso: instant))
        #expect(instant.londonDay.iso == day)
        #expect(instant.londonClock == clock)
    }

    @Test(
        "The same time of another day is what London's clocks show, in summer and in winter",
        arguments: [
            ("2026-11-25T23:52:07Z", "2026-11-23", "2026-11-23T23:52:07Z"),
            ("2026-11-25T09:00:00Z", "2026-07-01", "2026-07-01T08:00:00Z"),
            ("2026-07-01T23:30:00Z", "2026-11-23", "2026-11-23T00:30:00Z"),
            ("2026-07-01T08:00:00Z", "2026-07-02", "2026-07-02T08:00:00Z"),
        ])
    func moved(_ instant: String, _ day: String, _ expected: String) throws {
        let instant = try #require(Instant(iso: instant))
        let day = try #require(Day(iso: day))
        #expect(instant.moved(to: day).iso == expected)
        #expect(instant.moved(to: day).londonDay == day)
    }

    @Test(
        "Summer time begins and ends on the days that were published",
        arguments: [
            (2020, "2020-03-29", "2020-10-25"), (2021, "2021-03-28", "2021-10-31"),
            (2022, "2022-03-27", "2022-10-30"), (2023, "2023-03-26", "2023-10-29"),
            (2024, "2024-03-31", "2024-10-27"), (2025, "2025-03-30", "2025-10-26"),
            (2026, "2026-03-29", "2026-10-25"), (2027, "2027-03-28", "2027-10-31"),
        ])
    func changes(_ year: Int, _ begin: String, _ end: String) throws {
        var changes: [String] = []
        var day = try #require(Day(year: year, month: 1, day: 1))
        while day.year == year {
            let morning = try #require(Instant(iso: "\(day)T00:30:00Z")).londonClock
            let noon = try #require(Instant(iso: "\(day)T12:30:00Z")).londonClock
            if (morning == "00:30") != (noon == "12:30") {
                changes.append(day.iso)
            }
            day = day + 1
        }
        #expect(changes == [begin, end])
    }

    @Test(
        "A time on London's clocks is that instant, the earlier where clocks show it twice",
        arguments: [
            ("2026-11-23", 9, 22, "2026-11-23T09:22:00Z"),
            ("2026-07-01", 0, 15, "2026-06-30T23:15:00Z"),
            ("2025-10-26", 1, 30, "2025-10-26T00:30:00Z"),
            ("2025-10-26", 2, 0, "2025-10-26T02:00:00Z"),
            ("2026-03-29", 0, 59, "2026-03-29T00:59:00Z"),
            ("2026-03-29", 2, 0, "2026-03-29T01:00:00Z"),
        ])
    func fromLondon(_ day: String, _ hour: Int, _ minute: Int, _ expected: String) {
        let instant = Instant(londonDay: Written.day(day), hour: hour, minute: minute)
        #expect(instant.iso == expected)
    }

    @Test(
        "Every hour of two years is found again from what London's clocks show, but the hour twice")
    func thereAndBack() throws {
        let first = try #require(Instant(iso: "2025-01-01T00:00:00Z")).seconds
        var lost: [String] = []
        for hour in 0..<(2 * 365 * 24) {
            let instant = Instant(seconds: first + Int64(hour) * 3600)
            let shown = try #require(Int(instant.londonClock.prefix(2)))
            if Instant(londonDay: instant.londonDay, hour: shown, minute: 0) != instant {
                lost.append(instant.iso)
            }
        }
        #expect(lost == ["2025-10-26T01:00:00Z", "2026-10-25T01:00:00Z"])
    }

    @Test(
        "An instant before 1970 has its day too",
        arguments: [("1969-12-31T23:59:59Z", "1969-12-31"), ("1900-01-01T00:00:00Z", "1900-01-01")])
    func before1970(_ text: String, _ day: String) throws {
        let instant = try #require(Instant(iso: text))
        #expect(instant.utcDay.iso == day)
        #expect(instant.iso == text)
    }

    @Test(
        "What is no instant in UTC to the second is refused",
        arguments: [
            "", "2026-11-23", "2026-11-23T08:55Z", "2026-11-23T08:55:00", "2026-11-23 08:55:00Z",
            "2026-11-23T24:00:00Z", "2026-11-23T08:60:00Z", "2026-11-23T08:55:60Z",
            "2026-11-31T08:55:00Z", "2026-11-23T08:55:00+00:00", "2026-11-23t08:55:00z",
            "2026-11-23T8:055:00Z",
        ])
    func refused(_ text: String) { #expect(Instant(iso: text) == nil) }
}
