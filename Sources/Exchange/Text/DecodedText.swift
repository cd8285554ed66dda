/// How the bytes of a file stand for characters.
public enum TextEncoding: String, Hashable, Sendable {
    case utf8 = "UTF-8"
    case utf16 = "UTF-16"
    case windows1252 = "Windows-1252"
}

/// The text of a file as UTF-8 without a byte-order mark, whatever it was written in.
struct DecodedText: Sendable {
    let utf8: [UInt8]
    let encoding: TextEncoding

    /// Why bytes are no text.
    enum Fault: Error {
        /// A mark promises an encoding that the bytes break.
        case brokenMark
        /// UTF-8 for the most part, and on this line not: read as anything else, every accent in it
        /// would be wrong.
        case brokenUTF8(line: Int)

        var line: Int? {
            if case .brokenUTF8(let line) = self { line } else { nil }
        }

        var words: String {
            switch self {
            case .brokenMark: "is not the text that its byte-order mark promises"
            case .brokenUTF8: "holds a character that is no UTF-8, which the rest of the file is"
            }
        }
    }

    /// Decodes by the byte-order mark, else by what the bytes can be.
    init(_ bytes: [UInt8]) throws(Fault) {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
            let rest = Array(bytes[3...])
            guard DecodedText.isUTF8(rest) else { throw .brokenMark }
            self.init(utf8: rest, encoding: .utf8)
        } else if bytes.starts(with: [0xFF, 0xFE]) {
            try self.init(utf16: bytes[2...], littleEndian: true)
        } else if bytes.starts(with: [0xFE, 0xFF]) {
            try self.init(utf16: bytes[2...], littleEndian: false)
        } else if let littleEndian = DecodedText.unmarkedUTF16(bytes) {
            try self.init(utf16: bytes[...], littleEndian: littleEndian)
        } else if DecodedText.isUTF8(bytes) {
            self.init(utf8: bytes, encoding: .utf8)
        } else if let line = DecodedText.brokenLine(bytes) {
            throw .brokenUTF8(line: line)
        } else {
            let text = String(String.UnicodeScalarView(bytes.lazy.map(Windows1252.scalar)))
            self.init(utf8: Array(text.utf8), encoding: .windows1252)
        }
    }

    private init(utf8: [UInt8], encoding: TextEncoding) {
        self.utf8 = utf8
        self.encoding = encoding
    }

    private init(utf16 bytes: ArraySlice<UInt8>, littleEndian: Bool) throws(Fault) {
        guard bytes.count.isMultiple(of: 2) else { throw .brokenMark }
        let units = stride(from: bytes.startIndex, to: bytes.endIndex, by: 2).map { index in
            let first = UInt16(bytes[index])
            let second = UInt16(bytes[index + 1])
            return littleEndian ? second << 8 | first : first << 8 | second
        }
        guard let text = String(validating: units, as: UTF16.self) else { throw .brokenMark }
        self.init(utf8: Array(text.utf8), encoding: .utf16)
    }

    private static func isUTF8(_ bytes: [UInt8]) -> Bool {
        String(validating: bytes, as: UTF8.self) != nil
    }

    /// The line of the first byte that is no UTF-8, where at least as many characters beyond ASCII
    /// are: Windows-1252 gives such a one by chance alone (É before a closing quote).
    private static func brokenLine(_ bytes: [UInt8]) -> Int? {
        var decoder = UTF8()
        var rest = bytes.makeIterator()
        var (whole, broken, line) = (0, 0, 1)
        var firstBroken: Int?
        decoding: while true {
            switch decoder.decode(&rest) {
            case .scalarValue("\n"): line += 1
            case .scalarValue(let scalar): whole += scalar.isASCII ? 0 : 1
            case .error:
                broken += 1
                firstBroken = firstBroken ?? line
            case .emptyInput: break decoding
            }
        }
        return whole >= broken ? firstBroken : nil
    }

    /// UTF-16 of mostly English text has a NUL in every other byte, which no other encoding has.
    private static func unmarkedUTF16(_ bytes: [UInt8]) -> Bool? {
        let sample = bytes.prefix(4096)
        guard sample.count >= 4 else { return nil }
        var zeros = (even: 0, odd: 0)
        for (index, byte) in sample.enumerated() where byte == 0 {
            if index.isMultiple(of: 2) { zeros.even += 1 } else { zeros.odd += 1 }
        }
        let most = sample.count * 2 / 5
        if zeros.odd >= most, zeros.even * 10 < zeros.odd { return true }
        if zeros.even >= most, zeros.odd * 10 < zeros.even { return false }
        return nil
    }
}

/// The code page of Western European Windows.
enum Windows1252 {
    /// 0x80 to 0x9F. The five bytes without a meaning stay control characters, so that the cell
    /// that holds one is refused with its line.
    private static let upper: [Unicode.Scalar] = [
        "€", "\u{81}", "‚", "ƒ", "„", "…", "†", "‡", "ˆ", "‰", "Š", "‹", "Œ", "\u{8D}", "Ž",
        "\u{8F}", "\u{90}", "‘", "’", "“", "”", "•", "–", "—", "˜", "™", "š", "›", "œ", "\u{9D}",
        "ž", "Ÿ",
    ]

    static func scalar(_ byte: UInt8) -> Unicode.Scalar {
        (0x80...0x9F).contains(byte) ? upper[Int(byte) - 0x80] : Unicode.Scalar(byte)
    }
}
