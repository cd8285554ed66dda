/// Which row of a kind an action edits: by its id, or where a kind has none by its whole key.
struct RowChoice: Sendable {
    typealias Rows = @Sendable (CommandContext, Entries) -> [Record]
    typealias Find = @Sendable (inout Recording) -> Record?

    let kind: RecordKind
    /// How the action knows the child; `nil` where that follows from the row alone.
    let pupilField: FieldSpec?
    /// How a row is called that is another child's.
    let noun: String
    private let own: [FieldSpec]
    private let rows: Rows
    private let finding: Find?

    /// - Parameters:
    ///   - fields: those that name the row, its id first.
    ///   - rows: those to choose among.
    ///   - find: the row that the fields name, or a fault, where the first is not its id or key.
    init(
        _ kind: RecordKind, pupil: FieldSpec? = .pupilOfRecord, by fields: [FieldSpec],
        of noun: String = "a record", rows: @escaping Rows = { _, _ in [] }, find: Find? = nil
    ) {
        self.kind = kind
        pupilField = pupil
        self.noun = noun
        own = fields
        self.rows = rows
        finding = find
    }

    /// A choice among rows, the most likely first.
    ///
    /// - Parameter prefersOpen: of several rows the open one is meant where nobody says.
    init(
        _ kind: RecordKind, _ label: String, isShown: Bool = true, prefersOpen: Bool = false,
        rows: @escaping Rows
    ) {
        let field = FieldSpec(
            kind.idColumn ?? "replaces", label,
            .choice { context, entries in
                rows(context, entries).map {
                    Choice($0.key.description, $0.line(in: context.facts))
                }
            },
            required: true,
            hint: "which one", isShown: isShown, decidesOthers: true,
            standard: { context, entries in
                RowChoice.likely(kind, rows(context, entries), prefersOpen, context, entries)?.key
                    .description
            }
        ).offering(kind)
        self.init(kind, by: [field], rows: rows)
    }

    /// The name of the field that names the row.
    var name: String { own[0].name }

    /// The fields that name the row; `cksw record` names it by the columns of its key too, where they
    /// are no fields anyway.
    func fields(besides columns: [FieldSpec]) -> [FieldSpec] {
        let key = kind.idColumn == nil && finding == nil ? kind.schema.keyNames : []
        return key.filter { name in name != "pupil" && !columns.contains { $0.name == name } }
            .map {
                ActionField.column($0, hint: "which one", required: false, isShown: false)
                    .of(kind)
            } + own
    }

    /// The row that the fields name; a fault where there is none.
    func find(_ form: inout Recording) -> Record? {
        if let finding { return finding(&form) }
        if let record = row(form.entries, form.context) { return record }
        if form[name].isEmpty {
            form.fault(name, "is missing", cause: .missing)
        } else {
            form.fault(name, kind.notFound, cause: .noSuchRecord)
        }
        return nil
    }

    /// The row that the entries name.
    func row(_ entries: Entries, _ context: CommandContext) -> Record? {
        let text = entries[name]
        guard !text.isEmpty else { return nil }
        if kind.idColumn != nil {
            return context.facts.record(RecordKey(kind: kind, parts: [text]))
        }
        return (rows(context, entries) + context.facts.records(of: kind))
            .first { $0.key.description == text }
    }

    /// The row of the place where the action was started, or of the key that was typed; else the
    /// only one there is, or the only one that is open.
    private static func likely(
        _ kind: RecordKind, _ rows: [Record], _ prefersOpen: Bool, _ context: CommandContext,
        _ entries: Entries
    ) -> Record? {
        if let key = context.origin.record, key.kind == kind, let row = context.facts.record(key) {
            return row
        }
        let columns = kind.schema.keyNames
        if columns.allSatisfy({ !entries[$0].isEmpty }) {
            return context.facts.record(RecordKey(kind: kind, parts: columns.map { entries[$0] }))
        }
        if let ofDuty = context.origin.duty?.evidence.first(where: { $0.kind == kind }),
            let row = rows.first(where: { $0.key == ofDuty })
        {
            return row
        }
        let named = rows.filter { row in
            columns.allSatisfy { entries[$0].isEmpty || entries[$0] == row[$0] }
        }
        // A part of the key that fits no row is what the key shall be.
        let found = named.isEmpty ? rows : named
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
    package func line(in facts: Facts) -> String {
        kind.definition.line?(self, facts)
            ?? values.prefix(4).filter { !$0.isEmpty }.joined(separator: ", ")
    }
}

extension PEPTarget {
    /// The target where somebody chooses among those of several PEPs:
    /// `3 Nov 2026, reading: Reads 20 words`.
    func words(in facts: Facts) -> String {
        let pep = facts.record(RecordKey(kind: .peps, parts: [pep])).map { PEP($0) }
        return (pep.map { "\($0.day.dayMonthYear), " } ?? "") + "\(area): \(text)"
    }
}

extension CommandContext {
    /// The targets of a child as options, those of the last PEP first.
    func targets(of pupil: PupilFacts) -> [Choice] {
        let days = Dictionary(
            pupil.peps.map { ($0.id, $0.day) }, uniquingKeysWith: { first, _ in first })
        return pupil.targets.map { (days[$0.pep] ?? Day(rawValue: 0), $0) }
            .sorted { ($0.0, $0.1.id) > ($1.0, $1.1.id) }
            .map { Choice($0.1.id, $0.1.words(in: facts)) }
    }
}

extension SchoolFacts {
    /// A member of staff's name; what is written there where the id is nobody's.
    package func staffName(_ id: String) -> String { staff.first { $0.id == id }?.name ?? id }
}
