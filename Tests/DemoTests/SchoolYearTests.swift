import Domain
import Exchange
import Testing

@testable import Demo

@Suite("The invented school's dates")
struct SchoolYearTests {
    let pack: PolicyPack

    init() throws { pack = PackLoader.builtIn }

    @Test(
        "Easter falls where the Church says",
        arguments: [
            (2025, "2025-04-20"), (2026, "2026-04-05"), (2027, "2027-03-28"),
            (2028, "2028-04-16"), (2029, "2029-04-01"), (2030, "2030-04-21"),
            (2038, "2038-04-25"), (2000, "2000-04-23"),
        ])
    func easter(year: Int, sunday: String) {
        #expect(SchoolYear.easter(year).iso == sunday)
    }

    @Test("A year's terms are those that a county set, to a day or two at the end of summer")
    func terms() {
        let year = SchoolYear(AcademicYear(start: 2025), bankHolidays: pack.bankHolidays)
        #expect(
            year.terms.map { "\($0.start.iso) \($0.end.iso)" } == [
                "2025-09-01 2025-12-19", "2026-01-05 2026-03-27", "2026-04-13 2026-07-20",
            ])
        #expect(
            year.halfTerms.map { "\($0.from.iso) \($0.to.iso)" } == [
                "2025-10-27 2025-10-31", "2026-02-16 2026-02-20", "2026-05-25 2026-05-29",
            ])
    }

    @Test("A spring term that would begin on a bank holiday begins the day after")
    func newYear() {
        let year = SchoolYear(AcademicYear(start: 2027), bankHolidays: pack.bankHolidays)
        #expect(year.terms[1].start.iso == "2028-01-04")
    }

    @Test("Every year has 190 days for pupils and 5 for staff alone", arguments: 2023...2035)
    func length(start: Int) {
        let year = SchoolYear(AcademicYear(start: start), bankHolidays: pack.bankHolidays)
        func days(_ closures: [Closure]) -> Int {
            let calendar = SchoolCalendar(
                terms: year.terms, closures: closures, bankHolidays: pack.bankHolidays)
            return calendar.schoolDays(from: year.year.first, through: year.year.last).count
        }
        #expect(days(year.halfTerms) == 195)
        #expect(days(year.halfTerms + year.insets) == 190)
    }

    @Test("Terms follow one another, with their half-term inside", arguments: 2023...2035)
    func order(start: Int) {
        let year = SchoolYear(AcademicYear(start: start), bankHolidays: pack.bankHolidays)
        for (term, half) in zip(year.terms, year.halfTerms) {
            #expect(term.start < half.from && half.to < term.end)
            #expect(term.start.isWeekday && term.end.isWeekday)
        }
        for (term, next) in zip(year.terms, year.terms.dropFirst()) {
            // Two weeks at Christmas and Easter, give or take a few days.
            #expect((10...20).contains(next.start - term.end))
        }
        #expect((day("\(start + 1)-07-17")...day("\(start + 1)-07-25")).contains(year.terms[2].end))
    }
}
