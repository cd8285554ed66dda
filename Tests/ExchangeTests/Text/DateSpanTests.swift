import Domain
import Testing

@testable import Exchange

@Suite("Dates that need their field to be understood")
struct DateSpanTests {
    private let today = ImportSchool.day("2026-09-23")

    private func day(_ cell: String, _ span: DateSpan) -> String {
        switch span.read(cell) {
        case .success(let date): date.day.iso
        case .failure(let problem): "\(problem)"
        }
    }

    @Test(
        "A birthday of two digits is that of a pupil of 2 to 19, or none",
        arguments: [
            ("3/4/20", "2020-04-03"), ("23/09/24", "2024-09-23"), ("24/09/24", "noCentury"),
            ("24/09/06", "2006-09-24"), ("23/09/06", "noCentury"), ("1/1/98", "noCentury"),
            ("29/2/20", "2020-02-29"), ("44105", "2020-10-01"), ("30000", "noDay"),
        ])
    func births(cell: String, read: String) {
        #expect(day(cell, .births(on: today)) == read)
    }

    @Test(
        "An admission lies between birth and a year ahead",
        arguments: [
            ("1-Sep-24", "2024-09-01"), ("23/09/27", "2027-09-23"), ("24/09/27", "noCentury"),
            ("2/4/20", "noCentury"), ("3/4/20", "2020-04-03"),
        ])
    func admissions(cell: String, read: String) {
        let born = ImportSchool.day("2020-04-03")
        #expect(day(cell, .admissions(on: today, born: born)) == read)
    }

    @Test("Staff may have begun in the last century")
    func employment() {
        #expect(day("1/9/85", .employment(on: today)) == "1985-09-01")
        #expect(day("1/9/20", .employment(on: today)) == "2020-09-01")
    }

    @Test(
        "A span of more than a hundred years leaves two centuries", arguments: ["1/1/10", "1/1/00"])
    func twoCenturies(cell: String) {
        let span = DateSpan(ImportSchool.day("1899-01-01"), ImportSchool.day("2020-01-01"))
        #expect(day(cell, span) == "twoCenturies")
    }

    @Test(
        "The form of a date is told where it is not the plain one",
        arguments: [
            ("3/4/20", DateForm.shortYear), ("44105", .dayNumber), ("1 Sep 2020", .monthName),
            ("2020-09-01T00:00:00", .instant), ("03/04/2020", nil), ("2020-04-03", nil),
            ("02/09/2020 00:00:00", nil),
        ])
    func forms(cell: String, form: DateForm?) throws {
        #expect(try DateSpan.births(on: today).read(cell).get().form == form)
    }
}

@Suite("Cells as spreadsheets leave them")
struct CellTextTests {
    @Test(
        "What a spreadsheet put around a text goes, and nothing of the text",
        arguments: [
            ("=\"001001\"", "001001"), ("'001001", "001001"), ("'tis", "'tis"), (" a b ", "a b"),
            ("\u{A0}Mia\u{A0}Rose\u{202F}", "Mia Rose"), ("\u{FEFF}N", "N"),
            ("\u{200B}N\u{200B}", "N"),
            ("“2A”", "2A"), ("‘2A’", "2A"), ("=“001001”", "001001"), ("O’Brien", "O’Brien"),
            ("=Jo", "=Jo"),
            ("=\"\"", "=\"\""),
            ("\u{3000}", ""), ("", ""), ("a\tb", "a\tb"), ("=\"a\"\"b\"", "a\"b"),
        ])
    func cells(raw: String, text: String) {
        #expect(cellText(raw) == text)
        #expect(cellText(text) == text || raw == "=\"\"")
    }
}

@Suite("The mark in a cell")
struct MarkTextTests {
    @Test(
        "A code, and minutes late where they stand with it",
        arguments: [
            ("L", "L", nil), ("L12", "L", 12), ("L (12)", "L", 12), ("l(5)", "L", 5),
            ("U 15 mins", "U", 15), ("L:7m", "L", 7), ("L 240", "L", 240), ("I01", "I", nil),
            ("C1", "C1", nil), ("n", "N", nil), ("/", "/", nil), ("#", "#", nil),
        ] as [(String, String, Int?)])
    func marks(text: String, code: String, minutes: Int?) throws {
        let mark = try #require(MarkText(text))
        #expect(mark.code.text == code)
        #expect(mark.minutes == minutes)
    }

    @Test(
        "What is no mark is none",
        arguments: ["", "LATE", "PRESENT_AM", "L -5x", "I (12)", "0", "//", "Lx"])
    func none(text: String) { #expect(MarkText(text) == nil) }
}
