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

/// Writes every year of marks anew as runs. In SQL of its own, because the table may have another form
/// in a later version, by way of this one.
func packMarks(_ session: DatabaseSession) throws {
    try session.forEach(
        "SELECT pupil, year, marks, late, revision FROM attendance_before_7"
    ) { row in
        let year = AcademicYear(start: Int(row.int(1)))
        let packed = MarksCode.packed(row.bytes(2), from: year.first.weekday)
        try session.execute(
            "INSERT INTO attendance (pupil, year, marks, late, revision) VALUES (?, ?, ?, ?, ?)",
            [row.cell(0), row.cell(1), .blob(packed), row.cell(3), row.cell(4)])
    }
    try session.run("DROP TABLE attendance_before_7")
}
