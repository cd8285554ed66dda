import Domain
import Store
import ViewModels

extension Workspace {
    /// How many entries of the journal are shown, and for how many of them what they did.
    private static let shownEntries = 1000
    private static let detailedEntries = 200

    /// The entries of the journal about a subject, or all, the newest first; those that a page can
    /// show at a time with what they did to each record.
    func history(of subject: Subject?, looks: Bool) throws -> [HistoryEntry] {
        let clearance = try clearance()
        try require(clearance.holds(.history))
        return try store.read { snapshot in
            let entries = try snapshot.history(
                of: subject, looks: looks, limit: Self.shownEntries)
            return try entries.enumerated().map { place, entry in
                place < Self.detailedEntries
                    ? try snapshot.detailed(entry, seenBy: clearance) : entry
            }
        }
    }

    /// One entry with what it did to each record.
    ///
    /// - Throws: `StoreError.noSuchChange`.
    func change(_ number: ChangeNumber) throws -> HistoryEntry {
        let clearance = try clearance()
        try require(clearance.holds(.history))
        return try store.read { snapshot in
            try snapshot.detailed(try snapshot.entry(number), seenBy: clearance)
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
            return try since.detailed { entry, pupil in
                // An import is told as one: what it did to each child fills pages.
                pupil != nil && large.contains(entry.change)
                    ? []
                    : try snapshot.records(
                        touchedBy: entry.change, of: pupil, seenBy: clearance)
            }
        }
    }
}
