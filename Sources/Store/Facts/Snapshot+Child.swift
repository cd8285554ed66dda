import Domain

extension Snapshot {
    /// Every record about one child, by kind, marks apart: what the retention parts of the child
    /// consist of.
    public func records(about pupil: PupilRef) throws -> [RecordKind: [Record]] {
        var records: [RecordKind: [Record]] = [:]
        for kind in RecordKind.allCases where kind != .attendance {
            let found = try self.records(of: kind, about: pupil)
            if !found.isEmpty { records[kind] = found }
        }
        return records
    }

    /// The records of a kind about one child, by key; none of a kind that is about no child.
    func records(of kind: RecordKind, about pupil: PupilRef) throws -> [Record] {
        let table = RecordTable.of(kind)
        guard let ofChildren = table.ofChildren else { return [] }
        return try session.all(
            ofChildren.select + " WHERE \(ofChildren.pupil) = ?" + table.orderByKey,
            [.text(pupil.text)], kept: true, table.record)
    }

    /// A child's marks of all years, the oldest first.
    public func allMarks(of pupil: PupilRef) throws -> [YearMarks] {
        try session.all(
            "SELECT \(AttendanceTable.columns) FROM attendance WHERE pupil = ? ORDER BY year",
            [.text(pupil.text)], AttendanceTable.marks)
    }
}
