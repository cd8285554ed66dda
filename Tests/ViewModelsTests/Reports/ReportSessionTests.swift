import Domain
import Support
import Testing
import ViewModels

@Suite("Reports from the dashboard")
struct ReportSessionTests {
    private func typist(
        _ roles: [Role.Name] = [.designatedTeacher], first: PageName? = nil
    ) throws -> Typist {
        var school = try SchoolBuilder()
        try school.child("K1", "Ayò", "Daniels", status: "CLA", since: "2020-01-01")
        try school.child("K2", "Bea", "Ashworth", status: "CP")
        let person = Person(login: "x", name: "X", roles: roles, isKeeper: false, staff: ["S01"])
        return Typist(
            Session(try Models.of(school, on: Day("2026-11-23"), person: person), first: first))
    }

    private func asked(_ effect: Effect) -> ReportRequest? {
        if case .makeReport(let request) = effect { request } else { nil }
    }

    private func listed(_ page: Page) -> [String] { page.focused.rows.map(\.id) }

    // MARK: The lists

    @Test("R lists the reports of the school, the careful ones first, each with its reader")
    func reports() throws {
        let typist = try typist()
        let page = typist.press("R")
        #expect(typist.session.pageName == .reports)
        #expect(
            listed(page) == [
                "public", "governors public", "policy public", "confidential",
                "morning confidential", "governors confidential", "teacher confidential",
                "policy confidential", "money confidential", "return confidential",
                "handover confidential", "chase confidential",
            ])
        #expect(page.text.contains("Progress report for governors | governors, Virtual School"))
        #expect(page.text.contains("P on a child's line"))
    }

    @Test(
        "A list holds what the role may make, and nothing else",
        arguments: [
            ([.classTeacher], ["policy public", "morning confidential"], ["child confidential"]),
            ([.designatedGovernor], ["policy public"], []),
            (
                [.dsl],
                [
                    "governors public", "policy public", "morning confidential",
                    "governors confidential", "teacher confidential", "policy confidential",
                    "money confidential", "return confidential", "handover confidential",
                    "chase confidential",
                ],
                [
                    "meeting confidential", "child confidential", "case confidential",
                    "transfer confidential", "conference confidential",
                ]
            ),
            ([.administrator], [], []),
        ] as [([Role.Name], [String], [String])])
    func roles(_ roles: [Role.Name], _ school: [String], _ child: [String]) throws {
        let typist = try typist(roles)
        func items(_ page: Page, on name: PageName) -> [String] {
            typist.session.pageName == name
                ? page.focused.rows.filter { $0.kind == .item }.map(\.id) : []
        }
        #expect(items(typist.press("R"), on: .reports) == school)
        let packs = PageName.packs(PupilRef("K2"))
        let other = try self.typist(roles, first: .pupil(PupilRef("K2")))
        let page = other.press("P")
        #expect(
            (other.session.pageName == packs
                ? page.focused.rows.filter { $0.kind == .item }.map(\.id) : []) == child)
    }

    @Test("P on a child lists that child's packs under the child's name, else it asks for a child")
    func packs() throws {
        let typist = try typist(first: .pane(.pupils))
        let page = typist.press("P")
        #expect(page.subject == PupilRef("K2"))
        #expect(page.header[0].text.contains("Bea Ashworth"))
        #expect(listed(page).contains("meeting confidential"))
        // The conference is the DSL's.
        #expect(!listed(page).contains("conference confidential"))
        let school = try self.typist(first: .policy)
        #expect(school.press("P").message?.text.contains("Select a child first") == true)
    }

    @Test("Enter asks for the report of the line: its audience, its child, today")
    func making() throws {
        let typist = try typist()
        typist.press("R")
        let first = ReportRequest(.governors, audience: .public, made: Day("2026-11-23"))
        #expect(asked(typist.effect(of: .enter)) == first)
        let child = try self.typist(first: .packs(PupilRef("K1")))
        let second = ReportRequest(.meeting, pupil: PupilRef("K1"), made: Day("2026-11-23"))
        #expect(asked(child.effect(of: .enter)) == second)
    }

    @Test("With initials on the screen only what names nobody is made")
    func initials() throws {
        let typist = try typist()
        typist.press(.function(9), "R")
        #expect(asked(typist.effect(of: .enter))?.audience == .public)
        #expect(asked(typist.effect(of: .end, .enter)) == nil)
        #expect(typist.page.message?.text.contains("F9 first") == true)
    }

    @Test(
        "The palette goes to a report by name, of the selected child too",
        arguments: [
            ("gov pub", ReportID.governors, nil), ("pupil prem", .money, nil),
            ("pep meet", .meeting, "K2"),
        ] as [(String, ReportID, String?)])
    func palette(words: String, id: ReportID, pupil: String?) throws {
        let typist = try typist(first: .pane(.pupils))
        typist.press(":")
        typist.type("report \(words)")
        let request = asked(typist.effect(of: .enter))
        #expect(request?.id == id && request?.pupil == pupil.map { PupilRef($0) })
    }

    // MARK: Reading and saving

    /// A session in which a report of so many lines is read.
    private func reading(
        _ place: ReportPlace = .anywhere, formats: [ReportFormat] = ReportFormat.allCases
    ) throws -> Typist {
        let typist = try typist()
        typist.press("R")
        let model = typist.session.model
        let request = ReportRequest(.governors, audience: .public, made: model.today)
        typist.session.present(
            ReportModal(
                ReportPreview(
                    request, try model.report(request),
                    lines: (1...40).map { $0 % 10 == 3 ? "Line \($0): Zoë's ﬁgure" : "Line \($0)" },
                    formats: formats, place: place), model))
        return typist
    }

    private func line(_ typist: Typist) -> Int? { typist.page.focused.selected.map { $0 + 1 } }

    @Test("It is read by lines and pages, to its ends, and Esc leads back to the list")
    func reads() throws {
        let typist = try reading()
        typist.press(.down, "j", "k")
        #expect(line(typist) == 2)
        typist.press(.pageDown)
        #expect(line(typist) == 16)
        typist.press(.end, .down)
        #expect(line(typist) == 40)
        typist.press(.home, .up)
        #expect(line(typist) == 1)
        // Letters mean the report, not the page beneath it.
        typist.press("u", "c")
        #expect(typist.page.id == "report")
        typist.press(.escape)
        #expect(typist.page.id == "reports")
    }

    @Test("/ goes to the words as they are typed, n to the next place, N to the one before")
    func searches() throws {
        let typist = try reading()
        typist.press("/")
        typist.type("zoe")
        #expect(line(typist) == 3)
        #expect(typist.press(.enter).message?.text == "zoe: 1 of 4")
        typist.press("n")
        #expect(line(typist) == 13 && typist.page.message?.text == "zoe: 2 of 4")
        typist.press("N", "N")
        #expect(line(typist) == 33)
        typist.press("n")
        #expect(line(typist) == 3)
        typist.press("/")
        typist.type("nowhere")
        #expect(typist.press(.enter).message?.text == "Nothing in it says nowhere.")
        #expect(line(typist) == 3)
        typist.press("/")
        typist.type("Line 4")
        #expect(line(typist) == 4)
        typist.press(.escape)
        #expect(line(typist) == 3)
    }

    @Test("Another width keeps the place")
    func widths() throws {
        let typist = try reading()
        typist.press(.pageDown, .down, .down, .down, .down, .down, .down)
        #expect(line(typist) == 21)
        typist.session.show(reportLines: (1...80).map { "Narrow \($0)" })
        #expect(line(typist) == 41)
        typist.session.show(reportLines: [])
        typist.press(.down, "n")
        #expect(typist.page.focused.empty == "Nothing stands in it.")
    }

    private func saved(_ effect: Effect) -> ReportSaving? {
        if case .save(let saving) = effect { saving } else { nil }
    }

    @Test("s saves as what is chosen under the name that was typed; the ending follows the format")
    func saves() throws {
        let typist = try reading()
        typist.press("s")
        let plain = try #require(saved(typist.effect(of: .control("s"))))
        #expect(plain.format == .text && plain.name == "governors-2026-11-23-public.txt")
        #expect(!plain.replaces && plain.table == nil)
        typist.press("h")
        let page = try #require(saved(typist.effect(of: .control("s"))))
        #expect(page.format == .html && page.name == "governors-2026-11-23-public.html")
        #expect(page.report == plain.report && page.request == plain.request)
        typist.press(.right, .tab, .right)
        let sheet = try #require(saved(typist.effect(of: .control("s"))))
        #expect(sheet.format == .csv && sheet.table == plain.report.tables[1].id)
        typist.press(.tab, .control("u"))
        #expect(saved(typist.effect(of: .enter)) == nil)
        #expect(typist.page.message?.text == "Type a name for the file.")
        typist.type(" ~/for governors ")
        #expect(saved(typist.effect(of: .enter))?.name == "~/for governors.csv")
        // What is typed as an ending is what it is saved as.
        typist.press(.control("u"))
        typist.type("for governors.html")
        let named = try #require(saved(typist.effect(of: .enter)))
        #expect(named.name == "for governors.html" && named.format == .html)
        typist.press(.escape)
        #expect(typist.page.panes[0].id == "report")
    }

    @Test("What is there already is replaced after a yes alone")
    func replaces() throws {
        let typist = try reading()
        typist.effect(of: "s", .control("s"))
        typist.session.askToReplace()
        #expect(typist.session.isAsking)
        #expect(saved(typist.effect(of: .enter)) == nil)
        #expect(!typist.session.isAsking && typist.page.panes[0].id == "save")
        typist.effect(of: .control("s"))
        typist.session.askToReplace()
        #expect(saved(typist.effect(of: "y"))?.replaces == true)
        typist.session.refuse("The disk is full.")
        #expect(typist.page.message?.text == "The disk is full." && !typist.session.isAsking)
    }

    @Test("In a fixed session the form asks for a name alone, and offers what there is")
    func outbox() throws {
        let typist = try reading(.outbox, formats: [.text, .html])
        typist.press("s")
        guard case .form(let fields) = typist.page.panes[0].content else {
            Issue.record("no form")
            return
        }
        #expect(fields.last?.hint == "a name alone: it goes into the outbox beside the store")
        typist.press("p")
        #expect(saved(typist.effect(of: .control("s")))?.format == .text)
    }
}
