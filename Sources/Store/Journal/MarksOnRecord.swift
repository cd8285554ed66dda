import Domain

/// The marks that a change meets: looked up child by child, or for the register of a whole school
/// read at once; good within one transaction, and true only while all marks are written through it.
final class MarksOnRecord {
    /// Fewer children are sooner asked for one by one.
    private static let many = 200

    private let session: DatabaseSession
    /// The marks of the years that were read at once.
    private var all: [KeyBytes: YearMarks]?
    /// The years that were.
    private var years: Set<AcademicYear> = []

    init(_ session: DatabaseSession) { self.session = session }

    /// Reads all marks where the changes are about many children.
    func prepare(for changes: [RecordChange]) throws {
        var years: Set<AcademicYear> = []
        var count = 0
        for case .marks(_, let marks) in changes {
            years.insert(marks.year)
            count += 1
        }
        guard count > MarksOnRecord.many else { return }
        var found: [KeyBytes: YearMarks] = [:]
        for year in years {
            try session.forEach(AttendanceTable.selectYear, [.int(Int64(year.start))]) { row in
                let key = MarksKey(PupilRef(row.text(0)), year)
                found[KeyBytes(key.recordKey)] = try AttendanceTable.marks(row)
            }
        }
        all = found
        self.years = years
    }

    /// `nil` where none are on record.
    subscript(_ key: MarksKey) -> YearMarks? {
        get throws {
            if let all, years.contains(key.year) { return all[KeyBytes(key.recordKey)] }
            return try Snapshot(session).storedMarks(key)
        }
    }

    /// Notes what was written.
    func note(_ key: MarksKey, _ marks: YearMarks) {
        guard all != nil else { return }
        all?[KeyBytes(key.recordKey)] = marks.bytes.allSatisfy { $0 == 0 } ? nil : marks
    }
}
