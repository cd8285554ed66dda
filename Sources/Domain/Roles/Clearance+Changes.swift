/// A change that somebody's roles do not allow. It says nothing of what stands in the store.
public struct ChangeRefused: Error, Hashable, Sendable {
    public init() {}
}

// What somebody may change. A store asks for every record of every command, import, undo and redo;
// nothing is written where one is refused.
extension Clearance {
    /// The record as it is to be written: what this person does not see stays as it is.
    ///
    /// - Parameters:
    ///   - stored: the record that stands there, whole.
    ///   - child: the child whom it is about, as it stands before the change.
    /// - Throws: `ChangeRefused`.
    public func writing(
        _ record: Record, over stored: Record?, child: ChildStanding?
    ) throws(ChangeRefused) -> Record {
        guard !isKeeper else { return record }
        try allow(record, stored, child)
        var written = record
        for column in record.kind.schema.columns {
            let name = column.name
            let old = stored?[name] ?? ""
            guard record[name] != old else { continue }
            let isSeen = sees(record.topic(of: column), of: child)
            if let stored, let mask = mask(column, of: stored, child), record[name] == mask {
                written = written.with(name, old)
            } else if !changes(record.topic(of: column), of: child) || !isSeen && !old.isEmpty {
                throw ChangeRefused()
            }
        }
        if let stored { try keepHidden(stored, written, child) }
        return written
    }

    /// - Throws: `ChangeRefused` where this person may not take the record away: a text that they
    ///   do not see goes with it.
    public func removing(_ stored: Record, child: ChildStanding?) throws(ChangeRefused) {
        guard !isKeeper else { return }
        try allow(stored, stored, child)
        for column in stored.kind.schema.columns where !stored[column.name].isEmpty {
            let isSeen = mask(column, of: stored, child) == nil
            guard isSeen, changes(stored.topic(of: column), of: child) else {
                throw ChangeRefused()
            }
        }
        try keepAdoption(stored, child)
    }

    /// Taking back, or making again: every column that differs must be this person's to change, and
    /// where the change was another's, to see.
    ///
    /// - Throws: `ChangeRefused`.
    public func reversing(
        from current: Record?, to target: Record?, child: ChildStanding?, isOwn: Bool
    ) throws(ChangeRefused) {
        guard !isKeeper, let record = target ?? current else { return }
        try allow(record, current, child)
        if !isOwn, let current, target == nil { try keepAdoption(current, child) }
        for column in record.kind.schema.columns {
            let (old, new) = (current?[column.name] ?? "", target?[column.name] ?? "")
            guard old != new else { continue }
            let topics = [current, target].compactMap { $0?.topic(of: column) }
            let isSeen = [current, target].allSatisfy { side in
                side.map { mask(column, of: $0, child) == nil } ?? true
            }
            guard topics.allSatisfy({ changes($0, of: child) }), isOwn || isSeen else {
                throw ChangeRefused()
            }
        }
    }

    /// - Throws: `ChangeRefused` where marks of this child are not this person's to change.
    public func changingMarks(of child: ChildStanding?) throws(ChangeRefused) {
        guard changes(RecordKind.attendance.definition.topicOfChange, of: child) else {
            throw ChangeRefused()
        }
    }

    /// No change of what is seen may uncover what is not: a contact that is no longer about
    /// safeguarding, a preferred surname that goes.
    private func keepHidden(
        _ stored: Record, _ written: Record, _ child: ChildStanding?
    ) throws(ChangeRefused) {
        for column in stored.kind.schema.columns where !stored[column.name].isEmpty {
            guard let hidden = mask(column, of: stored, child), hidden != stored[column.name]
            else { continue }
            let owner = stored.kind.definition.owner.column
            let isHisOrHers = owner.map { stored[$0] == written[$0] } ?? true
            guard isHisOrHers, mask(column, of: written, child) != nil else {
                throw ChangeRefused()
            }
        }
    }

    /// The status that hides an adopted child's origins is not taken away by whom it hides them from.
    private func keepAdoption(_ record: Record, _ child: ChildStanding?) throws(ChangeRefused) {
        guard record.kind == .status, record["status"] == CareKind.pla.rawValue else { return }
        guard sees(.origins, of: child) else { throw ChangeRefused() }
    }

    private func allow(
        _ record: Record, _ stored: Record?, _ child: ChildStanding?
    ) throws(ChangeRefused) {
        guard changes(record.kind.definition.topicOfChange, of: child) else {
            throw ChangeRefused()
        }
        // The dates of a row with a login decide whether the login holds its roles.
        if record.kind == .staff, !record["login"].isEmpty || !(stored?["login"] ?? "").isEmpty,
            !changes(.accounts, of: child)
        {
            throw ChangeRefused()
        }
    }
}
