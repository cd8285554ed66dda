import Domain
import Exchange
import Support
import Testing

@Suite("Reports as text, page and table")
struct ReportDrawingTests {
    private let report = MadeReport.report()

    @Test("The same report gives the same bytes")
    func same() {
        #expect(ReportPage.html(of: report) == ReportPage.html(of: MadeReport.report()))
        #expect(ReportLines.of(report) == ReportLines.of(MadeReport.report()))
        #expect(
            ReportSheet.bytes(of: report, table: nil)
                == ReportSheet.bytes(of: MadeReport.report(), table: nil))
    }

    @Test("No line of text is wider than 80 columns, and nothing is lost of it")
    func text() {
        let lines = ReportLines.of(report)
        #expect(lines.map(\.count).max() ?? 0 <= 80)
        let text = lines.joined(separator: " ")
        for words in [
            "INVENTED PUPILS", "Made & drawn", "15 children", "80.0 %", "93.4 %", "Two rows.",
        ] {
            #expect(text.contains(words), "\(words)")
        }
        #expect(!text.contains("\u{202E}"))
    }

    @Test("Lines for an inbox have no head")
    func bare() {
        let lines = ReportLines.of(MadeReport.report(isBare: true))
        #expect(lines.first == "INVENTED PUPILS")
        #expect(!lines.contains { $0.contains("Made & drawn") })
    }

    @Test("The page is strict markup, fetches nothing and runs nothing, whatever was typed")
    func page() throws {
        let html = ReportPage.html(of: report)
        let page = try StrictMarkup(html)
        let names = Set(page.elements.map(\.name))
        #expect(names.isDisjoint(with: ["script", "img", "link", "iframe", "object", "b"]))
        #expect(
            !page.elements.contains { !$0.attributes.keys.filter { $0.hasPrefix("on") }.isEmpty })
        #expect(
            page.elements.allSatisfy { $0.attributes["src"] == nil && $0.attributes["href"] == nil }
        )
        #expect(!html.contains("http") && !html.contains("url("))
        #expect(!html.contains("\u{202E}"))
    }

    @Test(
        "It is read aloud in order: language, headings, captions, scopes, a title for the drawing")
    func accessible() throws {
        let page = try StrictMarkup(ReportPage.html(of: report))
        #expect(page.elements.first?.attributes["lang"] == "en-GB")
        let levels = page.elements.compactMap { element -> Int? in
            guard element.name.count == 2, element.name.hasPrefix("h") else { return nil }
            return Int(element.name.dropFirst())
        }
        #expect(levels.first == 1)
        #expect(zip(levels, levels.dropFirst()).allSatisfy { $1 <= $0 + 1 })
        let tables = page.elements.count { $0.name == "table" }
        #expect(tables == 2 && page.elements.count { $0.name == "caption" } == tables)
        #expect(
            page.elements.filter { $0.name == "th" }.allSatisfy { $0.attributes["scope"] != nil })
        let ids = page.elements.compactMap { $0.attributes["id"] }
        #expect(Set(ids).count == ids.count)
        let labels = page.elements.compactMap { $0.attributes["aria-labelledby"] }
        #expect(labels.allSatisfy(ids.contains))
        let drawing = try #require(page.elements.firstIndex { $0.name == "svg" })
        #expect(page.elements[drawing + 1].name == "title")
    }

    @Test("Each page of paper has its number and the classification")
    func paper() {
        let html = ReportPage.html(of: report)
        #expect(html.contains("size: A4") && html.contains("counter(page)"))
        #expect(html.contains("content: \"Confidential: about children\""))
        #expect(html.contains("prefers-color-scheme: dark"))
    }

    @Test("A table by its id, or the first; no cell is a formula")
    func sheet() throws {
        let first = try #require(ReportSheet.bytes(of: report, table: nil))
        let text = String(decoding: first, as: UTF8.self)
        #expect(text.hasPrefix("What,A long heading of a column,Amount\n'=1+2,"))
        #expect(ReportSheet.bytes(of: report, table: "plot") != nil)
        #expect(ReportSheet.bytes(of: report, table: "figures") != nil)
        #expect(ReportSheet.bytes(of: report, table: "no-such") == nil)
    }

    @Test("A file is for its owner alone, and none is written over unasked")
    func file() throws {
        let folder = try TemporaryFolder()
        let path = folder.file("report.txt")
        try WholeFile.write(Array("one".utf8), to: path, replacing: false)
        #expect(throws: BundleWriteFault.self) {
            try WholeFile.write(Array("two".utf8), to: path, replacing: false)
        }
        #expect(try folder.bytes("report.txt") == Array("one".utf8))
        try WholeFile.write(Array("three".utf8), to: path, replacing: true)
        #expect(try folder.bytes("report.txt") == Array("three".utf8))
        #expect(try folder.names() == ["report.txt"])
    }
}
