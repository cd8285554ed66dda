import ViewModels

/// The first thing that stands in some bytes of a terminal.
struct KeyStep {
    enum Meaning {
        case key(Key)
        case text(String)
        case pasteStarts
        /// A sequence that is no key: an answer that nobody asked for, a mouse, a focus.
        case nothing
        /// A sequence that is longer than any key's, of which the rest is still to come.
        case goesOn(Overlong)
    }

    /// What ends a sequence that is passed over.
    enum Overlong {
        case control, string

        /// What stands behind it; `nil` where it does not end in these bytes. An Esc that may be half
        /// of its end is left to stand.
        func end(in bytes: ArraySlice<UInt8>, isComplete: Bool) -> ArraySlice<UInt8>? {
            switch self {
            case .control:
                guard let end = bytes.firstIndex(where: { !(0x20...0x3F).contains($0) }) else {
                    return nil
                }
                return (0x40...0x7E).contains(bytes[end]) ? bytes[(end + 1)...] : bytes[end...]
            case .string:
                guard let end = bytes.firstIndex(where: { $0 == 0x07 || $0 == 0x1B }) else {
                    return nil
                }
                if bytes[end] == 0x07 { return bytes[(end + 1)...] }
                guard end + 1 < bytes.endIndex else { return isComplete ? bytes[end...] : nil }
                return bytes[end + 1] == UInt8(ascii: "\\") ? bytes[(end + 2)...] : bytes[end...]
            }
        }
    }

    /// How many parameters a key's sequence has at most, and how long an answer of the terminal is.
    private static let mostParameters = 64
    private static let longestString = 4096

    let meaning: Meaning
    /// Bytes that it takes, at least one.
    let length: Int

    private init(_ meaning: Meaning, _ length: Int) {
        self.meaning = meaning
        self.length = length
    }

    /// `nil` where more bytes are needed; never when `isComplete`.
    init?(of bytes: ArraySlice<UInt8>, isComplete: Bool) {
        guard let first = bytes.first else { return nil }
        let step: KeyStep? =
            switch first {
            case 0x1B: Self.escape(bytes)
            case 0x00...0x1F, 0x7F: KeyStep(.key(KeyTables.control(first)), 1)
            default: Self.text(bytes, isComplete: isComplete)
            }
        if let step {
            self = step
        } else if isComplete {
            self = Self.cutShort(bytes)
        } else {
            return nil
        }
    }

    /// What an unfinished sequence was meant to be.
    private static func cutShort(_ bytes: ArraySlice<UInt8>) -> KeyStep {
        switch bytes.count {
        case 1: KeyStep(.key(.escape), 1)
        case 2: KeyStep(.key(.alt(character(bytes[bytes.startIndex + 1]))), 2)
        // Half a sequence is no text: typed as letters it would be commands.
        default: KeyStep(.nothing, bytes.count)
        }
    }

    private static func escape(_ bytes: ArraySlice<UInt8>) -> KeyStep? {
        guard let second = bytes.dropFirst().first else { return nil }
        switch second {
        // Esc and then Enter or Tab, typed fast or held up on the way together, are two keys.
        case 0x00..<0x20: return KeyStep(.key(.escape), 1)
        case UInt8(ascii: "["): return control(bytes)
        case UInt8(ascii: "O"): return shifted(bytes)
        case UInt8(ascii: "]"), UInt8(ascii: "P"): return string(bytes)
        case 0x20..<0x80: return KeyStep(.key(.alt(character(second))), 2)
        default:
            guard let scalar = UTF8Piece(bytes.dropFirst()) else { return nil }
            return KeyStep(.key(.alt(Character(scalar.scalar))), 1 + scalar.length)
        }
    }

    /// `ESC [`: parameters, then one letter or `~`.
    private static func control(_ bytes: ArraySlice<UInt8>) -> KeyStep? {
        let body = bytes.dropFirst(2)
        // The Linux console has its F1 to F5 as `ESC [ [ A` to `E`.
        if body.first == UInt8(ascii: "[") {
            guard let letter = body.dropFirst().first else { return nil }
            return KeyStep(.init(KeyTables.linuxConsole(letter)), 4)
        }
        guard let end = body.firstIndex(where: { !(0x20...0x3F).contains($0) }) else {
            return body.count > mostParameters ? KeyStep(.goesOn(.control), bytes.count) : nil
        }
        let length = end - bytes.startIndex
        // A control character or another Esc breaks a sequence off and counts for itself.
        guard (0x40...0x7E).contains(bytes[end]) else { return KeyStep(.nothing, length) }
        guard end - body.startIndex <= mostParameters else { return KeyStep(.nothing, length + 1) }
        let parameters = KeyTables.parameters(body[..<end])
        if bytes[end] == UInt8(ascii: "~"), parameters.first == 200 {
            return KeyStep(.pasteStarts, length + 1)
        }
        return KeyStep(.init(KeyTables.control(final: bytes[end], parameters)), length + 1)
    }

    /// `ESC O`: the keypad, and arrows of terminals in application mode.
    private static func shifted(_ bytes: ArraySlice<UInt8>) -> KeyStep? {
        let body = bytes.dropFirst(2)
        guard let end = body.firstIndex(where: { !(0x30...0x3B).contains($0) }) else {
            return body.count > mostParameters ? KeyStep(.goesOn(.control), bytes.count) : nil
        }
        let length = end - bytes.startIndex
        guard (0x40...0x7E).contains(bytes[end]) else { return KeyStep(.nothing, length) }
        guard end - body.startIndex <= mostParameters else { return KeyStep(.nothing, length + 1) }
        let parameters = KeyTables.parameters(body[..<end])
        return KeyStep(.init(KeyTables.shifted(final: bytes[end], parameters)), length + 1)
    }

    /// `ESC ]` or `ESC P` to BEL or `ESC \`: an answer of the terminal, passed over whole.
    private static func string(_ bytes: ArraySlice<UInt8>) -> KeyStep? {
        for index in bytes.indices.dropFirst(2) {
            if bytes[index] == 0x07 { return KeyStep(.nothing, index - bytes.startIndex + 1) }
            guard bytes[index] == 0x1B else { continue }
            guard index + 1 < bytes.endIndex else { return nil }
            let isEnd = bytes[index + 1] == UInt8(ascii: "\\")
            return KeyStep(.nothing, index - bytes.startIndex + (isEnd ? 2 : 0))
        }
        return bytes.count > longestString ? KeyStep(.goesOn(.string), bytes.count) : nil
    }

    /// All letters up to the next control character, so that accents join their letters.
    private static func text(_ bytes: ArraySlice<UInt8>, isComplete: Bool) -> KeyStep? {
        var text = String.UnicodeScalarView()
        var rest = bytes
        while let first = rest.first, first >= 0x20, first != 0x7F {
            guard let piece = UTF8Piece(rest) else {
                guard text.isEmpty else { break }
                return isComplete ? KeyStep(.text("\u{FFFD}"), bytes.count) : nil
            }
            // C1 controls are commands to some terminals and letters to nobody.
            if !(0x80...0x9F).contains(piece.scalar.value) { text.append(piece.scalar) }
            rest = rest.dropFirst(piece.length)
        }
        return KeyStep(.text(String(text)), bytes.count - rest.count)
    }

    private static func character(_ byte: UInt8) -> Character {
        Character(Unicode.Scalar(byte))
    }
}

extension KeyStep.Meaning {
    fileprivate init(_ key: Key?) {
        self = key.map { .key($0) } ?? .nothing
    }
}

/// One scalar at the start of some bytes; U+FFFD for a byte that belongs to none.
private struct UTF8Piece {
    let scalar: Unicode.Scalar
    let length: Int

    /// `nil` where its last bytes are still to come.
    init?(_ bytes: ArraySlice<UInt8>) {
        guard let first = bytes.first else { return nil }
        let needed =
            switch first {
            case 0xC2...0xDF: 2
            case 0xE0...0xEF: 3
            case 0xF0...0xF4: 4
            default: 1
            }
        let piece = bytes.prefix(needed)
        let follows = piece.dropFirst().prefix { (0x80...0xBF).contains($0) }.count
        if piece.count < needed, follows == piece.count - 1 { return nil }
        var decoder = UTF8()
        var iterator = piece.makeIterator()
        if follows == needed - 1, case .scalarValue(let scalar) = decoder.decode(&iterator) {
            self.scalar = scalar
            length = needed
        } else {
            scalar = "\u{FFFD}"
            length = 1
        }
    }
}
