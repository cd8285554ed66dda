import Domain
import Support
import Testing
import ViewModels

/// A modal that writes what is pressed and saves on Enter.
private struct Slip: Modal {
    var text = ""
    var words = ""

    mutating func press(_ key: Key) -> Effect {
        switch key {
        case .character(let character):
            text.append(character)
            return .keep(ModalDraft(id: "slip", subject: .school, action: "slip", body: text))
        case .enter: return .record(Command(action: "slip", subject: .school, changes: []))
        case .escape: return .close
        default: return .redraw
        }
    }

    mutating func update(_ model: Model) { words = "\(model.children.count) children" }
    mutating func refused(_ words: String) { self.words = words }

    func page(size: Size) -> Page {
        Page(
            id: "slip", title: "cksw", header: [TextLine(text)], panes: [],
            message: TextLine(words))
    }
}

@Suite("A modal over a page")
struct ModalTests {
    private func typist() throws -> Typist {
        var school = try SchoolBuilder()
        try school.child("K1", "Bea", "Ashworth")
        let typist = Typist(Session(try Models.of(school, on: Day("2026-11-23"))))
        typist.session.present(Slip())
        return typist
    }

    @Test("It takes every letter, those that move or quit elsewhere too")
    func takesKeys() throws {
        let typist = try typist()
        #expect(typist.type("jq:/w?").header.first?.text == "jq:/w?")
        guard case .keep(let draft) = typist.effect(of: .character("!")) else {
            Issue.record("what was typed is to be kept")
            return
        }
        #expect(draft.body == "jq:/w?!")
    }

    @Test("The screen can be blanked, and the program suspended, over it")
    func blank() throws {
        let typist = try typist()
        #expect("\(typist.effect(of: .function(10)))" == "blank")
        #expect("\(typist.effect(of: .control("z")))" == "suspend")
        #expect(typist.page.id == "slip")
    }

    @Test("It stays while what it asks for is refused, and goes when that is done")
    func recording() throws {
        let typist = try typist()
        guard case .record(let command) = typist.effect(of: .enter) else {
            Issue.record("Enter asks for the change")
            return
        }
        #expect(command.action == "slip")
        typist.session.refuse("M Osei has changed it.")
        #expect(typist.page.message?.text == "M Osei has changed it.")
        typist.session.close(saying: "Recorded.")
        #expect(typist.page.id == "dashboard")
        #expect(typist.page.message?.text == "Recorded.")
    }

    @Test("It is left by its own word, and hears of new facts while it stands")
    func leaving() throws {
        let typist = try typist()
        typist.session.update(typist.session.model)
        #expect(typist.page.message?.text == "1 children")
        #expect(typist.press(.escape).id == "dashboard")
    }
}
