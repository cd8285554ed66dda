import Domain

/// What a command meets in the store: the records that have moved on since the person saw them, and
/// the changes as they are to be made, with others' marks of other days left as they are.
struct ConflictCheck {
    private(set) var conflicts: [Conflict] = []
    private(set) var changes: [RecordChange] = []

    init(
        of command: Command, _ snapshot: Snapshot, _ marks: MarksOnRecord, _ permission: Permission
    ) throws {
        let wanted = ConflictCheck.wanted(command.changes)
        for (key, seen) in command.seen.sorted(by: { $0.key < $1.key }) {
            let current = snapshot.record(key)
            if let failure = snapshot.failure { throw failure }
            // Compared as the person sees it, and told so: nobody hears of a text by missing it.
            let sight = try current.flatMap { try permission.sight(of: $0) }
            guard JournalStep.differ(sight, seen), JournalStep.differ(current, seen) else {
                continue
            }
            conflicts.append(
                Conflict(key: key, seen: seen, current: sight, wanted: wanted[key] ?? seen))
        }
        for change in command.changes {
            guard case .marks(let pupil, let wanted) = change,
                let seen = command.seenMarks[pupil]?[wanted.year]
            else {
                changes.append(change)
                continue
            }
            try meet(pupil, wanted, seen, marks)
        }
    }

    private mutating func meet(
        _ pupil: PupilRef, _ wanted: YearMarks, _ seen: YearMarks, _ onRecord: MarksOnRecord
    ) throws {
        let year = wanted.year
        let current = try onRecord[MarksKey(pupil, year)] ?? YearMarks(year: year)
        let merged = YearMarks.merge(wanted, seen: seen, over: current)
        changes.append(.marks(pupil, merged.marks))
        func row(_ marks: YearMarks, _ day: Day) -> Record? {
            marks.hasRow(on: day) ? marks.record(of: pupil, on: day) : nil
        }
        conflicts += merged.clashes.map { day in
            Conflict(
                key: RecordKey(kind: .attendance, parts: [pupil.text, day.iso]),
                seen: row(seen, day), current: row(current, day), wanted: row(wanted, day))
        }
    }

    /// What the changes make of each record; the last of a key counts.
    private static func wanted(_ changes: [RecordChange]) -> [RecordKey: Record?] {
        var wanted: [RecordKey: Record?] = [:]
        for change in changes {
            switch change {
            case .put(let record): wanted[record.key] = .some(record)
            case .remove(let key): wanted[key] = .some(nil)
            case .marks: break
            }
        }
        return wanted
    }
}
