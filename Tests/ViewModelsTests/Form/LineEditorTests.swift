import Support
import Testing
import ViewModels

/// A text with its caret as a bar.
private func shown(_ editor: LineEditor) -> String {
    editor.text.prefix(editor.caret) + "|" + editor.text.dropFirst(editor.caret)
}

/// An editor with the caret where the bar stands.
private func editor(_ shown: String, isMultiline: Bool = false) -> LineEditor {
    let parts = shown.split(separator: "|", omittingEmptySubsequences: false)
    var editor = LineEditor(String(parts[0]), isMultiline: isMultiline)
    let after = String(parts[1])
    editor.insert(after)
    for _ in 0..<after.count { _ = editor.handle(.left) }
    return editor
}

@Suite struct LineEditorTests {
    @Test(
        "Each key does to a line what it says",
        arguments: [
            ("Zo|", [Key.character("ë")], "Zoë|"),
            ("|ob", [.character("B")], "B|ob"),
            ("Zoe|", [.character("\u{308}")], "Zoë|"),
            ("Zo|e", [.delete], "Zo|"),
            ("Zoë|", [.backspace], "Zo|"),
            ("|a", [.backspace], "|a"),
            ("a|", [.delete], "a|"),
            ("👩‍👧|", [.backspace], "|"),
            ("ab|cd", [.home], "|abcd"),
            ("ab|cd", [.control("e")], "abcd|"),
            ("ab|cd", [.left, .left, .left], "|abcd"),
            ("ab|cd", [.right, .right, .right], "abcd|"),
            ("ab|cd", [.control("k")], "ab|"),
            ("ab|cd", [.control("u")], "|cd"),
            ("ab|cd", [.control("u"), .end, .control("y")], "cdab|"),
            ("ring home, then| mum", [.control("w")], "ring home, | mum"),
            ("ring home  |", [.control("w")], "ring |"),
            ("ring home|", [.alt("b")], "ring |home"),
            ("ring home  |", [.alt("b"), .alt("b"), .alt("b")], "|ring home  "),
            ("|ring home", [.alt("f")], "ring| home"),
            ("ring| home.", [.alt("f"), .alt("f")], "ring home.|"),
            ("|ring home", [.alt("d"), .end, .control("y")], " homering|"),
            ("a|", [.paste("b\r\nc\u{1B}[2Jd")], "ab c\u{1B}[2Jd|"),
        ])
    func singleLine(before: String, keys: [Key], after: String) {
        var editor = editor(before)
        let taken = keys.map { editor.handle($0) }
        #expect(!taken.contains(false))
        #expect(shown(editor) == after)
    }

    @Test(
        "On several lines keys keep to the line of the caret",
        arguments: [
            ("one\ntwo|", [Key.enter], "one\ntwo\n|"),
            ("one\ntwo|", [.home], "one\n|two"),
            ("o|ne\ntwo", [.end], "one|\ntwo"),
            ("one\ntw|o", [.up], "on|e\ntwo"),
            ("seven\na\nseven|", [.up, .up], "seven|\na\nseven"),
            ("seve|n\n\nseven", [.down, .down], "seven\n\nseve|n"),
            ("one|\ntwo", [.control("k")], "one|two"),
            ("one\ntw|o", [.control("u")], "one\n|o"),
            ("one\n|two", [.backspace], "one|two"),
            ("|", [.paste("a\r\nb\rc\nd")], "a\nb\nc\nd|"),
        ])
    func multiLine(before: String, keys: [Key], after: String) {
        var editor = editor(before, isMultiline: true)
        let taken = keys.map { editor.handle($0) }
        #expect(!taken.contains(false))
        #expect(shown(editor) == after)
    }

    @Test(
        "Keys that mean nothing to a line are the form's",
        arguments: [
            Key.enter, .up, .down, .tab, .backTab, .escape, .pageUp, .control("s"), .function(10),
        ])
    func notMine(key: Key) {
        var editor = editor("a|b")
        let isTaken = editor.handle(key)
        #expect(!isTaken)
        #expect(shown(editor) == "a|b")
    }

    @Test("Up on the first line and Down on the last leave the text")
    func leaving() {
        var editor = editor("one\ntw|o", isMultiline: true)
        let taken = [Key.down, .up, .up].map { editor.handle($0) }
        #expect(taken == [false, true, false])
        #expect(shown(editor) == "on|e\ntwo")
    }

    @Test("Whatever is typed, the caret stands between graphemes of the text", arguments: 1...20)
    func randomKeys(seed: UInt64) {
        var generator = SplitMix64(seed: seed)
        let keys: [Key] = [
            .character("a"), .character("é"), .character("\u{301}"), .character("👨‍👩‍👧"),
            .character("\u{200D}"), .character("🇬🇧"), .character(" "), .enter, .backspace, .delete,
            .left, .right, .up, .down, .home, .end, .control("k"), .control("u"), .control("w"),
            .control("y"), .alt("b"), .alt("f"), .alt("d"), .paste("x\r\n\u{0}y"),
        ]
        var editor = LineEditor(isMultiline: seed.isMultiple(of: 2))
        for _ in 0..<400 {
            if let key = keys.randomElement(using: &generator) { _ = editor.handle(key) }
            #expect((0...editor.text.count).contains(editor.caret))
            #expect(editor.isMultiline || !editor.text.contains("\n"))
        }
    }
}
