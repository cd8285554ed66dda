import Domain

/// A walk along the chain, which ends at the first entry that does not fit.
struct ChainWalk {
    private let session: DatabaseSession
    /// How many entries fit.
    private(set) var entries = 0
    private(set) var firstBad: ChangeNumber?
    private(set) var faults: [String] = []
    /// The hash at the end of the walk.
    private(set) var last = Chain.genesis
    private let deletions: Deletions

    init(_ session: DatabaseSession) throws {
        self.session = session
        deletions = try Deletions(session)
    }

    /// - Parameter end: where to stop, to learn the hash there; `nil`: the whole journal, whose
    ///   last hash must be the one that the store remembers.
    mutating func run(to end: ChangeNumber? = nil) throws {
        try session.forEach(
            """
            SELECT change, at, CAST("by" AS BLOB), CAST(action AS BLOB), CAST(subject AS BLOB),
                page IS NULL, CAST(page AS BLOB), undoes, previous, hash
            FROM journal WHERE change <= ? ORDER BY change
            """, [.int(end?.rawValue ?? .max)]
        ) { row in
            if firstBad == nil { try check(row) }
        }
        guard firstBad == nil else { return }
        if let end {
            if end.rawValue > entries { bad(entries + 1, "is missing") }
            return
        }
        if last.hex != (try Meta.head(session)) {
            bad(entries + 1, "is missing: the journal ends before the entry that was written last")
        }
        for (table, what) in [("journal_records", "lines"), ("journal_pupils", "children")] {
            let stray =
                try session.first(
                    """
                    SELECT min(change) FROM \(table)
                    WHERE change NOT IN (SELECT change FROM journal)
                    """
                ) { $0.optionalInt(0) } ?? nil
            if firstBad == nil, let stray { bad(Int(stray), "has \(what) but no entry") }
        }
        if let line = deletions.withoutLine {
            bad(Int(line.change), "does not have the deleted line that a later one tells of")
        }
    }

    private mutating func check(_ row: ResultRow) throws {
        let number = Int(row.int(0))
        guard number == entries + 1 else { return bad(entries + 1, "is missing") }
        guard row.bytes(8) == last else {
            return bad(number, "does not follow the entry before it")
        }
        let change = ChangeNumber(rawValue: row.int(0))
        var chain = Chain(
            after: last,
            [
                .int(change.rawValue), .int(row.int(1)), .text(row.bytes(2)), .text(row.bytes(3)),
                .text(row.bytes(4)), row.int(5) == 1 ? .null : .text(row.bytes(6)),
                row.optionalInt(7).map(ChainField.int) ?? .null,
            ])
        guard let digests = try digests(of: change) else {
            return bad(number, "lacks a line of which no deletion is on record")
        }
        let hash = chain.finish(pupils: try pupils(of: change), digests: digests)
        guard hash == row.bytes(9) else { return bad(number, "is not as it was written") }
        last = hash
        entries = number
    }

    private func pupils(of change: ChangeNumber) throws -> [ChainField] {
        try session.all(
            "SELECT CAST(pupil AS BLOB) FROM journal_pupils WHERE change = ? ORDER BY pupil",
            [change.cell], kept: true
        ) { .text($0.bytes(0)) }
    }

    /// The digests of an entry's lines; `nil` where one is deleted without a deletion on record.
    private func digests(of change: ChangeNumber) throws -> [[UInt8]]? {
        var isUnaccounted = false
        let digests = try session.all(
            """
            SELECT position, CAST(kind AS BLOB), CAST(key AS BLOB), typeof(before),
                CAST(before AS BLOB), typeof(after), CAST(after AS BLOB), salt, digest
            FROM journal_records WHERE change = ? ORDER BY position
            """, [change.cell], kept: true
        ) { line -> [UInt8] in
            let digest = line.bytes(8)
            if !digest.isEmpty {
                let place = Deletions.Place(change: change.rawValue, position: line.int(0))
                if deletions.digests[place] != digest { isUnaccounted = true }
                return digest
            }
            return Chain.digest(
                salt: line.bytes(7),
                [
                    .int(line.int(0)), .text(line.bytes(1)), .text(line.bytes(2)),
                    ChainWalk.field(line.text(3), line.bytes(4)),
                    ChainWalk.field(line.text(5), line.bytes(6)),
                ])
        }
        return isUnaccounted ? nil : digests
    }

    /// A column of any type by what SQLite says it is; one that cannot be there fits no hash.
    private static func field(_ type: String, _ bytes: [UInt8]) -> ChainField {
        switch type {
        case "null": .null
        case "text": .text(bytes)
        case "blob": .blob(bytes)
        default: .int(Int64(bytes.count))
        }
    }

    private mutating func bad(_ number: Int, _ what: String) {
        firstBad = ChangeNumber(rawValue: Int64(number))
        faults.append("Change \(number) of the journal \(what).")
    }
}

/// The lines that retention has deleted, as the entries that deleted them tell.
struct Deletions {
    struct Place: Hashable, Comparable {
        let change: Int64
        let position: Int64

        /// As a line's key tells it.
        var text: String { "\(change):\(position)" }

        static func < (one: Place, other: Place) -> Bool {
            (one.change, one.position) < (other.change, other.position)
        }
    }

    private(set) var digests: [Place: [UInt8]] = [:]
    /// The first place at which a deletion is told of and no deleted line stands.
    private(set) var withoutLine: Place?

    init(_ session: DatabaseSession) throws {
        try session.forEach(
            """
            SELECT key, after FROM journal_records
            WHERE kind = '\(JournalLine.Special.deletion.rawValue)'
            """
        ) { row in
            let parts = row.text(0).split(separator: ":").compactMap { Int64($0) }
            guard parts.count == 2 else { return }
            digests[Place(change: parts[0], position: parts[1])] = row.bytes(1)
        }
        for place in digests.keys.sorted() where withoutLine == nil {
            let stands = try session.first(
                "SELECT 1 FROM journal_records WHERE change = ? AND position = ? AND digest IS NOT NULL",
                [.int(place.change), .int(place.position)]
            ) { _ in true }
            if stands == nil { withoutLine = place }
        }
    }
}
