import Domain

/// A form with a line for each child, role or term, being filled in.
///
/// A pure value: keys come in, what is to be done and pages go out.
struct LinesState: Sendable {
    /// A line while it is being filled in.
    struct Line: Sendable {
        let form: FormLine
        var cells: [LineEditor]

        var isEmpty: Bool {
            zip(form.cells, cells).allSatisfy { cell, editor in
                if case .open = cell { editor.text.isEmpty } else { true }
            }
        }

        func isOpen(_ column: Int) -> Bool {
            if case .open = form.cells[column] { true } else { false }
        }
    }

    struct Place: Hashable, Sendable {
        var line: Int
        var column: Int
    }

    let spec: LinesSpec
    private(set) var context: CommandContext
    /// What each column offers.
    private let choices: [[LineChoice]]
    /// The lines as they were offered.
    private let begun: [FormLine]
    private(set) var lines: [Line]
    private(set) var focus = Place(line: 0, column: 0)
    /// Saving was tried: what is missing is told too.
    private(set) var wasTried = false
    private(set) var faults: [LineFault] = []
    /// How many lines would be recorded.
    private(set) var recorded = 0
    private var command: Command?
    /// Whoever types into a cell that holds something already means another, not its end.
    private var replaces = true
    /// What was typed before the arrows chose among what it fits.
    private var cycle: (typed: String, place: Int)?
    /// What is to be read before going on.
    var notice: String?
    var savedAt: Instant?

    init(_ spec: LinesSpec, in context: CommandContext, _ setup: SetupFacts) {
        self.spec = spec
        self.context = context
        choices = spec.columns.map { $0.choices(in: context) }
        begun = spec.lines(in: context, setup)
        lines = []
        beginAnew()
    }

    private mutating func beginAnew() {
        lines = begun.map { Line(form: $0, cells: texts($0).map { LineEditor($0) }) }
        if spec.isOpen { lines.append(emptyLine) }
        wasTried = false
        focus = Place(line: 0, column: 0)
        focus = next(after: Place(line: 0, column: -1), isEmpty: true) ?? firstOpen ?? focus
        replaces = true
        work()
    }

    private var emptyLine: Line {
        Line(form: spec.emptyLine, cells: spec.columns.map { _ in LineEditor() })
    }

    /// What stands in the cells of a line at first, as people read it.
    private func texts(_ line: FormLine) -> [String] {
        line.cells.enumerated().map { column, cell in
            guard case .open(let text) = cell else { return "" }
            guard case .value(_, let words) = read(text, column) else { return text }
            return words
        }
    }

    private func read(_ text: String, _ column: Int) -> LineReading {
        spec.columns[column].read(text, among: choices[column], on: context.today)
    }

    /// How the text of a cell is understood.
    func reading(_ place: Place) -> LineReading {
        read(lines[place.line].cells[place.column].text, place.column)
    }

    // MARK: Keys

    mutating func press(_ key: Key) -> Effect {
        guard lines.indices.contains(focus.line) else { return key == .escape ? .close : .none }
        notice = nil
        switch key {
        case .control("s"): return save()
        case .control("n"):
            beginAnew()
            return .changed
        case .control("d") where spec.isOpen: return takeAway()
        case .escape: return .close
        case .tab: return move(to: next(after: focus, isEmpty: false))
        case .backTab: return move(to: before(focus))
        case .enter: return goOn()
        case .down, .up: return step(key == .down ? 1 : -1)
        default: return type(key)
        }
    }

    private mutating func type(_ key: Key) -> Effect {
        var editor = lines[focus.line].cells[focus.column]
        let before = editor.text
        if replaces, key.writes { editor = LineEditor() }
        guard editor.handle(key) else { return .none }
        replaces = false
        cycle = nil
        lines[focus.line].cells[focus.column] = editor
        return editor.text == before ? .none : .changed
    }

    /// To the next cell that is empty; from a full line to the next line, and behind the last one to
    /// a new line where lines can be added.
    private mutating func goOn() -> Effect {
        switch settle() {
        case .several(let fitting):
            notice = "\(fitting.count) fit: type more, or choose with ↓."
            return .changed
        case .wrong(let problem):
            notice = "\(spec.columns[focus.column].title) \(problem)."
            return .changed
        case .empty where spec.isOpen && lines[focus.line].isEmpty:
            notice = "Ctrl-S saves."
            return .none
        case .empty, .value: break
        }
        if let empty = next(after: focus, isEmpty: true), empty.line == focus.line {
            return move(to: empty)
        }
        if focus.line == lines.count - 1, spec.isOpen { lines.append(emptyLine) }
        let place = Place(line: focus.line, column: spec.columns.count - 1)
        return move(to: next(after: place, isEmpty: true) ?? next(after: place, isEmpty: false))
    }

    /// Chooses among what the letters fit, else goes a line down or up.
    private mutating func step(_ step: Int) -> Effect {
        let text = lines[focus.line].cells[focus.column].text
        if cycle != nil || !text.isEmpty, !replaces, !choices[focus.column].isEmpty {
            let typed = cycle?.typed ?? text
            let fitting = LineColumn.fitting(typed, among: choices[focus.column])
            if fitting.count > 1 || cycle != nil, !fitting.isEmpty {
                let count = fitting.count
                let place = cycle.map { ($0.place + step + count) % count } ?? 0
                cycle = (typed, place)
                lines[focus.line].cells[focus.column] = LineEditor(fitting[place].label)
                return .changed
            }
        }
        var line = focus.line + step
        while lines.indices.contains(line), !lines[line].isOpen(focus.column) { line += step }
        guard lines.indices.contains(line) else { return .none }
        return move(to: Place(line: line, column: focus.column))
    }

    /// Takes the line away, of those that were added or offered.
    private mutating func takeAway() -> Effect {
        lines.remove(at: focus.line)
        if lines.isEmpty { lines.append(emptyLine) }
        focus = Place(line: min(focus.line, lines.count - 1), column: 0)
        replaces = true
        work()
        return .changed
    }

    private mutating func move(to place: Place?) -> Effect {
        _ = settle()
        work()
        guard let place else { return .changed }
        focus = place
        replaces = true
        cycle = nil
        return .changed
    }

    /// Words instead of a few letters, where they are understood.
    @discardableResult
    private mutating func settle() -> LineReading {
        let reading = reading(focus)
        if case .value(_, let words) = reading {
            lines[focus.line].cells[focus.column] = LineEditor(words)
        }
        return reading
    }

    private var firstOpen: Place? { next(after: Place(line: 0, column: -1), isEmpty: false) }

    private func next(after place: Place, isEmpty: Bool) -> Place? {
        for line in lines.indices where line >= place.line {
            for column in spec.columns.indices
            where line > place.line || column > place.column {
                guard lines[line].isOpen(column) else { continue }
                if isEmpty, !lines[line].cells[column].text.isEmpty { continue }
                return Place(line: line, column: column)
            }
        }
        return nil
    }

    private func before(_ place: Place) -> Place? {
        for line in lines.indices.reversed() where line <= place.line {
            for column in spec.columns.indices.reversed()
            where (line < place.line || column < place.column) && lines[line].isOpen(column) {
                return Place(line: line, column: column)
            }
        }
        return nil
    }

    // MARK: What follows from the lines

    private mutating func save() -> Effect {
        wasTried = true
        settle()
        work()
        if let fault = faults.first {
            focus = Place(line: fault.line, column: fault.column ?? focus.column)
            replaces = true
            let count = Set(faults.map(\.line)).count
            notice = count == 1 ? "One line needs mending." : "\(count) lines need mending."
            return .none
        }
        guard let command else {
            notice = "Nothing is filled in yet. Esc leaves."
            return .none
        }
        return .record(command)
    }

    private mutating func work() {
        faults = []
        command = nil
        let filled = lines.indices.map { filledLine($0) }
        recorded = filled.count { $0 != nil }
        do throws(LineFaults) {
            command = try spec.command(filled, in: context)
        } catch {
            faults += error.faults
        }
        faults.sort { ($0.line, $0.column ?? 0) < ($1.line, $1.column ?? 0) }
    }

    /// What a line records; `nil` where it is empty, or as it was offered and not finished.
    private mutating func filledLine(_ place: Int) -> (line: FormLine, values: [String])? {
        let line = lines[place]
        guard !line.isEmpty else { return nil }
        var values: [String] = []
        for column in spec.columns.indices {
            let reading =
                line.isOpen(column) ? reading(Place(line: place, column: column)) : .empty
            switch reading {
            case .empty: values.append("")
            case .value(let value, _): values.append(value)
            case .several(let fitting):
                values.append("")
                faults.append(
                    LineFault(
                        line: place, column: column, problem: "fits \(fitting.count): type more"))
            case .wrong(let problem):
                values.append("")
                faults.append(LineFault(line: place, column: column, problem: problem))
            }
        }
        if faults.contains(where: { $0.line == place }) { return nil }
        let isOffered = begun.contains { offered in
            offered.key == line.form.key && !offered.key.isEmpty
                && texts(offered) == line.cells.map(\.text)
        }
        let isFinished = spec.columns.indices.allSatisfy {
            !spec.columns[$0].isRequired || !values[$0].isEmpty || !line.isOpen($0)
        }
        return isOffered && !isFinished ? nil : (line.form, values)
    }

    mutating func update(_ facts: Facts) {
        context.facts = facts
        work()
    }

    /// What the focused column offers for what is typed.
    var fitting: [LineChoice] {
        let text = lines[focus.line].cells[focus.column].text
        return text.isEmpty
            ? choices[focus.column] : LineColumn.fitting(text, among: choices[focus.column])
    }

    // MARK: Drafts

    /// What was typed: a text for each line, its key first.
    var draft: String {
        lines.map { line in
            ([line.form.key] + line.cells.map(\.text)).map(\.onOneLine)
                .joined(separator: "\u{1F}")
        }.joined(separator: "\n")
    }

    /// Takes up a draft; what does not belong to this form is left.
    mutating func restore(_ draft: String) {
        let rows = draft.split(separator: "\n").map {
            $0.split(separator: "\u{1F}", omittingEmptySubsequences: false).map(String.init)
        }
        var taken: [Line] = []
        for row in rows where row.count == spec.columns.count + 1 {
            let form =
                begun.first { $0.key == row[0] && !row[0].isEmpty }
                ?? (spec.isOpen ? spec.emptyLine : nil)
            guard let form else { continue }
            taken.append(Line(form: form, cells: row.dropFirst().map { LineEditor($0) }))
        }
        guard !taken.isEmpty else { return }
        if spec.isOpen {
            lines = taken
        } else {
            for line in taken {
                guard let place = lines.firstIndex(where: { $0.form.key == line.form.key }) else {
                    continue
                }
                lines[place] = line
            }
        }
        notice = DraftBody.notice(DraftBody.time(of: draft), on: context.now.londonDay)
        focus = next(after: Place(line: 0, column: -1), isEmpty: true) ?? firstOpen ?? focus
        work()
    }
}

extension Key {
    /// Whether it puts text where it is typed.
    fileprivate var writes: Bool {
        switch self {
        case .character, .paste: true
        default: false
        }
    }
}

extension String {
    fileprivate var onOneLine: String {
        String(map { $0.isNewline || $0 == "\u{1F}" ? " " : $0 })
    }
}
