import Domain
import Support
import Testing
import ViewModels

@Suite("The import page")
struct ImportTests {
    private func preview(
        _ command: Command?, marked: [PupilRef] = [], years: [AcademicYear] = [],
        refused: [ImportPreview.Line] = []
    ) -> ImportPreview {
        ImportPreview(
            fileName: "roster.csv", takenFor: "a SIMS roster",
            counts: ImportCounts(
                rows: 5, new: 1, changed: 1, same: 2, leftOut: 1, refused: refused.count),
            leftOut: [ImportPreview.Line(number: 9, words: "a total")], refused: refused,
            lookedAfter: marked.map {
                ImportPreview.Marked(line: 2, pupil: $0, name: "Ann Other", words: "In care: yes")
            }, missing: ["Leo Marsh"], yearsWithoutTerms: years, command: command)
    }

    private func command() throws -> Command {
        let pupil = try Record(
            .pupils,
            [
                "pupil": "K005", "surname": "New", "forename": "Nia", "born": "2021-01-01",
                "year_group": "R", "admitted": "2026-11-23",
            ])
        return Command(action: "import-roster", subject: .school, changes: [.put(pupil)])
    }

    private func named(_ page: inout ImportState) -> String? {
        for character in " roster.csv" { _ = page.press(.character(character)) }
        if case .planImport(let request) = page.press(.enter) { return request.path }
        return nil
    }

    @Test("A file is named, looked over, and only then taken in")
    func takenIn() throws {
        var page = ImportState(in: try SmallSchool.context())
        let path1 = named(&page)
        #expect(path1 == "roster.csv")
        page.show(preview(try command()))
        let text = page.page(size: .small).text
        #expect(text.contains("5 rows: 1 new, 1 changed, 2 the same, 1 left out"))
        #expect(text.contains("Leo Marsh is on roll and not in the file: kept"))
        guard case .none = page.press(.enter), case .none = page.press(.down) else {
            Issue.record("only y takes the file in")
            return
        }
        guard case .record(let made) = page.press(.character("y")) else {
            Issue.record("y takes the file in")
            return
        }
        #expect(made.action == "import-roster")
        let isMore = page.done()
        #expect(!isMore)
    }

    @Test("A refused file says which lines and why, and cannot be taken in")
    func refused() throws {
        var page = ImportState(in: try SmallSchool.context())
        _ = named(&page)
        let line = ImportPreview.Line(number: 4, words: "DOB: is not a date: 31/02/2019")
        page.show(preview(nil, refused: [line]))
        #expect(page.page(size: .small).text.contains("DOB: is not a date: 31/02/2019"))
        #expect(!page.page(size: .small).footer.contains { $0.key == "y" })
        guard case .none = page.press(.character("y")) else {
            Issue.record("nothing is there to take in")
            return
        }
        _ = page.press(.escape)
        #expect(page.page(size: .small).panes[0].id == "file")
    }

    @Test("A file that is not there is said, and another can be named")
    func noFile() throws {
        var page = ImportState(in: try SmallSchool.context())
        guard case .none = page.press(.enter) else {
            Issue.record("a file without a name is no file")
            return
        }
        _ = named(&page)
        page.refused("roster.csv: there is no such file")
        #expect(page.page(size: .small).message?.text == "roster.csv: there is no such file")
        let path2 = named(&page)
        #expect(path2 == " roster.csv roster.csv".dropFirst().description)
    }

    @Test("Children marked as looked after are confirmed with a date, years get their terms")
    func followUp() throws {
        let context = try SmallSchool.context()
        let year = AcademicYear(start: 2025)
        var page = ImportState(in: context)
        _ = named(&page)
        page.show(
            preview(try command(), marked: [SmallSchool.ann, SmallSchool.sam], years: [year]))
        _ = page.press(.character("y"))
        let stays1 = page.done()
        #expect(stays1)
        // Sam is looked after on record already: nothing to confirm.
        #expect(
            page.page(size: .small).panes[0].rows.map(\.id) == ["confirm K004", "dates 2025-26"])
        _ = page.press(.enter)
        #expect(page.page(size: .small).subject == SmallSchool.ann)
        // Nobody is looked after from a day that nobody has said.
        guard case .none = page.press(.control("s")) else {
            Issue.record("the date is missing")
            return
        }
        for character in "2 nov" { _ = page.press(.character(character)) }
        guard case .record(let begun) = page.press(.control("s")) else {
            Issue.record("the status is ready")
            return
        }
        #expect(begun.subject == .pupil(SmallSchool.ann))
        #expect(begun.action == "status-begin")
        page.update(
            context.facts.applying(begun.changes, bankHolidays: context.pack.bankHolidays))
        let stays2 = page.done()
        #expect(stays2)
        #expect(page.page(size: .small).panes[0].rows.map(\.id) == ["dates 2025-26"])
        _ = page.press(.enter)
        #expect(page.page(size: .small).id == "form term")
        _ = page.press(.escape)
        guard case .close = page.press(.escape) else {
            Issue.record("Esc leaves the rest for later")
            return
        }
    }

    @Test("A date of admission goes with the file; what is no date is said first")
    func admitted() throws {
        var page = ImportState(in: try SmallSchool.context())
        for character in "new.csv" { _ = page.press(.character(character)) }
        _ = page.press(.tab)
        for character in "2 sepp" { _ = page.press(.character(character)) }
        guard case .none = page.press(.enter) else {
            Issue.record("2 sepp is no date")
            return
        }
        #expect(page.page(size: .small).message?.text.contains("is not a date") == true)
        _ = page.press(.backspace)
        guard case .planImport(let request) = page.press(.enter) else {
            Issue.record("the file is planned")
            return
        }
        #expect(request == ImportRequest(path: "new.csv", admitted: Day("2026-09-02")))
    }

    @Test("What is typed into a form behind an import is kept under the child's own draft")
    func draft() throws {
        var modal = ImportModal(in: try SmallSchool.context())
        for character in "a.csv" { _ = modal.press(.character(character)) }
        _ = modal.press(.enter)
        modal.show(preview(try command(), marked: [SmallSchool.ann]))
        _ = modal.press(.character("y"))
        _ = modal.recorded()
        _ = modal.press(.enter)
        guard case .keep(let draft) = modal.press(.character("2")) else {
            Issue.record("what is typed is worth keeping")
            return
        }
        #expect(draft.id == "status pupil:K004")
        #expect(draft.subject == .pupil(SmallSchool.ann))
        #expect(modal.draftID == draft.id)
    }

    @Test("A file that changes nothing still asks for what it marks")
    func nothingChanged() throws {
        var page = ImportState(in: try SmallSchool.context())
        _ = named(&page)
        page.show(preview(nil, marked: [SmallSchool.ann]))
        _ = page.press(.character("y"))
        #expect(page.page(size: .small).panes[0].rows.map(\.id) == ["confirm K004"])
    }
}
