import Domain
import Support
import Testing
import ViewModels

@Suite("A session at the screen")
struct SessionTests {
    private func school() throws -> SchoolBuilder {
        var school = try SchoolBuilder()
        try school.child(
            "K1", "Ayò", "Daniels", status: "CLA", since: "2020-01-01", keyAdult: false)
        try school.child("K2", "Bea", "Ashworth", status: "CP", keyAdult: false)
        try school.child(
            "K3", "Zoë", "Quinn", status: "CIN", year: "2", class: "Elm", knownAs: "Zo")
        try school.child("K4", "Leo", "Marsh", status: nil)
        return school
    }

    private func typist(
        _ first: PageName? = nil, on day: String = "2026-11-23", now: NowView = .byChild
    ) throws -> Typist {
        Typist(Session(try Models.of(school(), on: Day(day)), first: first, now: now))
    }

    // MARK: Moving

    @Test("Arrows and letters move the selection, and it stops at the ends")
    func moving() throws {
        let typist = try typist(.pane(.pupils))
        #expect(typist.page.focused.selected == 0)
        #expect(typist.press(.down, .character("j")).focused.selected == 2)
        #expect(typist.press(.down).focused.selected == 2)
        #expect(typist.press(.character("k")).focused.selected == 1)
        #expect(typist.press(.home, .up).focused.selected == 0)
        #expect(typist.press(.end).focused.selected == 2)
        #expect(typist.press(.pageUp).focused.selected == 0)
        #expect(typist.press(.pageDown).focused.selected == 2)
    }

    @Test("A digit gives its pane the keys, Tab the next one, around the end")
    func panes() throws {
        let typist = try typist()
        #expect(typist.page.focus == 0)
        #expect(typist.press(.character("3")).focus == 3)
        #expect(typist.press(.tab).focus == 4)
        #expect(typist.press(.tab).focus == 0)
        #expect(typist.press(.backTab).focus == 4)
        #expect(typist.effect(of: .character("9")).isNone)
        _ = typist.effect(of: .character("5"))
        #expect(typist.session.pageName == .policy)
    }

    @Test("Where panes stand one below the other the selection goes on into the next")
    func throughPanes() throws {
        let typist = try typist(.pupil(PupilRef("K2")))
        let (start, first) = (typist.page.focus, typist.page.focused)
        for row in first.rows where row.kind == .item { typist.press(.down) }
        #expect(typist.page.focus == start + 1)
        #expect(typist.press(.up).focus == start)
    }

    @Test("Enter opens the child, says so, and Esc comes back to the same line")
    func openAndBack() throws {
        let typist = try typist(.pane(.pupils))
        typist.press(.down)
        let effect = typist.effect(of: .enter)
        guard case .look(let subject, let page) = effect else {
            Issue.record("opening a child is a look")
            return
        }
        #expect(subject == .pupil(PupilRef("K1")))
        #expect(page == "pupil K1")
        #expect(typist.session.pageName == .pupil(PupilRef("K1")))
        #expect(typist.page.subject == PupilRef("K1"))
        #expect(typist.press(.escape).focused.selectedRow?.id == "K1")
        #expect(typist.press(.escape).id == "pupils")
    }

    @Test("The others on roll join the pupils and leave them again")
    func others() throws {
        let typist = try typist(.pane(.pupils))
        #expect(!typist.page.text.contains("Leo Marsh"))
        #expect(typist.press(.character("a")).text.contains("Leo Marsh"))
        typist.press(.end)
        #expect(typist.press(.enter).subject == PupilRef("K4"))
        #expect(!typist.press(.escape, .character("a")).text.contains("Leo Marsh"))
    }

    // MARK: Filter and palette

    @Test(
        "A filter finds names, known-as, class, status and state, without accents or capitals",
        arguments: [
            ("ayo", ["K1"]), ("ZOE", ["K3"]), ("zo", ["K3"]), ("elm", ["K3"]), ("cp", ["K2"]),
            ("overdue", ["K2", "K1", "K3"]), ("ash overdue", ["K2"]), ("nobody", []),
        ])
    func filter(_ text: String, _ found: [String]) throws {
        let typist = try typist(.pane(.pupils))
        typist.type("/" + text)
        #expect(typist.page.focused.rows.map(\.id) == found)
        #expect(typist.press(.enter).prompt == nil)
        #expect(typist.page.focused.rows.map(\.id) == found)
        #expect(typist.press(.escape).focused.rows.count == 3)
    }

    @Test("While a filter is typed letters write, and arrows still move")
    func filterTakesLetters() throws {
        let typist = try typist(.pane(.pupils))
        typist.type("/a")
        #expect(typist.press(.down).focused.selected == 1)
        #expect(typist.effect(of: .character("q")).isRedraw)
        #expect(typist.press(.backspace).focused.rows.count > 1)
        let page = typist.press(.escape)
        #expect(page.prompt == nil)
        #expect(page.focused.rows.count == 3)
    }

    @Test("The palette goes to a child by name, and Esc then leads to the first page")
    func palette() throws {
        let typist = try typist()
        typist.type(":quinn")
        #expect(typist.page.panes[0].rows.map(\.id) == ["child K3"])
        #expect(typist.press(.enter).subject == PupilRef("K3"))
        #expect(typist.press(.escape).id == "dashboard")
        typist.type(":miss")
        #expect(typist.press(.enter).id == "missed")
        typist.type(":log call")
        guard case .open(.contact, _, _, _) = typist.effect(of: .enter) else {
            Issue.record("the palette opens actions")
            return
        }
    }

    @Test("The page of a child who has just been entered opens, known to a social worker or not")
    func arrival() throws {
        let typist = try typist()
        guard case .look(.pupil(let pupil), _) = typist.session.arrive(PupilRef("K4")) else {
            Issue.record("the look is put on record")
            return
        }
        #expect(pupil == PupilRef("K4"))
        #expect(typist.page.subject == pupil)
        #expect(typist.session.arrive(PupilRef("K9")).isRedraw)
        #expect(typist.page.subject == pupil)
    }

    @Test("The palette lists every page by the title that stands over it")
    func titles() throws {
        let typist = try typist()
        let rows = typist.type(":").panes[0].rows
        let pages = rows.filter { $0.cells[1].map(\.text) == ["page"] }
        #expect(pages.count > 20)
        for row in pages where row.id != "dashboard" && !row.id.hasPrefix("cohort ") {
            let name = try #require(PageName(words: row.id.split(separator: " ").map(String.init)))
            let page = Session(typist.session.model, first: name).page(size: .wide)
            let titles = page.panes.map(\.title) + page.header.map(\.text)
            let title = row.cells[0].map(\.text).joined()
            #expect(
                titles.contains { $0.lowercased().contains(title.lowercased()) },
                "\(title) of \(row.id): \(titles)")
        }
    }

    @Test(
        "Typing a page's title or its word finds it",
        arguments: [
            (":decided not", "not-acted-on"), (":not acted", "not-acted-on"),
            (":numbers", "figures"), (":figures", "figures"), (":pp+ budget", "budget"),
            (":budget", "budget"), (":money not", "idle"), (":idle", "idle"),
            (":since you", "since"), (":keys", "help"), (":help", "help"),
        ])
    func eitherName(typed: String, id: String) throws {
        let typist = try typist()
        typist.type(typed)
        #expect(typist.page.panes[0].rows.first?.id == id)
    }

    @Test("The palette has the colours, once somebody asks for them")
    func colours() throws {
        let typist = try typist()
        #expect(!typist.type(":").panes[0].rows.contains { $0.id.hasPrefix("theme ") })
        let rows = typist.type("theme").panes[0].rows.map(\.id)
        #expect(rows == ["theme auto", "theme dark", "theme light", "theme mono"])
        typist.type(" li")
        guard case .theme(.light) = typist.effect(of: .enter) else {
            Issue.record("the palette sets the colours")
            return
        }
    }

    @Test(
        "The palette finds a name however its hyphen and its apostrophe are written",
        arguments: [":mei-lin", ":mei lin", ":meilin", ":o'neill", ":o neill", ":oneill"])
    func punctuation(typed: String) throws {
        var school = try SchoolBuilder()
        try school.child("K9", "Mei-Lin", "O'Neill")
        let typist = Typist(Session(try Models.of(school, on: Day("2026-11-23"))))
        typist.type(typed)
        #expect(typist.page.panes[0].rows.map(\.id) == ["child K9"])
    }

    // MARK: Acting

    @Test("Not to act is about the selected duty, whatever would be done for it")
    func notToAct() throws {
        let pack = Packs.builtIn
        let model = Model(
            facts: try school().facts(under: pack), roster: [], today: Day("2026-11-23"),
            pack: pack, person: Models.person,
            actions: [
                ActionKey(.noAction, key: .character("X"))
            ])
        let typist = Typist(Session(model, now: .byDuty))
        let selected = try #require(typist.page.focused.selectedRow?.id)
        guard case .open(.noAction, let duty?, let pupil?, _) = typist.effect(of: .character("X"))
        else {
            Issue.record("X opens its form for a duty")
            return
        }
        #expect(selected.contains(duty.rule.rawValue))
        #expect(duty.subject == .pupil(pupil))
    }

    @Test("A key opens the form of its action for the selected duty and child")
    func acting() throws {
        let typist = try typist(.pane(.pupils))
        guard
            case .open(.contact, let duty, let pupil, _) = typist.effect(of: .character("c"))
        else {
            Issue.record("c logs a call")
            return
        }
        #expect(pupil == PupilRef("K2"))
        #expect(duty == nil)
    }

    @Test("Of two actions of a key the one that the selected duty asks for is opened")
    func sharedKey() throws {
        let typist = try typist(on: "2026-12-01", now: .byDuty)
        let rows = typist.page.panes[0].rows
        let place = try #require(rows.firstIndex { $0.id == "pupil:K1 pep" })
        for _ in 0..<place { typist.press(.down) }
        guard case .open(.pepPlan, let duty?, _, _) = typist.effect(of: .character("p"))
        else {
            Issue.record("p plans the PEP that the line asks for")
            return
        }
        #expect(duty.subject == .pupil(PupilRef("K1")))
    }

    @Test("w explains the selected duty")
    func why() throws {
        let typist = try typist()
        let id = typist.session.model.now[0].duty.id
        let page = typist.press(.character("w"))
        #expect(page.id == PageName.why(id).id)
        #expect(page.text.contains("The promise"))
        #expect(page.text.contains("What would turn it"))
    }

    @Test("Undo, redo, blank, suspend and quit are asked of the program")
    func effects() throws {
        let typist = try typist()
        #expect("\(typist.effect(of: .character("u")))" == "previewUndo(nil)")
        #expect("\(typist.effect(of: .character("U")))" == "previewRedo")
        #expect("\(typist.effect(of: .function(10)))" == "blank")
        #expect("\(typist.effect(of: .control("z")))" == "suspend")
        #expect("\(typist.effect(of: .character("q")))" == "quit")
        #expect(typist.effect(of: .character("+")).isNone)
    }

    @Test("The history asks for the journal and shows what it is given")
    func history() throws {
        let typist = try typist(.pupil(PupilRef("K1")))
        guard case .load(.history(let subject)) = typist.effect(of: .character("h")) else {
            Issue.record("h asks for the journal")
            return
        }
        #expect(subject == .pupil(PupilRef("K1")))
        let at = try #require(Instant(iso: "2026-11-23T09:31:00Z"))
        let lines = ["K1", "K2"].enumerated().map { place, ref in
            HistoryEntry(
                change: ChangeNumber(rawValue: Int64(place)), at: at, by: "mosei",
                action: "contact",
                subject: .pupil(PupilRef(ref)), page: nil, isUndone: false)
        }
        typist.session.show(lines, of: .history(subject))
        #expect(typist.page.focused.rows.map(\.id) == ["0"])
    }
}

extension Effect {
    var isNone: Bool {
        if case .none = self { return true }
        return false
    }

    var isRedraw: Bool {
        if case .redraw = self { return true }
        return false
    }
}
