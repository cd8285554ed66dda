/// One entry of the journal: a change, an undo or redo of one, or a look.
public struct HistoryEntry: Hashable, Sendable {
    public let change: ChangeNumber
    public let at: Instant
    /// The login of who acted.
    public let by: String
    /// A `Command`'s action, or `undo`, `redo`, `look`, `read-news`.
    public let action: String
    public let subject: Subject
    /// The page that was looked at; `nil` for what is no look.
    public let page: String?
    /// The entry that this one takes back: for an undo the change, for a redo the undo.
    public let undoes: ChangeNumber?
    /// Whether a later entry has taken it back.
    public let isUndone: Bool
    /// What it did to each record, as far as whoever reads it may see that; empty for a look, and
    /// where nobody asked.
    public var steps: [RecordStep]

    public init(
        change: ChangeNumber, at: Instant, by: String, action: String, subject: Subject,
        page: String? = nil, undoes: ChangeNumber? = nil, isUndone: Bool = false,
        steps: [RecordStep] = []
    ) {
        self.change = change
        self.at = at
        self.by = by
        self.action = action
        self.subject = subject
        self.page = page
        self.undoes = undoes
        self.isUndone = isUndone
        self.steps = steps
    }

    /// The change that an undo takes back; the entry itself where it is no undo.
    public var root: ChangeNumber { undoes ?? change }

    /// Whether somebody recorded something: no look, and no undo or redo.
    public var isChange: Bool { page == nil && undoes == nil }

    /// The same entry with what it did to each record.
    public func with(_ steps: [RecordStep]) -> HistoryEntry {
        var entry = self
        entry.steps = steps
        return entry
    }
}

/// What one change did to one record, marks by day; `nil` where there was, or is, none.
public struct RecordStep: Hashable, Sendable {
    public let key: RecordKey
    public let before: Record?
    public let after: Record?

    public init(key: RecordKey, before: Record?, after: Record?) {
        self.key = key
        self.before = before
        self.after = after
    }

    /// The fields that differ, in the order of the schema. Free text that was put right
    /// (`FieldChange.isCorrection`) is shown with its old words struck beside the new.
    public var fields: [FieldChange] { FieldChange.between(before, after) }

    /// Whether a record that stood was written anew: a correction, which keeps the old text.
    public var isCorrection: Bool { before != nil && after != nil }
}

/// What an undo or a redo would do, for a person to see before it is done.
public struct Reversal: Hashable, Sendable {
    /// The change that would be taken back or made again.
    public let of: HistoryEntry
    public let isRedo: Bool
    /// What would be written, for a look at the duties that would turn.
    public let changes: [RecordChange]
    /// The same record by record: `before` is what stands now, `after` what comes back (`nil`: the
    /// record goes).
    public let steps: [RecordStep]

    public init(
        of entry: HistoryEntry, isRedo: Bool, changes: [RecordChange], steps: [RecordStep]
    ) {
        of = entry
        self.isRedo = isRedo
        self.changes = changes
        self.steps = steps
    }

    /// The same with as much of what comes back as a person may see.
    public func with(_ steps: [RecordStep]) -> Reversal {
        Reversal(of: of, isRedo: isRedo, changes: changes, steps: steps)
    }
}
