import Domain
import Support
import Testing
import ViewModels

@Suite("Forms of times and of a class")
struct TimesAndMarksTests {
    @Test("Marks of no child are those of a class, and what is typed is said back")
    func marksOfClass() throws {
        let modal = try #require(FormModal(.marks, in: SmallSchool.context()))
        var script = FormScript(modal.form)
        #expect(script.page.id == "form class-marks")
        try script.go(to: "class")
        script.type("oak")
        try script.write("bea I", in: "absent")
        #expect(try script.field("absent").hint == "→ 0 present; Bea Ashworth I")
        script.press(.control("s"))
        #expect(script.saved?.changes.count == 1)
        let ofOne = try #require(FormModal(.marks, in: SmallSchool.context(SmallSchool.bea)))
        #expect(ofOne.page(size: .small).id == "form marks")
    }

    @Test(
        "A time is typed beside the date, said back, and stands there when the plan is opened again"
    )
    func planWithTime() throws {
        var script = try FormScript(.pepPlan, SmallSchool.context(SmallSchool.leo))
        try script.write("4 dec 9.15", in: "planned_for")
        #expect(try script.field("planned_for").hint == "→ Fri 4 Dec 2026 09:15")
        script.press(.control("s"))
        let saved = try #require(script.saved)
        let again = try FormScript(
            .pepPlan, SmallSchool.context(SmallSchool.leo, changing: saved.changes))
        #expect(try again.field("planned_for").value == "Fri 4 Dec 2026 09:15")
        #expect(try again.field("pep_id").value == "PEP planned for Fri 4 Dec 2026 09:15")
    }
}
