import Domain

extension Store {
    /// What an undo or redo did.
    public struct Reversed: Hashable, Sendable {
        /// The journal's entry for it.
        public let change: ChangeNumber
        /// The change that was taken back or made again.
        public let of: HistoryEntry
    }

    /// Takes back the actor's own last change that stands, import or not.
    ///
    /// - Returns: `nil` where the actor has none.
    /// - Throws: `StoreError.restsOn` naming the later change that rests on it, `notPermitted` where
    ///   the actor's roles do not allow it now, `locked`, `cannotWrite`.
    public func undo(by actor: Actor, at: Instant) throws -> Reversed? {
        try reverse(by: actor, at: at) { try $0.lastUndoable(by: actor.login) }
    }

    /// Takes back one change, whoever made it.
    ///
    /// - Throws: `StoreError.noSuchChange`, `notUndoable` for a look, an undo, a redo and what is
    ///   undone already, and all of `undo(by:at:)`.
    public func undo(
        _ change: ChangeNumber, by actor: Actor, at: Instant
    ) throws -> Reversed {
        let reversal = try reverse(by: actor, at: at) { try $0.undoable(change) }
        guard let reversal else {
            throw StoreError.notUndoable(change, why: "it left nothing to take back")
        }
        return reversal
    }

    /// Makes again what the actor's last undo took back, unless the actor has changed something
    /// since.
    ///
    /// - Returns: `nil` where there is nothing to make again.
    /// - Throws: as `undo(by:at:)`.
    public func redo(by actor: Actor, at: Instant) throws -> Reversed? {
        try reverse(by: actor, at: at) { try $0.lastRedoable(by: actor.login) }
    }

    private func reverse(
        by actor: Actor, at: Instant, _ find: (Snapshot) throws -> HistoryEntry?
    ) throws -> Reversed? {
        // Kept for the name of what rests on it, should a reference break at the end.
        var reversing: HistoryEntry?
        return try connection.write { session in
            let snapshot = Snapshot(session)
            guard let entry = try find(snapshot) else { return nil }
            reversing = entry
            let clearance = try snapshot.clearance(of: actor, at: at)
            let root = try snapshot.entry(entry.root)
            let isRenumbering = root.action == ActionID.pupilNumber.rawValue
            let permission = Permission(
                session, actor, clearance,
                isRenumbering ? .renumbering : .reversing(isOwn: root.by == actor.login))
            if isRenumbering, let pupil = entry.subject.pupil {
                try permission.admitRenumbering(of: pupil)
            } else {
                try permission.admitReversing(of: entry.change)
            }
            let inverse = try Inverse(of: entry, snapshot)
            var writer = try Writer(session, permission)
            try writer.make(inverse.changes)
            for setting in inverse.settings { try writer.set(setting.name, setting.after) }
            let change = try writer.record(
                entry.undoes == nil ? HistoryEntry.undo : HistoryEntry.redo, entry.subject,
                by: actor.login, at: at, undoes: entry.change)
            return try change.map { Reversed(change: $0, of: try snapshot.entry(entry.root)) }
        } dangling: { session in
            guard let reversing, let broken = try DanglingReference.first(session) else {
                return nil
            }
            return try Inverse.restsOn(reversing, broken, session) ?? broken.error
        }
    }
}

extension Snapshot {
    /// What `Store.undo(by:at:)` would do now; `nil` where there is nothing to undo.
    ///
    /// - Throws: `StoreError.restsOn`.
    public func undoPreview(by actor: Actor) throws -> Reversal? {
        try lastUndoable(by: actor.login).map(preview)
    }

    /// What `Store.undo(_:by:at:)` would do now.
    ///
    /// - Throws: `StoreError.noSuchChange`, `notUndoable`, `restsOn`.
    public func undoPreview(_ change: ChangeNumber) throws -> Reversal {
        try preview(undoable(change))
    }

    /// What `Store.redo(by:at:)` would do now; `nil` where there is nothing to redo.
    ///
    /// - Throws: `StoreError.restsOn`.
    public func redoPreview(by actor: Actor) throws -> Reversal? {
        try lastRedoable(by: actor.login).map(preview)
    }

    private func preview(_ entry: HistoryEntry) throws -> Reversal {
        let inverse = try Inverse(of: entry, self)
        return Reversal(
            of: try self.entry(entry.root), isRedo: entry.undoes != nil, changes: inverse.changes,
            steps: inverse.records)
    }

    fileprivate func lastUndoable(by login: String) throws -> HistoryEntry? {
        try session.first(
            Self.selectEntries + """
                entry."by" = ? AND entry.page IS NULL AND entry.undoes IS NULL
                AND entry.action NOT IN (\(HistoryEntry.list(HistoryEntry.notes)))
                AND NOT \(Self.isUndone("entry")) ORDER BY entry.change DESC LIMIT 1
                """, [.text(login)], Self.entry)
    }

    fileprivate func lastRedoable(by login: String) throws -> HistoryEntry? {
        try session.first(
            Self.selectEntries + """
                entry."by" = ?1 AND entry.action = '\(HistoryEntry.undo)'
                AND NOT \(Self.isUndone("entry"))
                AND entry.change > coalesce((
                    SELECT change FROM journal
                    WHERE "by" = ?1 AND page IS NULL AND undoes IS NULL
                    AND action NOT IN (\(HistoryEntry.list(HistoryEntry.besides)))
                    ORDER BY change DESC LIMIT 1
                ), 0)
                ORDER BY entry.change DESC LIMIT 1
                """, [.text(login)], Self.entry)
    }

    fileprivate func undoable(_ change: ChangeNumber) throws -> HistoryEntry {
        let entry = try entry(change)
        if entry.page != nil {
            throw StoreError.notUndoable(change, why: "it is a look, and looks stay on record")
        }
        if HistoryEntry.notes.contains(entry.action) {
            throw StoreError.notUndoable(change, why: "it notes what has been done for good")
        }
        if let undone = entry.undoes {
            throw StoreError.notUndoable(
                change, why: "it is itself an \(entry.action) of change \(undone)")
        }
        if entry.isUndone {
            throw StoreError.notUndoable(change, why: "it is undone already")
        }
        return entry
    }
}
