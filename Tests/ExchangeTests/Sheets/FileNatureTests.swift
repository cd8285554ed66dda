import Support
import Testing

@testable import Exchange

@Suite("What kind of file bytes are")
struct FileNatureTests {
    private static let compound: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]

    @Test(
        "Files of text are told by how they begin",
        arguments: [
            ("Adm No,Date\n1,2\n", .text), ("<13 years\n", .text),
            ("BMI,Name\n1,2\nabcdefgh", .text),
            ("P,K\n", .text), ("ID;Name", .text), (" %PDF-1.7\n", .pdf), ("%PDF-1.7", .pdf),
            ("<!DOCTYPE html><p>", .webPage), ("\u{FEFF}\r\n<HTML xmlns:o=\"x\">", .webPage),
            ("<table><tr><td>", .webPage), ("<?xml version=\"1.0\"?><html>", .webPage),
            ("MIME-Version: 1.0\nContent-Type: multipart/related", .webPage),
            ("<?xml version=\"1.0\"?><CTfile>", .xml), ("<CTfile>", .xml),
            (
                "<?xml version=\"1.0\"?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\">",
                .xmlWorkbook
            ),
            ("{\\rtf1", .wordDocument), ("", .emptyFile),
        ] as [(String, FileNature)])
    func texts(text: String, expected: FileNature) {
        #expect(FileNature(Array(text.utf8)) == expected)
    }

    @Test("A page in UTF-16 is a page, and a list in UTF-16 is text")
    func wide() {
        func wide(_ text: String) -> [UInt8] {
            [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        }
        #expect(FileNature(wide("<html>")) == .webPage)
        #expect(FileNature(wide("Adm No\tDate\n")) == .text)
    }

    @Test(
        "Others by their signature",
        arguments: [
            ([0x89, 0x50, 0x4E, 0x47, 0x0D], .picture("PNG")),
            ([0xFF, 0xD8, 0xFF, 0xE0], .picture("JPEG")),
            (Array("GIF89a".utf8), .picture("GIF")), ([0x49, 0x49, 0x2A, 0], .picture("TIFF")),
            ([0x42, 0x4D, 9, 9, 9, 9, 0, 0, 0, 0, 54, 0, 0, 0, 40], .picture("BMP")),
            (Array("RIFF1234WEBPVP8 ".utf8), .picture("WebP")),
            ([0, 0, 0, 24] + Array("ftypheic".utf8), .picture("HEIC")),
            ([9, 8, 16, 0, 0, 6], .oldWorkbook), ([9, 0, 4, 0], .oldWorkbook),
            ([0x1F, 0x8B, 8], .archive), (Array("PK\u{5}\u{6}".utf8), .archive),
        ] as [([UInt8], FileNature)])
    func signatures(bytes: [UInt8], expected: FileNature) {
        #expect(FileNature(bytes) == expected)
    }

    @Test(
        "An old container is told by its parts",
        arguments: [
            ("Workbook", .oldWorkbook), ("Book", .oldWorkbook), ("WordDocument", .wordDocument),
            ("EncryptedPackage", .lockedWorkbook), ("PowerPoint Document", .presentation),
            ("nothing", .oldWorkbook),
        ] as [(String, FileNature)])
    func containers(part: String, expected: FileNature) {
        let bytes =
            Self.compound + Array(repeating: 0, count: 1024) + part.utf8.flatMap { [$0, 0] }
        #expect(FileNature(bytes) == expected)
        #expect(refusal(bytes) == "! \(expected.words)")
    }

    @Test(
        "An archive is told by its parts",
        arguments: [
            (["xl/workbook.xml"], .workbook), (["XL/Workbook.xml"], .workbook),
            (["xl/workbook.bin", "xl/worksheets/sheet1.bin"], .binaryWorkbook),
            (["word/document.xml"], .wordDocument), (["ppt/presentation.xml"], .presentation),
            (["Index/Document.iwa"], .numbersDocument), (["list.csv"], .archive),
        ] as [([String], FileNature)])
    func archives(names: [String], expected: FileNature) {
        var zip = ZipBuilder()
        for name in names { zip.add(name, [1]) }
        #expect(FileNature(zip.bytes) == expected)
        if expected != .workbook { #expect(refusal(zip.bytes) == "! \(expected.words)") }
    }

    @Test("An OpenDocument sheet says so in its first part")
    func openDocument() {
        var zip = ZipBuilder()
        let type = "application/vnd.oasis.opendocument.spreadsheet"
        zip.add("mimetype", Array(type.utf8), isDeflated: false)
        zip.add("content.xml", Array("<x/>".utf8))
        #expect(FileNature(zip.bytes) == .openDocument)
        #expect(refusal(zip.bytes)?.contains("save it as .xlsx") == true)
    }

    @Test("A workbook cut short is still a workbook")
    func truncated() {
        let bytes = MadeWorkbook(rows: "").bytes
        #expect(FileNature(bytes) == .workbook)
        #expect(FileNature(Array(bytes.dropLast(30))) == .workbook)
    }

    @Test("What is no workbook is refused by its name, with a cure")
    func words() {
        #expect(refusal(Array("%PDF-1.4".utf8))?.contains("is a PDF; export the list") == true)
        #expect(refusal(Self.compound)?.contains("old Excel workbook (.xls)") == true)
        #expect(refusal(Array("a,b".utf8)) == "! is a text file")
    }
}
