import Domain
import Store
import ViewModels

extension Desk {
    /// How many entries of the journal are shown, and for how many of them what they did.
    private static let shownEntries = 1000
    private static let detailedEntries = 200

    /// The entries of the journal about a subject, or all, the newest first; those that a page can
    /// show at a time with what they did to each record.
    func history(of subject: Subject?, looks: Bool) throws -> [HistoryLine] {
        let clearance = try clearance()
        try require(clearance.holds(.history))
        return try store.read { snapshot in
            let entries = try snapshot.history(
                of: subject, looks: looks, limit: Self.shownEntries)
            return try entries.enumerated().map { place, entry in
                try Self.line(
                    entry, snapshot, for: clearance, detailed: place < Self.detailedEntries)
            }
        }
    }

    /// One entry with what it did to each record.
    ///
    /// - Throws: `StoreError.noSuchChange`.
    func change(_ number: Int64) throws -> HistoryLine {
        let clearance = try clearance()
        try require(clearance.holds(.history))
        return try store.read { snapshot in
            try Self.line(
                try snapshot.entry(ChangeNumber(rawValue: number)), snapshot, for: clearance,
                detailed: true)
        }
    }

    /// What others have changed since the person who acts last looked, by child.
    func unread() throws -> Unread {
        let login = actor.login
        let clearance = try clearance()
        guard clearance.holds(.history) else { return Unread.none }
        return try store.read { snapshot in
            let since = try snapshot.sinceLooked(for: login)
            let large = Set(
                try since.entries.map(\.change).filter {
                    try snapshot.lineCount(of: $0) > Self.detailedEntries
                })
            return Unread(
                since: since.acknowledgedAt, upTo: since.upTo.rawValue,
                children: try since.children.map { child in
                    Unread.OfChild(
                        pupil: child.pupil,
                        lines: try child.entries.map { entry in
                            // An import is told as one: what it did to each child fills pages.
                            let touched =
                                large.contains(entry.change)
                                ? []
                                : try snapshot.records(
                                    touchedBy: entry.change, of: child.pupil, seenBy: clearance)
                            return Self.line(entry, touched)
                        })
                },
                others: try since.others.map {
                    try Self.line($0, snapshot, for: clearance, detailed: true)
                })
        }
    }

    private static func line(_ entry: HistoryEntry, _ touched: [TouchedRecord]) -> HistoryLine {
        HistoryLine(
            change: entry.change.rawValue, at: entry.at, by: entry.by, action: entry.action,
            subject: entry.subject, page: entry.page, isUndone: entry.isUndone,
            steps: touched.map { RecordStep(key: $0.key, before: $0.before, after: $0.after) })
    }

    /// - Parameter clearance: of who reads it; what a record was is shown as it would be now.
    static func line(
        _ entry: HistoryEntry, _ snapshot: Snapshot, for clearance: Clearance, detailed: Bool
    ) throws -> HistoryLine {
        let touched =
            detailed && entry.page == nil
            ? try snapshot.records(touchedBy: entry.change, seenBy: clearance) : []
        return line(entry, touched)
    }
}
