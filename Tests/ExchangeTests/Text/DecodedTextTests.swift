import Domain
import Testing

@testable import Exchange

@Suite("Bytes become text")
struct DecodedTextTests {
    private static let text = "Adno;Name\r\n12;Zoë O’Dé €\r\n"

    private static func utf16(_ text: String, littleEndian: Bool) -> [UInt8] {
        text.utf16.flatMap { unit -> [UInt8] in
            let bytes = [UInt8(unit >> 8), UInt8(unit & 0xFF)]
            return littleEndian ? bytes.reversed() : bytes
        }
    }

    private static let ansi: [UInt8] =
        Array("Adno;Name\r\n12;Zo".utf8) + [
            0xEB, 0x20, 0x4F, 0x92, 0x44, 0xE9, 0x20, 0x80, 0x0D, 0x0A,
        ]

    private static let encoded: [(bytes: [UInt8], encoding: TextEncoding)] = [
        (Array(text.utf8), .utf8),
        ([0xEF, 0xBB, 0xBF] + Array(text.utf8), .utf8),
        ([0xFF, 0xFE] + utf16(text, littleEndian: true), .utf16),
        ([0xFE, 0xFF] + utf16(text, littleEndian: false), .utf16),
        (utf16(text, littleEndian: true), .utf16),
        (utf16(text, littleEndian: false), .utf16),
        (ansi, .windows1252),
    ]

    @Test("Every encoding gives the same text", arguments: encoded)
    func everyEncoding(bytes: [UInt8], encoding: TextEncoding) throws {
        let decoded = try DecodedText(bytes)
        #expect(String(decoding: decoded.utf8, as: UTF8.self) == Self.text)
        #expect(decoded.encoding == encoding)
    }

    @Test(
        "A byte-order mark that the bytes break is refused",
        arguments: [[0xEF, 0xBB, 0xBF, 0xC3], [0xFF, 0xFE, 0x41], [0xFF, 0xFE, 0x00, 0xD8]])
    func brokenPromise(bytes: [UInt8]) {
        #expect(throws: DecodedText.Fault.self) { try DecodedText(bytes) }
    }

    @Test("Empty bytes are empty text")
    func empty() throws {
        #expect(try DecodedText([]).utf8.isEmpty)
    }

    @Test(
        "Folding keeps letters and digits alone",
        arguments: [
            ("Adm. No.", "admno"), ("O’Connor-Díaz", "oconnordiaz"),
            ("O'CONNOR DIAZ", "oconnordiaz"),
            ("Łukasz Müller", "lukaszmuller"), ("Æther Straße", "aetherstrasse"), ("W/C", "wc"),
            ("e\u{301}", "e"), ("Ø", "o"), ("—", ""),
        ])
    func folds(text: String, expected: String) {
        #expect(folded(text) == expected)
    }

    @Test("One stray byte does not make Windows-1252 of a UTF-8 file; its line is told")
    func strayByte() throws {
        let bytes = Array("Si\u{E2}n\nZo\u{EB}\nAna".utf8) + [0xEF, 0x73, 0x0A]
        #expect {
            try DecodedText(bytes)
        } throws: { error in
            guard case .brokenUTF8(let line)? = error as? DecodedText.Fault else { return false }
            return line == 3
        }
        // É before a closing quote looks like UTF-8 by chance.
        let chance: [UInt8] = Array("Ren".utf8) + [0xE9, 0x0A, 0xE9, 0x0A, 0x93, 0xC9, 0x94]
        #expect(try DecodedText(chance).encoding == .windows1252)
    }
}
