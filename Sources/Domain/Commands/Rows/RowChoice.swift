/// Which row of a kind an action changes: by its id, or where a kind has none by its whole key.
struct RowChoice: Sendable {
    typealias Rows = @Sendable (CommandContext, Entries) -> [Record]

    let kind: RecordKind
    let label: String
    /// The rows to choose among, the most likely first.
    let rows: Rows
    let isShown: Bool
    /// Which of several rows is meant where nobody says: the one that is open.
    let prefersOpen: Bool

    init(
        _ kind: RecordKind, _ label: String, isShown: Bool = true, prefersOpen: Bool = false,
        rows: @escaping Rows
    ) {
        self.kind = kind
        self.label = label
        self.isShown = isShown
        self.prefersOpen = prefersOpen
        self.rows = rows
    }

    /// The column of the id; `nil` where the key is made of what the row says.
    var idColumn: String? { kind.idColumn }

    /// The name of the field.
    var name: String { idColumn ?? "replaces" }

    var field: FieldSpec {
        FieldSpec(
            name, label,
            .choice { context, entries in
                rows(context, entries).map {
                    Choice($0.key.description, $0.line(in: context.facts))
                }
            },
            required: true,
            hint: idColumn == nil ? "the row to change, by its key" : "",
            isShown: isShown, decidesOthers: true,
            standard: { context, entries in standard(context, entries)?.key.description }
        ).offering(kind)
    }

    /// The columns of a key by which `cksw record` names the row, where they are no fields anyway.
    func keyFields(besides columns: [FieldSpec]) -> [FieldSpec] {
        guard idColumn == nil else { return [] }
        return kind.schema.keyNames
            .filter { name in name != "pupil" && !columns.contains { $0.name == name } }
            .map { .column(kind, $0, hint: "to name the row", required: false, isShown: false) }
    }

    /// The row that the entries name.
    func row(_ entries: Entries, _ context: CommandContext) -> Record? {
        let text = entries[name]
        guard !text.isEmpty else { return nil }
        if idColumn != nil { return context.facts.record(RecordKey(kind: kind, parts: [text])) }
        return (rows(context, entries) + context.facts.records(of: kind))
            .first { $0.key.description == text }
    }

    /// The row of the place where the action was started, or of the key that was typed; else the
    /// only one there is, or the only one that is open.
    private func standard(_ context: CommandContext, _ entries: Entries) -> Record? {
        if let key = context.origin.record, key.kind == kind, let row = context.facts.record(key) {
            return row
        }
        let columns = kind.schema.keyColumns.map { kind.schema.columns[$0] }
        if columns.allSatisfy({ !entries[$0.name].isEmpty }) {
            return context.facts.record(
                RecordKey(kind: kind, parts: columns.map { entries[$0.name] }))
        }
        var found = rows(context, entries)
        if let ofDuty = context.origin.duty?.evidence.first(where: { $0.kind == kind }),
            let row = found.first(where: { $0.key == ofDuty })
        {
            return row
        }
        let named = found.filter { row in
            columns.allSatisfy { entries[$0.name].isEmpty || entries[$0.name] == row[$0.name] }
        }
        // A part of the key that fits no row is what the key shall be.
        if !named.isEmpty { found = named }
        let open = found.filter { prefersOpen && $0["to"].isEmpty }
        return (open.count == 1 ? open : found).only
    }
}

extension RecordKind {
    /// Whether its rows belong to a child, of themselves or as parts of what does.
    var isOfChild: Bool { self != .pupils && definition.owner.isOfChild }
}

extension Record {
    /// The row on one line, as a list offers it.
    func line(in facts: Facts) -> String {
        kind.definition.line?(self, facts)
            ?? values.prefix(4).filter { !$0.isEmpty }.joined(separator: ", ")
    }
}

extension Facts {
    /// A member of staff's name; what is written there where the id is nobody's.
    func staffName(_ id: String) -> String { school.staff.first { $0.id == id }?.name ?? id }
}

extension Array {
    /// The element, where there is but one.
    fileprivate var only: Element? { count == 1 ? self[0] : nil }
}
