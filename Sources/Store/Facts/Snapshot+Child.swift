import Domain

extension Snapshot {
    /// Every record about one child, by kind, marks apart: what the retention parts of the child
    /// consist of.
    public func records(about pupil: PupilRef) throws -> [RecordKind: [Record]] {
        var records: [RecordKind: [Record]] = [:]
        for kind in RecordKind.allCases where kind != .attendance {
            let schema = kind.schema
            let condition: String
            if schema.pupilColumn != nil {
                condition = "WHERE pupil = ?"
            } else if RetentionItem.Part.file.kinds.contains(kind) {
                condition = "WHERE pep_id IN (SELECT pep_id FROM peps WHERE pupil = ?)"
            } else {
                continue
            }
            let table = RecordTable.of(kind)
            let found = try session.all(
                "SELECT \(table.columns.joined(separator: ", ")) FROM \(kind.rawValue) "
                    + condition + table.orderByKey, [.text(pupil.text)], table.record)
            if !found.isEmpty { records[kind] = found }
        }
        return records
    }

    /// A child's marks of all years, the oldest first.
    public func allMarks(of pupil: PupilRef) throws -> [YearMarks] {
        try session.all(
            "SELECT \(AttendanceTable.columns) FROM attendance WHERE pupil = ? ORDER BY year",
            [.text(pupil.text)], AttendanceTable.marks)
    }
}
