import Domain
import Support
import Testing
import ViewModels

/// Keys in, page values out: how a test fills in a form.
struct FormScript {
    var form: FormState
    private(set) var saved: Command?
    private(set) var hasLeft = false
    private(set) var changes = 0

    init(_ action: ActionID, _ context: CommandContext) throws {
        form = FormState(try #require(ActionSpec.of(action)), in: context)
    }

    mutating func press(_ keys: Key...) {
        for key in keys {
            let effect = form.press(key)
            if case .changed = effect { changes += 1 }
            if case .record(let command) = effect { saved = command }
            if case .close = effect { hasLeft = true }
        }
    }

    mutating func type(_ text: String) {
        for character in text { press(.character(character)) }
    }

    /// Goes to a field by Tab, as a person does; a field that is not there fails the test.
    mutating func go(to field: String) throws {
        for _ in 0..<30 where focused?.id != field { press(.tab) }
        try #require(focused?.id == field)
    }

    /// Writes a text in place of what a field holds.
    mutating func write(_ text: String, in field: String) throws {
        try go(to: field)
        press(.control("u"))
        type(text)
    }

    var page: Page { form.page(size: Size(columns: 80, rows: 24)) }

    var fields: [Field] {
        if case .form(let fields) = page.panes[0].content { return fields }
        return []
    }

    var focused: Field? { fields.first(where: \.isFocused) }

    func field(_ id: String) throws -> Field { try #require(fields.first { $0.id == id }) }

    var notes: [String] { page.panes[0].notes.map(\.text) }
}

extension Field {
    /// What it holds, in words.
    var value: String {
        switch content {
        case .text(let text, _), .longText(let text, _): text
        case .choice(let options, let chosen, _): chosen.map { options[$0] } ?? ""
        case .several(let options, let chosen, _):
            chosen.sorted().map { options[$0] }.joined(separator: " + ")
        case .fixed(let lines): lines.map(\.text).joined(separator: " ")
        }
    }
}
