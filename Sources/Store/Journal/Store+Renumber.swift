import Domain

extension Store {
    /// Gives a child another number: every record that names the child follows, in one entry of the
    /// journal that can be undone.
    ///
    /// It needs the right to change the child's own row, and none to what hangs on it: that stays
    /// what it is, and is shown to nobody.
    ///
    /// - Throws: `StoreError.numberTaken`, `notPermitted`, `dangling` where there is no such child,
    ///   `locked`, `cannotWrite`.
    func renumber(
        _ numbers: Renumbering, by actor: Actor, at: Instant
    ) throws -> ChangeNumber? {
        try connection.write { session in
            let snapshot = Snapshot(session)
            let clearance = try snapshot.clearance(of: actor, at: at)
            let permission = Permission(session, actor, clearance, .renumbering)
            try permission.admitRenumbering(of: numbers.from)
            let new = RecordKey(kind: .pupils, parts: [numbers.to.text])
            guard try snapshot.stored(new) == nil, try !snapshot.numbersLeft().contains(numbers.to)
            else {
                throw StoreError.numberTaken(numbers.to)
            }
            var writer = try Writer(session, permission)
            try writer.make(try snapshot.changes(of: numbers))
            let marked = StoreSetting.marked.name
            if let text = try snapshot.setting(marked) {
                try writer.set(marked, numbers.renaming(text))
            }
            return try writer.record(
                ActionID.pupilNumber.rawValue, .pupil(numbers.to), by: actor.login, at: at)
        } dangling: { session in
            try DanglingReference.first(session)?.error
        }
    }
}

extension Renumbering {
    /// A list of children, a line each that begins with the number.
    fileprivate func renaming(_ list: String) -> String {
        list.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            line.hasPrefix("\(from.text) ") ? to.text + line.dropFirst(from.text.count) : line[...]
        }.joined(separator: "\n")
    }
}

extension Snapshot {
    /// All that names the child, as it stands under the other number.
    fileprivate func changes(of numbers: Renumbering) throws -> [RecordChange] {
        var changes: [RecordChange] = []
        func move(_ record: Record, _ column: String, _ text: String) {
            let moved = record.with(column, text)
            if moved.key != record.key { changes.append(.remove(record.key)) }
            changes.append(.put(moved))
        }
        let held = try records(about: numbers.from)
        for kind in RecordKind.allCases where kind.schema.pupilColumn != nil {
            for record in held[kind] ?? [] { move(record, "pupil", numbers.to.text) }
        }
        for record in records(of: .acknowledgements)
        where Acknowledgement.pupil(ofProfile: record["what"]) == numbers.from {
            move(record, "what", record["what"].replacing(numbers.from.text, with: numbers.to.text))
        }
        for marks in try allMarks(of: numbers.from) {
            changes.append(.marks(numbers.from, YearMarks(year: marks.year)))
            changes.append(.marks(numbers.to, marks))
        }
        return changes
    }

    /// The numbers that a child has had, this one among them: the journal tells of the child under
    /// each.
    func numbers(of pupil: PupilRef) throws -> Set<PupilRef> {
        var found: Set<PupilRef> = [pupil]
        var open = [pupil]
        while let number = open.popLast() {
            let earlier = try session.all(
                """
                \(Self.renumberings("line.key")) AND entry.subject = ? AND line.key <> ?
                AND NOT \(Self.isUndone("entry"))
                """, [.text("pupil:\(number.text)"), .text(number.text)]
            ) { PupilRef($0.text(0)) }
            open += earlier.filter { found.insert($0).inserted }
        }
        return found
    }

    /// The numbers that a child of these had for a while, until that was undone.
    func undoneNumbers(of numbers: Set<PupilRef>) throws -> Set<PupilRef> {
        Set(
            try session.all(
                """
                \(Self.renumberings("substr(entry.subject, 7)")) AND \(Self.isUndone("entry"))
                AND line.key IN (SELECT value FROM json_each(?))
                """, [.text(JournalStepText.json(numbers.map(\.text).sorted()))]
            ) { PupilRef($0.text(0)) })
    }

    /// The numbers that children had and have no longer: no other child gets one, so that what the
    /// journal tells under it stays that child's.
    func numbersLeft() throws -> Set<PupilRef> {
        Set(
            try session.all(
                """
                \(Self.renumberings("line.key")) AND line.after IS NULL
                AND NOT \(Self.isUndone("entry"))
                """
            ) { PupilRef($0.text(0)) })
    }

    private static func renumberings(_ column: String) -> String {
        """
        SELECT \(column) FROM journal entry JOIN journal_records line USING (change)
        WHERE entry.action = '\(ActionID.pupilNumber.rawValue)' AND line.kind = 'pupils'
        """
    }
}
