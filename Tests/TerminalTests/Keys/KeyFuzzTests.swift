import Support
import Terminal
import Testing
import ViewModels

@Suite("Keys and bytes that no terminal sends")
struct KeyFuzzTests {
    private static let seed = Array(
        "jk\u{1B}[A\u{1B}OP\u{1B}[21~é字👩‍👧\u{1B}[200~Spoke\nwith home\u{1B}[201~\r\t\u{7F}\u{3}\u{1B}x"
            .utf8)

    /// The keys as one run of scalars: an accent that comes in a piece of its own is a key of its own.
    private static func typed(_ keys: [Key]) -> [UInt32] {
        keys.reduce(into: "") { text, key in
            switch key {
            case .character(let letter): text.append(letter)
            case .alt(let letter): text += "‹alt›\(letter)"
            case .paste(let pasted): text += "‹paste \(pasted)›"
            case .enter, .tab, .backTab, .backspace, .delete, .insert, .escape, .up, .down, .left,
                .right, .home, .end, .pageUp, .pageDown, .control, .function:
                text += "‹\(key)›"
            }
        }.unicodeScalars.map(\.value)
            // How many signs stand for bytes of no letter hangs on how they came.
            .reduce(into: []) { kept, value in
                if value != 0xFFFD || kept.last != 0xFFFD { kept.append(value) }
            }
    }

    @Test("Whatever comes, in whatever pieces, yields the same keys, and the decoder comes to rest")
    func decoder() throws {
        var keys = 0
        let kept = try Fuzz.cases(of: "keys")
        for number in 0..<kept.count + Fuzz.count(400) {
            var mutation = Mutation(seed: UInt64(number))
            let bytes =
                number < kept.count
                ? kept[number].bytes : mutation.changed(Self.seed, .keys)
            Fuzz.note(bytes, for: "keys")
            var whole = KeyDecoder()
            let atOnce = whole.feed(bytes) + whole.flush() + whole.flush()
            var pieces = KeyDecoder()
            var piecemeal: [Key] = []
            var rest = bytes[...]
            while !rest.isEmpty {
                let size = mutation.pick(7) + 1
                piecemeal += pieces.feed(rest.prefix(size))
                rest = rest.dropFirst(size)
            }
            piecemeal += pieces.flush() + pieces.flush()
            #expect(Self.typed(atOnce) == Self.typed(piecemeal), "\(number): \(bytes)")
            // After a silence nothing is left waiting, and the next key is itself.
            let next = whole.feed([0x0D])
            #expect(next == [.enter], "\(number)")
            for case .paste(let text) in atOnce {
                #expect(text.utf8.count <= KeyDecoder.pasteLimit * 3, "\(number)")
            }
            for case .character(let letter) in atOnce {
                let isControl = letter.unicodeScalars.contains {
                    $0.value < 0x20 || (0x7F...0x9F).contains($0.value)
                }
                #expect(!isControl, "\(number): \(letter.unicodeScalars.map(\.value))")
            }
            keys += atOnce.count
        }
        print("Fuzz keys: \(kept.count + Fuzz.count(400)) inputs, \(keys) keys")
        #expect(keys > 0)
    }
}
