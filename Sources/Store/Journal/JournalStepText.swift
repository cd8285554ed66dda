import Domain
import Foundation

/// How the journal writes a record: a JSON object of the columns that are not empty, by name, so
/// that what was written under an older form of the tables is read under a newer one.
enum JournalStepText {
    /// Between the parts of a key; no text of a record holds a control character.
    private static let separator: Character = "\u{1F}"

    static func text(_ key: RecordKey) -> String {
        key.parts.joined(separator: String(separator))
    }

    static func key(_ kind: RecordKind, _ text: String) -> RecordKey {
        RecordKey(
            kind: kind,
            parts: text.split(separator: separator, omittingEmptySubsequences: false).map(
                String.init))
    }

    /// What a touch of this key keeps of a state.
    static func cell(_ state: JournalStep.State?, of key: RecordKey) -> Cell {
        switch state {
        case nil: .null
        case .record(let record): .text(json(record))
        case .days(let days): .blob(MarksDay.bytes(days, of: MarksKey(key)?.year))
        }
    }

    /// Reads what `cell(_:of:)` wrote.
    static func state(_ kind: RecordKind, _ cell: Cell) throws -> JournalStep.State? {
        switch cell {
        case .null: return nil
        case .text(let text): return .record(try record(kind, text))
        case .blob(let bytes):
            guard let days = MarksDay.days(bytes) else { throw broken(kind) }
            return .days(days)
        case .int: throw broken(kind)
        }
    }

    static func json(_ strings: [String]) -> String {
        "[" + strings.map(quoted).joined(separator: ",") + "]"
    }

    private static func json(_ record: Record) -> String {
        var fields: [String] = []
        for (column, value) in zip(record.kind.schema.columns, record.values)
        where !value.isEmpty {
            fields.append(quoted(column.name) + ":" + quoted(value))
        }
        return "{" + fields.joined(separator: ",") + "}"
    }

    private static func record(_ kind: RecordKind, _ text: String) throws -> Record {
        guard
            let fields = try? JSONDecoder().decode([String: String].self, from: Data(text.utf8))
        else { throw broken(kind) }
        return Record(
            kind: kind, checked: kind.schema.columns.map { fields[$0.name] ?? "" })
    }

    private static func quoted(_ text: String) -> String {
        var quoted = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": quoted += "\\\""
            case "\\": quoted += "\\\\"
            case "\n": quoted += "\\n"
            case "\r": quoted += "\\r"
            case "\t": quoted += "\\t"
            default: quoted.unicodeScalars.append(scalar)
            }
        }
        return quoted + "\""
    }

    private static func broken(_ kind: RecordKind) -> StoreError {
        .fault("the journal holds what is no record of \(kind.file)")
    }
}
