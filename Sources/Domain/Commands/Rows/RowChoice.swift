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
        return kind.schema.keyColumns.map { kind.schema.columns[$0].name }
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
    /// Whether its rows belong to a child, of themselves or by a PEP.
    var isOfChild: Bool {
        guard self != .pupils else { return false }
        return schema.pupilColumn != nil || schema.place(of: "pep_id") != nil
    }

    /// The column of the id by which other records and people name a row; `nil` where the key is
    /// made of several columns.
    var idColumn: String? {
        guard schema.keyColumns.count == 1 else { return nil }
        return schema.columns[schema.keyColumns[0]].name
    }
}

extension Record {
    /// The row on one line, as a list offers it.
    func line(in facts: Facts) -> String {
        RowWords.all[kind]?(self, facts)
            ?? values.prefix(4).filter { !$0.isEmpty }.joined(separator: ", ")
    }
}

/// How rows are called where somebody chooses among them; of other kinds their first columns.
private enum RowWords {
    static let all: [RecordKind: @Sendable (Record, Facts) -> String] = [
        .status: { row, _ in CareStatus(row).words },
        .professionals: { row, _ in Professional(row).nameAndRole },
        .peps: { row, _ in PEP(row).words },
        .targets: { row, _ in row["target"] },
        .contacts: { row, _ in
            let contact = Contact(row)
            return "\(contact.day.short) \(contact.with.words): \(contact.summary.prefix(30))"
        },
        .adults: { row, facts in
            "\(facts.staffName(row["staff"])), \(row["kind"].replacing("-", with: " "))"
        },
        .roles: { row, facts in "\(Role(row).name.words), \(facts.staffName(row["person"]))" },
        .staff: { row, _ in row["name"] },
        .funds: { row, _ in Fund(row).words },
        .funding: { row, _ in FundEntry(row).words },
    ]
}

extension Facts {
    /// A member of staff's name; what is written there where the id is nobody's.
    func staffName(_ id: String) -> String { school.staff.first { $0.id == id }?.name ?? id }

    /// Whom a record is about: a child, of itself or by its PEP; a member of staff, a fund, or the
    /// school.
    func subject(of record: Record) -> Subject {
        if let pupil = record.pupil { return .pupil(pupil) }
        if !record["pep_id"].isEmpty {
            let pep = self.record(RecordKey(kind: .peps, parts: [record["pep_id"]]))
            return pep?.pupil.map { .pupil($0) } ?? .school
        }
        if record.kind == .staff { return .staff(record["staff"]) }
        return record["fund_id"].isEmpty ? .school : .fund(record["fund_id"])
    }
}

extension Array {
    /// The element, where there is but one.
    fileprivate var only: Element? { count == 1 ? self[0] : nil }
}
