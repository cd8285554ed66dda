extension FieldSpec {
    /// A field for a column of a record: how it is typed, whether it is needed and what it holds
    /// follow from the schema; only what the schema cannot know is said here.
    static func column(
        _ kind: RecordKind, _ name: String, _ label: String? = nil, lean: DateLean? = nil,
        hint: String = "", required: Bool? = nil, isShown: Bool = true,
        standard: @escaping @Sendable (CommandContext, Entries) -> String? = { _, _ in nil }
    ) -> FieldSpec {
        guard let column = kind.schema.columns.first(where: { $0.name == name }) else {
            preconditionFailure("\(kind.file) has no column \(name)")
        }
        let field = FieldSpec(
            name, label ?? column.label, FieldKind(column, lean: lean ?? column.lean),
            required: required ?? !column.isOptional, hint: hint, isShown: isShown,
            isProse: column.type == .text, standard: standard)
        if column.namesStaff { return field.offering(.staff, orTyped: true) }
        // Other references are typed.
        let chosen: Set<RecordKind> = [.staff, .targets]
        guard let kind = column.reference, chosen.contains(kind) else { return field }
        return field.offering(kind)
    }

    /// The same field with what a row holds in it at first.
    func of(_ row: @escaping @Sendable (CommandContext, Entries) -> Record?) -> FieldSpec {
        guard !overridesRow else { return self }
        let own = standard
        let column = name
        var field = self
        field.standard = { context, entries in
            let stands = row(context, entries)?[column] ?? ""
            return stands.isEmpty ? own(context, entries) : stands
        }
        return field
    }

    /// The same field, which begins with its own text whatever the row that it changes holds.
    var alwaysStarting: FieldSpec {
        var field = self
        field.overridesRow = true
        return field
    }

}

extension Column {
    /// `Planned for` of `planned_for`.
    var label: String { name.replacing("_", with: " ").sentenceCase }

    /// Days that records tell of lie behind, those of plans ahead.
    var lean: DateLean {
        switch name {
        case "planned_for", "review_by": .future
        case "on": .past
        default: name.hasSuffix("_on") ? .past : .either
        }
    }

    /// Whether it holds a member of staff or the name of somebody who is none.
    fileprivate var namesStaff: Bool {
        type == .name && ["by", "led_by", "overseen_by"].contains(name)
    }

    /// Whether it holds the day of something that has happened.
    var isPast: Bool { type == .date && lean == .past }
}

extension FieldKind {
    /// How a column is typed or chosen.
    init(_ column: Column, lean: DateLean) {
        switch column.type {
        case .pupil: self = .pupil
        case .identifier where column.reference == .staff:
            self = .person { context, _ in context.staffOptions }
        case .identifier where column.reference == .targets:
            self = .choice { context, entries in
                context.pupil(entries)?.targets.sorted { $0.id > $1.id }
                    .map { Choice($0.id, $0.text) } ?? []
            }
        case .name where column.namesStaff:
            self = .person { context, _ in context.staffOptions }
        case .list(let words) where !words.isEmpty:
            let options = words.map { Choice($0) }
            self = .several { _, _ in options }
        case .identifier, .name, .upn, .year, .count, .figure, .minutes, .mark, .halfDays, .list,
            .answers, .acknowledged:
            self = .line
        case .text: self = .text
        case .date: self = .day(lean)
        case .instant: self = .instant
        case .yesNo: self = .flag
        case .money: self = .money
        case .choice(let words): self = .words(words)
        }
    }
}
