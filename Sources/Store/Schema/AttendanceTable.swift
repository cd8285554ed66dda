import Domain

/// The marks of one child and year, as a row of the table and as a key of the journal.
struct MarksKey: Hashable, Sendable {
    let pupil: PupilRef
    let year: AcademicYear

    var cells: [Cell] { [.text(pupil.text), .int(Int64(year.start))] }

    /// A key that stands for all days of the year.
    var recordKey: RecordKey {
        RecordKey(kind: .attendance, parts: [pupil.text, String(year.start)])
    }

    init(_ pupil: PupilRef, _ year: AcademicYear) {
        self.pupil = pupil
        self.year = year
    }

    /// Reads what `recordKey` wrote.
    init?(_ key: RecordKey) {
        guard key.kind == .attendance, key.parts.count == 2, let start = Int(key.parts[1]) else {
            return nil
        }
        self.init(PupilRef(key.parts[0]), AcademicYear(start: start))
    }
}

/// The table of marks: one row a child and year, since a row a mark is fifty times slower.
enum AttendanceTable {
    static let columns = "pupil, year, marks, late"
    static let selectOne = "SELECT \(columns) FROM attendance WHERE pupil = ? AND year = ?"
    static let selectYear = "SELECT \(columns) FROM attendance WHERE year = ?"
    static let selectAll = "SELECT \(columns) FROM attendance ORDER BY pupil, year"
    static let upsert = """
        INSERT INTO attendance (\(columns), revision) VALUES (?, ?, ?, ?, ?)
        ON CONFLICT (pupil, year) DO UPDATE
        SET marks = excluded.marks, late = excluded.late, revision = excluded.revision
        """
    static let delete = "DELETE FROM attendance WHERE pupil = ? AND year = ?"

    /// The marks of a row of `columns`.
    static func marks(_ row: ResultRow) throws -> YearMarks {
        let year = AcademicYear(start: Int(row.int(1)))
        guard let bytes = MarksCode.bytes(row.bytes(2), from: year.first.weekday),
            let marks = YearMarks(year: year, bytes: bytes, lateMinutes: late(row.bytes(3)))
        else { throw StoreError.fault("marks of \(row.text(0)) in \(year.label)") }
        return marks
    }

    /// What `upsert` asks for.
    static func cells(
        _ key: MarksKey, _ marks: YearMarks, revision: ChangeNumber
    ) -> [Cell] {
        let late = marks.lateMinutes.isEmpty ? Cell.null : .blob(bytes(late: marks.lateMinutes))
        let packed = MarksCode.packed(marks.bytes, from: marks.year.first.weekday)
        return key.cells + [.blob(packed), late, .int(revision.rawValue)]
    }

    /// Minutes late as the table and the journal keep them, three bytes a day.
    static func late(_ bytes: [UInt8]) -> [Int: Int] {
        var late: [Int: Int] = [:]
        for start in stride(from: 0, to: bytes.count - 2, by: 3) {
            late[Int(bytes[start]) << 8 | Int(bytes[start + 1])] = Int(bytes[start + 2])
        }
        return late
    }

    /// What `late(_:)` reads.
    static func bytes(late: [Int: Int]) -> [UInt8] {
        late.sorted { $0.key < $1.key }.flatMap { index, minutes in
            [UInt8(index >> 8), UInt8(index & 0xFF), UInt8(minutes)]
        }
    }
}
