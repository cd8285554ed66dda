import Domain

/// The changes that take an entry back, found only where nothing later rests on it.
struct Inverse {
    private(set) var changes: [RecordChange] = []
    /// The same, record by record: `before` is what stands now.
    private(set) var records: [RecordStep] = []
    private(set) var settings: [Setting.Change] = []

    /// - Throws: `StoreError.restsOn` where a later change that stands touched one of its records
    ///   (of marks: one of its days), or where one is no longer as the entry left it.
    init(of entry: HistoryEntry, _ snapshot: Snapshot) throws {
        guard try !Journal.isPartlyDeleted(entry.change, snapshot.session) else {
            throw StoreError.notUndoable(
                entry.root, why: "records that it changed have been deleted under retention")
        }
        if let later = try Inverse.laterChange(entry, snapshot.session) {
            throw StoreError.restsOn(change: entry.root, later: later)
        }
        for touch in try Journal.touches(of: entry.change, snapshot.session) {
            if let key = MarksKey(touch.key) {
                try add(key, touch, entry, snapshot)
            } else {
                try add(touch, entry, snapshot)
            }
            records += touch.records.map {
                RecordStep(key: $0.key, before: $0.after, after: $0.before)
            }
        }
        for setting in try Journal.settings(of: entry.change, snapshot.session) {
            try add(setting, entry, snapshot)
        }
    }

    /// The error that names the later change whose record would be left dangling.
    static func restsOn(
        _ entry: HistoryEntry, _ broken: DanglingReference, _ session: DatabaseSession
    ) throws -> StoreError? {
        let later =
            try lastEntry(touching: broken.key, after: entry.change, session)
            ?? lastEntry(touching: broken.target, after: entry.change, session)
        return later.map { .restsOn(change: entry.root, later: $0) }
    }

    private mutating func add(
        _ touch: JournalStep, _ entry: HistoryEntry, _ snapshot: Snapshot
    ) throws {
        guard try snapshot.stored(touch.key) == touch.after?.record else {
            throw try Inverse.movedOn(touch, entry, snapshot.session)
        }
        changes.append(touch.before?.record.map { .put($0) } ?? .remove(touch.key))
    }

    private mutating func add(
        _ key: MarksKey, _ touch: JournalStep, _ entry: HistoryEntry, _ snapshot: Snapshot
    ) throws {
        let current = try snapshot.storedMarks(key) ?? YearMarks(year: key.year)
        guard MarksDay.days(current, touch.indices.sorted()) == touch.afterDays else {
            throw try Inverse.movedOn(touch, entry, snapshot.session)
        }
        changes.append(
            .marks(
                key.pupil,
                MarksDay.replace(touch.afterDays, by: touch.beforeDays, in: current)))
    }

    private mutating func add(
        _ setting: Setting.Change, _ entry: HistoryEntry, _ snapshot: Snapshot
    ) throws {
        guard try snapshot.setting(setting.name) == setting.after else {
            let later = try Inverse.lastEntry(
                touching: Setting.kind, setting.name, after: entry.change, snapshot.session)
            guard let later else {
                throw StoreError.fault("the journal has lost a change of \(setting.name)")
            }
            throw StoreError.restsOn(change: entry.root, later: later)
        }
        settings.append(
            Setting.Change(
                name: setting.name, before: setting.after, after: setting.before))
    }

    /// The first later change that stands and touched one of the entry's records or days.
    private static func laterChange(
        _ entry: HistoryEntry, _ session: DatabaseSession
    ) throws -> HistoryEntry? {
        // CROSS keeps the order: SQLite would else begin with the marks of all changes.
        let sameRecord = """
            FROM journal_records mine
            CROSS JOIN journal_records later
                ON later.kind = mine.kind AND later.key = mine.key AND later.change > mine.change
            CROSS JOIN journal entry ON entry.change = later.change
            WHERE mine.change = ? AND entry.undoes IS NULL AND NOT \(Snapshot.isUndone("entry"))
            """
        var found =
            try session.first(
                "SELECT min(later.change) \(sameRecord) AND mine.kind <> 'attendance'",
                [entry.change.cell]
            ) { $0.optionalInt(0) } ?? nil
        try session.forEach(
            """
            SELECT later.change, mine.before, mine.after, later.before, later.after
            \(sameRecord) AND mine.kind = 'attendance' ORDER BY later.change
            """, [entry.change.cell]
        ) { row in
            let change = row.int(0)
            if let found, found <= change { return }
            let mine = try indices(row, 1)
            if !mine.isDisjoint(with: try indices(row, 3)) { found = change }
        }
        return try found.map { try Snapshot(session).entry(ChangeNumber(rawValue: $0)) }
    }

    private static func indices(_ row: ResultRow, _ column: Int) throws -> Set<Int> {
        JournalStep(
            key: RecordKey(kind: .attendance, parts: []),
            before: try JournalStepText.state(.attendance, row.cell(column)),
            after: try JournalStepText.state(.attendance, row.cell(column + 1))
        ).indices
    }

    /// The error for a record that is not as the entry left it: an undo or redo came since.
    private static func movedOn(
        _ touch: JournalStep, _ entry: HistoryEntry, _ session: DatabaseSession
    ) throws -> StoreError {
        guard let later = try lastEntry(touching: touch.key, after: entry.change, session) else {
            return .fault(
                "\(touch.key.kind.rawValue) \(touch.key) is not as the journal left it; run "
                    + "cksw verify")
        }
        return .restsOn(change: entry.root, later: later)
    }

    private static func lastEntry(
        touching key: RecordKey, after change: ChangeNumber, _ session: DatabaseSession
    ) throws -> HistoryEntry? {
        try lastEntry(
            touching: key.kind.rawValue, JournalStepText.text(key), after: change, session)
    }

    /// The attempt itself is left out: it stands in the journal until it is rolled back.
    private static func lastEntry(
        touching kind: String, _ key: String, after change: ChangeNumber, _ session: DatabaseSession
    ) throws -> HistoryEntry? {
        try session.first(
            Snapshot.selectEntries + """
                entry.change = (
                    SELECT max(touch.change) FROM journal_records touch JOIN journal USING (change)
                    WHERE kind = ?1 AND key = ?2 AND change > ?3 AND undoes IS NOT ?3
                )
                """,
            [.text(kind), .text(key), change.cell], Snapshot.entry)
    }
}
