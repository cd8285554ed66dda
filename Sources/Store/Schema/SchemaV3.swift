import Domain

/// The changes of version 3, as they shipped: lines of the journal have digests of their own, so
/// that retention can delete what a line says and leave the chain whole.
let schemaV3 = """
    ALTER TABLE journal_records ADD COLUMN salt BLOB;
    ALTER TABLE journal_records ADD COLUMN digest BLOB;
    CREATE INDEX journal_by_time ON journal (at);
    """

/// Seals the journal of an older store anew, under the chain of version 3.
///
/// Each entry is first checked against the hash that it was written with. One that does not fit
/// gets a hash that fits nothing, so that `verify` goes on naming it: sealing anew must not make
/// good what was meddled with before.
func sealAnew(_ session: DatabaseSession) throws {
    var old = Chain.genesis
    var new = Chain.genesis
    let changes = try session.all("SELECT change FROM journal ORDER BY change") { $0.int(0) }
    for change in changes {
        let entry = try FormerEntry(change, session)
        let isAsWritten = entry.previous == old && entry.hash(after: old) == entry.hash
        let hash = isAsWritten ? try entry.seal(after: new, session) : FormerEntry.noHash
        try session.execute(
            "UPDATE journal SET previous = ?, hash = ? WHERE change = ?",
            [.blob(new), .blob(hash), .int(change)])
        old = entry.hash
        new = hash
    }
    // A journal whose end was cut off before must not look whole.
    if old.hex == (try Meta.head(session)) { try Meta.setHead(session, new) }
}

/// An entry under the chain of versions 1 and 2, which hashed a line's content as it stood.
private struct FormerEntry {
    static let noHash = [UInt8](repeating: 0, count: 32)

    let previous: [UInt8]
    let hash: [UInt8]
    private let row: JournalRow
    private let lines: [(position: Int64, fields: [ChainField])]

    init(_ number: Int64, _ session: DatabaseSession) throws {
        let found = try session.first(
            """
            SELECT at, "by", action, subject, page, undoes, previous, hash FROM journal
            WHERE change = ?
            """, [.int(number)]
        ) { row in
            (
                JournalRow(
                    change: ChangeNumber(rawValue: number), at: Instant(seconds: row.int(0)),
                    by: row.text(1), action: row.text(2), subject: row.text(3),
                    page: row.optionalText(4),
                    undoes: row.optionalInt(5).map(ChangeNumber.init(rawValue:))), row.bytes(6),
                row.bytes(7)
            )
        }
        guard let (row, previous, hash) = found else {
            throw StoreError.fault("change \(number) went while it was sealed")
        }
        self.row = row
        self.previous = previous
        self.hash = hash
        lines = try session.all(
            """
            SELECT position, kind, key, before, after FROM journal_records
            WHERE change = ? ORDER BY position
            """, [.int(number)]
        ) { line in (line.int(0), (1...4).map { ChainField(line.cell($0)) }) }
    }

    func hash(after previous: [UInt8]) -> [UInt8] {
        var digest = FieldDigest()
        digest.add(.blob(previous))
        for field in row.fields + lines.flatMap(\.fields) { digest.add(field) }
        return digest.finish()
    }

    /// Gives each line its salt and returns the hash under the new chain.
    func seal(after previous: [UInt8], _ session: DatabaseSession) throws -> [UInt8] {
        var digests: [[UInt8]] = []
        for line in lines {
            let salt = Chain.newSalt()
            digests.append(Chain.digest(salt: salt, [.int(line.position)] + line.fields))
            try session.execute(
                "UPDATE journal_records SET salt = ? WHERE change = ? AND position = ?",
                [.blob(salt), row.change.cell, .int(line.position)])
        }
        let pupils = try session.all(
            "SELECT pupil FROM journal_pupils WHERE change = ? ORDER BY pupil", [row.change.cell]
        ) { ChainField(.text($0.text(0))) }
        var chain = Chain(after: previous, row.fields)
        return chain.finish(pupils: pupils, digests: digests)
    }
}
