import Domain

/// Whether a store is whole, and what is wrong with it.
public struct VerifyReport: Hashable, Sendable {
    /// How many entries of the journal were checked.
    public let entries: Int
    /// The first entry that is not as it was written; `nil` where all are.
    public let firstBadEntry: ChangeNumber?
    /// What is wrong, in sentences; none where the store is whole.
    public let faults: [String]
    /// What is no damage and still wants a look: a clock that was set back, records that break a
    /// rule of the bundle.
    public var notices: [String] = []

    public var isWhole: Bool { faults.isEmpty }
}

extension Snapshot {
    /// Checks the file's structure, that nothing in it acts by itself, every reference, the journal's chain from its first entry to
    /// its last, and that the tables hold what the journal left in them.
    public func verify() throws -> VerifyReport {
        var faults = try session.all("PRAGMA integrity_check") { $0.text(0) }
            .filter { $0 != "ok" }.map { "The file is damaged: \($0)" }
        faults += try session.all(
            "SELECT type, name FROM sqlite_schema WHERE type IN ('trigger', 'view') ORDER BY name"
        ) { "The file has a \($0.text(0)) that no cksw made: \($0.text(1))." }
        if let dangling = try DanglingReference.first(session) {
            faults.append("\(dangling.error.message).")
        }
        var report = try verifyJournal()
        report = VerifyReport(
            entries: report.entries, firstBadEntry: report.firstBadEntry,
            faults: faults + report.faults, notices: report.notices)
        return report
    }

    /// Checks the journal's chain, and that the tables hold what the journal left in them.
    public func verifyJournal() throws -> VerifyReport {
        var walk = try ChainWalk(session)
        try walk.run()
        let left = walk.firstBad == nil ? try Replay(session: session).faults() : []
        return VerifyReport(
            entries: walk.entries, firstBadEntry: walk.firstBad, faults: walk.faults + left,
            notices: try clockNotices())
    }

    /// The records that break a rule of the bundle, in sentences: none can come in so, but taking
    /// back an older change can leave two terms that overlap.
    ///
    /// Marks are left out: their codes are bytes of a closed list.
    public func faultsOfRecords(codes: RegisterCodeTable) throws -> [String] {
        var faults: [String] = []
        for kind in RecordKind.allCases where kind != .attendance {
            try forEach(kind) { record in
                let (_, own) = Record.checked(kind, record.values)
                for fault in own + record.faults(in: self, codes: codes) {
                    faults.append("\(kind.file) \(record.key): \(fault.column) \(fault.problem).")
                }
            }
        }
        if let failure { throw failure }
        return faults
    }

    /// An entry that was written before the one that it follows, by the clock.
    private func clockNotices() throws -> [String] {
        try session.all(
            """
            SELECT later.change, later.at, earlier.at FROM journal later
            JOIN journal earlier ON earlier.change = later.change - 1
            WHERE later.at < earlier.at ORDER BY later.change LIMIT 3
            """
        ) { row in
            let (later, earlier) = (Instant(seconds: row.int(1)), Instant(seconds: row.int(2)))
            return "Change \(row.int(0)) is dated \(later.londonDay.long) \(later.londonClock), "
                + "before the one it follows (\(earlier.londonDay.long) \(earlier.londonClock)): the "
                + "clock had been set back, or was wrong before; keep it by the network."
        }
    }
}
