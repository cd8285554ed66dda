/// A record as the rules read it: typed, and made from the canonical texts of a `Record`.
public protocol FactRow: Sendable {
    static var kind: RecordKind { get }
    init(_ record: Record)
    /// The record that it was made from.
    var record: Record { get }
}

extension FactRow {
    public var key: RecordKey { record.key }
}

extension Record {
    /// A checked date, `nil` where the column is empty.
    func day(_ column: String) -> Day? { Day(iso: self[column]) }

    /// A date that the schema makes sure of.
    func requiredDay(_ column: String) -> Day {
        guard let day = day(column) else {
            preconditionFailure("\(kind.rawValue).\(column) is checked when a record is made")
        }
        return day
    }

    /// `true` for yes, `false` for no, `nil` where it is not known.
    func flag(_ column: String) -> Bool? {
        switch self[column] {
        case "yes": true
        case "no": false
        default: nil
        }
    }

    /// A word of a fixed list that the schema makes sure of.
    func word<Word: RawRepresentable>(_ column: String, as type: Word.Type = Word.self) -> Word
    where Word.RawValue == String {
        guard let word = Word(rawValue: self[column]) else {
            preconditionFailure("\(kind.rawValue).\(column) is checked when a record is made")
        }
        return word
    }

    /// The text, or `nil` where it is empty.
    func text(_ column: String) -> String? {
        let text = self[column]
        return text.isEmpty ? nil : text
    }
}

/// A span of days; an open end runs on.
public struct Span: Hashable, Sendable {
    public let from: Day
    /// The last day on which it holds; `nil` while it is open.
    public let to: Day?

    public init(from: Day, to: Day?) {
        self.from = from
        self.to = to
    }

    public func contains(_ day: Day) -> Bool { from <= day && (to.map { day <= $0 } ?? true) }
}
