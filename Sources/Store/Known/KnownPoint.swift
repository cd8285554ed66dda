import Domain

/// Where the journal stood at the end of a day.
struct KnownPoint: Hashable, Sendable {
    /// The day, in Europe/London.
    let day: Day
    /// The last entry that was written by its end.
    let change: ChangeNumber

    /// Finds it by the first entry that was written after the day: one whose clock had been set
    /// back then hides nothing of what was known before it.
    init(_ day: Day, _ session: DatabaseSession) throws {
        self.day = day
        let end = Instant(londonDay: day + 1, hour: 0, minute: 0)
        let first =
            try session.first(
                "SELECT min(change) FROM journal WHERE at >= ?", [.int(end.seconds)]
            ) { $0.optionalInt(0) } ?? nil
        let last = try Snapshot(session).lastChange()
        change = first.map { ChangeNumber(rawValue: $0 - 1) } ?? last
    }
}
