import Domain
import Support
import Testing
import ViewModels

@Suite("The columns of a file on the import page")
struct ImportColumnsTests {
    private func preview(needsNames: Bool = false) -> ImportPreview {
        var preview = ImportPreview(
            fileName: "roster.csv", takenFor: "a roster",
            counts: ImportCounts(rows: 2, new: 0, changed: 0, same: 0, refused: 2),
            refused: [ImportPreview.Line(number: nil, words: "2 rows: no date")],
            command: nil)
        preview.kind = .roster
        preview.columns = [
            ImportPreview.Column(
                heading: "Adm No", field: "admission number", words: "the admission number",
                samples: ["2103", "2104"]),
            ImportPreview.Column(
                heading: "Enrolment begins", field: nil, words: "not read",
                samples: ["01/09/2025"]),
        ]
        preview.fields = [
            ImportPreview.Choice(name: "born", words: "the date of birth"),
            ImportPreview.Choice(name: "admitted", words: "the date of admission"),
        ]
        preview.needsNames = needsNames
        return preview
    }

    private func page(_ preview: ImportPreview) throws -> ImportState {
        var page = ImportState(in: try SmallSchool.context())
        for character in "roster.csv" { _ = page.press(.character(character)) }
        _ = page.press(.enter)
        page.show(preview)
        return page
    }

    @Test("Each column shows what it was taken for and its cells; a few letters change it")
    func change() throws {
        var page = try page(preview())
        #expect(page.page(size: .small).footer.contains { $0.key == "c" })
        _ = page.press(.character("c"))
        let text = page.page(size: .small).text
        #expect(text.contains("Enrolment begins"))
        #expect(text.contains("not read"))
        #expect(text.contains("01/09/2025"))
        _ = page.press(.down)
        _ = page.press(.enter)
        for character in "admiss" { _ = page.press(.character(character)) }
        #expect(page.page(size: .small).panes[0].rows.map(\.id) == ["admitted"])
        guard case .planImport(let request) = page.press(.enter) else {
            Issue.record("the file is looked over again")
            return
        }
        #expect(request.headings == ["Enrolment begins": "admitted"])
        #expect(request.path == "roster.csv")
    }

    @Test("A column can be put aside; Esc goes back a step at a time and changes nothing")
    func aside() throws {
        var page = try page(preview())
        _ = page.press(.character("c"))
        _ = page.press(.enter)
        _ = page.press(.escape)
        #expect(page.page(size: .small).panes[0].id == "columns")
        _ = page.press(.enter)
        guard case .planImport(let request) = page.press(.enter) else {
            Issue.record("the first choice is not to read the column")
            return
        }
        #expect(request.headings == ["Adm No": String?.none])
    }

    @Test("While most columns are not read y takes nothing in; o leaves them out")
    func unread() throws {
        let file = ImportPreview(
            fileName: "roster.csv", takenFor: "a roster",
            counts: ImportCounts(rows: 2, new: 0, changed: 2, same: 0),
            command: Command(action: "import-roster", subject: .school, changes: [], seen: [:]))
        var asked = file
        asked.question = "Is it a roster? 3 of its 4 columns are not read: Mon, Tue, Wed"
        asked.unread = ["Mon", "Tue", "Wed"]
        var page = try page(asked)
        #expect(!page.page(size: .small).footer.contains { $0.key == "y" })
        guard case .none = page.press(.character("y")) else {
            Issue.record("nothing is taken in")
            return
        }
        #expect(page.page(size: .small).message?.text.contains("3 of its 4 columns") == true)
        guard case .planImport(let request) = page.press(.character("o")) else {
            Issue.record("the file is looked over again")
            return
        }
        #expect(request.headings.count == 3)
    }

    @Test("Names and classes are taken where the person says so, and only then")
    func names() throws {
        var plain = try page(preview())
        guard case .none = plain.press(.character("n")) else {
            Issue.record("there is nothing to confirm")
            return
        }
        var page = try page(preview(needsNames: true))
        #expect(page.page(size: .small).footer.contains { $0.key == "n" })
        guard case .planImport(let request) = page.press(.character("n")) else {
            Issue.record("the file is read by names")
            return
        }
        #expect(request.confirmsNames)
        var shown = preview()
        shown.pairs = [ImportPreview.Line(number: 2, words: "Smith, Ava, 2A is Ava Smith (1001)")]
        page.show(shown)
        #expect(page.page(size: .small).text.contains("Smith, Ava, 2A is Ava Smith (1001)"))
    }
}
