import Support
import Testing
import ViewModels

@testable import Terminal

@Suite("Lines of cells")
struct CellLineTests {
    @Test(
        "What is too long ends in a sign that it was cut",
        arguments: [
            ("Bea Ashworth", 12, "Bea Ashworth"), ("Bea Ashworth", 11, "Bea Ashwor…"),
            ("Bea", 1, "…"), ("Bea", 0, ""), ("王小明", 6, "王小明"), ("王小明", 5, "王小…"),
            ("王小明", 4, "王…"), ("王", 1, "…"), ("", 0, ""),
        ])
    func truncation(text: String, width: Int, shown: String) {
        let cells = Glyphs.cells(of: text).truncated(to: width, charset: .utf8)
        #expect(String(cells.map(\.grapheme)) == shown)
    }

    @Test(
        "Lines break between words, and inside a word longer than a line",
        arguments: [
            ("Cold since Sunday", 10, ["Cold since ", "Sunday"]),
            ("Cold since Sunday", 17, ["Cold since Sunday"]),
            ("telephonenumber", 6, ["teleph", "onenum", "ber"]),
            ("a telephonenumber", 6, ["a ", "teleph", "onenum", "ber"]),
            ("王小明 王小明", 7, ["王小明 ", "王小明"]), ("", 5, [""]),
        ])
    func breaks(text: String, width: Int, lines: [String]) {
        let cells = Glyphs.cells(of: text)
        let shown = cells.lineBreaks(limit: width).map { String(cells[$0].map(\.grapheme)) }
        #expect(shown == lines)
    }

    @Test("No soup exceeds its width, cut or broken, and broken lines lose nothing")
    func soup() {
        var random = SplitMix64(seed: 0xB0B)
        for _ in 0..<400 {
            let cells = Glyphs.cells(of: Soup.text(using: &random))
            let width = Int.random(in: 2...40, using: &random)
            #expect(cells.truncated(to: width, charset: .utf8).width <= width)
            let breaks = cells.lineBreaks(limit: width)
            #expect(breaks.flatMap { cells[$0] } == cells)
            for line in breaks {
                let words = cells[line].reversed().drop { $0.grapheme == " " }
                #expect(Array(words).width <= width)
            }
        }
    }

    @Test("The right end of a line stays; the left one is cut, down to a third")
    func ends() {
        let setter = Typesetter(charset: .utf8)
        func set(_ left: String, _ right: String, _ width: Int) -> String {
            let line = TextLine([Phrase(left)], right: [Phrase(right)])
            return String(setter.line(line, width: width).map(\.grapheme))
        }
        #expect(set("Bea Ashworth", "why", 20) == "Bea Ashworth     why")
        #expect(set("Bea Ashworth", "Mon 23 Nov", 20) == "Bea Ash…  Mon 23 Nov")
        #expect(set("Bea Ashworth", "Mon 23 Nov 2026, term", 20) == "Bea A…  Mon 23 Nov …")
    }

    @Test("Broken lines stand under the first word; a right end stands on the first line")
    func paragraphs() {
        let setter = Typesetter(charset: .utf8)
        func set(_ left: String, _ right: String, _ width: Int) -> [String] {
            let line = TextLine([Phrase(left)], right: right.isEmpty ? [] : [Phrase(right)])
            return setter.lines(line, width: width).map { String($0.map(\.grapheme)) }
        }
        #expect(
            set("  8 of 152 sessions missed", "", 14) == ["  8 of 152", "  sessions", "  missed"])
        #expect(
            set("8 of 152 sessions missed", "register", 22)
                == ["8 of 152      register", "sessions", "missed"])
        #expect(set("one\ntwo", "", 22) == ["one", "two"])
        #expect(set("", "", 22) == [""])
    }
}
