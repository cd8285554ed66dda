import Domain

/// A form with a line for each child, role or term, over a page.
struct LinesModal: Modal {
    private(set) var state: LinesState

    /// - Parameter draft: what was typed the last time and not saved.
    init(
        _ spec: LinesSpec, in context: CommandContext, _ setup: SetupFacts, draft: String? = nil
    ) {
        state = LinesState(spec, in: context, setup)
        if let draft { state.restore(draft) }
    }

    static func draftID(_ step: SetupStep) -> String { "\(step.draftAction) school" }

    var draftID: String? { LinesModal.draftID(state.spec.step) }

    var isAsking: Bool { false }

    mutating func press(_ key: Key) -> Effect {
        let effect = state.press(key)
        guard case .changed = effect else { return effect }
        // What stands there now is not saved yet, and must not be called so.
        state.savedAt = nil
        let step = state.spec.step
        return .keep(
            ModalDraft(
                id: LinesModal.draftID(step), subject: .school, action: step.draftAction,
                body: state.draft))
    }

    mutating func update(_ model: Model) { state.update(model.factsOfRoster) }

    mutating func refused(_ words: String) { state.notice = words }

    mutating func saved(at instant: Instant) { state.savedAt = instant }

    func page(size: Size) -> Page { state.page }
}

extension LinesState {
    var page: Page {
        let school = context.facts.school.school?.name ?? "Your school"
        return Page(
            id: "lines \(spec.step.rawValue)", title: "cksw",
            header: [
                TextLine([Phrase(school, .heading)], right: [Phrase("setting up")])
            ],
            panes: [
                Pane(
                    id: "lines", title: spec.title, content: .table(columns, rows),
                    selected: lines.isEmpty ? nil : focus.line,
                    notes: spec.notes(in: context).map { TextLine($0, .muted) },
                    empty: "There is nothing to fill in here.", caret: caret)
            ],
            detail: detail,
            footer: [
                KeyHint("Ctrl-S", "save"), KeyHint("⏎", "next"), KeyHint("Tab", "next cell"),
            ] + (spec.isOpen ? [KeyHint("Ctrl-D", "remove line")] : []) + [
                KeyHint("Esc", "leave")
            ],
            message: message)
    }

    private var message: TextLine? {
        if let notice { return TextLine(notice, .warning) }
        return savedAt.map { TextLine("draft saved \($0.londonTime)", .muted) }
    }

    private var hasHeading: Bool { spec.heading != nil }

    private var columns: [TableColumn] {
        [TableColumn("", minimum: 1)]
            + (spec.heading.map { [TableColumn($0, minimum: 18, share: 1)] } ?? [])
            + spec.columns.map { column in
                TableColumn(column.title, minimum: column.width, share: hasHeading ? 0 : 1)
            }
    }

    private var rows: [Row] {
        lines.indices.map { place in
            let line = lines[place]
            let isWrong = place != focus.line && shownFaults.contains { $0.line == place }
            let cells = spec.columns.indices.map { cell(Place(line: place, column: $0)) }
            let spoken = zip(spec.columns, cells).map { column, cell in
                "\(column.title) \(cell.map(\.text).joined())"
            }
            return Row(
                id: "\(place) \(line.form.key)",
                cells: [[Phrase(isWrong ? "!" : "", .warning)]]
                    + (hasHeading ? [[Phrase(line.form.label, .child)]] : []) + cells,
                spoken: ([line.form.label] + spoken).filter { !$0.isEmpty }
                    .joined(separator: ", "))
        }
    }

    private func cell(_ place: Place) -> [Phrase] {
        let line = lines[place.line]
        switch line.form.cells[place.column] {
        case .stands(let words): return [Phrase(words, .muted)]
        case .none: return [Phrase("–", .muted)]
        case .open:
            let text = line.cells[place.column].text
            if place == focus { return [Phrase("["), Phrase(text, .strong), Phrase("]")] }
            return [text.isEmpty ? Phrase("....", .muted) : Phrase(text)]
        }
    }

    /// The caret in the focused cell, behind its bracket.
    private var caret: CellCaret? {
        guard lines.indices.contains(focus.line) else { return nil }
        let editor = lines[focus.line].cells[focus.column]
        return CellCaret(
            column: focus.column + (hasHeading ? 2 : 1), offset: editor.caret + 1)
    }

    /// What is missing is told once saving was tried; what cannot be read, as soon as it was left.
    private var shownFaults: [LineFault] {
        faults.filter { wasTried || $0.problem != "is missing" }
    }

    /// How the focused cell is understood, or what it takes; what is wrong with its line.
    private var detail: [TextLine] {
        guard lines.indices.contains(focus.line) else { return [] }
        let column = spec.columns[focus.column]
        let wrong = shownFaults.filter { $0.line == focus.line }.map { fault in
            let name = fault.column.map { "\(spec.columns[$0].title) " } ?? ""
            return TextLine("! \(name)\(fault.problem)", .warning)
        }
        return [TextLine([Phrase("\(column.title): "), Phrase(understood(column), .muted)])]
            + wrong.prefix(2)
    }

    private func understood(_ column: LineColumn) -> String {
        switch reading(focus) {
        case .empty:
            // A few are named; many are found by their letters.
            let names = fitting.prefix(5).map(\.label)
            return fitting.count <= 4 && !names.isEmpty
                ? names.joined(separator: "; ") : column.hint
        case .value(let value, let words):
            if let day = Day(iso: value) { return "→ \(day.long)" }
            return "→ \(words)"
        case .several(let fitting):
            let more = fitting.count > 3 ? "; and \(fitting.count - 3) more" : ""
            return "↓ " + fitting.prefix(3).map(\.label).joined(separator: "; ") + more
        case .wrong(let problem): return problem
        }
    }
}
