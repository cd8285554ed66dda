import Domain

extension ChangeNumber {
    var next: ChangeNumber { ChangeNumber(rawValue: rawValue + 1) }
    var cell: Cell { .int(rawValue) }
}

/// What entries are called that are no command's.
extension HistoryEntry {
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
}
