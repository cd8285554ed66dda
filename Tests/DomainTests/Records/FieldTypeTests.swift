import Domain
import Testing

struct FieldTypeTests {
    struct Good: Sendable {
        let type: FieldType
        let raw: String
        let canonical: String
        init(_ type: FieldType, _ raw: String, _ canonical: String? = nil) {
            (self.type, self.raw, self.canonical) = (type, raw, canonical ?? raw)
        }
    }

    private static let long = String(repeating: "é", count: 200)

    @Test(
        "A good text is kept in its one form",
        arguments: [
            Good(.pupil, "K017"), Good(.pupil, "2024-0017"), Good(.pupil, "a"),
            Good(.pupil, "12345678901234567890"),
            Good(.identifier, "P-1_a.b"), Good(.identifier, String(repeating: "x", count: 64)),
            Good(.name, "Zoë O’Brien-Ngũgĩ"), Good(.name, long),
            Good(.text, "first line\nsecond\tline\r\n"),
            Good(.text, String(repeating: "x", count: 10_000)),
            Good(.date, "1900-01-01"), Good(.date, "2200-12-31"), Good(.date, "2024-02-29"),
            Good(.instant, "2026-11-23T08:55:00Z"),
            Good(.yesNo, "yes"), Good(.yesNo, "no"),
            Good(.money, "0", "0.00"), Good(.money, "12", "12.00"), Good(.money, "1234.50"),
            Good(.money, "9999999.99"), Good(.money, "007", "7.00"),
            Good(.choice(["a", "b"]), "b"),
            Good(.mark, "/"), Good(.mark, "Y4"),
            Good(.minutes, "0"), Good(.minutes, "240"), Good(.minutes, "07", "7"),
            Good(.year, "2026-27"), Good(.year, "1999-00"),
            Good(.upn, "b801200005001", "B801200005001"),
            Good(.upn, "D 919 2081 26 00T", "D91920812600T"),
            Good(.count, "999999"), Good(.count, "000", "0"),
            Good(.figure, "93.4"), Good(.figure, "0"), Good(.figure, "9999999.1234"),
            Good(.date, ""), Good(.money, ""), Good(.choice(["a"]), ""),
        ])
    func good(_ example: Good) throws {
        #expect(try example.type.canonical(example.raw).get() == example.canonical)
    }

    struct Bad: Sendable {
        let type: FieldType
        let raw: String
        let words: String
        init(_ type: FieldType, _ raw: String, _ words: String) {
            (self.type, self.raw, self.words) = (type, raw, words)
        }
    }

    private static let pupilWords = "is not a reference of 1 to 20 letters, digits and -"
    private static let idWords = "is not an id of 1 to 64 letters, digits, - _ and ."
    private static let dateWords = "is not a date like 2026-11-23"
    private static let rangeWords = "is not between 1900-01-01 and 2200-12-31"
    private static let moneyWords = "is not an amount from 0.00 to 9999999.99"
    private static let minuteWords = "is not a number of minutes from 0 to 240"
    private static let upnWords = "is not a UPN of the right form"
    private static let figureWords = "is not a figure like 93.4"

    @Test(
        "A bad text is refused in words that finish a sentence begun by the column",
        arguments: [
            Bad(.pupil, "K 17", pupilWords), Bad(.pupil, "123456789012345678901", pupilWords),
            Bad(.pupil, "K_17", pupilWords), Bad(.pupil, "Ké", pupilWords),
            Bad(.identifier, "a b", idWords),
            Bad(.identifier, String(repeating: "x", count: 65), idWords),
            Bad(.name, long + "x", "is longer than 200 characters"),
            Bad(.name, "two\nlines", "holds a line break or a tab"),
            Bad(.name, "tab\there", "holds a line break or a tab"),
            Bad(.name, "nul\u{0}", "holds a control character"),
            Bad(.text, "escape\u{1B}[31m", "holds a control character"),
            Bad(.text, "\u{9B}31m", "holds a control character"),
            Bad(.text, String(repeating: "x", count: 10_001), "is longer than 10,000 characters"),
            Bad(.date, "23/11/2026", dateWords), Bad(.date, "2026-02-29", dateWords),
            Bad(.date, "1899-12-31", rangeWords), Bad(.date, "2201-01-01", rangeWords),
            Bad(.instant, "2026-11-23T08:55", "is not an instant like 2026-11-23T08:55:00Z"),
            Bad(.instant, "1899-12-31T23:59:59Z", rangeWords),
            Bad(.yesNo, "Yes", "is neither yes nor no"), Bad(.yesNo, "y", "is neither yes nor no"),
            Bad(.money, "-1.00", moneyWords), Bad(.money, "1.5", moneyWords),
            Bad(.money, "1.505", moneyWords), Bad(.money, "£5", moneyWords),
            Bad(.money, "1,000.00", moneyWords), Bad(.money, "10000000.00", moneyWords),
            Bad(.money, ".50", moneyWords), Bad(.money, "5.", moneyWords),
            Bad(.money, "1e3", moneyWords),
            Bad(.choice(["a", "b"]), "c", "is none of a, b"),
            Bad(.mark, "ABC", "is no register code"),
            Bad(.minutes, "241", minuteWords), Bad(.minutes, "-1", minuteWords),
            Bad(.minutes, "5 min", minuteWords),
            Bad(.year, "2026", "is not a year like 2026-27"),
            Bad(.year, "2026-28", "is not a year like 2026-27"),
            Bad(.upn, "A80120000500", upnWords), Bad(.upn, "I801200005001", upnWords),
            Bad(.count, "1000000", "is not a whole number"),
            Bad(.count, "1.0", "is not a whole number"),
            Bad(.figure, "93.45678", figureWords), Bad(.figure, "93.", figureWords),
            Bad(.figure, ".4", figureWords), Bad(.figure, "1.2.3", figureWords),
            Bad(.figure, "93%", figureWords), Bad(.figure, "-3.3", figureWords),
        ])
    func bad(_ example: Bad) {
        #expect(
            example.type.canonical(example.raw) == .failure(FieldType.Problem(example.words)))
    }

    @Test("What is canonical stays as it is")
    func twice() throws {
        let texts: [(FieldType, String)] = [
            (.money, "7"), (.minutes, "007"), (.upn, "b801200005001"), (.count, "01"),
        ]
        for (type, raw) in texts {
            let once = try type.canonical(raw).get()
            #expect(try type.canonical(once).get() == once)
        }
    }
}
