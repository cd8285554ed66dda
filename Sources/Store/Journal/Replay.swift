import Domain

/// A reading of the whole journal, to compare what it left with what the tables hold.
struct Replay {
    let session: DatabaseSession

    /// What the tables hold against the journal, in sentences; none where they agree.
    func faults() throws -> [String] {
        let snapshot = Snapshot(session)
        var faults: [String] = []
        var counts: [RecordKind: Int64] = [:]
        try forEach { key, left in
            if left != nil { counts[key.kind, default: 0] += 1 }
            guard try stored(key, snapshot) != left else { return }
            faults.append("\(key.kind.rawValue) \(key) is not as the journal left it.")
        }
        for kind in RecordKind.allCases {
            let held = try session.first("SELECT count(*) FROM \(kind.rawValue)") { $0.int(0) }
            let strays = (held ?? 0) - (counts[kind] ?? 0)
            if faults.isEmpty, strays > 0 {
                faults.append(
                    "\(kind.rawValue) holds \(strays) of which the journal knows nothing.")
            }
        }
        return faults
    }

    /// Gives every record that the journal ever named to `body`, as its last entry left it; the
    /// marks of a child and year as one.
    private func forEach(_ body: (RecordKey, Left?) throws -> Void) throws {
        var key: RecordKey?
        var left: Left?
        try session.forEach(
            """
            SELECT kind, key, before, after FROM journal_records
            WHERE \(JournalLine.isOfRecord) ORDER BY kind, key, change
            """
        ) { row in
            let touch = try Journal.touch(row)
            if let last = key, KeyBytes(last) != KeyBytes(touch.key) {
                try body(last, left)
                left = nil
            }
            key = touch.key
            left = Replay.follow(touch, left)
        }
        if let key { try body(key, left) }
    }

    private static func follow(_ touch: JournalStep, _ left: Left?) -> Left? {
        guard let key = MarksKey(touch.key) else { return touch.after?.record.map(Left.record) }
        let marks = MarksDay.replace(
            touch.beforeDays, by: touch.afterDays, in: left?.marks ?? YearMarks(year: key.year))
        return marks.days.isEmpty ? nil : .marks(marks)
    }

    private func stored(_ key: RecordKey, _ snapshot: Snapshot) throws -> Left? {
        if let key = MarksKey(key) { return try snapshot.storedMarks(key).map(Left.marks) }
        return try snapshot.stored(key).map(Left.record)
    }

    /// What the last entry left.
    private enum Left: Hashable {
        case record(Record)
        case marks(YearMarks)

        var marks: YearMarks? {
            switch self {
            case .record: nil
            case .marks(let marks): marks
            }
        }
    }
}
