import Support
import Terminal
import Testing

@Suite("Every text reaches the screen by one road")
struct GlyphsTests {
    @Test(
        "What steers, hides or turns text is shown by its number",
        arguments: [
            ("Bea\u{1B}[2J", "Bea‹U+001B›[2J"),
            ("a\tb\nc\r\nd", "a‹U+0009›b‹U+000A›c‹U+000D›‹U+000A›d"),
            ("x\u{9B}31m", "x‹U+009B›31m"),
            ("x\u{7F}", "x‹U+007F›"),
            ("Zoë\u{202E}nniuQ", "Zoë‹U+202E›nniuQ"),
            ("\u{2066}a\u{2069}\u{200F}", "‹U+2066›a‹U+2069›‹U+200F›"),
            ("a\u{200B}b\u{FEFF}c\u{AD}d\u{2060}", "a‹U+200B›b‹U+FEFF›c‹U+00AD›d‹U+2060›"),
            ("a\u{200D}b\u{200C}c", "a‹U+200D›b‹U+200C›c"),
            ("tag \u{E0041}\u{E007F}", "tag ‹U+E0041›‹U+E007F›"),
            ("\u{3164}\u{115F}\u{2800}", "‹U+3164›‹U+115F›‹U+2800›"),
            ("\u{2028}\u{85}", "‹U+2028›‹U+0085›"),
            ("\u{E000}\u{10FFFF}\u{0378}", "‹U+E000›‹U+10FFFF›‹U+0378›"),
            ("a\u{FE00}b\u{E0100}c\u{FE0F}", "a‹U+FE00›b‹U+E0100›c‹U+FE0F›"),
            ("\u{301}a", "‹U+0301›a"),
            (" \u{301}", " ‹U+0301›"),
        ])
    func hidden(text: String, shown: String) {
        #expect(Glyphs.visible(text) == shown)
    }

    @Test(
        "A cell holds one letter with its marks; wide ones take two columns",
        arguments: [
            ("Ayò", ["A", "y", "ò"], 3), ("Ayo\u{300}", ["A", "y", "o\u{300}"], 3),
            ("王小明", ["王", "小", "明"], 6), ("Ａ", ["Ａ"], 2), ("한", ["한"], 2),
            ("\u{1112}\u{1161}\u{11AB}", ["\u{1112}\u{1161}\u{11AB}"], 2),
            ("👧", ["👧"], 2), ("👧🏽!", ["👧", "!"], 3), ("👩‍👧", ["👩", "👧"], 4),
            ("❤️", ["❤"], 1), ("🇬🇧", ["G", "B"], 2), ("✓▲·–…⏎", ["✓", "▲", "·", "–", "…", "⏎"], 6),
            ("שָׁ", ["שָׁ"], 1), ("", [], 0),
        ] as [(String, [String], Int)])
    func graphemes(text: String, graphemes: [String], width: Int) {
        let cells = Glyphs.cells(of: text)
        #expect(cells.map { String($0.grapheme) } == graphemes)
        #expect(Glyphs.width(of: text) == width)
    }

    @Test("A tower of accents is cut after four, and says how many more there are")
    func tower() {
        let text = "Z" + String(repeating: "\u{334}", count: 40) + "oe"
        #expect(Glyphs.visible(text) == "Z\u{334}\u{334}\u{334}\u{334}‹+36›oe")
    }

    @Test(
        "In ASCII letters lose their accents and nothing else is lost",
        arguments: [
            ("Zoë Ayò Łukasz Ångström Şebnem Đặng", "Zoe Ayo Lukasz Angstrom Sebnem Dang"),
            ("Zoe\u{308}", "Zoe"),
            ("Straße Æthelred œuvre Þór Søren", "Strasse Aethelred oeuvre Thor Soren"),
            ("ʻOkina O’Neill “x”", "'Okina O'Neill \"x\""),
            ("£1,315 – 5 × 8 ≥ 10 · …", "GBP1,315 - 5 x 8 >= 10 . ..."),
            ("✓ ✗ ▲ ▸ ⏎ ↑ ↓", "+ x ^ > Enter Up Down"),
            ("王", "<U+738B>"), ("a\u{202E}b\u{1B}", "a<U+202E>b<U+001B>"),
            ("👧", "<U+1F467>"), ("ＡＢ", "AB"), ("ﬁn\u{A0}x", "fin x"),
        ])
    func ascii(text: String, shown: String) {
        #expect(Glyphs.visible(text, charset: .ascii) == shown)
    }

    @Test(
        "No soup of scalars yields anything that a terminal obeys", arguments: Charset.allCases)
    func soup(charset: Charset) {
        var random = SplitMix64(seed: 0xCE11)
        for _ in 0..<400 {
            let text = Soup.text(using: &random)
            let cells = Glyphs.cells(of: text, charset: charset)
            let shown = Glyphs.visible(text, charset: charset)
            #expect(shown.unicodeScalars.allSatisfy(Soup.isHarmless), "\(text.unicodeScalars)")
            #expect(cells.allSatisfy { $0.width == 1 || $0.width == 2 })
            #expect(cells.allSatisfy { $0.grapheme.unicodeScalars.count <= 5 })
            if charset == .ascii { #expect(shown.utf8.allSatisfy { $0 < 0x80 }) }
            let parts = text.map { Glyphs.width(of: String($0), charset: charset) }
            #expect(Glyphs.width(of: text, charset: charset) == parts.reduce(0, +))
        }
    }

    @Test("What is shown is shown again as it is")
    func twice() {
        var random = SplitMix64(seed: 7)
        for _ in 0..<400 {
            let shown = Glyphs.visible(Soup.text(using: &random), charset: .ascii)
            #expect(Glyphs.visible(shown, charset: .ascii) == shown)
        }
    }

    @Test("A megabyte in a narrow column costs what is seen of it")
    func limit() {
        let cells = Glyphs.cells(of: String(repeating: "Zoë ", count: 250_000), limit: 20)
        #expect(cells.count == 21)
    }
}
