import Domain
import Support
import Testing

struct YearsTests {
    @Test(
        "A school year runs from 1 September to 31 August",
        arguments: [
            ("2026-08-31", "2025-26"), ("2026-09-01", "2026-27"), ("2026-12-31", "2026-27"),
            ("2027-01-01", "2026-27"), ("1999-09-01", "1999-00"), ("2000-02-29", "1999-00"),
        ])
    func academic(_ day: String, _ label: String) {
        let year = AcademicYear(of: Written.day(day))
        #expect(year.label == label)
        #expect(AcademicYear(label) == year)
        #expect(year.contains(Written.day(day)))
        #expect(!year.next.contains(Written.day(day)))
        #expect(year.last + 1 == year.next.first)
    }

    @Test(
        "A year of money runs from 1 April to 31 March",
        arguments: [
            ("2026-03-31", "2025-26"), ("2026-04-01", "2026-27"), ("2027-03-31", "2026-27"),
            ("2024-02-29", "2023-24"),
        ])
    func financial(_ day: String, _ label: String) {
        let year = FinancialYear(of: Written.day(day))
        #expect(year.label == label)
        #expect(FinancialYear(label) == year)
        #expect(year.first <= Written.day(day) && Written.day(day) <= year.last)
    }

    @Test(
        "What is no year's label is refused",
        arguments: [
            "", "2026", "2026-26", "2026-28", "2026-2027", "26-27", "2026/27", "2026-27 ",
            "1899-00",
            "2200-01", "2099-100", "-026-27", "2026-+7",
        ])
    func refused(_ label: String) {
        #expect(AcademicYear(label) == nil)
        #expect(FinancialYear(label) == nil)
    }
}
