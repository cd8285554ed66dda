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

    private func session(_ first: PageName? = nil) throws -> Session {
        Session(try Models.of(school(), on: Day("2026-11-23")), first: first)
    }

    /// Presses keys and returns the page.
    @discardableResult
    private func press(_ keys: Key..., in session: inout Session) -> Page {
        for key in keys { _ = session.press(key, size: .wide) }
        return session.page(size: .wide)
    }

    private func type(_ text: String, in session: inout Session) {
        for character in text { _ = session.press(.character(character), size: .wide) }
    }

    // MARK: Moving

    @Test("Arrows and letters move the selection, and it stops at the ends")
    func moving() throws {
        var session = try session(.pane(.pupils))
        #expect(session.page(size: .wide).focused.selected == 0)
        #expect(press(.down, .character("j"), in: &session).focused.selected == 2)
        #expect(press(.down, in: &session).focused.selected == 2)
        #expect(press(.character("k"), in: &session).focused.selected == 1)
        #expect(press(.home, .up, in: &session).focused.selected == 0)
        #expect(press(.end, in: &session).focused.selected == 2)
        #expect(press(.pageUp, in: &session).focused.selected == 0)
        #expect(press(.pageDown, in: &session).focused.selected == 2)
    }

    @Test("A digit gives its pane the keys, Tab the next one, around the end")
    func panes() throws {
        var session = try session()
        #expect(session.page(size: .wide).focus == 0)
        #expect(press(.character("3"), in: &session).focus == 3)
        #expect(press(.tab, in: &session).focus == 4)
        #expect(press(.tab, in: &session).focus == 0)
        #expect(press(.backTab, in: &session).focus == 4)
        #expect(session.press(.character("9"), size: .wide).isNone)
    }

    @Test("Where panes stand one below the other the selection goes on into the next")
    func throughPanes() throws {
        var session = try session(.pupil(PupilRef("K2")))
        let first = session.page(size: .wide).focused
        for _ in first.rows { _ = session.press(.down, size: .wide) }
        #expect(session.page(size: .wide).focus == 1)
        #expect(press(.up, in: &session).focus == 0)
    }

    @Test("Enter opens the child, says so, and Esc comes back to the same line")
    func openAndBack() throws {
        var session = try session(.pane(.pupils))
        press(.down, in: &session)
        let effect = session.press(.enter, size: .wide)
        guard case .look(let subject, let page) = effect else {
            Issue.record("opening a child is a look")
            return
        }
        #expect(subject == .pupil(PupilRef("K1")))
        #expect(page == "pupil K1")
        #expect(session.pageName == .pupil(PupilRef("K1")))
        #expect(session.page(size: .wide).subject == PupilRef("K1"))
        #expect(press(.escape, in: &session).focused.selectedRow?.id == "K1")
        #expect(press(.escape, in: &session).id == "pupils")
    }

    @Test("The others on roll join the pupils and leave them again")
    func others() throws {
        var session = try session(.pane(.pupils))
        #expect(!session.page(size: .wide).text.contains("Leo Marsh"))
        #expect(press(.character("a"), in: &session).text.contains("Leo Marsh"))
        press(.end, in: &session)
        #expect(press(.enter, in: &session).subject == PupilRef("K4"))
        #expect(!press(.escape, .character("a"), in: &session).text.contains("Leo Marsh"))
    }

    // MARK: Filter and palette

    @Test(
        "A filter finds names, known-as, class, status and state, without accents or capitals",
        arguments: [
            ("ayo", ["K1"]), ("ZOE", ["K3"]), ("zo", ["K3"]), ("elm", ["K3"]), ("cp", ["K2"]),
            ("overdue", ["K2", "K1"]), ("ash overdue", ["K2"]), ("nobody", []),
        ])
    func filter(_ text: String, _ found: [String]) throws {
        var session = try session(.pane(.pupils))
        type("/" + text, in: &session)
        #expect(session.page(size: .wide).focused.rows.map(\.id) == found)
        #expect(press(.enter, in: &session).prompt == nil)
        #expect(session.page(size: .wide).focused.rows.map(\.id) == found)
        #expect(press(.escape, in: &session).focused.rows.count == 3)
    }

    @Test("While a filter is typed letters write, and arrows still move")
    func filterTakesLetters() throws {
        var session = try session(.pane(.pupils))
        type("/a", in: &session)
        #expect(press(.down, in: &session).focused.selected == 1)
        #expect(session.press(.character("q"), size: .wide).isRedraw)
        #expect(press(.backspace, in: &session).focused.rows.count > 1)
        let page = press(.escape, in: &session)
        #expect(page.prompt == nil)
        #expect(page.focused.rows.count == 3)
    }

    @Test("The palette goes to a child by name, and Esc then leads to the first page")
    func palette() throws {
        var session = try session()
        type(":quinn", in: &session)
        #expect(session.page(size: .wide).panes[0].rows.map(\.id) == ["child K3"])
        #expect(press(.enter, in: &session).subject == PupilRef("K3"))
        #expect(press(.escape, in: &session).id == "dashboard")
        type(":miss", in: &session)
        #expect(press(.enter, in: &session).id == "missed")
        type(":log call", in: &session)
        guard case .open(.contact, _, _) = session.press(.enter, size: .wide) else {
            Issue.record("the palette opens actions")
            return
        }
    }

    // MARK: Acting

    @Test("A key opens the form of its action for the selected duty and child")
    func acting() throws {
        var session = try session(.pane(.pupils))
        guard
            case .open(.contact, let duty, let pupil) = session.press(
                .character("c"), size: .wide)
        else {
            Issue.record("c logs a call")
            return
        }
        #expect(pupil == PupilRef("K2"))
        #expect(duty == nil)
    }

    @Test("Of two actions of a key the one that the selected duty asks for is opened")
    func sharedKey() throws {
        var session = try session()
        let rows = session.page(size: .wide).panes[0].rows
        let place = try #require(rows.firstIndex { $0.id == "pupil:K1 pep" })
        for _ in 0..<place { _ = session.press(.down, size: .wide) }
        guard case .open(.pepPlan, let duty?, _) = session.press(.character("p"), size: .wide)
        else {
            Issue.record("p plans the PEP that the line asks for")
            return
        }
        #expect(duty.subject == .pupil(PupilRef("K1")))
    }

    @Test("w explains the selected duty")
    func why() throws {
        var session = try session()
        let id = session.model.now[0].duty.id
        let page = press(.character("w"), in: &session)
        #expect(page.id == PageName.why(id).id)
        #expect(page.text.contains("The promise"))
        #expect(page.text.contains("What would turn it"))
    }

    @Test("Undo, redo, blank, suspend and quit are asked of the program")
    func effects() throws {
        var session = try session()
        #expect("\(session.press(.character("u"), size: .wide))" == "undo")
        #expect("\(session.press(.character("U"), size: .wide))" == "redo")
        #expect("\(session.press(.function(10), size: .wide))" == "blank")
        #expect("\(session.press(.control("z"), size: .wide))" == "suspend")
        #expect("\(session.press(.character("q"), size: .wide))" == "quit")
        #expect(session.press(.character("+"), size: .wide).isNone)
    }

    @Test("The history asks for the journal and shows what it is given")
    func history() throws {
        var session = try session(.pupil(PupilRef("K1")))
        guard case .loadHistory(let subject) = session.press(.character("h"), size: .wide) else {
            Issue.record("h asks for the journal")
            return
        }
        #expect(subject == .pupil(PupilRef("K1")))
        let at = try #require(Instant(iso: "2026-11-23T09:31:00Z"))
        let lines = ["K1", "K2"].enumerated().map { place, ref in
            HistoryLine(
                change: Int64(place), at: at, by: "mosei", action: "contact",
                subject: .pupil(PupilRef(ref)), page: nil, isUndone: false)
        }
        session.show(history: lines, of: subject)
        #expect(session.page(size: .wide).focused.rows.map(\.id) == ["0"])
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
