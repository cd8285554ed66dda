import Domain

/// What a store is told that is no record of the bundle: how far somebody has read, to whom its
/// backups are encrypted.
///
/// A setting has no table: it is what the journal's last entry about it left.
enum Setting {
    /// What the journal has in the place of a kind of record.
    static let kind = JournalLine.Special.setting.rawValue

    struct Change: Hashable, Sendable {
        let name: String
        /// `nil` where it was not set.
        let before: String?
        let after: String?
    }
}

extension Snapshot {
    /// What a setting stands at; `nil` where it was never set, or was taken back.
    func setting(_ name: String) throws -> String? {
        try session.first(
            """
            SELECT after FROM journal_records WHERE kind = '\(Setting.kind)' AND key = ?
            ORDER BY change DESC LIMIT 1
            """, [.text(name)]
        ) { $0.optionalText(0) } ?? nil
    }

    /// The settings whose names begin so, by name.
    func settings(startingWith prefix: String) throws -> [(name: String, value: String)] {
        try session.all(
            """
            SELECT key, after FROM journal_records setting
            WHERE kind = '\(Setting.kind)' AND substr(key, 1, length(?1)) = ?1
            AND after IS NOT NULL AND change = (
                SELECT max(change) FROM journal_records
                WHERE kind = setting.kind AND key = setting.key
            )
            ORDER BY key
            """, [.text(prefix)]
        ) { ($0.text(0), $0.text(1)) }
    }
}

extension Store {
    /// Sets a setting as one entry of the journal.
    ///
    /// - Returns: the number of the entry; `nil` where it stood so already.
    func set(
        _ name: String, to value: String?, action: String, _ subject: Subject, by actor: Actor,
        at: Instant
    ) throws -> ChangeNumber? {
        try connection.write { session in
            let clearance = try Snapshot(session).clearance(of: actor, at: at)
            var writer = try Writer(session, Permission(session, actor, clearance, .recording))
            try writer.set(name, value)
            return try writer.record(action, subject, by: actor.login, at: at)
        }
    }
}
