import Domain

/// What a person decides where a record has moved on while its form was open: field by field, both
/// versions beside what stood there when the form was opened.
struct ConflictState: Sendable {
    /// A field, or a whole record where one of the two wants none.
    struct Line: Sendable {
        let conflict: Conflict
        /// `nil` for the whole.
        let field: Conflict.Field?
        var choice: Conflict.Choice?

        /// Whether somebody has to choose: what only one of the two has changed is settled.
        var isClash: Bool { field?.isClash ?? true }

        /// Whether both versions can stand in it, one under the other.
        var canJoin: Bool { field?.isText ?? false }
    }

    private let command: Command
    private let conflicts: [Conflict]
    private(set) var lines: [Line]
    private(set) var selected: Int

    init(_ command: Command, _ conflicts: [Conflict]) {
        self.command = command
        self.conflicts = conflicts
        lines = conflicts.flatMap { conflict -> [Line] in
            conflict.isWhole
                ? [Line(conflict: conflict, field: nil)]
                : conflict.fields.map { Line(conflict: conflict, field: $0) }
        }
        selected = lines.firstIndex(where: \.isClash) ?? 0
    }

    /// How many are still to be decided.
    var open: Int { lines.count { $0.isClash && $0.choice == nil } }

    // MARK: Keys

    enum Answer: Sendable {
        /// There is still something to decide or to look at.
        case open
        case settled(Command)
        case back
    }

    mutating func press(_ key: Key) -> Answer {
        switch key {
        case .character("k"): choose(.keep)
        case .character("t"): choose(.take)
        case .character("j"): choose(.join)
        case .down: selected = min(selected + 1, max(0, lines.count - 1))
        case .up: selected = max(selected - 1, 0)
        case .escape: return .back
        case .control("s"):
            if open == 0 { return .settled(settled) }
            selected = lines.firstIndex { $0.isClash && $0.choice == nil } ?? selected
        default: break
        }
        return .open
    }

    /// Decides the selected field and goes on to the next that is open.
    private mutating func choose(_ choice: Conflict.Choice) {
        guard lines.indices.contains(selected), lines[selected].isClash,
            choice != .join || lines[selected].canJoin
        else { return }
        lines[selected].choice = choice
        let rest = lines.indices.filter { lines[$0].isClash && lines[$0].choice == nil }
        selected = rest.first { $0 > selected } ?? rest.first ?? selected
    }

    /// The command as it was decided, on what stands now.
    private var settled: Command {
        var records: [RecordKey: Record?] = [:]
        for conflict in conflicts {
            let own = lines.filter { $0.conflict.key == conflict.key }
            var choices: [String: Conflict.Choice] = [:]
            for line in own {
                if let field = line.field { choices[field.column] = line.choice }
            }
            let whole = own.first { $0.field == nil }?.choice ?? .keep
            records.updateValue(
                conflict.settled(choices, otherwise: whole), forKey: conflict.key)
        }
        return command.settling(records, of: conflicts)
    }
}

extension ConflictState {
    /// The versions as a table, with the whole texts of the selected field below.
    ///
    /// - Parameter form: whose header stands above.
    func page(over form: Page, words: (String, Column) -> String) -> Page {
        Page(
            id: "conflict", title: form.title, subject: form.subject, header: form.header,
            shortHeader: form.shortHeader,
            panes: [
                Pane(
                    id: "conflict", title: "Changed by somebody else meanwhile",
                    content: .table(ConflictState.columns, lines.map { row($0, words) }),
                    selected: lines.isEmpty ? nil : selected,
                    notes: [TextLine(open == 0 ? "All is decided." : "\(open) to decide.", .muted)])
            ], detail: lines.indices.contains(selected) ? full(lines[selected], words) : [],
            footer: [
                KeyHint("k", "keep yours"), KeyHint("t", "take theirs"),
                KeyHint("j", "join both texts"), KeyHint("Ctrl-S", "save"),
                KeyHint("Esc", "back to the form"),
            ], message: form.message)
    }

    private static let columns = [
        TableColumn("Field", minimum: 10, share: 1), TableColumn("Theirs", minimum: 16, share: 2),
        TableColumn("Yours", minimum: 16, share: 2),
        TableColumn("As you opened it", minimum: 16, share: 2, priority: 1),
        TableColumn("Stands", minimum: 8),
    ]

    private func row(_ line: Line, _ words: (String, Column) -> String) -> Row {
        let texts = texts(line, words)
        let key = line.conflict.key
        let id = "\(key.kind.rawValue) \(key) \(texts.name)"
        return Row(
            id: id,
            cells: [
                [Phrase(texts.name)], [Phrase(texts.theirs)], [Phrase(texts.yours)],
                [Phrase(texts.opened, .muted)],
                [Phrase(stands(line), line.isClash && line.choice == nil ? .warning : .met)],
            ],
            spoken: "\(texts.name): theirs \(texts.theirs); yours \(texts.yours); "
                + "as you opened it \(texts.opened); \(stands(line))")
    }

    /// What will stand.
    private func stands(_ line: Line) -> String {
        if let field = line.field, !field.isClash {
            if field.current == field.wanted { return "the same" }
            return field.wanted == field.seen ? "theirs" : "yours"
        }
        switch line.choice {
        case .keep: return "yours"
        case .take: return "theirs"
        case .join: return "both"
        case nil: return "choose"
        }
    }

    private func full(_ line: Line, _ words: (String, Column) -> String) -> [TextLine] {
        let texts = texts(line, words)
        return [
            ("Theirs: ", texts.theirs), ("Yours: ", texts.yours),
            ("As you opened it: ", texts.opened),
        ]
        .map { TextLine([Phrase($0.0, .muted), Phrase($0.1)]) }
    }

    private func texts(
        _ line: Line, _ words: (String, Column) -> String
    ) -> (name: String, theirs: String, yours: String, opened: String) {
        let key = line.conflict.key
        guard let field = line.field,
            let column = key.kind.schema.columns.first(where: { $0.name == field.column })
        else {
            func whole(_ record: Record?) -> String {
                guard let record else { return "not there" }
                return zip(record.kind.schema.columns, record.values)
                    .filter { !$0.isKey && !$1.isEmpty }.map { words($1, $0) }
                    .joined(separator: ", ")
            }
            return (
                key.kind.definition.singular,
                whole(line.conflict.current), whole(line.conflict.wanted),
                whole(line.conflict.seen)
            )
        }
        // Of several records each line says whose it is.
        let label = key.kind.words(of: column)
        let name =
            conflicts.count > 1
            ? "\(key.kind.definition.singular.sentenceCase): \(label)" : label
        return (
            name, words(field.current, column), words(field.wanted, column),
            words(field.seen, column)
        )
    }
}

extension FormState {
    /// The records that somebody else has changed since the form was opened, each with what it was
    /// then, what it is now, and what the command would make of it.
    func conflicts(of command: Command) -> [Conflict] {
        command.seen.keys.sorted().compactMap { key in
            let (seen, current) = (opened.record(key), context.facts.record(key))
            guard seen != current else { return nil }
            return Conflict(
                key: key, seen: seen, current: current, wanted: command.wanted(key))
        }
    }
}

extension Command {
    /// The record of this key as it shall be; `nil` where it goes.
    fileprivate func wanted(_ key: RecordKey) -> Record? {
        changes.lazy.compactMap { change -> Record? in
            if case .put(let record) = change, record.key == key { return record }
            return nil
        }.last
    }
}
