import Domain
import Support
import Testing

struct SchoolCalendarTests {
    private static let seeds = Array(UInt64(1)...24)

    @Test(
        "Every day of five years is a school or working day as a walk through it finds",
        arguments: seeds)
    func kinds(_ seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let plain = NaiveCalendar.random(&random)
        let calendar = plain.calendar
        for day in plain.days(Written.day("2023-07-01"), Written.day("2028-06-30")) {
            #expect(calendar.isSchoolDay(day) == plain.isSchoolDay(day), "\(day)")
            #expect(calendar.isWorkingDay(day) == plain.isWorkingDay(day), "\(day)")
            #expect(calendar.term(on: day) == plain.terms.first { $0.contains(day) }, "\(day)")
        }
    }

    @Test("Days are counted forwards as a walk from day to day counts them", arguments: seeds)
    func forwards(_ seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let plain = NaiveCalendar.random(&random)
        let calendar = plain.calendar
        for _ in 0..<40 {
            let day = Written.day("2023-07-01") + Int.random(in: 0...1800, using: &random)
            let count = Int.random(in: 1...70, using: &random)
            #expect(
                calendar.schoolDay(count, after: day)
                    == plain.nth(count, after: day, where: plain.counts))
            #expect(
                calendar.workingDay(count, after: day)
                    == plain.nth(count, after: day, where: plain.isWorkingDay))
        }
    }

    @Test("Days between two days are as many as a walk meets", arguments: seeds)
    func between(_ seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let plain = NaiveCalendar.random(&random)
        let calendar = plain.calendar
        for _ in 0..<40 {
            let day = Written.day("2023-07-01") + Int.random(in: 0...1800, using: &random)
            let last = day + Int.random(in: -10...500, using: &random)
            let walk = plain.days(day + 1, last)
            #expect(
                calendar.schoolDays(after: day, through: last) == walk.filter(plain.counts).count)
            #expect(
                calendar.workingDays(after: day, through: last)
                    == walk.filter(plain.isWorkingDay).count)
            #expect(
                Array(calendar.schoolDays(from: day, through: last))
                    == plain.days(day, last).filter(plain.isSchoolDay))
            let count = Int.random(in: 0...30, using: &random)
            #expect(
                Array(calendar.schoolDays(last: count, upTo: day))
                    == plain.days(Written.day("2023-07-01"), day).filter(plain.isSchoolDay)
                    .suffix(count))
        }
    }

    @Test(
        "The last school day of a term is its last day without a closure, else its last day",
        arguments: seeds)
    func lastDays(_ seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let plain = NaiveCalendar.random(&random)
        for term in plain.terms {
            #expect(
                plain.calendar.lastSchoolDay(of: term)
                    == plain.days(term.start, term.end).last(where: plain.isSchoolDay) ?? term.end)
        }
    }

    @Test(
        "The county's terms hold as many school days as it published",
        arguments: [
            ("2024-25", [75, 60, 61]), ("2025-26", [75, 55, 66]), ("2026-27", [74, 54, 67]),
        ])
    func county(_ label: String, _ counts: [Int]) throws {
        let year = try #require(AcademicYear(label))
        let terms = County.calendar.terms(of: year)
        #expect(
            terms.map { County.calendar.schoolDays(from: $0.start, through: $0.end).count }
                == counts)
    }

    @Test(
        "Working days pass over bank holidays and count in school holidays",
        arguments: [
            ("2025-08-04", 10, "2025-08-18"), ("2025-08-04", 20, "2025-09-02"),
            ("2025-12-18", 10, "2026-01-06"), ("2025-12-18", 20, "2026-01-20"),
            ("2026-04-01", 10, "2026-04-17"), ("2026-04-01", 20, "2026-05-01"),
            ("2025-12-01", 15, "2025-12-22"), ("2026-08-28", 10, "2026-09-14"),
        ])
    func workingDays(_ day: String, _ count: Int, _ expected: String) {
        #expect(County.calendar.workingDay(count, after: Written.day(day)).iso == expected)
    }

    @Test(
        "School days pass over half-term and holidays",
        arguments: [
            ("2025-10-17", 5, "2025-10-24"), ("2025-10-22", 5, "2025-11-05"),
            ("2025-10-24", 1, "2025-11-03"), ("2025-10-24", 2, "2025-11-04"),
            ("2025-10-24", 5, "2025-11-07"), ("2025-12-19", 1, "2026-01-05"),
            ("2025-11-06", 15, "2025-11-27"), ("2025-11-06", 50, "2026-01-29"),
            ("2026-01-05", 20, "2026-02-02"), ("2027-07-21", 3, "2027-07-26"),
        ])
    func schoolDays(_ day: String, _ count: Int, _ expected: String) {
        #expect(County.calendar.schoolDay(count, after: Written.day(day)).iso == expected)
    }

    @Test("Without any term on record every weekday counts as a school day, and none is one")
    func noTerms() {
        let calendar = SchoolCalendar(terms: [], closures: [], bankHolidays: [])
        let friday = Written.day("2026-11-20")
        #expect(calendar.schoolDay(1, after: friday).iso == "2026-11-23")
        #expect(calendar.schoolDays(after: friday, through: friday + 7) == 5)
        #expect(!calendar.isSchoolDay(friday))
        #expect(calendar.schoolDays(last: 5, upTo: friday).isEmpty)
    }

    @Test("An empty range of days holds none")
    func emptyRange() {
        let day = Written.day("2025-11-20")
        #expect(County.calendar.schoolDays(from: day, through: day - 1).isEmpty)
        #expect(County.calendar.schoolDays(after: day, through: day) == 0)
        #expect(County.calendar.workingDays(after: day, through: day) == 0)
    }
}
