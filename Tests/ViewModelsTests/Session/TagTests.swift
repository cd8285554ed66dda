import Domain
import Support
import Testing
import ViewModels

@Suite("Tags: one act for several lines")
struct TagTests {
    private func typist(_ first: PageName = .pane(.pupils)) throws -> Typist {
        var school = try SchoolBuilder()
        for (ref, name) in [("K1", "Able"), ("K2", "Bond"), ("K3", "Cole")] {
            try school.child(ref, "Ada", name, keyAdult: false)
        }
        return Typist(Session(try Models.of(school, on: Day("2026-11-23")), first: first))
    }

    private func tagged(_ page: Page) -> [String] {
        page.focused.rows.filter(\.isTagged).map(\.id)
    }

    @Test("Space tags a line and goes on; again it takes the tag away")
    func toggling() throws {
        let typist = try typist()
        let page = typist.press(.character(" "), .character(" "))
        #expect(tagged(page) == ["K1", "K2"])
        #expect(page.focused.selectedRow?.id == "K3")
        #expect(page.focused.status == "2 tagged")
        #expect(tagged(typist.press(.up, .character(" "))) == ["K1"])
    }

    @Test("A filter hides tagged lines and loses none; Esc ends the filter, then the tags")
    func filtered() throws {
        let typist = try typist()
        typist.press(.character(" "), .character(" "))
        typist.type("/cole")
        #expect(tagged(typist.press(.enter)).isEmpty)
        #expect(typist.page.focused.status == "/cole · 2 tagged")
        #expect(tagged(typist.press(.escape)) == ["K1", "K2"])
        #expect(tagged(typist.press(.escape)).isEmpty)
    }

    @Test("With tags a key acts for all tagged children, each once")
    func acting() throws {
        let typist = try typist(.pane(.now))
        let count = typist.page.focused.rows.count { $0.kind == .item }
        for _ in 0..<count { typist.press(.character(" ")) }
        guard case .openForGroup(.contact, let group) = typist.effect(of: .character("c")) else {
            Issue.record("c logs a call for all")
            return
        }
        #expect(Set(group) == Set(["K1", "K2", "K3"].map { PupilRef($0) }))
        #expect(group.count == 3)
    }

    @Test("One tag is no group: the key is about the selected line")
    func single() throws {
        let typist = try typist()
        typist.press(.character(" "))
        guard case .open(.contact, _, let pupil, _) = typist.effect(of: .character("c")) else {
            Issue.record("c logs a call")
            return
        }
        #expect(pupil == PupilRef("K2"))
    }

    @Test("On a page of one child nothing is tagged, and it is said why")
    func onePage() throws {
        let typist = try typist(.pupil(PupilRef("K1")))
        let page = typist.press(.character(" "))
        #expect(tagged(page).isEmpty)
        #expect(page.message?.text == "Tags are for lists of several children.")
    }

    @Test("A line that others have dealt with keeps its tag until it is gone from the list")
    func gone() throws {
        let typist = try typist()
        typist.press(.character(" "), .character(" "))
        typist.session.update(
            typist.session.model.updating(
                pupils: [], removed: [PupilRef("K1")],
                roster: typist.session.model.roster.filter { $0.ref != PupilRef("K1") }))
        #expect(typist.page.focused.rows.filter(\.isTagged).map(\.id).contains("K2"))
    }
}
