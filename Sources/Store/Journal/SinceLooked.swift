import Domain

extension Store {
    /// Puts on record how far a person has read what others changed; `undo` takes it back.
    ///
    /// - Parameter upTo: `Unread.upTo` of what was shown, so that a change which came
    ///   meanwhile stays news.
    /// - Returns: the number of the entry; `nil` where the person had read as far already.
    /// - Throws: `StoreError.noSuchChange`, `locked`, `cannotWrite`.
    public func acknowledge(
        upTo change: ChangeNumber, by actor: Actor, at: Instant
    ) throws -> ChangeNumber? {
        let isNew = try read { snapshot in
            guard change <= (try snapshot.lastChange()) else {
                throw StoreError.noSuchChange(change)
            }
            return try Acknowledged.point(of: actor.login, snapshot).change < change
        }
        // Two windows of one person: the older of two readings takes nothing back.
        guard isNew || known != nil else { return nil }
        return try set(
            Acknowledged.name(actor.login), to: String(change.rawValue),
            action: HistoryEntry.acknowledge, .school, by: actor, at: at)
    }
}

extension Snapshot {
    /// What others have changed since a login last acknowledged; before the first time, since its
    /// own first entry, and nothing for one who has never been here.
    public func sinceLooked(for login: String) throws -> Unread {
        let point = try Acknowledged.point(of: login, self)
        let last = try lastChange()
        let entries = try session.all(
            Self.selectEntries
                + """
                entry.change > ? AND entry."by" <> ? AND \(Self.touchesRecords)
                ORDER BY entry.change
                """, [point.change.cell, .text(login)], Self.entry)
        let byNumber = Dictionary(uniqueKeysWithValues: entries.map { ($0.change, $0) })
        var ofChild: [String: [HistoryEntry]] = [:]
        var touchingNone = Set(byNumber.keys)
        try session.forEach(
            "SELECT pupil, change FROM journal_pupils WHERE change > ? ORDER BY pupil, change",
            [point.change.cell]
        ) { row in
            let change = ChangeNumber(rawValue: row.int(1))
            guard let entry = byNumber[change] else { return }
            ofChild[row.text(0), default: []].append(entry)
            touchingNone.remove(change)
        }
        let touched = try touchedKinds(since: point.change, notBy: login)
        return Unread(
            since: point.change, acknowledgedAt: point.at, upTo: last,
            children: ofChild.map { pupil, entries in
                Unread.OfChild(
                    pupil: PupilRef(pupil), entries: entries, touched: touched[pupil] ?? [:])
            }.sorted { $0.pupil < $1.pupil },
            others: entries.filter { touchingNone.contains($0.change) })
    }

    /// How many lines of the journal there are by child and kind.
    private func touchedKinds(
        since change: ChangeNumber, notBy login: String
    ) throws -> [String: [RecordKind: Int]] {
        var touched: [String: [RecordKind: Int]] = [:]
        try session.forEach(
            """
            SELECT \(Owners.ofLine), line.kind, count(*)
            FROM journal entry JOIN journal_records line USING (change)
            WHERE entry.change > ? AND entry."by" <> ? AND line.\(JournalLine.isOfRecord)
            GROUP BY 1, 2
            """, [change.cell, .text(login)]
        ) { row in
            guard let pupil = row.optionalText(0), let kind = RecordKind(rawValue: row.text(1))
            else { return }
            touched[pupil, default: [:]][kind] = Int(row.int(2))
        }
        return touched
    }
}

/// How far a login has read.
enum Acknowledged {
    static func name(_ login: String) -> String { "acknowledged \(login)" }

    static func point(
        of login: String, _ snapshot: Snapshot
    ) throws -> (change: ChangeNumber, at: Instant?) {
        if let text = try snapshot.setting(name(login)), let number = Int64(text) {
            return (ChangeNumber(rawValue: number), try at(login, snapshot.session))
        }
        let first =
            try snapshot.session.first(
                "SELECT min(change) FROM journal WHERE \"by\" = ?", [.text(login)]
            ) { $0.optionalInt(0) } ?? nil
        return (try first.map { ChangeNumber(rawValue: $0) } ?? snapshot.lastChange(), nil)
    }

    private static func at(_ login: String, _ session: DatabaseSession) throws -> Instant? {
        try session.first(
            """
            SELECT at FROM journal JOIN journal_records line USING (change)
            WHERE line.kind = '\(Setting.kind)' AND line.key = ? ORDER BY change DESC LIMIT 1
            """, [.text(name(login))]
        ) { Instant(seconds: $0.int(0)) }
    }
}
