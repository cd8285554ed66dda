import Domain

/// The fields of a journal entry as they stand in its table.
struct JournalRow {
    let change: ChangeNumber
    let at: Instant
    let by: String
    let action: String
    let subject: String
    var page: String?
    var undoes: ChangeNumber?

    /// The fields in the order in which the chain hashes them.
    var fields: [ChainField] {
        [
            .int(change.rawValue), .int(at.seconds), ChainField(.text(by)),
            ChainField(.text(action)), ChainField(.text(subject)),
            page.map { ChainField(.text($0)) } ?? .null,
            undoes.map { .int($0.rawValue) } ?? .null,
        ]
    }
}
