import Domain

extension Store {
    /// Deletes a part for good, as a second person agrees to what another proposed: its records,
    /// every line of the journal that told them, and drafts about the child.
    ///
    /// What is left is one entry of the journal: what went, why, who proposed and who confirmed,
    /// and the digests of the lines, so that the chain still proves all the rest.
    ///
    /// - Parameter item: the part as it is due today.
    /// - Throws: `StoreError.notProposed`, `needsAnother` for who proposed it, `headOrDSLOnly`,
    ///   `notDue`, `deletionHeld`, `locked`, `cannotWrite`.
    public func confirmDeletion(
        of item: RetentionItem, by actor: Actor, on today: Day, at: Instant
    ) throws -> ChangeNumber {
        try requireLead(actor, on: today)
        guard item.isDue(on: today) else { throw StoreError.notDue(item) }
        let change = try connection.write { session in
            let snapshot = Snapshot(session)
            if let hold = try snapshot.deletionHold() { throw StoreError.deletionHeld(hold) }
            let name = DeletionProposal.name(item.pupil, item.part)
            guard let text = try snapshot.setting(name),
                let proposal = DeletionProposal(name, text)
            else { throw StoreError.notProposed(item) }
            guard proposal.by != actor.login else { throw StoreError.needsAnother(item) }
            return try Deletion(item, session).carryOut(proposal, by: actor.login, at: at)
        } dangling: { session in
            try DanglingReference.first(session)?.error
        }
        // The log holds pages as they were; the file itself is overwritten with zeros as it frees.
        try connection.outsideTransaction { session in
            try session.run("PRAGMA wal_checkpoint(TRUNCATE)")
        }
        return change
    }
}

/// The deletion of one part, at work inside one transaction.
private struct Deletion {
    private let item: RetentionItem
    private let session: DatabaseSession
    private let snapshot: Snapshot

    init(_ item: RetentionItem, _ session: DatabaseSession) {
        self.item = item
        self.session = session
        snapshot = Snapshot(session)
    }

    private var pupil: String { item.pupil.text }

    func carryOut(_ proposal: DeletionProposal, by login: String, at: Instant) throws
        -> ChangeNumber
    {
        let keys = try keysOfRecords()
        let freed = try freeReferences(to: keys)
        let lines = try deleteLines()
        for key in keys { try session.execute(RecordTable.of(key.kind).delete, key.cells) }
        if case .marks(let year) = item.part {
            try session.execute(AttendanceTable.delete, MarksKey(item.pupil, year).cells)
        }
        try session.execute("DELETE FROM drafts WHERE subject = ?", [.text("pupil:\(pupil)")])
        let proof = words(of: proposal, records: keys, lines: lines.count)
        let settings = [
            Setting.Change(
                name: DeletionProposal.name(item.pupil, item.part), before: proposal.setting,
                after: nil),
            Setting.Change(
                name: RetentionSetting.deleted + "\(item.id) \(at.iso)", before: nil, after: proof),
        ]
        let row = JournalRow(
            change: try snapshot.lastChange().next, at: at, by: login,
            action: HistoryEntry.deletion, subject: "pupil:\(pupil)")
        try Journal.append(
            row,
            freed.map { JournalLine($0) } + settings.map { JournalLine($0) }
                + lines.map { JournalLine(deletionOf: $0.place, digest: $0.digest) },
            pupils: [pupil], session)
        return row.change
    }

    // MARK: Records

    private func keysOfRecords() throws -> [RecordKey] {
        let held = try snapshot.records(about: item.pupil)
        return item.part.kinds.flatMap { kind in (held[kind] ?? []).filter(isOfPart) }.map(\.key)
    }

    private func isOfPart(_ record: Record) -> Bool {
        guard case .accounts(let year) = item.part else { return true }
        return Day(iso: record["on"]).map { FinancialYear(of: $0) == year } ?? false
    }

    /// Empties the columns by which records that stay name those that go, as changes of their own.
    private func freeReferences(to keys: [RecordKey]) throws -> [JournalStep] {
        let going = Set(keys.map(KeyBytes.init))
        let kinds = Set(keys.map(\.kind))
        var touches: [JournalStep] = []
        for kind in RecordKind.allCases where kind != .attendance {
            let columns = kind.schema.columns.filter { column in
                column.isOptional && column.reference.map(kinds.contains) ?? false
                    && column.name != "pupil"
            }
            guard !columns.isEmpty else { continue }
            var staying: [Record] = []
            try snapshot.forEach(kind) { record in
                if !going.contains(KeyBytes(record.key)) { staying.append(record) }
            }
            for record in staying {
                let freed = columns.reduce(record) { record, column in
                    guard let target = column.reference, !record[column.name].isEmpty,
                        going.contains(
                            KeyBytes(RecordKey(kind: target, parts: [record[column.name]])))
                    else { return record }
                    return record.with(column.name, "")
                }
                guard freed != record else { continue }
                let change = try snapshot.lastChange().next
                try session.execute(
                    RecordTable.of(kind).upsert,
                    RecordTable.of(kind).cells(freed, revision: change))
                touches.append(
                    JournalStep(key: record.key, before: .record(record), after: .record(freed)))
            }
        }
        return touches
    }

    // MARK: Lines of the journal

    private struct Line {
        let place: Deletions.Place
        let digest: [UInt8]
    }

    /// Takes the content out of every line about the part and leaves its digest.
    private func deleteLines() throws -> [Line] {
        let kinds = item.part.kinds.map { "'\($0.rawValue)'" }.joined(separator: ", ")
        let owners = Owners(session)
        // The journal tells of the child under every number that the child has had.
        let own = try snapshot.numbers(of: item.pupil)
        let all = own.union(try snapshot.undoneNumbers(of: own))
        var lines: [Line] = []
        try session.forEach(
            """
            SELECT kind, key, before, after, salt, change, position FROM journal_records
            WHERE change IN (
                SELECT change FROM journal_pupils
                WHERE pupil IN (SELECT value FROM json_each(?))
            ) AND kind IN (\(kinds)) ORDER BY change, position
            """, [.text(JournalStepText.json(own.map(\.text).sorted()))]
        ) { row in
            let touch = try Journal.touch(row)
            // A line that is another child's too stays for that child.
            let concerned = try owners.pupils(of: touch)
            guard !concerned.isDisjoint(with: own), concerned.isSubset(of: all), isOfPart(touch)
            else { return }
            let fields =
                [ChainField.int(row.int(6)), .text(row.bytes(0)), .text(row.bytes(1))]
                + [2, 3].map { ChainField(row.cell($0)) }
            lines.append(
                Line(
                    place: Deletions.Place(change: row.int(5), position: row.int(6)),
                    digest: Chain.digest(salt: row.bytes(4), fields)))
        }
        for line in lines {
            try session.execute(
                """
                UPDATE journal_records SET kind = '\(JournalLine.Special.deleted.rawValue)',
                    key = '', before = NULL, after = NULL, salt = NULL, digest = ?
                WHERE change = ? AND position = ?
                """, [.blob(line.digest), .int(line.place.change), .int(line.place.position)])
        }
        return lines
    }

    private func isOfPart(_ touch: JournalStep) -> Bool {
        switch item.part {
        case .file, .name: true
        case .marks(let year): MarksKey(touch.key)?.year == year
        case .accounts: [touch.before, touch.after].contains { $0?.record.map(isOfPart) ?? false }
        }
    }

    // MARK: Proof

    private func words(
        of proposal: DeletionProposal, records: [RecordKey], lines: Int
    ) -> String {
        let counts = RecordKind.allCases.compactMap { kind -> String? in
            let count = records.count { $0.kind == kind }
            return count == 0 ? nil : "\(count) of \(kind.file)"
        }
        let what = counts.isEmpty ? item.part.text : counts.joined(separator: ", ")
        return
            "\(item.part.text): \(what); \(lines) lines of the journal; \(item.why); proposed by "
            + "\(proposal.by) on \(proposal.at.londonDay.iso)"
    }
}
