import Domain

/// The number of an entry in a store's journal, counted from 1 without gaps.
public struct ChangeNumber: RawRepresentable, Hashable, Comparable, Sendable {
    public let rawValue: Int64

    public init(rawValue: Int64) { self.rawValue = rawValue }

    /// Before the first change.
    public static let none = ChangeNumber(rawValue: 0)

    public static func < (one: ChangeNumber, other: ChangeNumber) -> Bool {
        one.rawValue < other.rawValue
    }

    var next: ChangeNumber { ChangeNumber(rawValue: rawValue + 1) }
    var cell: Cell { .int(rawValue) }
}

extension ChangeNumber: CustomStringConvertible {
    public var description: String { String(rawValue) }
}

/// One entry of the journal: a change, an undo or redo of one, or a look.
public struct HistoryEntry: Hashable, Sendable {
    public let change: ChangeNumber
    public let at: Instant
    /// The login of who acted.
    public let by: String
    /// A `Command`'s action, or `undo`, `redo`, `look`, `acknowledge`.
    public let action: String
    public let subject: Subject
    /// The page that was looked at; `nil` for what is no look.
    public let page: String?
    /// The entry that this one takes back: for an undo the change, for a redo the undo.
    public let undoes: ChangeNumber?
    /// Whether a later entry has taken it back.
    public let isUndone: Bool

    static let undo = "undo"
    static let redo = "redo"
    static let look = "look"
    /// Somebody has read what others changed.
    public static let acknowledge = "read-news"

    static let backup = "backup"
    static let restore = "restore"
    static let deletion = "retention-delete"
    /// Notes of what was done beside the records: no undo takes them back.
    static let notes = [backup, restore, deletion]

    /// Changes that leave what can be made again as it was.
    static let besides = notes + [acknowledge] + Preference.allCases.map(\.rawValue)

    /// Actions as SQL lists them.
    static func list(_ actions: [String]) -> String {
        actions.map { "'\($0)'" }.joined(separator: ", ")
    }

    /// The change that an undo takes back; the entry itself where it is no undo.
    var root: ChangeNumber { undoes ?? change }

    /// Whether somebody recorded something: no look, and no undo or redo.
    public var isChange: Bool { page == nil && undoes == nil }
}

/// A record as it was before and after a change; `nil` where there was none.
public struct TouchedRecord: Hashable, Sendable {
    public let key: RecordKey
    public let before: Record?
    public let after: Record?

    /// The fields that differ, in the order of the schema. Free text that was put right
    /// (`FieldChange.isCorrection`) is shown with its old words struck beside the new.
    public var fields: [FieldChange] { FieldChange.between(before, after) }
}
