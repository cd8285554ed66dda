import Domain
import Support
import Testing
import ViewModels

@Suite("Choosing by typing")
struct ChoosingTests {
    private func contact() throws -> FormScript {
        try FormScript(.contact, SmallSchool.context(SmallSchool.bea))
    }

    @Test("Letters narrow by the whole text, show what is left, and choose once that is one")
    func narrows() throws {
        var script = try contact()
        try script.go(to: "about")
        script.type("s")
        #expect(try script.field("about").value == "")
        #expect(try script.field("about").hint == "s → suspension, safeguarding")
        script.type("us")
        #expect(try script.field("about").value == "suspension")
        script.press(.backspace, .backspace)
        #expect(try script.field("about").value == "")
        script.press(.right)
        #expect(try script.field("about").value == "suspension")
        script.press(.right)
        #expect(try script.field("about").value == "safeguarding")
    }

    @Test("A sentence typed one field too early chooses nothing, and is not swallowed")
    func sentence() throws {
        var script = try contact()
        try script.go(to: "about")
        script.type("pep went well today")
        #expect(try script.field("about").value == "")
        let told = "“pep went well today” is none of these"
        #expect(try script.field("about").hint == told + ": Backspace takes it away")
        try script.write("Spoke", in: "summary")
        #expect(try script.field("about").fault == told)
        script.press(.control("s"))
        #expect(script.saved == nil)
        #expect(script.focused?.id == "about")
        #expect(script.form.draft.contains("about\tpep went well today"))
    }

    @Test("Letters that fit several are asked about, and a name in full is taken")
    func several() throws {
        var script = try contact()
        try script.go(to: "about")
        script.type("p")
        script.press(.tab)
        #expect(
            try script.field("about").fault == "“p” fits 2: type more, or choose with ← →")
        script.press(.backTab)
        script.type("EP")
        script.press(.tab)
        #expect(try script.field("about").value == "PEP")
        #expect(try script.field("about").fault == nil)
    }

    @Test("Words typed where several can be marked mark nobody who does not fit")
    func marks() throws {
        var script = try FormScript(.training, SmallSchool.context())
        try script.go(to: "attended")
        script.type("zoo trip")
        #expect(try script.field("attended").value == "")
        script.press(.control("u"))
        script.type("w ")
        #expect(try script.field("attended").value == "J Webb")
    }

    @Test("What a key does among several is chosen by its letters, and a sentence is told")
    func family() throws {
        var script = try FormScript(.pepPlan, SmallSchool.context(SmallSchool.sam))
        #expect(script.focused?.id == "action")
        script.type("signs")
        script.press(.tab)
        #expect(script.focused?.id == "action")
        #expect(script.page.message?.text == "“signs” is none of these: choose with ← →.")
        script.press(.backspace, .tab)
        #expect(script.page.header[0].text.hasSuffix("sign off a PEP"))
    }
}
