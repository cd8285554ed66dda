import Testing
import ViewModels

@testable import Terminal

@Suite("Fields of a form")
struct FormTests {
    private func item(_ field: Field, width: Int) -> (text: [String], cursor: Position?) {
        let setter = Typesetter(charset: .utf8)
        let item = FormSetter([field], width: width, setter: setter).item(field)
        return (item.lines.map { String($0.map(\.grapheme)) }, item.cursor)
    }

    @Test(
        "A line longer than its room shows what is around the caret",
        arguments: [
            (0, "[0123456789012345678901]", 8), (21, "[0123456789012345678901]", 29),
            (22, "[1234567890123456789012]", 29), (30, "[901234567890123456789 ]", 29),
        ])
    func window(caret: Int, shown: String, column: Int) {
        let field = Field(
            id: "a", label: "To", content: .text("012345678901234567890123456789", caret: caret),
            isFocused: true)
        let item = item(field, width: 31)
        #expect(item.text == [" ▸ To  " + shown])
        #expect(item.cursor == Position(row: 0, column: column))
    }

    @Test("A field for words has the width of the screen")
    func roomy() {
        let field = Field(
            id: "a", label: "To", content: .text("Reading", caret: nil), isRoomy: true)
        #expect(
            item(field, width: 60).text == [
                "   To  [Reading" + String(repeating: " ", count: 44) + "]"
            ])
    }

    @Test("The caret counts letters as people do, and stands in columns")
    func graphemes() {
        let field = Field(
            id: "a", label: "To", content: .text("王e\u{301}👩‍👧x", caret: 3), isFocused: true)
        #expect(item(field, width: 40).cursor == Position(row: 0, column: 8 + 2 + 1 + 4))
    }

    @Test("Of a long text the lines around the caret are shown")
    func block() {
        let text = (1...9).map { "line \($0)" }.joined(separator: "\n")
        func shown(_ caret: Int) -> (text: [String], cursor: Position?) {
            item(
                Field(
                    id: "a", label: "To", content: .longText(text, caret: caret), isFocused: true),
                width: 22)
        }
        let top = shown(0)
        #expect(top.text.count == 8)
        #expect(top.text[1] == "       │line 1       │")
        #expect(top.cursor == Position(row: 1, column: 8))
        let end = shown(text.count)
        #expect(end.text[1] == "       │line 4       │")
        #expect(end.cursor == Position(row: 6, column: 14))
        #expect(shown(6).cursor == Position(row: 1, column: 14), "before the line break")
        #expect(shown(7).cursor == Position(row: 2, column: 8), "after it")
    }

    @Test("What is to be looked at has a wave below, on the line where it stands, wide letters too")
    func waves() {
        let short = Field(
            id: "a", label: "What", content: .text("王 Leo ran", caret: 0), marks: [2..<5],
            isFocused: true)
        #expect(
            item(short, width: 40).text == [
                " ▸ What  [王 Leo ran              ]", "             ~~~    ",
            ])
        let long = Field(
            id: "a", label: "What", content: .longText("told Leo to go home", caret: 19),
            marks: [5..<8], isFocused: true)
        let shown = item(long, width: 24)
        #expect(
            shown.text == [
                " ▸ What  ┌─────────────┐", "         │told Leo to  │", "         │     ~~~     │",
                "         │go home      │", "         └─────────────┘",
            ])
        #expect(shown.cursor == Position(row: 3, column: 17))
    }

    @Test("Choices that do not fit on a line go on below; the cursor is in the one it is on")
    func choices() {
        let field = Field(
            id: "a", label: "How",
            content: .choice(["phone", "email", "visit"], chosen: 0, cursor: 2),
            isFocused: true)
        let item = item(field, width: 32)
        #expect(item.text == [" ▸ How  (•) phone  ( ) email", "        ( ) visit"])
        #expect(item.cursor == Position(row: 1, column: 9))
    }
}
