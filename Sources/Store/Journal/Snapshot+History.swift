import Domain

extension Snapshot {
    /// The number of the journal's last entry.
    public func lastChange() throws -> ChangeNumber {
        try session.first("SELECT coalesce(max(change), 0) FROM journal") {
            ChangeNumber(rawValue: $0.int(0))
        } ?? .none
    }

    /// The entries about a subject, or all, the newest first.
    ///
    /// A child's are all those that touched anything of the child, imports too; those of a member
    /// of staff or a fund, the ones about it and those that touched its record.
    ///
    /// - Parameters:
    ///   - looks: whether looks are among them.
    ///   - limit: how many at most.
    public func history(
        of subject: Subject? = nil, looks: Bool = false, limit: Int? = nil
    ) throws -> [HistoryEntry] {
        let kinds = looks ? "" : " AND entry.page IS NULL"
        let (condition, cells) = try condition(subject)
        return try session.all(
            Self.selectEntries + condition + kinds
                + " ORDER BY entry.change DESC LIMIT ?", cells + [.int(Int64(limit ?? -1))],
            Self.entry)
    }

    /// The entries after one that touched records, the oldest first: what a screen that knew the
    /// store as of then has to tell.
    public func history(since change: ChangeNumber) throws -> [HistoryEntry] {
        try session.all(
            Self.selectEntries
                + "entry.change > ? AND \(Self.touchesRecords) ORDER BY entry.change",
            [change.cell], Self.entry)
    }

    /// Whether an `entry` changed or deleted records: no look, and no change of settings alone.
    static let touchesRecords = """
        entry.page IS NULL AND EXISTS (
            SELECT 1 FROM journal_records line
            WHERE line.change = entry.change AND line.kind <> '\(Setting.kind)'
        )
        """

    // The plus signs keep SQLite from walking all of an index that is in the right order.

    /// The children of whom anything was changed after this entry, by reference.
    public func pupils(changedSince change: ChangeNumber) throws -> [PupilRef] {
        try session.all(
            """
            SELECT DISTINCT +pupil FROM journal CROSS JOIN journal_pupils USING (change)
            WHERE journal.change > ? AND page IS NULL ORDER BY 1
            """, [change.cell]
        ) { PupilRef($0.text(0)) }
    }

    /// The kinds of which records were changed after this entry.
    public func kinds(changedSince change: ChangeNumber) throws -> Set<RecordKind> {
        Set(
            try session.all(
                "SELECT DISTINCT +kind FROM journal_records WHERE change > ?", [change.cell]
            ) { RecordKind(rawValue: $0.text(0)) }.compactMap { $0 })
    }

    /// One entry.
    ///
    /// - Throws: `StoreError.noSuchChange`.
    public func entry(_ change: ChangeNumber) throws -> HistoryEntry {
        let found = try session.first(
            Self.selectEntries + "entry.change = ?", [change.cell], Self.entry)
        guard let found else { throw StoreError.noSuchChange(change) }
        return found
    }

    /// The records that an entry touched, as they were before and after it; marks by day.
    ///
    /// - Throws: `StoreError.noSuchChange`.
    public func records(touchedBy change: ChangeNumber) throws -> [RecordStep] {
        _ = try entry(change)
        return try Journal.touches(of: change, session).flatMap(\.records)
    }

    /// How many records an entry touched; marks count by child and year.
    public func lineCount(of change: ChangeNumber) throws -> Int {
        try session.first(
            "SELECT count(*) FROM journal_records WHERE change = ?", [change.cell]
        ) { Int($0.int(0)) } ?? 0
    }

    /// What an entry did to the records of one child, marks by day; of an import only that child's.
    ///
    /// - Throws: `StoreError.noSuchChange`.
    public func records(
        touchedBy change: ChangeNumber, of pupil: PupilRef
    ) throws -> [RecordStep] {
        _ = try entry(change)
        let owners = Owners(session)
        return try Journal.touches(of: change, session).filter {
            try owners.pupils(of: $0).contains(pupil)
        }.flatMap(\.records)
    }

    /// Whether an entry has been taken back: by an undo that no redo took back, or by a redo.
    static func isUndone(_ entry: String) -> String {
        """
        EXISTS (
            SELECT 1 FROM journal taker WHERE taker.undoes = \(entry).change AND NOT EXISTS (
                SELECT 1 FROM journal redo WHERE redo.undoes = taker.change
            )
        )
        """
    }

    static let selectEntries = """
        SELECT entry.change, entry.at, entry."by", entry.action, entry.subject, entry.page,
            entry.undoes, \(isUndone("entry"))
        FROM journal entry WHERE\u{20}
        """

    static func entry(_ row: ResultRow) throws -> HistoryEntry {
        guard let subject = Subject(row.text(4)) else {
            throw StoreError.fault("change \(row.int(0)) is about \(row.text(4))")
        }
        return HistoryEntry(
            change: ChangeNumber(rawValue: row.int(0)), at: Instant(seconds: row.int(1)),
            by: row.text(2), action: row.text(3), subject: subject, page: row.optionalText(5),
            undoes: row.optionalInt(6).map(ChangeNumber.init(rawValue:)), isUndone: row.int(7) == 1)
    }

    private func condition(_ subject: Subject?) throws -> (String, [Cell]) {
        let touching = """
            (entry.subject = ? OR entry.change IN (
                SELECT change FROM journal_records WHERE kind = ? AND key = ?
            ))
            """
        switch subject {
        case nil: return ("1", [])
        case .pupil(let ref):
            return (
                """
                entry.change IN (
                    SELECT change FROM journal_pupils
                    WHERE pupil IN (SELECT value FROM json_each(?))
                )
                """,
                [.text(JournalStepText.json(try numbers(of: ref).map(\.text).sorted()))]
            )
        case .staff(let id):
            return (touching, [.text("staff:\(id)"), .text("staff"), .text(id)])
        case .fund(let id):
            return (touching, [.text("fund:\(id)"), .text("funds"), .text(id)])
        case .school: return ("entry.subject = ?", [.text("school")])
        }
    }
}
