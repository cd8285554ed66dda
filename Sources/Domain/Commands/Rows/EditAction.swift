extension ActionSpec {
    /// An action that edits a record on file, be it to correct, to change or to end it; what is not
    /// touched stays as it is.
    ///
    /// - Parameters:
    ///   - adding: columns that follow from the action itself.
    ///   - check: what is to be seen to before the row is changed; the record is the row as it stands.
    static func edit(
        _ id: ActionID, _ title: String, short: String, choice: String? = nil, help: String,
        _ row: RowChoice, _ fields: [ActionField], adding: [String: String] = [:],
        unless obstacle: Obstacle? = nil,
        check: @escaping @Sendable (inout Recording, Record) -> Void = { _, _ in },
        caution: @escaping @Sendable (Entries, CommandContext) -> [Caution] = { _, _ in [] }
    ) -> ActionSpec {
        let columns = fields.map { field in
            field.of(row.kind).of { context, entries in row.row(entries, context) }
        }
        let hasPupil = !row.kind.isOfChild || columns.contains { $0.name == "pupil" }
        let pupil = hasPupil ? [] : row.pupilField.map { [$0] } ?? []
        return ActionSpec(
            id, title, short: short, choice: choice, help: help,
            pupil + row.fields(besides: columns) + columns, unless: obstacle,
            ofSchool: !row.kind.isOfChild && row.kind != .pupils, caution: caution
        ) { form in
            if !pupil.isEmpty, !form["pupil"].isEmpty || form[row.name].isEmpty { _ = form.pupil() }
            guard let record = row.find(&form) else {
                // What a row would have filled is not missing for somebody to type.
                for column in columns where column.start == .row {
                    form.settle(column.name, form[column.name])
                }
                return nil
            }
            let subject = form.facts.subject(of: record)
            if !pupil.isEmpty, !form["pupil"].isEmpty, subject.pupil != PupilRef(form["pupil"]) {
                form.fault(row.name, "is \(row.noun) of another child")
            }
            form.refuseFutures(columns)
            check(&form, record)
            form.change(record, form.values(of: columns).merging(adding) { $1 })
            return subject
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
        let columns = kind.schema.columns.filter { $0.name != kind.idColumn }
            .map { ActionField.column($0.name, isShown: $0.type != .pupil) }
        return edit(
            .correct, "Correct a record", short: "correct",
            help: "Puts a record right; what it said before stays in the history.", row, columns)
    }
}

extension Recording {
    /// Puts the row as the values have it; a row whose key changes takes the place of the old one.
    fileprivate mutating func change(_ record: Record, _ values: [String: String]) {
        let names = record.kind.schema.keyNames
        let changed = names.filter { values[$0] != nil && values[$0] != record[$0] }
        if let first = changed.first {
            let key = RecordKey(kind: record.kind, parts: names.map { values[$0] ?? record[$0] })
            if facts.record(key) != nil { fault(first, "makes it one with another record") }
            remove(record.key)
        }
        put(record.kind, over: record, values)
    }
}
