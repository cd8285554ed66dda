import Domain

extension Snapshot {
    /// The marks of one child and year; `nil` where there are none. A failure to read is thrown by
    /// `Store.read(_:)`, for callers whose protocol cannot throw.
    public func marks(ofChild pupil: PupilRef, in year: AcademicYear) -> YearMarks? {
        noting { try marks(of: pupil, in: year) } ?? nil
    }

    /// Every child and year with marks, by the bytes of the reference, then by year; a failure is
    /// thrown by `Store.read(_:)`.
    public func markedYears() -> [(pupil: PupilRef, year: AcademicYear)] {
        noting {
            var found: [(pupil: PupilRef, year: AcademicYear)] = []
            try eachYearOfMarks { found.append(($0, $1.year)) }
            return found
        } ?? []
    }

    /// The marks of a whole year, by child; a failure is thrown by `Store.read(_:)`.
    public func marks(in year: AcademicYear) -> [PupilRef: YearMarks] {
        noting {
            var found: [PupilRef: YearMarks] = [:]
            try session.forEach(AttendanceTable.selectYear, [.int(Int64(year.start))]) { row in
                found[PupilRef(row.text(0))] = try AttendanceTable.marks(row)
            }
            return found
        } ?? [:]
    }

    /// Gives the marks of every child and year to `body`, in that order, without holding them.
    public func eachYearOfMarks(_ body: (PupilRef, YearMarks) throws -> Void) throws {
        try session.forEach(AttendanceTable.selectAll) { row in
            try body(PupilRef(row.text(0)), try AttendanceTable.marks(row))
        }
    }
}
