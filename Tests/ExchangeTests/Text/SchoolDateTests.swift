import Domain
import Testing

@testable import Exchange

@Suite("Dates as schools write them")
struct SchoolDateTests {
    @Test(
        "One day, many ways to write it",
        arguments: [
            "02/09/2026", "2/9/2026", "2026-09-02", "02-09-2026", "2.9.2026", "2 Sep 2026",
            "2 September 2026", "02-Sep-2026", "Wed 2 Sept 2026", "Wednesday, 2nd September 2026",
            "Sep 2 2026", "02/09/2026 00:00:00", "02/09/2026 12:00:00 AM", "2026-09-02T00:00:00Z",
            "2026/09/02",
        ])
    func manyWays(text: String) {
        #expect(SchoolDate(text).day == Day(iso: "2026-09-02"))
    }

    @Test(
        "A year of two digits leaves the century open",
        arguments: ["02/09/26", "2 Sep 26", "02-09-26", "2-Sep-26"])
    func shortYears(text: String) {
        #expect(SchoolDate(text) == .shortYear(day: 2, month: 9, year: 26))
    }

    @Test("A number of five digits may be the day number of a spreadsheet")
    func dayNumbers() {
        #expect(SchoolDate("46267") == .dayNumber(46267))
        #expect(SchoolDate("46267.0") == .dayNumber(46267))
        for text in ["29999", "60001", "046267", "46267.5", "4626"] {
            #expect(SchoolDate(text) == .none)
        }
    }

    @Test(
        "Midnight in summer time is the day that begins here, whatever the zone in which it stands")
    func instants() {
        #expect(SchoolDate("2026-09-01T23:00:00Z").day == Day(iso: "2026-09-02"))
        #expect(SchoolDate("2026-12-02T00:00:00Z").day == Day(iso: "2026-12-02"))
        #expect(SchoolDate("2026-09-02T00:00:00").day == Day(iso: "2026-09-02"))
    }

    @Test("A date without a year is known as one", arguments: ["02/09", "Wed 2 Sep", "2-Sep"])
    func noYear(text: String) {
        #expect(SchoolDate(text) == .noYear)
    }

    @Test(
        "What is no date is none",
        arguments: [
            "", "31/02/2026", "09/13/2026", "29/02/2027", "29/02/27", "2026", "today", "0/1/2026",
            "1/1/20260", "Surname", "1/2/3/2026", "٢/٩/٢٠٢٦",
        ])
    func noDate(text: String) {
        #expect(SchoolDate(text) == .none)
    }

    @Test("Every day reads back from every form")
    func everyDay() {
        for raw in stride(from: 14_000, to: 23_000, by: 37) {
            let day = Day(rawValue: Int32(raw))
            let (year, month, dom) = day.civil
            #expect(SchoolDate(day.iso).day == day)
            #expect(SchoolDate(day.long).day == day)
            #expect(SchoolDate("\(dom)/\(month)/\(year)").day == day)
        }
    }
}
