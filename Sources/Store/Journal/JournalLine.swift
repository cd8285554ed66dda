import Domain

/// One line of an entry as the journal keeps it: what became of a record, of the marks of a child
/// and year, or of a setting; or that a line was deleted.
struct JournalLine: Hashable, Sendable {
    /// A `RecordKind`, or one of `Special`.
    let kind: String
    let key: String
    /// NULL where nothing stood.
    let before: Cell
    let after: Cell

    /// What stands in the place of a kind of record.
    enum Special: String, CaseIterable {
        case setting
        /// A line whose content retention has deleted; its digest stands for it.
        case deleted
        /// That a line was deleted: its change and position as the key, its digest as what is left.
        case deletion
    }

    /// Of a row of `journal_records`: whether it is about a record.
    static let isOfRecord =
        "kind NOT IN ("
        + Special.allCases.map { "'\($0.rawValue)'" }.joined(separator: ", ") + ")"

    init(_ touch: JournalStep) {
        kind = touch.key.kind.rawValue
        key = JournalStepText.text(touch.key)
        before = JournalStepText.cell(touch.before, of: touch.key)
        after = JournalStepText.cell(touch.after, of: touch.key)
    }

    init(_ setting: Setting.Change) {
        kind = Setting.kind
        key = setting.name
        before = setting.before.map(Cell.text) ?? .null
        after = setting.after.map(Cell.text) ?? .null
    }

    init(deletionOf place: Deletions.Place, digest: [UInt8]) {
        kind = Special.deletion.rawValue
        key = place.text
        before = .null
        after = .blob(digest)
    }

    /// The fields in the order in which the chain hashes them.
    func fields(at position: Int) -> [ChainField] {
        [
            .int(Int64(position)), ChainField(.text(kind)), ChainField(.text(key)),
            ChainField(before), ChainField(after),
        ]
    }
}
