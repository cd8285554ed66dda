/// One line of an entry as the journal keeps it: what became of a record, of the marks of a child
/// and year, or of a setting.
struct JournalLine: Hashable, Sendable {
    /// A `RecordKind`, or `Setting.kind`.
    let kind: String
    let key: String
    /// NULL where nothing stood.
    let before: Cell
    let after: Cell

    init(_ touch: Touch) {
        kind = touch.key.kind.rawValue
        key = TouchText.text(touch.key)
        before = TouchText.cell(touch.before)
        after = TouchText.cell(touch.after)
    }

    init(_ setting: Setting.Change) {
        kind = Setting.kind
        key = setting.name
        before = setting.before.map(Cell.text) ?? .null
        after = setting.after.map(Cell.text) ?? .null
    }
}
