import Domain

/// What can still be read of a damaged store.
public struct Salvage: Sendable {
    /// Records by kind; marks stand in `marks`.
    public private(set) var records: [RecordKind: [Record]] = [:]
    public private(set) var marks: [PupilRef: [AcademicYear: YearMarks]] = [:]
    /// What could not be read, and what was taken from the journal instead, in sentences.
    public private(set) var losses: [String] = []

    /// How many rows were saved; of marks, children and years.
    public var count: Int {
        records.values.reduce(0) { $0 + $1.count } + marks.values.reduce(0) { $0 + $1.count }
    }
}

extension Store {
    /// Reads what can be read of a store that no longer opens, without changing anything.
    ///
    /// A table is read from both ends up to where it is damaged. What it no longer gives is looked
    /// for in the journal, where each record stands as its last change left it.
    ///
    /// - Throws: `StoreError.notFound`, `unavailable`, and `notAStore` for what never was a store or
    ///   has lost the list of its tables.
    public static func salvage(at path: String) throws -> Salvage {
        let path = absolute(path)
        try StoreFile.check(path, mayBeHalf: true)
        guard hasTables(at: path) else {
            throw StoreError.notAStore(path: path, what: .listLost)
        }
        let connection = try readable(path)
        defer { connection.close() }
        return try connection.outsideTransaction { session in
            var salvage = Salvage()
            for kind in RecordKind.allCases { salvage.read(kind, session) }
            return salvage
        }
    }

    /// With its log where that can be read, else as the file stands.
    static func readable(_ path: String) throws -> Connection {
        if let connection = try? Connection(path, .reading, patience) {
            let isReadable = try? connection.outsideTransaction { session in
                try session.first("SELECT count(*) FROM sqlite_schema") { $0.int(0) }
            }
            if isReadable != nil { return connection }
            connection.close()
        }
        return try Connection(path, .salvaging, patience)
    }
}

extension Salvage {
    fileprivate mutating func read(_ kind: RecordKind, _ session: DatabaseSession) {
        if kind == .attendance { return readMarks(session) }
        let table = RecordTable.of(kind)
        var found: [KeyBytes: Record] = [:]
        let columns = Salvage.columns(of: table, session)
        if columns.allSatisfy({ $0 == "NULL" }), Salvage.isOlder(session) { return }
        let fromTable = Salvage.readBothWays(
            session, "SELECT \(columns.joined(separator: ", ")) FROM \(kind.rawValue)",
            by: table.keys
        ) { row in
            let record = table.record(row)
            // A page of another table can be taken for one of this.
            guard Record.checked(kind, record.values).1.isEmpty else { return }
            found[KeyBytes(record.key)] = record
        }
        if !fromTable {
            let before = found.count
            var gone: Set<KeyBytes> = []
            eachLast(of: kind, session) { key, record in
                if record == nil { gone.insert(key) }
                if found[key] == nil, let record { found[key] = record }
            }
            for key in gone { found[key] = nil }
            tell(kind.file, saved: found.count, journal: max(0, found.count - before))
        }
        records[kind] = found.values.sorted { $0.key < $1.key }
    }

    /// The columns to read: a store of an older form lacks some, and SQLite would take the name of
    /// one that is not there for a text.
    private static func columns(of table: RecordTable, _ session: DatabaseSession) -> [String] {
        var there: Set<String> = []
        let isKnown = tolerate {
            let names = try session.all(
                "SELECT name FROM pragma_table_info(?)", [.text(table.kind.rawValue)]
            ) { "\"\($0.text(0))\"" }
            there = Set(names)
        }
        return isKnown ? table.columns.map { there.contains($0) ? $0 : "NULL" } : table.columns
    }

    /// Whether the store has an older form, which lacks the tables of kinds that came later.
    private static func isOlder(_ session: DatabaseSession) -> Bool {
        (try? Schema.version(session)).map { $0 < Schema.newest } ?? false
    }

    private mutating func readMarks(_ session: DatabaseSession) {
        let isWhole = Salvage.readBothWays(
            session, "SELECT \(AttendanceTable.columns) FROM attendance", by: ["pupil", "year"]
        ) { row in
            let year = try AttendanceTable.marks(row)
            marks[PupilRef(row.text(0)), default: [:]][year.year] = year
        }
        guard !isWhole else { return }
        let before = marks.values.reduce(0) { $0 + $1.count }
        var fromJournal: [MarksKey: YearMarks] = [:]
        _ = Salvage.tolerate {
            try session.forEach(
                """
                SELECT kind, key, before, after FROM journal_records
                WHERE kind = 'attendance' ORDER BY change, position
                """
            ) { row in
                let touch = try Journal.touch(row)
                guard let key = MarksKey(touch.key) else { return }
                fromJournal[key] = MarksDay.replace(
                    touch.beforeDays, by: touch.afterDays,
                    in: fromJournal[key] ?? YearMarks(year: key.year))
            }
        }
        for (key, year) in fromJournal where marks[key.pupil]?[key.year] == nil {
            if !year.days.isEmpty { marks[key.pupil, default: [:]][key.year] = year }
        }
        let saved = marks.values.reduce(0) { $0 + $1.count }
        tell(RecordKind.attendance.file, saved: saved, journal: saved - before)
    }

    private mutating func tell(_ file: String, saved: Int, journal: Int) {
        losses.append(
            "\(file): damaged; \(saved) rows saved, \(journal) of them from the journal alone; "
                + "compare them with what you know.")
    }

    /// Gives the last state of each record that the journal still tells.
    private func eachLast(
        of kind: RecordKind, _ session: DatabaseSession, _ body: (KeyBytes, Record?) -> Void
    ) {
        _ = Salvage.tolerate {
            try session.forEach(
                """
                SELECT key, after, max(change) FROM journal_records WHERE kind = ? GROUP BY key
                """, [.text(kind.rawValue)]
            ) { row in
                body(
                    KeyBytes(JournalStepText.key(kind, row.text(0))),
                    try JournalStepText.state(kind, row.cell(1))?.record)
            }
        }
    }

    /// Gives the rows of a table to `body` from its beginning and, where it breaks off, from its
    /// end; whether all could be read.
    private static func readBothWays(
        _ session: DatabaseSession, _ select: String, by keys: [String],
        _ body: (ResultRow) throws -> Void
    ) -> Bool {
        if tolerate({ try session.forEach(select, [], body) }) { return true }
        let back = keys.map { "\($0) DESC" }.joined(separator: ", ")
        _ = tolerate { try session.forEach("\(select) ORDER BY \(back)", [], body) }
        return false
    }

    /// Whether it went through; what a damaged page makes impossible is what this is about.
    private static func tolerate(_ body: () throws -> Void) -> Bool {
        do {
            try body()
            return true
        } catch {
            return false
        }
    }
}
