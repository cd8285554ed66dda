import Domain

extension Store {
    /// The store as its journal held it at the end of a day (Europe/London), imports and what was
    /// taken back since included, to read from.
    ///
    /// Everything that reads works on it as on the store itself. Its history ends with that day;
    /// who looks at it is put on record in the store that it was made from. Each of its writes
    /// throws `StoreError.asKnown`.
    ///
    /// - Throws: `StoreError` where the file cannot be read.
    public func known(on day: Day) throws -> Store {
        let point = try connection.read { try KnownPoint(day, $0) }
        let memory = try Connection(known: day, of: connection)
        do {
            try memory.outsideTransaction { session in
                for migration in Schema.migrations { try session.run(migration.sql) }
                try session.run("PRAGMA user_version = \(Schema.newest)")
            }
            try memory.read { try KnownState(point, $0).build() }
        } catch {
            memory.close()
            throw error
        }
        return Store(
            connection: memory, isDemo: isDemo, keeperUID: keeperUID, known: day, present: self)
    }
}

/// The records of an earlier moment, written into the empty tables of a store in memory to which
/// the present file is attached as `live`.
///
/// They are found from whichever end is nearer: from the present, by what stood before the first
/// change that came after, or from nothing, by what the last change before left.
struct KnownState {
    private let point: KnownPoint
    private let session: DatabaseSession
    /// Lines of records; settings are read in the journal, and what was deleted has none.
    private static let ofRecords =
        "kind IN (\(RecordKind.allCases.map { "'\($0.rawValue)'" }.joined(separator: ", ")))"

    init(_ point: KnownPoint, _ session: DatabaseSession) {
        self.point = point
        self.session = session
    }

    func build() throws {
        let after = try count("change > ?")
        let before = try count("change <= ?")
        if after <= before { try walkBack() } else { try beginAnew() }
        try countRevisions()
        try hideLater()
    }

    private func count(_ condition: String) throws -> Int64 {
        try session.first(
            "SELECT count(*) FROM live.journal_records WHERE \(condition)", [point.change.cell]
        ) { $0.int(0) } ?? 0
    }

    // MARK: From the present

    private func walkBack() throws {
        for kind in RecordKind.allCases {
            try session.execute(
                "INSERT INTO main.\(kind.rawValue) SELECT * FROM live.\(kind.rawValue)")
        }
        // With min() SQLite takes the other columns from the row that has it.
        try session.forEach(
            """
            SELECT kind, key, before, min(change) FROM live.journal_records
            WHERE change > ? AND kind <> 'attendance' AND \(Self.ofRecords) GROUP BY kind, key
            """, [point.change.cell]
        ) { try put($0) }
        var marks = MarksInHand(session)
        try session.forEach(
            """
            SELECT kind, key, before, after FROM live.journal_records
            WHERE change > ? AND kind = 'attendance' ORDER BY change DESC, position DESC
            """, [point.change.cell]
        ) { row in
            let touch = try Journal.touch(row)
            try marks.replace(touch.key, touch.afterDays, by: touch.beforeDays)
        }
        try marks.write(revision: point.change)
    }

    // MARK: From nothing

    private func beginAnew() throws {
        try session.forEach(
            """
            SELECT kind, key, after, max(change) FROM live.journal_records
            WHERE change <= ? AND kind <> 'attendance' AND \(Self.ofRecords) GROUP BY kind, key
            """, [point.change.cell]
        ) { try put($0) }
        var marks = MarksInHand(session)
        try session.forEach(
            """
            SELECT kind, key, before, after FROM live.journal_records
            WHERE change <= ? AND kind = 'attendance' ORDER BY change, position
            """, [point.change.cell]
        ) { row in
            let touch = try Journal.touch(row)
            try marks.replace(touch.key, touch.beforeDays, by: touch.afterDays)
        }
        try marks.write(revision: point.change)
    }

    /// Writes the record of a row of kind, key and state in the place of what stands.
    private func put(_ row: ResultRow) throws {
        guard let kind = RecordKind(rawValue: row.text(0)) else { return }
        let table = RecordTable.of(kind)
        if let record = try JournalStepText.state(kind, row.cell(2))?.record {
            try session.execute(table.upsert, table.cells(record, revision: point.change))
        } else {
            try session.execute(table.delete, JournalStepText.key(kind, row.text(1)).cells)
        }
    }

    // MARK: What hangs on it

    /// A child's revision is that of the last change which touched anything of the child.
    private func countRevisions() throws {
        try session.execute(
            """
            UPDATE main.pupils SET revision = coalesce((
                SELECT max(change) FROM live.journal_pupils touch JOIN live.journal USING (change)
                WHERE touch.pupil = pupils.pupil AND change <= ? AND page IS NULL
            ), 0)
            """, [point.change.cell])
    }

    /// Views of the journal stand before its tables, so that its history ends with the day.
    private func hideLater() throws {
        for table in ["journal", "journal_records", "journal_pupils"] {
            try session.run(
                """
                CREATE TEMP VIEW \(table) AS SELECT * FROM live.\(table)
                WHERE change <= \(point.change)
                """)
        }
        try session.execute("INSERT INTO main.meta SELECT * FROM live.meta")
    }
}

/// Years of marks while days of them are put back.
private struct MarksInHand {
    private let session: DatabaseSession
    private var years: [MarksKey: YearMarks] = [:]

    init(_ session: DatabaseSession) { self.session = session }

    mutating func replace(
        _ key: RecordKey, _ old: [MarksDay], by new: [MarksDay]
    ) throws {
        guard let key = MarksKey(key) else { return }
        let stored = try years[key] ?? Snapshot(session).storedMarks(key)
        years[key] = MarksDay.replace(old, by: new, in: stored ?? YearMarks(year: key.year))
    }

    func write(revision: ChangeNumber) throws {
        for (key, marks) in years {
            if marks.days.isEmpty {
                try session.execute(AttendanceTable.delete, key.cells)
            } else {
                try session.execute(
                    AttendanceTable.upsert,
                    AttendanceTable.cells(key, marks, revision: revision))
            }
        }
    }
}
