import Domain
import Support
import Testing
import ViewModels

@Suite("What forms say")
struct FormWordsTests {
    private func options(_ field: Field) -> [String] {
        switch field.content {
        case .choice(let options, _, _), .several(let options, _, _): options
        case .text, .longText, .fixed: []
        }
    }

    @Test("A legal status stands with its words, and only where the child becomes looked after")
    func legalStatus() throws {
        var script = try FormScript(.statusBegin, SmallSchool.context(SmallSchool.ann))
        #expect(try options(script.field("legal_status")).isEmpty)
        #expect(try script.field("legal_status").hint == "for CLA alone")
        try script.go(to: "status")
        script.type("cla")
        let shown = try options(script.field("legal_status"))
        #expect(shown.contains("C2 full care order"))
        #expect(shown.contains("V2 section 20"))
        #expect(try options(script.field("category")).isEmpty)
        // No column of 80 cuts any of them.
        #expect(shown.allSatisfy { $0.count <= 50 })
    }

    @Test(
        "Codes stand with their words",
        arguments: [
            (ActionID.pupilChange, "sen", "K SEN support"),
            (.progress, "judgement", "EXS at the expected standard"),
            (.census, "kinship", "KF formal kinship care"),
            (.suspension, "reasons", "DB persistent disruptive behaviour"),
            (.meeting, "kind", "child in need review"), (.contact, "about", "PEP"),
            (.contact, "with", "IRO"), (.person, "contact", "ask the DSL first"),
            (.sdq, "form", "ages 4 to 17"),
        ])
    func codes(_ action: ActionID, _ field: String, _ words: String) throws {
        let script = try FormScript(action, SmallSchool.context(SmallSchool.bea))
        #expect(try options(script.field(field)).contains(words))
    }

    @Test("A word of a code chooses it, and so does the code on the command line")
    func meant() throws {
        let context = try SmallSchool.context(SmallSchool.ann)
        let spec = try #require(ActionSpec.of(.statusBegin))
        for text in ["C2", "c2 full care order"] {
            let command = try spec.command(
                [
                    "pupil": "K004", "status": "CLA", "from": "2026-11-20", "legal_status": text,
                    "local_authority": "Anyshire",
                ], in: context)
            let records = command.changes.compactMap { change -> Record? in
                if case .put(let record) = change { record } else { nil }
            }
            #expect(records.map { $0["legal_status"] } == ["C2"])
        }
    }

    @Test("A field for words has the width of the screen, one for a day has not")
    func width() throws {
        let script = try FormScript(.training, SmallSchool.context())
        #expect(try script.field("title").isRoomy)
        #expect(try !script.field("on").isRoomy)
    }

    @Test("A name that is nobody's is told as such, and not by how ids are written")
    func nobody() throws {
        var script = try FormScript(.keyAdult, SmallSchool.context(SmallSchool.bea))
        try script.write("Jo Nobody", in: "staff")
        script.press(.tab)
        #expect(try script.field("staff").fault == "is no member of staff on record")
    }

    @Test("What changes nothing that is owed says so in a sentence")
    func nothingTurns() throws {
        let script = try FormScript(.pupilChange, SmallSchool.context(SmallSchool.bea))
        #expect(script.notes == ["Nothing that is owed changes with this."])
    }

    @Test("What was read is chosen by its name, a child's profile too")
    func texts() throws {
        var script = try FormScript(.acknowledge, SmallSchool.context())
        try script.write("child prot", in: "what")
        script.press(.tab)
        #expect(try script.field("what").value == "child protection policy")
    }
}
