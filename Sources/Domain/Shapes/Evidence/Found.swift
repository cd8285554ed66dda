/// One piece of evidence: the day that counts, and the records that it stands in.
struct Found: Sendable {
    let on: Day
    let records: [Record]

    init(_ on: Day, _ records: [Record]) {
        self.on = on
        self.records = records
    }

    init(_ on: Day, _ row: some FactRow) { self.init(on, [row.record]) }

    var keys: [RecordKey] { records.map(\.key) }
}

/// How evidence of one kind is found for a child, a member of staff or the school, and what one more
/// piece of it looks like. An object, because every ruling keeps it for its working.
final class Evidencing<Context>: Sendable {
    /// The file where it stands.
    let kind: RecordKind
    /// The pieces dated from one day through another, by date; never after today.
    let found: @Sendable (Context, Day, Day) -> [Found]
    /// The records of one more piece, dated today; empty where none can be made up.
    let example: @Sendable (Context) -> [Record]
    /// Whether the facts that would decide are on record at all.
    let canTell: @Sendable (Context) -> Bool

    init(
        _ kind: RecordKind, found: @escaping @Sendable (Context, Day, Day) -> [Found],
        example: @escaping @Sendable (Context) -> [Record],
        canTell: @escaping @Sendable (Context) -> Bool = { _ in true }
    ) {
        self.kind = kind
        self.found = found
        self.example = example
        self.canTell = canTell
    }

    /// One of several kinds: whichever is there.
    static func any(_ parts: [Evidencing]) -> Evidencing {
        guard let first = parts.first, parts.count > 1 else { return parts[0] }
        return Evidencing(first.kind) { context, from, through in
            parts.flatMap { $0.found(context, from, through) }.sorted { $0.on < $1.on }
        } example: {
            first.example($0)
        }
    }

    /// All of several kinds, dated by the day on which the last of them was there.
    static func every(_ parts: [Evidencing]) -> Evidencing {
        guard let first = parts.first, parts.count > 1 else { return parts[0] }
        return Evidencing(first.kind) { context, from, through in
            let firsts = parts.compactMap { $0.found(context, from, through).first }
            guard firsts.count == parts.count, let last = firsts.map(\.on).max() else { return [] }
            return [Found(last, firsts.flatMap(\.records))]
        } example: { context in
            parts.flatMap { $0.example(context) }.reduce(into: []) { merged, record in
                if let index = merged.firstIndex(where: { $0.key == record.key }) {
                    merged[index] = merged[index].filled(from: record)
                } else {
                    merged.append(record)
                }
            }
        }
    }
}

extension Record {
    /// The same record with the columns of another where it has none itself.
    fileprivate func filled(from other: Record) -> Record {
        kind.schema.columns.map(\.name).reduce(self) { record, column in
            record[column].isEmpty ? record.with(column, other[column]) : record
        }
    }

    /// A made-up record of canonical texts; columns that are not named are empty.
    static func example(_ kind: RecordKind, _ fields: [String: String]) -> Record {
        Record(kind: kind, checked: fields)
    }
}
