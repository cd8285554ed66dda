import Domain

// Swift holds two texts to be equal if they read the same, however their accents are encoded.
// SQLite and the bundle compare bytes, and so must whatever decides whether a record has changed.

/// The bytes of a record's key: what tells it apart in its table.
struct KeyBytes: Hashable {
    private let kind: RecordKind
    private let bytes: [UInt8]

    init(_ key: RecordKey) {
        kind = key.kind
        bytes = Array(JournalStepText.text(key).utf8)
    }
}

extension Record {
    /// Whether all texts are the same to the byte.
    func isIdentical(to other: Record) -> Bool {
        kind == other.kind
            && zip(values, other.values).allSatisfy { $0.utf8.elementsEqual($1.utf8) }
    }
}
