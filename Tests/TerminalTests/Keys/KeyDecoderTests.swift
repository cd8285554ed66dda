import Support
import Terminal
import Testing
import ViewModels

private func keys(_ bytes: String) -> [Key] {
    var decoder = KeyDecoder()
    return decoder.feed(bytes.utf8) + decoder.flush()
}

@Suite struct KeyDecoderTests {
    @Test(
        "A key is known whatever the terminal sends for it",
        arguments: [
            ("\r", [Key.enter]), ("\n", [.enter]), ("\t", [.tab]), ("\u{8}", [.backspace]),
            ("\u{7F}", [.backspace]), ("\u{1}", [.control("a")]), ("\u{1A}", [.control("z")]),
            ("\u{0}", [.control(" ")]), ("\u{1F}", [.control("_")]), ("\u{1C}", [.control("\\")]),
            ("\u{1B}", [.escape]), ("\u{1B}\u{1B}", [.escape, .escape]),
            ("\u{1B}[A", [.up]), ("\u{1B}OA", [.up]), ("\u{1B}[1;2A", [.up]),
            ("\u{1B}[B", [.down]), ("\u{1B}[C", [.right]), ("\u{1B}OD", [.left]),
            ("\u{1B}[1;5C", [.alt("f")]), ("\u{1B}[1;3D", [.alt("b")]), ("\u{1B}O5D", [.alt("b")]),
            ("\u{1B}Oc", [.alt("f")]), ("\u{1B}[d", [.left]), ("\u{1B}[1;2C", [.right]),
            ("\u{1B}[H", [.home]), ("\u{1B}OH", [.home]), ("\u{1B}[1~", [.home]),
            ("\u{1B}[7~", [.home]), ("\u{1B}[F", [.end]), ("\u{1B}OF", [.end]),
            ("\u{1B}[4~", [.end]), ("\u{1B}[8~", [.end]), ("\u{1B}[2~", [.insert]),
            ("\u{1B}[3~", [.delete]), ("\u{1B}[3;5~", [.alt("d")]), ("\u{1B}[5~", [.pageUp]),
            ("\u{1B}[6~", [.pageDown]), ("\u{1B}[Z", [.backTab]),
            ("\u{1B}OP", [.function(1)]), ("\u{1B}[11~", [.function(1)]),
            ("\u{1B}[[A", [.function(1)]), ("\u{1B}[[E", [.function(5)]),
            ("\u{1B}[1;2P", [.function(1)]), ("\u{1B}OS", [.function(4)]),
            ("\u{1B}[15~", [.function(5)]), ("\u{1B}[17~", [.function(6)]),
            ("\u{1B}[21~", [.function(10)]), ("\u{1B}[23~", [.function(11)]),
            ("\u{1B}[24;2~", [.function(12)]), ("\u{1B}Op", [.character("0")]),
            ("\u{1B}OM", [.enter]), ("\u{1B}x", [.alt("x")]), ("\u{1B}é", [.alt("é")]),
            ("\u{1B}\r", [.escape, .enter]), ("\u{1B}\t", [.escape, .tab]),
            ("\u{1B}\u{7F}", [.alt("\u{7F}")]), ("\u{1B}[", [.alt("[")]), ("\u{1B}O", [.alt("O")]),
        ] as [(String, [Key])])
    func table(bytes: String, expected: [Key]) {
        #expect(keys(bytes) == expected)
    }

    @Test(
        "Letters come by grapheme",
        arguments: [
            ("aé", [Key.character("a"), .character("é")]),
            ("e\u{301}x", [.character("e\u{301}"), .character("x")]),
            ("👩‍👧", [.character("👩‍👧")]), ("字", [.character("字")]),
            ("a\u{85}b", [.character("a"), .character("b")]),
            ("a\u{1B}[Bé\r", [.character("a"), .down, .character("é"), .enter]),
        ] as [(String, [Key])])
    func letters(bytes: String, expected: [Key]) {
        #expect(keys(bytes) == expected)
    }

    @Test(
        "What is no key is nothing, and never typed as letters",
        arguments: [
            "\u{1B}[?1;2c", "\u{1B}[12;40R", "\u{1B}[I",
            "\u{1B}]11;rgb:0000/0000/0000\u{7}", "\u{1B}]11;rgb:0000/0000/0000\u{1B}\\",
            "\u{1B}P>|xterm(390)\u{1B}\\", "\u{1B}[201~", "\u{1B}[99~", "\u{1B}[1;5", "\u{1B}[[Z",
            "\u{1B}[<0;10;10M", "\u{1B}Oz",
        ])
    func nothing(bytes: String) {
        let letters = keys(bytes).filter { if case .character = $0 { true } else { false } }
        #expect(letters == [])
    }

    @Test(
        "The rest of a sequence that is too long for a key is not typed either, in whatever pieces",
        arguments: ["\u{1B}[", "\u{1B}]0;", "\u{1B}P"], [1, 7, 100_000])
    func overlong(begin: String, piece: Int) {
        let end = begin == "\u{1B}[" ? "~" : "\u{1B}\\"
        var rest = Array((begin + String(repeating: "1", count: 9000) + end + "j").utf8)[...]
        var decoder = KeyDecoder()
        var keys: [Key] = []
        while !rest.isEmpty {
            keys += decoder.feed(rest.prefix(piece))
            rest = rest.dropFirst(piece)
        }
        #expect(keys == [.character("j")])
        #expect(decoder.patienceInMilliseconds == nil)
    }

    @Test("Bytes may come one by one")
    func piecemeal() {
        let bytes = "é\u{1B}[5~字\u{1B}OP\u{1B}[200~a\u{1B}[20b\u{1B}[201~\r"
        var decoder = KeyDecoder()
        let single = bytes.utf8.flatMap { decoder.feed([$0]) }
        #expect(single == keys(bytes))
        #expect(
            single == [
                .character("é"), .pageUp, .character("字"), .function(1),
                .paste("a\u{1B}[20b"), .enter,
            ])
    }

    @Test("Esc waits a moment for what may follow, a letter does not")
    func waiting() {
        var decoder = KeyDecoder()
        let none = decoder.feed([0x1B])
        #expect(none == [])
        #expect(decoder.patienceInMilliseconds == 25)
        let escape = decoder.flush()
        #expect(escape == [.escape])
        #expect(decoder.patienceInMilliseconds == nil)
        let letter = decoder.feed("j".utf8)
        #expect(letter == [.character("j")])
        #expect(decoder.patienceInMilliseconds == nil)
    }

    @Test("A byte of no letter is shown as such, and the next letter is whole")
    func invalid() {
        var decoder = KeyDecoder()
        let mixed = decoder.feed([0xE9, 0x61, 0xFF, 0xC3, 0xA9])
        #expect(mixed == "\u{FFFD}a\u{FFFD}é".map { .character($0) })
        let half = decoder.feed([0xC3])
        #expect(half == [])
        let rest = decoder.flush()
        #expect(rest == [.character("\u{FFFD}")])
    }

    @Test("A paste is one key, as it came, whatever stands in it")
    func paste() {
        #expect(
            keys("\u{1B}[200~q\r\n\u{1B}[2J\u{3}é\u{1B}[201~x")
                == [.paste("q\r\n\u{1B}[2J\u{3}é"), .character("x")])
    }

    @Test("A paste is cut at its limit and ends where it ends")
    func longPaste() {
        let long = String(repeating: "a", count: KeyDecoder.pasteLimit + 1000)
        #expect(
            keys("\u{1B}[200~\(long)\u{1B}[201~b")
                == [.paste(String(long.prefix(KeyDecoder.pasteLimit))), .character("b")])
    }

    @Test("A paste without an end is given up after a silence, and keys work again")
    func brokenPaste() {
        var decoder = KeyDecoder()
        let none = decoder.feed("\u{1B}[200~abc".utf8)
        #expect(none == [])
        #expect(decoder.patienceInMilliseconds == KeyDecoder.pastePatienceInMilliseconds)
        let pasted = decoder.flush()
        #expect(pasted == [.paste("abc")])
        let letter = decoder.feed("q".utf8)
        #expect(letter == [.character("q")])
    }

    @Test("What comes of a paste after a long silence is still a text, not keys")
    func stalledPaste() {
        for rest in ["qu", "q, and then a longer piece of it", "q\u{1B}[201~"] {
            var decoder = KeyDecoder()
            _ = decoder.feed("\u{1B}[200~abc".utf8)
            _ = decoder.flush()
            let keys = decoder.feed("\(rest)\u{1B}[201~x".utf8)
            #expect(!keys.contains(.character("q")))
            #expect(keys.last == .character("x"))
        }
        var slow = KeyDecoder()
        _ = slow.feed("\u{1B}[200~abc".utf8)
        _ = slow.flush()
        let none = slow.feed("a piece of many letters".utf8)
        #expect(none == [])
        let rest = slow.feed(" and its end\u{1B}[201~".utf8)
        #expect(rest == [.paste("a piece of many letters and its end")])
    }

    @Test("Any soup of bytes is read to its end, in pieces or whole", arguments: Soak.seeds(200))
    func soup(seed: UInt64) {
        var generator = SplitMix64(seed: seed)
        let spice: [UInt8] = [
            0x1B, 0x5B, 0x4F, 0x3B, 0x32, 0x30, 0x7E, 0x41, 0x5D, 0x50, 0xC3, 0xF0,
        ]
        let soup = (0..<600).map { _ -> UInt8 in
            Bool.random(using: &generator)
                ? UInt8.random(in: 0...255, using: &generator)
                : spice.randomElement(using: &generator) ?? 0
        }
        var whole = KeyDecoder()
        _ = whole.feed(soup)
        _ = whole.flush()
        #expect(whole.patienceInMilliseconds == nil)
        let afterWhole = whole.feed("q".utf8)
        #expect(afterWhole == [.character("q")])
        var pieces = KeyDecoder()
        var rest = soup[...]
        while !rest.isEmpty {
            let count = Int.random(in: 1...20, using: &generator)
            _ = pieces.feed(rest.prefix(count))
            rest = rest.dropFirst(count)
        }
        _ = pieces.flush()
        let afterPieces = pieces.feed("q".utf8)
        #expect(afterPieces == [.character("q")])
    }
}
