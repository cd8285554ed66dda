import Domain
import Support
import Testing
import ViewModels

@Suite("A roll on which nobody is known to a social worker")
struct NobodyKnownTests {
    private func typist(
        _ children: Int, _ actions: [ActionKey] = ActionCatalogue.keys
    ) throws -> Typist {
        var school = try SchoolBuilder()
        for number in 0..<children {
            try school.child("K\(number)", "Ann", "Lee\(number)", status: nil)
        }
        let pack = Packs.builtIn
        let facts = school.facts(under: pack)
        let model = Model(
            facts: facts, roster: facts.pupils.values.map(\.pupil), today: Day("2026-11-23"),
            pack: pack, person: Models.person, actions: actions)
        return Typist(Session(model))
    }

    @Test("It names the key that shows all children and the one that begins a status; both work")
    func keys() throws {
        let typist = try typist(2)
        #expect(
            typist.page.panes[1].empty
                == "No child on roll is known to a social worker. a lists every child on roll, "
                + "where s begins a status.")
        let page = typist.press("a")
        #expect(page.focused.id == "pupils")
        #expect(page.focused.selectedRow?.id == "K0")
        #expect(page.focused.notes.map(\.text) == ["s begins a status of the selected child."])
        guard case .open(.statusBegin, nil, let child, nil) = typist.effect(of: "s") else {
            Issue.record("s begins a status")
            return
        }
        #expect(child == PupilRef("K0"))
    }

    @Test("Where nobody is on roll it names the keys that bring children in")
    func nobody() throws {
        #expect(
            try typist(0).page.panes[1].empty
                == "No child is on roll yet: i brings in a list of pupils, E adds one.")
    }

    @Test("Whoever may not begin a status is not told how")
    func reader() throws {
        #expect(
            try typist(1, []).page.panes[1].empty
                == "No child on roll is known to a social worker. a lists every child on roll.")
    }
}
