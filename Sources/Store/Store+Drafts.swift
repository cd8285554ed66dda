import Domain

// Drafts are no facts: they stand in no bundle and no journal, and rules never see them.
extension Store {
    /// Keeps a draft, in the place of its owner's one with this id.
    ///
    /// - Throws: `StoreError.cannotWrite`, `locked`.
    public func save(_ draft: Draft) throws {
        try connection.write { session in
            try session.execute(
                """
                INSERT INTO drafts (owner, id, subject, action, body, at)
                VALUES (?, ?, ?, ?, ?, ?)
                ON CONFLICT (owner, id) DO UPDATE SET subject = excluded.subject,
                    action = excluded.action, body = excluded.body, at = excluded.at
                """,
                [
                    .text(draft.owner), .text(draft.id), .text(draft.subject.text),
                    .text(draft.action), .text(draft.body), .int(draft.at.seconds),
                ])
        }
    }

    /// Throws a draft away; nothing happens where there is none.
    ///
    /// - Throws: `StoreError.cannotWrite`, `locked`.
    public func discardDraft(_ id: String, of owner: String) throws {
        try connection.write { session in
            try session.execute(
                "DELETE FROM drafts WHERE owner = ? AND id = ?", [.text(owner), .text(id)])
        }
    }
}

extension Snapshot {
    /// Somebody's drafts, the newest first.
    public func drafts(of owner: String) throws -> [Draft] {
        try session.all(
            """
            SELECT id, subject, action, body, at FROM drafts
            WHERE owner = ? ORDER BY at DESC, id
            """, [.text(owner)]
        ) { row in
            guard let subject = Subject(row.text(1)) else {
                throw StoreError.fault("draft \(row.text(0)) is about \(row.text(1))")
            }
            return Draft(
                id: row.text(0), owner: owner, subject: subject, action: row.text(2),
                body: row.text(3), at: Instant(seconds: row.int(4)))
        }
    }
}
