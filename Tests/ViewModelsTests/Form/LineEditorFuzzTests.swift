import Support
import Testing
import ViewModels

@Suite("A line editor and texts that nobody types")
struct LineEditorFuzzTests {
    private static let keys: [Key] = [
        .enter, .backspace, .delete, .left, .right, .up, .down, .home, .end, .control("a"),
        .control("e"), .control("k"), .control("u"), .control("w"), .control("y"), .alt("b"),
        .alt("f"), .alt("d"), .alt("\u{7F}"), .tab, .escape, .pageUp, .insert, .function(5),
    ]

    @Test("The caret stands in the text, a single line stays one, and nothing comes by itself")
    func mutated() throws {
        let kept = try Fuzz.cases(of: "editor")
        let seed = Array("Spoke with home. Zoë's e\u{301}clair\n字宽 👩‍👧 ending".utf8)
        for number in 0..<kept.count + Fuzz.count(150) {
            var mutation = Mutation(seed: UInt64(number))
            let bytes = number < kept.count ? kept[number].bytes : mutation.changed(seed, .keys)
            Fuzz.note(bytes, for: "editor")
            let text = String(decoding: bytes.prefix(4000), as: UTF8.self)
            var editor = LineEditor("", isMultiline: mutation.pick(2) == 0)
            for step in 0..<24 {
                let before = editor
                let key: Key =
                    switch mutation.pick(4) {
                    case 0: .paste(text)
                    case 1: text.randomElementOrSpace(mutation.pick(max(1, text.count)))
                    default: Self.keys[mutation.pick(Self.keys.count)]
                    }
                let isTaken = editor.handle(key)
                #expect((0...editor.text.count).contains(editor.caret), "\(number) \(step)")
                #expect(editor.isMultiline || !editor.text.contains("\n"), "\(number) \(step)")
                #expect(!editor.text.contains("\r"), "\(number) \(step)")
                if !isTaken { #expect(editor.text == before.text, "\(number) \(step)") }
                if editor.text.count > 20_000 { break }
            }
        }
    }
}

extension String {
    /// A letter of the text as a key.
    fileprivate func randomElementOrSpace(_ place: Int) -> Key {
        .character(isEmpty ? " " : self[index(startIndex, offsetBy: place)])
    }
}
