import Domain
import Support
import Testing
import ViewModels

@Suite("A date that a form offers")
struct OfferedDateTests {
    @Test("A date typed over the one that is offered takes its place; the caret still mends it")
    func offeredDate() throws {
        let context = try SmallSchool.context(SmallSchool.bea, duty: .attendanceFirstDay)
        var script = try FormScript(.contact, context)
        try script.go(to: "at")
        script.type("today 9.20")
        #expect(try script.field("at").value == "today 9.20")
        var mended = try FormScript(.contact, context)
        try mended.go(to: "at")
        mended.press(.backspace, .character("3"))
        #expect(try mended.field("at").value == "Mon 23 Nov 2026 09:23")
    }
}
