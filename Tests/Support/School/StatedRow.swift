import Domain

/// A row that a test states, checked like any other when its facts are made.
public struct StatedRow: Sendable {
    public let kind: RecordKind
    public var fields: [String: String]

    /// A row; columns without a value are left empty.
    public init(_ kind: RecordKind, _ fields: KeyValuePairs<String, String?>) {
        self.init(kind, fields.map { ($0.key, $0.value) })
    }

    public init(_ kind: RecordKind, _ fields: [(String, String?)]) {
        self.kind = kind
        self.fields = Dictionary(
            fields.compactMap { name, text in text.map { (name, $0) } }, uniquingKeysWith: { $1 })
    }

    public func record() throws -> Record { try Record(kind, fields) }
}

/// Days and marks as a test writes them.
public enum Written {
    /// The day of `2026-11-23`; a typing error stops the test at once.
    public static func day(_ iso: String) -> Day {
        guard let day = Day(iso: iso) else { preconditionFailure("\(iso) is no day") }
        return day
    }

    /// `/\ N\ Y4Y4 __` as a pair of texts for each day: two codes, `_` where no mark was taken.
    public static func marks(_ text: String) -> [(am: String, pm: String)] {
        text.split(separator: " ").map { pair in
            let codes = codes(Array(pair))
            guard codes.count == 2 else { preconditionFailure("\(pair) is no pair of marks") }
            return (codes[0], codes[1])
        }
    }

    private static func codes(_ letters: [Character]) -> [String] {
        letters.indices.compactMap { place -> String? in
            if letters[place].isNumber { return nil }
            if letters[place] == "_" { return "" }
            let next = place + 1
            return next < letters.count && letters[next].isNumber
                ? String(letters[place...next]) : String(letters[place])
        }
    }
}
