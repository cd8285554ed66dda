/// A record that somebody else changed while a person was changing it: the three versions, field
/// by field, so that the person keeps, takes or joins and nothing is lost.
///
/// ```
/// let settled = conflict.settled(["summary": .join], otherwise: .keep)
/// try store.apply(command.settling([conflict.key: settled], of: conflicts), by: me, at: now)
/// ```
public struct Conflict: Hashable, Sendable {
    /// Of a day's marks: the child and the day.
    public let key: RecordKey
    /// What the person saw; `nil`: there was none.
    public let seen: Record?
    /// What stands now; `nil`: it is gone.
    public let current: Record?
    /// What the person wants; `nil`: that it goes.
    public let wanted: Record?

    public init(key: RecordKey, seen: Record?, current: Record?, wanted: Record?) {
        self.key = key
        self.seen = seen
        self.current = current
        self.wanted = wanted
    }

    /// One field with its three versions; empty where there is none.
    public struct Field: Hashable, Sendable {
        public let column: String
        public let seen: String
        public let current: String
        public let wanted: String
        /// Whether both versions can stand in it, one under the other.
        public let isText: Bool

        /// Whether both changed it, and not to the same: only then somebody has to choose.
        public var isClash: Bool { current != seen && wanted != seen && current != wanted }
    }

    /// What a person does about a field, or about the whole record.
    public enum Choice: String, CaseIterable, Hashable, Sendable {
        /// The person's own version stands.
        case keep
        /// What stands now is taken.
        case take
        /// Free text: what stands now, then the person's own; elsewhere as `keep`.
        case join
    }

    /// The fields of which not all three versions are the same, in the order of the schema.
    public var fields: [Field] {
        key.kind.schema.columns.enumerated().compactMap { index, column in
            let texts = [seen, current, wanted].map { $0?.values[index] ?? "" }
            guard texts[0] != texts[1] || texts[1] != texts[2] else { return nil }
            return Field(
                column: column.name, seen: texts[0], current: texts[1], wanted: texts[2],
                isText: column.type == .text)
        }
    }

    /// Whether one of the two wants no record at all, so that the choice is about the whole.
    public var isWhole: Bool { current == nil || wanted == nil }

    /// The record as it shall be; `nil`: it goes.
    ///
    /// A field that only one of the two changed has that one's text. Where one of them wants no
    /// record, `otherwise` decides: joined, the record stays.
    ///
    /// - Parameters:
    ///   - choices: by column, for the fields that clash.
    ///   - otherwise: for those that are not named.
    public func settled(_ choices: [String: Choice], otherwise: Choice) -> Record? {
        guard var record = wanted, current != nil else {
            switch otherwise {
            case .keep: return wanted
            case .take: return current
            case .join: return wanted ?? current
            }
        }
        for field in fields {
            record = record.with(field.column, field.settled(choices[field.column] ?? otherwise))
        }
        return record
    }
}

extension Conflict.Field {
    fileprivate func settled(_ choice: Conflict.Choice) -> String {
        guard isClash else { return wanted == seen ? current : wanted }
        switch choice {
        case .keep: return wanted
        case .take: return current
        case .join:
            guard isText, !current.isEmpty, !wanted.isEmpty else {
                return wanted.isEmpty ? current : wanted
            }
            if current.contains(wanted) { return current }
            return wanted.contains(current) ? wanted : current + "\n" + wanted
        }
    }
}

extension Command {
    /// The same command with what a person decided about its conflicts, on what stands now.
    ///
    /// - Parameters:
    ///   - records: by key, the record as it shall be (`Conflict.settled`); those left out stay as
    ///     the command wanted them.
    ///   - conflicts: what the store told.
    public func settling(_ records: [RecordKey: Record?], of conflicts: [Conflict]) -> Command {
        var changes = changes
        var seen = seen
        var seenMarks = seenMarks
        for conflict in conflicts {
            let record = records[conflict.key] ?? conflict.wanted
            if conflict.key.kind == .attendance, seen[conflict.key] == nil {
                Self.settle(conflict, record, &changes, &seenMarks)
                continue
            }
            seen[conflict.key] = .some(conflict.current)
            changes = changes.filter { $0.recordKey != conflict.key }
            changes.append(record.map { .put($0) } ?? .remove(conflict.key))
        }
        return Command(
            action: action, subject: subject, changes: changes, seen: seen, seenMarks: seenMarks,
            settings: settings)
    }

    private static func settle(
        _ conflict: Conflict, _ record: Record?, _ changes: inout [RecordChange],
        _ seenMarks: inout [PupilRef: [AcademicYear: YearMarks]]
    ) {
        guard let day = Day(iso: conflict.key.parts.last ?? "") else { return }
        let pupil = PupilRef(conflict.key.parts[0])
        let year = AcademicYear(of: day)
        for (index, change) in changes.enumerated() {
            guard case .marks(pupil, var marks) = change, marks.year == year else { continue }
            marks.set(day, to: record)
            changes[index] = .marks(pupil, marks)
        }
        seenMarks[pupil]?[year]?.set(day, to: conflict.current)
    }
}

extension RecordChange {
    /// The record that is put or goes; `nil` for marks.
    fileprivate var recordKey: RecordKey? {
        switch self {
        case .put(let record): record.key
        case .remove(let key): key
        case .marks: nil
        }
    }
}
