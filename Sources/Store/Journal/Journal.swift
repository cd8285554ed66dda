import Domain

/// The tables of the journal.
enum Journal {
    /// Writes an entry, its lines and the children whom it is about at the end of the chain.
    static func append(
        _ row: JournalRow, _ lines: [JournalLine], pupils: [String], _ session: DatabaseSession
    ) throws {
        let previous = try lastHash(session)
        let salts = lines.map { _ in Chain.newSalt() }
        let digests = lines.enumerated().map { position, line in
            Chain.digest(salt: salts[position], line.fields(at: position))
        }
        // As SQLite sorts them: by their bytes.
        let pupils = pupils.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        var chain = Chain(after: previous, row.fields)
        let hash = chain.finish(pupils: pupils.map { ChainField(.text($0)) }, digests: digests)
        try session.execute(
            """
            INSERT INTO journal (change, at, "by", action, subject, page, undoes, previous, hash)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                row.change.cell, .int(row.at.seconds), .text(row.by), .text(row.action),
                .text(row.subject), row.page.map(Cell.text) ?? .null,
                row.undoes.map(\.cell) ?? .null, .blob(previous), .blob(hash),
            ])
        for (position, line) in lines.enumerated() {
            try session.execute(
                """
                INSERT INTO journal_records (change, position, kind, key, before, after, salt)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                """,
                [
                    row.change.cell, .int(Int64(position)), .text(line.kind), .text(line.key),
                    line.before, line.after, .blob(salts[position]),
                ])
        }
        try session.execute(
            "INSERT INTO journal_pupils (pupil, change) SELECT value, ? FROM json_each(?)",
            [row.change.cell, .text(JournalStepText.json(pupils))])
        try Meta.setHead(session, hash)
    }

    /// What an entry did to records, in its order.
    static func touches(of change: ChangeNumber, _ session: DatabaseSession) throws -> [JournalStep]
    {
        try session.all(
            """
            SELECT kind, key, before, after FROM journal_records
            WHERE change = ? AND \(JournalLine.isOfRecord) ORDER BY position
            """, [change.cell], touch)
    }

    /// What an entry did to settings, in its order.
    static func settings(of change: ChangeNumber, _ session: DatabaseSession) throws -> [Setting
        .Change]
    {
        try session.all(
            """
            SELECT key, before, after FROM journal_records
            WHERE change = ? AND kind = '\(Setting.kind)' ORDER BY position
            """, [change.cell]
        ) {
            Setting.Change(
                name: $0.text(0), before: $0.optionalText(1), after: $0.optionalText(2))
        }
    }

    /// Whether retention has deleted anything of what an entry did.
    static func isPartlyDeleted(_ change: ChangeNumber, _ session: DatabaseSession) throws -> Bool {
        let deleted = JournalLine.Special.deleted.rawValue
        return try session.first(
            "SELECT 1 FROM journal_records WHERE change = ? AND kind = '\(deleted)' LIMIT 1",
            [change.cell]
        ) { _ in true } ?? false
    }

    /// The touch of a row of kind, key, before and after.
    static func touch(_ row: ResultRow) throws -> JournalStep {
        guard let kind = RecordKind(rawValue: row.text(0)) else {
            throw StoreError.fault("the journal names an unknown kind, \(row.text(0))")
        }
        return JournalStep(
            key: JournalStepText.key(kind, row.text(1)),
            before: try JournalStepText.state(kind, row.cell(2)),
            after: try JournalStepText.state(kind, row.cell(3)))
    }

    private static func lastHash(_ session: DatabaseSession) throws -> [UInt8] {
        try session.first("SELECT hash FROM journal ORDER BY change DESC LIMIT 1") {
            $0.bytes(0)
        } ?? Chain.genesis
    }
}
