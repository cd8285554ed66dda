import Support
import Testing

@testable import Exchange

@Suite("The XML of common transfer files")
struct CTFStreamTests {
    private func file(_ pupil: String, declaration: String = "<?xml version=\"1.0\"?>") -> String {
        """
        \(declaration)
        <CTfile><CTFpupilData>
        <Pupil>\(pupil)</Pupil>
        </CTFpupilData></CTfile>
        """
    }

    private func surname(_ bytes: [UInt8]) throws -> String? {
        try CTFStream.read(bytes).pupils.first?.texts["Surname"]
    }

    private func fault(_ text: String) -> CTFFault? {
        do throws(CTFFault) {
            _ = try CTFStream.read(Array(text.utf8))
            return nil
        } catch {
            return error
        }
    }

    @Test(
        "A text is what XML says it is",
        arguments: [
            ("<Surname>O&apos;Brien &amp; Ng</Surname>", "O'Brien & Ng"),
            ("<Surname>Zo&#235; &#x1F600;</Surname>", "Zoë 😀"),
            ("<Surname>A<![CDATA[<b>&amp;]]>c</Surname>", "A<b>&amp;c"),
            ("<Surname>El<!-- <!DOCTYPE a> -->wood</Surname>", "Elwood"),
            ("<Surname>\r\n  Nwosu\r\n  Hill\t</Surname>", "Nwosu\n  Hill"),
            ("<n:Surname xmlns:n=\"urn:n\">Ellwood</n:Surname>", "Ellwood"),
        ])
    func texts(pupil: String, surname expected: String) throws {
        #expect(try surname(Array(file(pupil).utf8)) == expected)
    }

    @Test(
        "The bytes say how they are to be read, whatever the declaration says",
        arguments: ["UTF-8", "UTF-16", "windows-1252", "ISO-8859-1", "x-unknown"])
    func encodings(declared: String) throws {
        let declaration = "<?xml version=\"1.0\" encoding=\"\(declared)\" standalone=\"yes\"?>"
        let text = file("<Surname>Zoë</Surname>", declaration: declaration)
        let utf16 = text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        let windows = text.unicodeScalars.map { UInt8($0.value) }
        for bytes in [
            Array(text.utf8), [0xEF, 0xBB, 0xBF] + text.utf8, [0xFF, 0xFE] + utf16, windows,
        ] {
            #expect(try surname(bytes) == "Zoë")
        }
    }

    @Test("A child's line is the one on which the element begins", arguments: ["\n", "\r\n"])
    func lines(lineBreak: String) throws {
        let text = file("<UPN>\n</UPN></Pupil>\n\n<Pupil\n a=\"1\"\n>")
        let bytes = Array(text.replacing("\n", with: lineBreak).utf8)
        #expect(try CTFStream.read(bytes).pupils.map(\.line) == [3, 6])
    }

    @Test(
        "A fault names its line",
        arguments: [
            ("<CTfile>\n<a>\n</b>\n</CTfile>", 3, "is no well-formed XML here"),
            ("<CTfile>\n<a>\n", 3, "is no well-formed XML here"),
            ("<CTfile/>\n<CTfile/>", 2, "is no well-formed XML here"),
            ("<CTfile>\n&x;</CTfile>", 2, "is no well-formed XML here"),
            ("\n<html/>", 2, "is no common transfer file: its root is html"),
            (
                "<!-- -->\n<!DOCTYPE CTfile [<!ENTITY x SYSTEM \"file:///x\">]>\n<CTfile>&x;</CTfile>",
                2, "holds a DOCTYPE, which no common transfer file has"
            ),
        ])
    func faults(text: String, line: Int, words: String) {
        #expect(fault(text) == CTFFault(line: line, words: words))
    }

    @Test("An element's text may be as long as the limit and no longer, in however many pieces")
    func textLimit() throws {
        let piece = String(repeating: "é", count: 4_999) + "&#10;x"
        let most = piece + piece
        #expect(most.utf8.count > CTFLimits.text)
        #expect(fault(file("<Surname>\(piece)\(piece)</Surname>")) == nil)
        #expect(
            fault(file("<Surname>\(most)x</Surname>"))
                == CTFFault(line: 3, words: "has an element that is too long"))
    }

    @Test("Elements may nest as deep as the limit and no deeper")
    func depthLimit() {
        func nested(_ count: Int) -> String {
            file(
                String(repeating: "<a>", count: count) + String(repeating: "</a>", count: count))
        }
        #expect(fault(nested(CTFLimits.depth - 3)) == nil)
        #expect(
            fault(nested(CTFLimits.depth - 2))
                == CTFFault(line: 3, words: "nests elements too deeply"))
    }

    @Test("A file that breaks off anywhere is refused with a line")
    func truncated() {
        let whole = file("<UPN>J919208123001</UPN><Surname a=\"b\"><![CDATA[Zoë]]></Surname>")
        for count in 0..<whole.count {
            #expect(fault(String(whole.prefix(count)))?.line != nil, "\(count) characters")
        }
    }

    @Test("Damaged bytes never make more than a refusal")
    func damaged() throws {
        let whole = Array(file("<UPN>J919208123001</UPN><Surname a='b'>Zoë &amp;</Surname>").utf8)
        var random = SplitMix64(seed: 13)
        for _ in 0..<2_000 {
            var bytes = whole
            for _ in 0..<Int.random(in: 1...3, using: &random) {
                bytes[Int.random(in: bytes.indices, using: &random)] =
                    UInt8.random(in: .min ... .max, using: &random)
            }
            if let read = try? CTFStream.read(bytes) { #expect(read.pupils.count <= 1) }
        }
    }
}
