/// What an action checks of its own, beside what every record of its kind is checked for.
typealias RowCheck = @Sendable (inout Recording) -> Void

extension ActionSpec {
    /// An action that changes columns of one row; what is not touched stays as it is.
    static func change(
        _ id: ActionID, _ title: String, short: String, choice: String? = nil, help: String,
        _ row: RowChoice, _ columns: [FieldSpec], unless hindrance: Hindrance? = nil,
        check: @escaping RowCheck = { _ in }
    ) -> ActionSpec {
        let fields = columns.map { field in
            field.of { context, entries in row.row(entries, context) }
        }
        let isOfChild = row.kind.isOfChild && !columns.contains { $0.name == "pupil" }
        return ActionSpec(
            id, title, short: short, choice: choice, help: help,
            (isOfChild ? [.pupilOfRecord] : []) + row.keyFields(besides: columns) + [row.field]
                + fields, unless: hindrance,
            ofSchool: !row.kind.isOfChild && row.kind != .pupils
        ) { form in
            guard let record = row.row(form.entries, form.context) else {
                if !form[row.name].isEmpty {
                    form.fault(
                        row.name, "names no record of \(row.kind.file)", cause: .noSuchRecord)
                }
                // What a row would have filled is not missing for somebody to type.
                for column in columns { form.settle(column.name, form[column.name]) }
                return nil
            }
            let subject = form.facts.subject(of: record)
            if isOfChild, !form["pupil"].isEmpty, subject.pupil != PupilRef(form["pupil"]) {
                form.fault(row.name, "is a record of another child")
            }
            form.refuseFutures(row.kind, columns)
            check(&form)
            form.change(record, columns.map(\.name))
            return subject
        }
    }

    /// An action that enters a new row.
    ///
    /// - Parameter prefix: the letter of the ids that are made; none where a person gives the id.
    static func enter(
        _ id: ActionID, _ title: String, short: String, choice: String? = nil, help: String,
        _ kind: RecordKind, prefix: String? = nil, _ columns: [FieldSpec],
        unless hindrance: Hindrance? = nil,
        caution: @escaping @Sendable (Entries, CommandContext) -> [Caution] = { _, _ in [] },
        check: @escaping RowCheck = { _ in }
    ) -> ActionSpec {
        let idColumn = prefix == nil ? nil : kind.idColumn
        let fields = (idColumn.map { [FieldSpec.id($0)] } ?? []) + columns
        return ActionSpec(
            id, title, short: short, choice: choice, help: help, fields, unless: hindrance,
            ofSchool: !fields.contains { $0.name == "pupil" } || kind == .pupils,
            caution: caution
        ) { form in
            var values = Dictionary(uniqueKeysWithValues: fields.map { ($0.name, form[$0.name]) })
            if let idColumn, let prefix, form[idColumn].isEmpty {
                values[idColumn] = form.newID(prefix, kind)
            }
            let key = kind.schema.keyColumns.map { kind.schema.columns[$0].name }
            if let first = key.first, key.allSatisfy({ values[$0]?.isEmpty == false }),
                form.facts.record(RecordKey(kind: kind, parts: key.map { values[$0] ?? "" })) != nil
            {
                form.fault(first, "is on record already")
            }
            form.refuseFutures(kind, columns)
            check(&form)
            let record = form.put(kind, values)
            return form.facts.subject(of: record)
        }
    }

    /// The correction of a record of a kind: any of its columns, the key's too where no other record
    /// names it. The journal keeps what it said before.
    ///
    /// - Returns: `nil` for marks, which the register corrects.
    public static func correction(of kind: RecordKind) -> ActionSpec? {
        guard kind != .attendance else { return nil }
        let row = RowChoice(kind, "Record", isShown: false) { context, _ in
            context.origin.record.flatMap { context.facts.record($0) }.map { [$0] } ?? []
        }
        let columns = kind.schema.columns.filter { $0.name != row.idColumn }
            .map { FieldSpec.column(kind, $0.name, isShown: $0.type != .pupil) }
        return change(
            .correct, "Correct a record", short: "correct",
            help: "Puts a record right; what it said before stays in the history.", row, columns)
    }
}

extension Recording {
    /// A fault at each day of what has happened that lies after today.
    mutating func refuseFutures(_ kind: RecordKind, _ columns: [FieldSpec]) {
        for column in kind.schema.columns
        where column.isPast && columns.contains(where: { $0.name == column.name }) {
            refuseFuture(column.name)
        }
    }

    /// Puts the row as the entries have it; a row whose key changes takes the place of the old one.
    fileprivate mutating func change(_ record: Record, _ columns: [String]) {
        let values = Dictionary(uniqueKeysWithValues: columns.map { ($0, self[$0]) })
        let changed = record.kind.schema.keyColumns.map { record.kind.schema.columns[$0].name }
            .filter { values[$0] != nil && values[$0] != record[$0] }
        if let first = changed.first {
            let key = RecordKey(
                kind: record.kind,
                parts: record.kind.schema.keyColumns.map { place in
                    values[record.kind.schema.columns[place].name] ?? record.values[place]
                })
            if facts.record(key) != nil { fault(first, "makes it one with another record") }
            remove(record.key)
        }
        put(record.kind, over: record, values)
    }
}
