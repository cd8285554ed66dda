import Domain

/// What somebody said that a heading of a school's file stands for, kept for the next file of that
/// kind.
public struct RememberedHeading: Hashable, Sendable {
    public let kind: ImportKind
    /// As the file had it.
    public let heading: String
    /// The field; `nil`: the column is not to be read.
    public let field: String?
    /// The login that said so.
    public let by: String
    public let at: Instant
}

extension Snapshot {
    /// What was said of headings, the latest last.
    ///
    /// - Parameter kind: `nil` for every kind of file.
    public func rememberedHeadings(of kind: ImportKind? = nil) throws -> [RememberedHeading] {
        let prefix = HeadingSetting.name(kind, "")
        return try session.all(
            """
            SELECT setting.key, setting.after, entry."by", entry.at
            FROM journal_records setting JOIN journal entry USING (change)
            WHERE setting.kind = '\(Setting.kind)' AND substr(setting.key, 1, length(?1)) = ?1
            AND setting.after IS NOT NULL AND setting.change = (
                SELECT max(change) FROM journal_records
                WHERE kind = setting.kind AND key = setting.key
            )
            ORDER BY setting.change, setting.position
            """, [.text(prefix)]
        ) { row in
            HeadingSetting.read(
                row.text(0), row.text(1), by: row.text(2), at: Instant(seconds: row.int(3)))
        }.compactMap { $0 }
    }
}

extension Store {
    /// Keeps what was said of headings as one entry of the journal, which `undo` takes back.
    ///
    /// - Parameter fields: by heading, the field that it stands for; `nil` inside: not to be read.
    /// - Returns: the number of the entry; `nil` where all of it stood so already.
    /// - Throws: `StoreError.locked`, `cannotWrite`.
    @discardableResult
    public func remember(
        _ fields: [(heading: String, field: String?)], of kind: ImportKind, by actor: Actor,
        at: Instant
    ) throws -> ChangeNumber? {
        try write(
            fields.map { (HeadingSetting.name(kind, $0.heading), $0.field ?? "") },
            "import-map", by: actor, at: at)
    }

    /// Forgets what was said of a heading.
    ///
    /// - Returns: `nil` where nothing was said of it.
    @discardableResult
    public func forget(
        heading: String, of kind: ImportKind, by actor: Actor, at: Instant
    ) throws -> ChangeNumber? {
        try write(
            [(HeadingSetting.name(kind, heading), nil)], "import-forget", by: actor, at: at)
    }

    private func write(
        _ settings: [(String, String?)], _ action: String, by actor: Actor, at: Instant
    ) throws -> ChangeNumber? {
        try connection.write { session in
            let clearance = try Snapshot(session).clearance(of: actor, at: at)
            var writer = try Writer(session, Permission(session, actor, clearance, .recording))
            for (name, value) in settings { try writer.set(name, value) }
            return try writer.record(action, .school, by: actor.login, at: at)
        }
    }
}

/// How what was said of headings stands among the settings.
private enum HeadingSetting {
    private static let prefix = "import-heading "

    static func name(_ kind: ImportKind?, _ heading: String) -> String {
        prefix + (kind.map { "\($0.rawValue) \(heading)" } ?? "")
    }

    static func read(
        _ name: String, _ value: String, by: String, at: Instant
    ) -> RememberedHeading? {
        let rest = name.dropFirst(prefix.count)
        guard let end = rest.firstIndex(of: " "),
            let kind = ImportKind(rawValue: String(rest[..<end]))
        else { return nil }
        return RememberedHeading(
            kind: kind, heading: String(rest[rest.index(after: end)...]),
            field: value.isEmpty ? nil : value, by: by, at: at)
    }
}
