/// A field of an action on records of one kind: a column by its name, of which the schema says how
/// it is typed and whether it is needed, or a field of another make.
struct ActionField: Sendable, ExpressibleByStringLiteral {
    /// The field as it stands in an action on records of this kind.
    let of: @Sendable (RecordKind) -> FieldSpec

    init(_ of: @escaping @Sendable (RecordKind) -> FieldSpec) { self.of = of }

    init(stringLiteral name: String) { self = .column(name) }

    static func field(_ field: FieldSpec) -> ActionField { ActionField { _ in field } }

    /// Only what the schema cannot know is said here.
    static func column(
        _ name: String, _ label: String? = nil, as type: FieldKind? = nil, lean: DateLean? = nil,
        hint: String = "", required: Bool? = nil, isShown: Bool = true, isProse: Bool? = nil,
        standard: @escaping @Sendable (CommandContext, Entries) -> String? = { _, _ in nil }
    ) -> ActionField {
        ActionField { kind in
            guard let column = kind.schema.columns.first(where: { $0.name == name }) else {
                preconditionFailure("\(kind.file) has no column \(name)")
            }
            var field = FieldSpec(
                name, label ?? column.label, type ?? FieldKind(column, lean: lean ?? column.lean),
                required: required ?? !column.isOptional, hint: hint, isShown: isShown,
                isProse: isProse ?? (column.type == .text), standard: standard)
            field.refusesFuture = column.isPast
            if case .line = field.kind { field.isRoomy = column.type == .name || field.isProse }
            if column.namesStaff { return field.offering(.staff, orTyped: true) }
            // Other references are typed.
            let chosen: Set<RecordKind> = [.staff, .targets]
            guard let kind = column.reference, chosen.contains(kind) else { return field }
            return field.offering(kind)
        }
    }

    /// Today's date where nothing else is said.
    static func today(
        _ name: String, _ label: String? = nil, lean: DateLean? = nil, required: Bool? = nil
    ) -> ActionField {
        column(
            name, label, lean: lean, hint: "such as today, yesterday, Fri or 23/11",
            required: required,
            standard: { context, _ in context.today.iso })
    }

    /// The last day of a row: today where nothing else is said.
    static func lastDay(_ name: String = "to") -> ActionField {
        column(name, "Last day", required: true, standard: { context, _ in context.today.iso })
    }

    /// A member of staff, or the name of somebody who is none; whoever acts where nobody is named.
    static func by(_ name: String, actor: Bool = true) -> ActionField {
        column(
            name, hint: "a member of staff, or a name",
            standard: { context, _ in actor ? context.actingStaff?.id : nil })
    }

    /// Where the paper is kept; the program never opens it.
    static let paper = column("where", hint: "where the paper is kept, such as a shelf or a folder")

    func echoing(
        _ words: @escaping @Sendable (String, CommandContext, Entries) -> String?
    ) -> ActionField {
        ActionField { of($0).echoing(words) }
    }

    func offering(_ kind: RecordKind, orTyped: Bool = false) -> ActionField {
        ActionField { of($0).offering(kind, orTyped: orTyped) }
    }

    /// The same field, beside whose date a time of day can stand.
    func withTime() -> ActionField { ActionField { of($0).withTime() } }

    /// The time of a plan, as an option of `cksw record`: the form takes it beside the date.
    static let time = column(
        "time", hint: "such as 9.15; or beside the date", isShown: false
    ).beginning(.own)

    /// The same field, which begins otherwise than with what the row holds.
    func beginning(_ start: FieldSpec.Start) -> ActionField {
        ActionField {
            var field = of($0)
            field.start = start
            return field
        }
    }
}

extension FieldSpec {
    /// What a field begins with where a row on file is edited.
    enum Start: Sendable {
        /// What the row holds, else its own text.
        case row
        /// Its own text, whatever the row holds.
        case own
        /// Its own text; left empty, the row keeps what it holds.
        case added
    }

    /// The same field with what a row holds in it at first.
    func of(_ row: @escaping @Sendable (CommandContext, Entries) -> Record?) -> FieldSpec {
        guard case .row = start else { return self }
        let own = standard
        let column = name
        let takesTime = takesTime
        var field = self
        field.standard = { context, entries in
            // A day that was chosen for the plan stands before that of an earlier one.
            if column == "planned_for", let day = context.origin.window?.day { return day.iso }
            let row = row(context, entries)
            let stands = row?[column] ?? ""
            guard !stands.isEmpty else { return own(context, entries) }
            let time = takesTime ? row?.text("time") : nil
            return time.map { "\(stands) \($0)" } ?? stands
        }
        return field
    }
}

extension Column {
    /// Days that records tell of lie behind, those of plans ahead.
    var lean: DateLean {
        switch name {
        case "planned_for", "review_by", "next_on": .future
        case "on": .past
        default: name.hasSuffix("_on") ? .past : .either
        }
    }

    /// Whether it holds a member of staff or the name of somebody who is none.
    fileprivate var namesStaff: Bool {
        type == .name && ["by", "led_by", "overseen_by"].contains(name)
    }

    /// Whether it holds the day of something that has happened.
    fileprivate var isPast: Bool { type == .date && lean == .past }
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
                context.pupil(entries).map { context.targets(of: $0) } ?? []
            }
        case .name where column.namesStaff:
            self = .person { context, _ in context.staffOptions }
        case .list(let words) where !words.isEmpty:
            let options = words.map { Choice($0, column.words(of: $0)) }
            self = .several { _, _ in options }
        case .identifier, .name, .upn, .year, .count, .figure, .minutes, .mark, .halfDays, .list,
            .answers, .acknowledged, .time:
            self = .line
        case .text: self = .text
        case .date: self = .day(lean)
        case .instant: self = .instant
        case .yesNo: self = .flag
        case .money: self = .money
        case .choice(let words): self = .words(words, of: column)
        }
    }
}
