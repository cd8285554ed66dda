import Domain
import Support
import Testing

struct DayTests {
    @Test("Days follow each other as a calendar on paper counts them, from 1900 to 2200")
    func everyDay() throws {
        var (year, month, date) = (1900, 1, 1)
        // 1 January 1900 was a Monday, 25,567 days before 1970.
        var raw: Int32 = -25_567
        var weekday = 1
        while year <= 2200 {
            let day = Day(rawValue: raw)
            #expect(day.civil == (year, month, date))
            #expect(Day(year: year, month: month, day: date) == day)
            #expect(day.weekday == weekday)
            date += 1
            if date > Self.length(month, year) { (month, date) = (month + 1, 1) }
            if month > 12 { (year, month) = (year + 1, 1) }
            raw += 1
            weekday = weekday == 7 ? 1 : weekday + 1
        }
    }

    private static func length(_ month: Int, _ year: Int) -> Int {
        let leap = year.isMultiple(of: 400) || (year.isMultiple(of: 4) && !year.isMultiple(of: 100))
        return [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
    }

    @Test(
        "A written day is read as it stands and written the same again",
        arguments: ["1900-01-01", "1970-01-01", "2000-02-29", "2026-11-23", "2200-12-31"])
    func iso(_ text: String) { #expect(Day(iso: text)?.iso == text) }

    @Test(
        "What is no day is refused",
        arguments: [
            "", "2026-11-31", "2026-02-29", "1900-02-29", "2100-02-29", "2026-13-01", "2026-00-10",
            "2026-01-00", "2026-1-01", "26-01-01", "2026/01/01", "2026-01-01 ", " 2026-01-01",
            "23/11/2026", "2026-01-0x", "２026-01-01", "+026-01-01",
        ])
    func refused(_ text: String) { #expect(Day(iso: text) == nil) }

    @Test(
        "Years are added to the day of the month; 29 February becomes the 28th where there is none",
        arguments: [
            ("2019-09-10", 6, "2025-09-10"), ("2020-02-29", 6, "2026-02-28"),
            ("2020-02-29", 4, "2024-02-29"), ("2024-02-29", -1, "2023-02-28"),
            ("2025-02-28", 3, "2028-02-28"), ("2025-12-31", 1, "2026-12-31"),
        ])
    func years(_ day: String, _ years: Int, _ expected: String) {
        #expect(Written.day(day).addingYears(years).iso == expected)
    }

    @Test("A day in words names weekday, day and month, and the year where it is asked for")
    func words() {
        let day = Written.day("2026-11-03")
        #expect(day.short == "Tue 3 Nov")
        #expect(day.long == "Tue 3 Nov 2026")
        #expect(day.dayAndMonth == "3 Nov")
        #expect(day.dayMonthYear == "3 Nov 2026")
    }
}
