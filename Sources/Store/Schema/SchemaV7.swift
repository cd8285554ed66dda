import Domain

/// The changes of version 7: marks as runs of days (`MarksCode`), a sixth of what they took, and their
/// key once instead of twice.
let schemaV7 = """
    ALTER TABLE attendance RENAME TO attendance_before_7;
    CREATE TABLE attendance (
        pupil TEXT NOT NULL REFERENCES pupils DEFERRABLE INITIALLY DEFERRED,
        year INTEGER NOT NULL,
        marks BLOB NOT NULL,
        late BLOB,
        revision INTEGER NOT NULL,
        PRIMARY KEY (pupil, year)
    ) STRICT, WITHOUT ROWID;
    """

/// Writes every year of marks anew as runs.
func packMarks(_ session: DatabaseSession) throws {
    try session.forEach(
        "SELECT \(AttendanceTable.columns), revision FROM attendance_before_7"
    ) { row in
        let marks = try AttendanceTable.marks(row)
        try session.execute(
            AttendanceTable.upsert,
            AttendanceTable.cells(
                MarksKey(PupilRef(row.text(0)), marks.year), marks,
                revision: ChangeNumber(rawValue: row.int(4))))
    }
    try session.run("DROP TABLE attendance_before_7")
}
