import Domain

/// One moment of a store, for reading; good inside `Store.read(_:)` only.
public final class Snapshot: RecordLookup {
    let session: DatabaseSession
    /// The first error of a look-up, whose protocol cannot throw; `Store.read(_:)` throws it.
    private(set) var failure: (any Error)?

    init(_ session: DatabaseSession) { self.session = session }

    /// The record of this key, or `nil`; a day's marks are found by pupil and date.
    public func record(_ key: RecordKey) -> Record? {
        noting { key.kind == .attendance ? try storedDay(key) : try stored(key) } ?? nil
    }

    /// All records of a kind, by key; for kinds of which a school has few.
    public func records(of kind: RecordKind) -> [Record] {
        noting {
            var records: [Record] = []
            try forEach(kind) { records.append($0) }
            return records
        } ?? []
    }

    /// Gives every record of a kind to `body`, by the bytes of its key, without holding them: the
    /// order and the content of an export.
    public func forEach(_ kind: RecordKind, _ body: (Record) throws -> Void) throws {
        guard kind == .attendance else {
            let table = RecordTable.of(kind)
            return try session.forEach(table.selectAll) { try body(table.record($0)) }
        }
        try session.forEach(AttendanceTable.selectAll) { row in
            let pupil = PupilRef(row.text(0))
            for record in try AttendanceTable.marks(row).records(of: pupil) {
                try body(record)
            }
        }
    }

    /// The records of a kind that a condition leaves; for kinds with a row of their own.
    func forEach(_ kind: RecordKind, _ condition: String, _ body: (Record) throws -> Void) throws {
        let table = RecordTable.of(kind)
        try session.forEach(
            "\(table.select) \(condition)" + table.orderByKey
        ) { try body(table.record($0)) }
    }

    /// The marks of one child and year; `nil` where none are on record.
    public func marks(of pupil: PupilRef, in year: AcademicYear) throws -> YearMarks? {
        try storedMarks(MarksKey(pupil, year))
    }

    /// A record of a kind that has its own row.
    func stored(_ key: RecordKey) throws -> Record? {
        let table = RecordTable.of(key.kind)
        guard key.parts.count == key.kind.schema.keyColumns.count else { return nil }
        return try session.first(table.selectOne, key.cells, table.record)
    }

    func storedMarks(_ key: MarksKey) throws -> YearMarks? {
        try session.first(AttendanceTable.selectOne, key.cells, AttendanceTable.marks)
    }

    private func storedDay(_ key: RecordKey) throws -> Record? {
        guard key.parts.count == 2, let day = Day(iso: key.parts[1]) else { return nil }
        let pupil = PupilRef(key.parts[0])
        guard let marks = try marks(of: pupil, in: AcademicYear(of: day)), marks.hasRow(on: day)
        else { return nil }
        return marks.record(of: pupil, on: day)
    }

    func noting<Result>(_ body: () throws -> Result) -> Result? {
        do {
            return try body()
        } catch {
            if failure == nil { failure = error }
            return nil
        }
    }
}
