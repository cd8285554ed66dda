extension ActionSpec {
    /// An action that enters a row of a kind or, started on one or given its key, changes that row:
    /// what is not touched stays.
    ///
    /// - Parameters:
    ///   - prefix: the letters of the ids that are made; none where the key is what the row says.
    ///   - more: fields that are no columns of the row.
    ///   - check: what is to be seen to before the row is made.
    ///   - also: what is recorded beside it; the record is the row as it shall be.
    static func record(
        _ id: ActionID, _ kind: RecordKind, _ title: String, short: String, help: String,
        prefix: String? = nil, _ columns: [FieldSpec], beside more: [FieldSpec] = [],
        unless hindrance: Hindrance? = nil,
        check: @escaping RowCheck = { _ in },
        also: @escaping @Sendable (inout Recording, Record) -> Void = { _, _ in },
        begun: @escaping @Sendable (CommandContext) -> Record? = { _ in nil },
        prefill: @escaping @Sendable (CommandContext) -> Entries = { _ in [:] }
    ) -> ActionSpec {
        let row = RowAtHand(kind, hasID: prefix != nil, begun)
        let pupil = kind.schema.columns.first { $0.name == "pupil" }
        let pupilFields =
            pupil.map { [($0.isOptional ? FieldSpec.pupilIfAny : .pupil).of(row.find)] } ?? []
        let idFields = prefix == nil ? [] : [row.idField]
        let fields = pupilFields + idFields + columns.map { $0.of(row.find) } + more
        return ActionSpec(
            id, title, short: short, help: help, fields, unless: hindrance,
            ofSchool: pupil == nil, prefill: prefill
        ) { form in
            if pupil?.isOptional == false, form.pupil() == nil { return nil }
            form.refuseFutures(kind, columns)
            check(&form)
            var values: [String: String] = [:]
            for field in pupilFields + idFields + columns {
                values[field.name] = form.entries[all: field.name].joined(separator: ";")
            }
            if let prefix, values[row.idColumn]?.isEmpty == true {
                values[row.idColumn] = form.newID(prefix, kind)
            }
            let key = RecordKey(
                kind: kind,
                parts: kind.schema.keyColumns.map { values[kind.schema.columns[$0].name] ?? "" })
            let existing = form.facts.record(key)
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
    private let hasID: Bool
    /// What was begun for the duty and is still to be finished.
    private let begun: @Sendable (CommandContext) -> Record?

    init(
        _ kind: RecordKind, hasID: Bool,
        _ begun: @escaping @Sendable (CommandContext) -> Record?
    ) {
        self.kind = kind
        self.hasID = hasID
        self.begun = begun
        idColumn = kind.schema.columns[kind.schema.keyColumns[0]].name
    }

    var idField: FieldSpec {
        FieldSpec(
            idColumn, idColumn, .id, hint: "made where it is left out; a known one is changed",
            isShown: false, standard: { context, _ in started(context)?.key.parts.first })
    }

    func find(_ context: CommandContext, _ entries: Entries) -> Record? {
        let columns = kind.schema.keyColumns.map { kind.schema.columns[$0].name }
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

extension FieldSpec {
    /// The child where there is one; what is the school's own has none.
    static let pupilIfAny = FieldSpec(
        "pupil", "Pupil", .pupil, hint: "empty for the school's own", isShown: false,
        standard: { context, _ in context.origin.pupil?.text })

    /// Today's date where nothing else is said.
    static func onToday(_ kind: RecordKind, _ name: String, _ label: String? = nil) -> FieldSpec {
        column(
            kind, name, label, hint: "today, yesterday, fri, 23/11",
            standard: { context, _ in context.today.iso })
    }

    /// A member of staff, or the name of somebody who is none; whoever acts where nobody is named.
    static func by(
        _ kind: RecordKind, _ name: String, _ label: String? = nil, actor: Bool = true
    ) -> FieldSpec {
        column(
            kind, name, label, hint: "a member of staff, or a name",
            standard: { context, _ in actor ? context.actingStaff?.id : nil })
    }
}
