import Support
import Testing

@testable import Exchange

@Suite("Workbooks that are not what they should be")
struct HostileWorkbookTests {
    private static let row = "<row><c t=\"s\"><v>0</v></c></row>"
    private static let texts = "<si><t>a</t></si>"
    private static let sheet = "xl/worksheets/sheet1.xml"

    private func made(_ rows: String = row, _ texts: String = texts) -> MadeWorkbook {
        MadeWorkbook(rows: rows, texts: texts)
    }

    /// The same parts under other headers.
    private func zipped(
        _ workbook: MadeWorkbook, _ lies: [String: ZipBuilder.Lie], isDeflated: Bool = true
    ) -> [UInt8] {
        var zip = ZipBuilder()
        for part in workbook.parts {
            zip.add(
                part.name, part.bytes, isDeflated: isDeflated,
                lie: lies[part.name] ?? ZipBuilder.Lie())
        }
        return zip.bytes
    }

    @Test("An archive may be stored or deflated")
    func methods() {
        #expect(rows(zipped(made(), [:])) == ["1: a"])
        #expect(rows(zipped(made(), [:], isDeflated: false)) == ["1: a"])
    }

    @Test("A wrong check sum or length of any part is damage", arguments: [true, false])
    func headers(isDeflated: Bool) {
        for lie in [ZipBuilder.Lie(crc: 1), ZipBuilder.Lie(size: 50), ZipBuilder.Lie(size: 90_000)]
        {
            for part in made().parts where part.name != "[Content_Types].xml" {
                let bytes = zipped(made(), [part.name: lie], isDeflated: isDeflated)
                #expect(refusal(bytes)?.contains("is damaged") == true, "\(part.name) \(lie)")
            }
        }
    }

    @Test("A part with a password is named as that")
    func encrypted() {
        let bytes = zipped(made(), [Self.sheet: ZipBuilder.Lie(isEncrypted: true)])
        #expect(refusal(bytes)?.hasPrefix("! is locked with a password") == true)
    }

    @Test("A file cut short anywhere is refused, and nothing else happens")
    func truncated() {
        let bytes = made().bytes
        for end in stride(from: 0, to: bytes.count, by: 7) {
            #expect(refusal(Array(bytes[..<end])) != nil, "\(end)")
        }
        #expect(refusal(Array(bytes[..<(bytes.count / 2)]))?.contains("cut short") == true)
    }

    @Test(
        "A name that leads out of the archive is refused",
        arguments: ["../evil", "xl/../../evil", "/etc/passwd", "..\\evil", "xl/..", "\\evil"])
    func paths(name: String) {
        var workbook = made()
        workbook.set(name, [1])
        #expect(refusal(workbook.bytes)?.contains("leads out of it") == true)
    }

    @Test("A part that is there twice is refused, also in other letters")
    func duplicates() {
        for name in [Self.sheet, Self.sheet.uppercased(), Self.sheet.replacing("/", with: "\\")] {
            var zip = ZipBuilder()
            for part in made().parts { zip.add(part.name, part.bytes) }
            zip.add(name, Array("<worksheet/>".utf8))
            #expect(refusal(zip.bytes)?.contains("twice") == true)
        }
    }

    @Test("Folders with the separator of Windows, and other letters, are the same parts")
    func windows() {
        var zip = ZipBuilder()
        for part in made().parts {
            zip.add(part.name.replacing("/", with: "\\").uppercased(), part.bytes)
        }
        #expect(rows(zip.bytes) == ["1: a"])
    }

    @Test(
        "A part that is missing is named",
        arguments: [
            ("xl/workbook.xml", "lacks the list of its sheets"),
            ("xl/_rels/workbook.xml.rels", "has no sheet with cells"),
            ("xl/sharedStrings.xml", "lacks a part of itself (xl/sharedStrings.xml)"),
            ("xl/styles.xml", "lacks a part of itself (xl/styles.xml)"),
            (sheet, "lacks a part of itself (xl/worksheets/sheet1.xml)"),
        ])
    func missing(part: String, words: String) {
        var workbook = made()
        workbook[part] = nil
        #expect(refusal(workbook.bytes)?.contains(words) == true)
    }

    @Test("Neither the list of types nor the links of the archive need be there")
    func dispensable() {
        var workbook = made()
        workbook["_rels/.rels"] = nil
        workbook["[Content_Types].xml"] = nil
        #expect(rows(workbook) == ["1: a"])
    }

    @Test(
        "A link leads from the folder of its part or from the root",
        arguments: [
            ("/xl/worksheets/sheet1.xml", ["1: a"]), ("./worksheets/sheet1.xml", ["1: a"]),
            ("../xl/worksheets/sheet1.xml", ["1: a"]), ("worksheets%2Fsheet1.xml", ["1: a"]),
            ("worksheets\\Sheet1.XML", ["1: a"]),
            ("../../sheet1.xml", ["! keeps the sheet Sheet1 in another file"]),
            (
                "http://x/sheet1.xml\" TargetMode=\"External",
                ["! keeps the sheet Sheet1 in another file"]
            ),
        ])
    func links(target: String, expected: [String]) {
        var workbook = made()
        workbook["xl/_rels/workbook.xml.rels"] = workbook["xl/_rels/workbook.xml.rels"]?
            .replacing("worksheets/sheet1.xml", with: target)
        #expect(rows(workbook) == expected)
    }

    @Test("Prefixes and the strict namespace make no difference")
    func namespaces() {
        var workbook = made()
        let strict = "http://purl.oclc.org/ooxml/spreadsheetml/main"
        workbook[Self.sheet] =
            "<x:worksheet xmlns:x=\"\(strict)\"><x:sheetData><x:row r=\"1\"><x:c r=\"A1\" t=\"s\">"
            + "<x:v>0</x:v></x:c></x:row></x:sheetData></x:worksheet>"
        workbook["xl/workbook.xml"] = workbook["xl/workbook.xml"]?
            .replacing("xmlns:r=", with: "xmlns:rel=").replacing("r:id=", with: "rel:id=")
            .replacing(MadeWorkbook.main, with: strict)
        #expect(rows(workbook) == ["1: a"])
    }

    @Test("A part may be UTF-16, or UTF-8 with a mark")
    func encodings() {
        let xml = (made()[Self.sheet] ?? "").replacing(" encoding=\"UTF-8\"", with: "")
        let texts = "<?xml version=\"1.0\" encoding=\"UTF-16\"?><sst><si><t>Zoë</t></si></sst>"
        let little: [UInt8] =
            [0xFF, 0xFE] + texts.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        let big: [UInt8] =
            [0xFE, 0xFF] + texts.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
        for bytes in [little, big] {
            var workbook = made()
            workbook.set("xl/sharedStrings.xml", bytes)
            workbook.set(Self.sheet, [0xEF, 0xBB, 0xBF] + Array(xml.utf8))
            #expect(rows(workbook) == ["1: Zoë"])
        }
    }

    @Test("A document type is refused before any entity of it")
    func entities() {
        let bomb = "<!DOCTYPE w [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]>"
        for part in made().parts where part.name != "[Content_Types].xml" {
            for type in [bomb, "<!DOCTYPE w>", "<!DOCTYPE w SYSTEM \"file:///etc/passwd\">"] {
                var workbook = made()
                workbook[part.name] = type + "<worksheet>&b;</worksheet>"
                #expect(
                    refusal(workbook.bytes)?.contains("holds a DOCTYPE") == true, "\(part.name)")
            }
        }
    }

    @Test("A part that is no XML, or another, is damage")
    func notXML() {
        for part in made().parts where part.name != "[Content_Types].xml" {
            var workbook = made()
            workbook[part.name] = "<a><b></a>"
            #expect(refusal(workbook.bytes)?.contains("is damaged") == true, "\(part.name)")
        }
        for part in [Self.sheet, "xl/workbook.xml"] {
            var workbook = made()
            workbook[part] = "<html/>"
            #expect(refusal(workbook.bytes)?.contains("is damaged") == true)
        }
    }
}

@Suite("Workbooks and their limits")
struct WorkbookLimitTests {
    private func sheet(_ rows: String, texts: String? = nil) -> String? {
        refusal(MadeWorkbook(rows: rows, texts: texts).bytes)
    }

    @Test("What unpacks to more than 64 MiB is refused, whatever its headers claim")
    func bomb() {
        let zeros = Array(repeating: UInt8(ascii: " "), count: 64 << 20)
        var bomb = MadeWorkbook(rows: "<row><c><v>1</v></c></row>")
        bomb.set("xl/styles.xml", Array("<styleSheet>".utf8) + zeros + Array("</styleSheet>".utf8))
        #expect(bomb.bytes.count < 1 << 20)
        #expect(refusal(bomb.bytes)?.contains("unpacks to more than 64 MiB") == true)
        var zip = ZipBuilder()
        for part in bomb.parts { zip.add(part.name, part.bytes, lie: .init(size: 1 << 30)) }
        #expect(refusal(zip.bytes) != nil)
    }

    @Test("A sheet is counted once however often it is read, beside the texts that all share")
    func adds() throws {
        let blanks = String(repeating: " ", count: 30 << 20)
        let sheets: [MadeWorkbook.Sheet] = ["A", "B", "C"].map {
            .init($0, rows: blanks + "<row><c><v>1</v></c></row>")
        }
        let workbook = try Workbook(MadeWorkbook(sheets, texts: blanks).bytes)
        for _ in 0..<2 {
            for sheet in 0..<3 { try workbook.forEachRow(of: sheet) { _ in true } }
        }
        let wide = try Workbook(
            MadeWorkbook(sheets, texts: blanks + String(repeating: " ", count: 5 << 20)).bytes)
        #expect(throws: SheetFault.tooLarge) { try wide.forEachRow(of: 0) { _ in true } }
    }

    @Test("A text may be written into 64 MiB of cells and no more")
    func amplified() {
        let text = "<si><t>\(String(repeating: "x", count: 32_767))</t></si>"
        let cell = "<c t=\"s\"><v>0</v></c>"
        #expect(sheet(String(repeating: "<row>\(cell)</row>", count: 2048), texts: text) == nil)
        let more = sheet(String(repeating: "<row>\(cell)</row>", count: 2049), texts: text)
        #expect(more?.contains("more than 64 MiB") == true)
    }

    @Test("32,767 characters are a cell, one more is none; a wide one counts as two")
    func cells() {
        func cell(_ text: String) -> String {
            "<row r=\"4\"><c t=\"inlineStr\"><is><t>\(text)</t></is></c></row>"
        }
        #expect(sheet(cell(String(repeating: "é", count: 32_767))) == nil)
        #expect(
            sheet(cell(String(repeating: "é", count: 32_768)))
                == "! row 4: has a cell of more than 32767 characters")
        #expect(sheet(cell(String(repeating: "😀", count: 16_383))) == nil)
        #expect(sheet(cell(String(repeating: "😀", count: 16_384))) != nil)
        let shared = "<si><t>\(String(repeating: "x", count: 32_768))</t></si>"
        #expect(sheet("", texts: shared)?.contains("more than 32767 characters") == true)
    }

    @Test("200,000 rows are read and one more is refused")
    func lines() {
        let row = "<row><c><v>1</v></c></row>"
        let most = String(repeating: row, count: 200_000)
        #expect(sheet(most) == nil)
        #expect(sheet(most + "<row/><row><c/></row>") == nil)
        #expect(sheet(most + row)?.contains("more than 200000 rows") == true)
    }

    @Test("A sheet of 250,000 texts finds each of them")
    func manyTexts() throws {
        let count = 250_000
        let texts = (0..<count).map { "<si><t>t\($0)</t></si>" }.joined()
        let cells = [0, 1, 99_999, 100_000, count - 1].map { "<c t=\"s\"><v>\($0)</v></c>" }
        let book = MadeWorkbook(rows: "<row>\(cells.joined())</row>", texts: texts)
        #expect(rows(book) == ["1: t0|t1|t99999|t100000|t249999"])
    }

    @Test("Neither depth nor a tag without end takes memory or time")
    func endless() {
        var deep = MadeWorkbook(rows: "")
        deep["xl/styles.xml"] = String(repeating: "<a>", count: 1 << 20)
        #expect(refusal(deep.bytes)?.contains("is damaged") == true)
        for tag in ["<a b=\"", "<!--", "<?x ", "<a", "<![CDATA["] {
            var long = MadeWorkbook(rows: "")
            long["xl/styles.xml"] = "<styleSheet>\(tag)\(String(repeating: "x", count: 20 << 20))"
            #expect(refusal(long.bytes)?.contains("is damaged") == true, "\(tag)")
        }
    }

    @Test("An archive of 10,001 parts is no workbook")
    func parts() {
        var zip = ZipBuilder()
        for number in 0...10_000 { zip.add("xl/\(number)", [], isDeflated: false) }
        #expect(refusal(zip.bytes)?.contains("more than 10000 parts") == true)
    }
}
