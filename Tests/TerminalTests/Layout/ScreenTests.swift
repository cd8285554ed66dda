import Testing
import ViewModels

@testable import Terminal

@Suite("Screens")
struct ScreenTests {
    @Test func print() {
        func show(_ name: String, _ f: Frame) {
            Swift.print("=== \(name) cursor \(f.cursor.map { "\($0.row),\($0.column)" } ?? "-")")
            Swift.print(f.text.replacing("\\", with: "\\\\"))
            Swift.print("=== end")
        }
        show("wide", frame(of: Sample.dashboard(), 120, 40))
        show("medium", frame(of: Sample.dashboard(), 80, 24))
        show("roster", frame(of: Sample.dashboard(focus: 1), 80, 24))
        show("narrow", frame(of: Sample.dashboard(focus: 2), 60, 20))
        show("ascii", frame(of: Sample.dashboard(focus: 2), 100, 30, charset: .ascii))
        show("form", frame(of: Sample.form(), 80, 24))
        show("formAscii", frame(of: Sample.form(caret: 10), 60, 20, charset: .ascii))
        show("why", frame(of: Sample.why, 80, 24))
        show("glance", frame(of: Sample.glance(children: 20, selected: 19), 60, 20))
        show("glance1", frame(of: Sample.glance(children: 2, selected: 1), 80, 24))
        var q = Sample.dashboard()
        q.prompt = .confirm(
            question: "Leave without saving? The draft of the contact with L Ashworth goes.",
            confirmKey: "L", confirmWords: "leave, and let the draft go")
        show("question", frame(of: q, 80, 24))
        q.prompt = .line(
            mark: ":", text: "zoë", caret: 3, matches: [TextLine("Zoë Quinn"), TextLine("Zones")])
        q.message = TextLine("Saved: call with L Ashworth", .met)
        show("line", frame(of: q, 80, 24))
        Swift.print("=== linear")
        Swift.print(LinearRenderer.lines(of: Sample.why).joined(separator: "\n"))
        Swift.print(LinearRenderer.lines(of: q).suffix(12).joined(separator: "\n"))
    }
}
