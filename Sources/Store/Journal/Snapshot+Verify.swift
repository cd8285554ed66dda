import Domain

/// Whether a store is whole, and what is wrong with it.
public struct VerifyReport: Hashable, Sendable {
    /// How many entries of the journal were checked.
    public let entries: Int
    /// The first entry that is not as it was written; `nil` where all are.
    public let firstBadEntry: ChangeNumber?
    /// What is wrong, in sentences; none where the store is whole.
    public let faults: [String]

    public var isWhole: Bool { faults.isEmpty }
}

extension Snapshot {
    /// Checks the file's structure, every reference, the journal's chain from its first entry to
    /// its last, and that the tables hold what the journal left in them.
    public func verify() throws -> VerifyReport {
        var faults = try session.all("PRAGMA integrity_check") { $0.text(0) }
            .filter { $0 != "ok" }.map { "The file is damaged: \($0)" }
        if let dangling = try DanglingReference.first(session) {
            faults.append("\(dangling.error.message).")
        }
        var walk = ChainWalk(session)
        try walk.run()
        faults += walk.faults
        if walk.firstBad == nil { faults += try Replay(session: session).faults() }
        return VerifyReport(
            entries: walk.entries, firstBadEntry: walk.firstBad, faults: faults)
    }
}

/// A walk along the chain, which ends at the first entry that does not fit.
private struct ChainWalk {
    let session: Session
    private(set) var entries = 0
    private(set) var firstBad: ChangeNumber?
    private(set) var faults: [String] = []
    private var last = Chain.genesis

    init(_ session: Session) { self.session = session }

    mutating func run() throws {
        try session.forEach(
            """
            SELECT change, at, "by", action, subject, page, undoes, previous, hash
            FROM journal ORDER BY change
            """
        ) { row in
            if firstBad == nil { try check(row) }
        }
        if firstBad == nil, last.hex != (try Meta.head(session)) {
            bad(entries + 1, "is missing: the journal ends before the entry that was written last")
        }
        let strays =
            try session.first(
                """
                SELECT min(change) FROM journal_records
                WHERE change NOT IN (SELECT change FROM journal)
                """
            ) { $0.optionalInt(0) } ?? nil
        if firstBad == nil, let strays {
            bad(Int(strays), "has records but no entry")
        }
    }

    private mutating func check(_ row: ResultRow) throws {
        let number = Int(row.int(0))
        guard number == entries + 1 else {
            return bad(entries + 1, "is missing")
        }
        guard row.bytes(7) == last else {
            return bad(number, "does not follow the entry before it")
        }
        let entry = JournalRow(
            change: ChangeNumber(rawValue: row.int(0)), at: Instant(seconds: row.int(1)),
            by: row.text(2), action: row.text(3), subject: row.text(4),
            page: row.optionalText(5), undoes: row.optionalInt(6).map(ChangeNumber.init))
        var chain = Chain(after: last, entry)
        try session.forEach(
            """
            SELECT kind, key, before, after FROM journal_records
            WHERE change = ? ORDER BY position
            """, [entry.change.cell]
        ) { record in
            chain.add(
                kind: record.text(0), key: record.text(1), before: record.cell(2),
                after: record.cell(3))
        }
        let hash = chain.finish()
        guard hash == row.bytes(8) else { return bad(number, "is not as it was written") }
        last = hash
        entries = number
    }

    private mutating func bad(_ number: Int, _ what: String) {
        firstBad = ChangeNumber(rawValue: Int64(number))
        faults.append("Change \(number) of the journal \(what).")
    }
}
