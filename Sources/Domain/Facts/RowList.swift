/// Where the rows of a kind stand among facts: named once, in the kind's definition, they are added,
/// put, removed and listed alike.
struct RowList<Root>: Sendable {
    let add: @Sendable (inout Root, Record) -> Void
    let put: @Sendable (inout Root, Record) -> Void
    let remove: @Sendable (inout Root, RecordKey) -> Void
    let records: @Sendable (Root) -> [Record]
    let record: @Sendable (Root, RecordKey) -> Record?
    /// Gives the rows of one to another that has none, as they stand.
    let copy: @Sendable (Root, inout Root) -> Void

    /// Closures, because a key path costs more than what is done at its end.
    init<Row: FactRow>(
        _ rows: @escaping @Sendable (Root) -> [Row],
        _ change: @escaping @Sendable (inout Root, (inout [Row]) -> Void) -> Void
    ) {
        add = { root, record in change(&root) { $0.append(Row(record)) } }
        put = { root, record in change(&root) { $0.put(Row(record)) } }
        remove = { root, key in change(&root) { $0.remove(key) } }
        records = { rows($0).map(\.record) }
        copy = { from, to in change(&to) { $0 = rows(from) } }
        record = { root, key in rows(root).first { $0.record.has(key) }?.record }
    }
}

extension RecordKind {
    /// Whether rows of this kind are read with a child's facts, beside the child's own row and marks.
    public var isOfPupil: Bool { definition.ofPupil != nil }

    /// Whether rows of this kind are read with the school's facts, beside the calendar.
    public var isOfSchool: Bool { definition.ofSchool != nil }

    /// Whether a row about a child stands with the child, and any other with the school.
    public var isOfEither: Bool { isOfPupil && isOfSchool }
}
