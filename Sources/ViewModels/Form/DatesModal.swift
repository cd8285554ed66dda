import Domain

/// The school's dates: its terms and the days without school, each with its form.
public struct DatesModal: Modal {
    /// A line of the list.
    enum Line: Hashable {
        case add(ActionID)
        case term(Term)
        case closure(Closure)

        var key: RecordKey? {
            switch self {
            case .add: nil
            case .term(let term): term.record.key
            case .closure(let closure): closure.record.key
            }
        }

        var action: ActionID {
            switch self {
            case .add(let action): action
            case .term: .term
            case .closure: .closure
            }
        }
    }

    private var context: CommandContext
    private var selected = 0
    private var inner: InnerForm
    /// The line whose removal waits for a yes.
    private var removing: Line?
    private var notice: String?

    /// - Parameters:
    ///   - drafts: what was typed into its forms and not saved.
    ///   - action: whose form, with its draft, stands open at once.
    public init(
        in context: CommandContext, drafts: [String: String] = [:], resuming action: ActionID? = nil
    ) {
        var context = context
        context.origin.pupil = nil
        context.origin.duty = nil
        inner = InnerForm(drafts: drafts)
        if let action { inner.open(action, in: context) }
        context.origin.record = nil
        self.context = context
    }

    /// This year's and later ones, the rest of the past behind them, and what can be added.
    private var lines: [Line] {
        let calendar = context.facts.school.calendar
        let first = (context.yearBefore ?? AcademicYear(of: context.today)).first
        let terms = calendar.terms.filter { $0.end >= first }.map(Line.term)
        let closures = calendar.closures.filter { $0.to >= first }.map(Line.closure)
        return [.add(.term)] + terms + [.add(.closure)] + closures
    }

    // MARK: Keys

    public mutating func press(_ key: Key) -> Effect {
        if inner.isOpen { return inner.press(key) }
        if let line = removing {
            removing = nil
            return key == .character("y") ? remove(line) : .redraw
        }
        notice = nil
        let lines = lines
        switch key {
        case .down, .character("j"): selected = min(selected + 1, lines.count - 1)
        case .up, .character("k"): selected = max(selected - 1, 0)
        case .home: selected = 0
        case .end: selected = lines.count - 1
        case .enter: open(lines[selected])
        case .delete, .backspace: if lines[selected].key != nil { removing = lines[selected] }
        case .escape, .character("q"): return .close
        default: break
        }
        return .redraw
    }

    private mutating func open(_ line: Line) {
        var place = context
        place.origin.record = line.key
        inner.open(line.action, in: place)
    }

    private func remove(_ line: Line) -> Effect {
        guard let key = line.key, let record = context.facts.record(key),
            let spec = ActionSpec.of(line.action)
        else { return .redraw }
        var entries: Entries = ["remove": "yes"]
        for (column, value) in zip(record.kind.schema.columns, record.values) where column.isKey {
            entries[column.name] = value
        }
        do {
            return .record(try spec.command(entries, in: context))
        } catch {
            return .redraw
        }
    }

    // MARK: What the program tells

    public var draftID: String? { inner.draftID }

    public mutating func saved(at instant: Instant) { inner.form?.savedAt = instant }

    public mutating func update(_ model: Model) {
        context.facts = model.facts
        inner.form?.update(model.facts)
        selected = min(selected, lines.count - 1)
    }

    public mutating func refused(_ words: String) {
        if inner.isOpen { inner.form?.notice = words } else { notice = words }
    }

    /// The list stays for the next date.
    public mutating func recorded() -> Bool {
        inner.close()
        return true
    }

    // MARK: The page

    public func page(size: Size) -> Page {
        if let form = inner.form { return form.page(size: size) }
        return Page(
            id: "dates", title: "cksw",
            header: [
                TextLine(
                    [Phrase(context.facts.school.school?.name ?? "The school", .heading)],
                    right: [Phrase("school dates")])
            ],
            panes: [
                Pane(
                    id: "dates", title: "Dates",
                    content: .table(
                        [
                            TableColumn("", minimum: 20), TableColumn("From", minimum: 15),
                            TableColumn("To", minimum: 15),
                            TableColumn("", minimum: 0, share: 1, priority: 1),
                        ], lines.map(row)), selected: selected,
                    notes: notes)
            ],
            footer: [
                KeyHint("⏎", "open"), KeyHint("Del", "remove"), KeyHint("Esc", "leave"),
            ],
            message: notice.map { TextLine($0, .error) },
            prompt: removing.map {
                .confirm(
                    question: "Remove \(row($0).spoken)?", confirmKey: "y", confirmWords: "remove")
            })
    }

    /// What is missing of this year, and of last year where a status began in it.
    private var notes: [TextLine] {
        let most = TermName.allCases.count
        let years = [AcademicYear(of: context.today), context.yearBefore].compactMap { $0 }
        return years.compactMap { year in
            let count = context.facts.school.calendar.terms(of: year).count
            let why = year == context.yearBefore ? " A status began in it." : ""
            return count < most
                ? TextLine("\(count) of \(most) terms of \(year.label) on record.\(why)", .warning)
                : nil
        }
    }

    private func row(_ line: Line) -> Row {
        switch line {
        case .add(let action):
            let words = action == .term ? "+ a term" : "+ days without school"
            return Row(
                id: "add \(action.rawValue)", cells: [[Phrase(words, .key)], [], [], []],
                spoken: action == .term ? "add a term" : "add days without school")
        case .term(let term):
            return row(term.label, "", term.start, term.end, id: term.label)
        case .closure(let closure):
            let kind = closure.kind.rawValue.replacing("-", with: " ")
            return row(
                kind, closure.name, closure.from, closure.to, id: closure.record.key.description)
        }
    }

    private func row(_ what: String, _ name: String, _ from: Day, _ to: Day, id: String) -> Row {
        Row(
            id: id,
            cells: [
                [Phrase(what)], [Phrase(from.long)], [Phrase(to.long)], [Phrase(name, .muted)],
            ],
            spoken: "\(what) \(name.isEmpty ? "" : "\(name) ")from \(from.long) to \(to.long)")
    }
}
