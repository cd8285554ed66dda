/// What an action that enters a record does where one of its key is on file.
enum KnownRecord: Sendable {
    /// Started on it or given its key, the action edits it: its fields begin with what it holds.
    case edited
    /// It takes the place of the other.
    case replaced
    /// It is refused, with these words at the first column of the key.
    case refused(String)

    static let taken = KnownRecord.refused("is taken by another record")
}

extension ActionSpec {
    /// An action that enters a record.
    ///
    /// The child and the id stand before the fields, unless they are among them.
    ///
    /// - Parameters:
    ///   - known: what becomes of a record of the same key.
    ///   - prefix: the letters of the ids that are made; none where the key is what the row says.
    ///   - fields: in their order; those that are no columns are for `check` and `also`.
    ///   - check: what is to be seen to before the row is made.
    ///   - adding: columns that follow from what was typed.
    ///   - also: what is recorded beside it; the record is the row as it shall be.
    ///   - begun: what was begun for the duty and is still to be finished.
    static func enter(
        _ id: ActionID, _ kind: RecordKind, _ title: String, short: String, choice: String? = nil,
        help: String, known: KnownRecord = .edited, prefix: String? = nil, _ fields: [ActionField],
        unless obstacle: Obstacle? = nil,
        check: @escaping @Sendable (inout Recording) -> Void = { _ in },
        adding: @escaping @Sendable (Recording) -> [String: String] = { _ in [:] },
        also: @escaping @Sendable (inout Recording, Record) -> Void = { _, _ in },
        begun: @escaping @Sendable (CommandContext) -> Record? = { _ in nil },
        prefill: @escaping @Sendable (CommandContext) -> Entries = { _ in [:] },
        caution: @escaping @Sendable (Entries, CommandContext) -> [Caution] = { _, _ in [] }
    ) -> ActionSpec {
        let row = RowAtHand(kind, known, hasID: prefix != nil, begun)
        let own = fields.map { $0.of(kind) }
        let before = [kind.pupilField, prefix.map { _ in row.idField }].compactMap { $0 }
            .filter { field in !own.contains { $0.name == field.name } }
        let all = (before + own).map(row.filling)
        return ActionSpec(
            id, title, short: short, choice: choice, help: help, all, unless: obstacle,
            ofSchool: !kind.isOfChild, prefill: prefill, caution: caution
        ) { form in
            if let first = before.first, first.kind.isPupil, first.isRequired { _ = form.pupil() }
            form.refuseFutures(all)
            check(&form)
            var values = form.values(of: all).merging(adding(form)) { $1 }
            if let prefix, values[row.idColumn]?.isEmpty != false {
                values[row.idColumn] = form.newID(prefix, kind)
            }
            let key = RecordKey(
                kind: kind, parts: kind.schema.keyNames.map { values[$0] ?? "" })
            let existing = form.facts.record(key)
            if case .refused(let problem) = known, existing != nil {
                form.fault(row.idColumn, problem)
            }
            if let owner = existing?.pupil, owner.text != values["pupil"] {
                form.fault(row.idColumn, "is a record of another child")
            }
            let record = form.put(kind, over: existing, values)
            also(&form, record)
            return form.facts.subject(of: record)
        }
    }
}

/// The row that an action of records works on: that of its id or key, else the one that was selected
/// or that the duty is about.
private struct RowAtHand: Sendable {
    let kind: RecordKind
    let idColumn: String
    private let known: KnownRecord
    private let hasID: Bool
    /// What was begun for the duty and is still to be finished.
    private let begun: @Sendable (CommandContext) -> Record?

    init(
        _ kind: RecordKind, _ known: KnownRecord, hasID: Bool,
        _ begun: @escaping @Sendable (CommandContext) -> Record?
    ) {
        self.kind = kind
        self.known = known
        self.hasID = hasID
        self.begun = begun
        idColumn = kind.schema.keyNames[0]
    }

    var idField: FieldSpec {
        guard case .edited = known else { return .id(idColumn) }
        var field = FieldSpec(
            idColumn, idColumn, .id, hint: "made where it is left out; a known one is changed",
            isShown: false, standard: { context, _ in started(context)?.key.parts.first })
        field.start = .own
        return field
    }

    /// The field, where the row is edited with what it holds.
    func filling(_ field: FieldSpec) -> FieldSpec {
        guard case .edited = known, kind.schema.index(of: field.name) != nil else { return field }
        return field.of(find)
    }

    private func find(_ context: CommandContext, _ entries: Entries) -> Record? {
        let columns = kind.schema.keyNames
        if columns.allSatisfy({ !entries[$0].isEmpty }) {
            return context.facts.record(
                RecordKey(kind: kind, parts: columns.map { entries[$0] }))
        }
        return hasID && !entries[idColumn].isEmpty ? nil : started(context)
    }

    private func started(_ context: CommandContext) -> Record? {
        if let key = context.origin.record, key.kind == kind { return context.facts.record(key) }
        guard hasID else { return nil }
        if let id = context.origin.duty?.reference.record,
            let record = context.facts.record(RecordKey(kind: kind, parts: [id]))
        {
            return record
        }
        return begun(context)
    }
}

extension RecordKind {
    /// The field by which an action on its records knows the child: `nil` where it is about none.
    fileprivate var pupilField: FieldSpec? {
        guard isOfChild else { return nil }
        guard let column = schema.columns.first(where: { $0.name == "pupil" }) else {
            return .pupilOfRecord
        }
        return column.isOptional ? .pupilIfAny : .pupil
    }
}

extension Recording {
    /// A fault at each day of what has happened that lies after today.
    mutating func refuseFutures(_ fields: [FieldSpec]) {
        for field in fields where field.refusesFuture { refuseFuture(field.name) }
    }

    /// What fields that take one text hold, by column.
    func values(_ names: String..., and more: [String: String] = [:]) -> [String: String] {
        Dictionary(uniqueKeysWithValues: names.map { ($0, self[$0]) }).merging(more) { $1 }
    }

    /// What the fields hold, by column; without those that leave a row as it is.
    func values(of fields: [FieldSpec]) -> [String: String] {
        let filled = fields.filter { $0.start != .added || !self[$0.name].isEmpty }
        return Dictionary(
            uniqueKeysWithValues: filled.map {
                ($0.name, entries[all: $0.name].joined(separator: ";"))
            })
    }
}
