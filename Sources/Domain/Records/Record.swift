/// One row of a kind, each value as its canonical text; empty means "not known".
public struct Record: Hashable, Sendable {
    public let kind: RecordKind
    /// One text for each column of the kind's schema, in its order.
    public internal(set) var values: [String]

    /// A record whose values were checked before, for example those that a store has kept.
    public init(kind: RecordKind, checked values: [String]) {
        self.kind = kind
        self.values = values
    }

    /// A record of canonical texts by column name; columns that are not named are empty.
    public init(kind: RecordKind, checked texts: [String: String]) {
        let schema = kind.schema
        assert(
            texts.keys.allSatisfy { schema.index(of: $0) != nil },
            "\(kind.file) has not all of \(texts.keys.sorted())")
        self.init(kind: kind, checked: schema.columns.map { texts[$0.name] ?? "" })
    }

    /// A record from texts by column name; columns that are not named are empty.
    ///
    /// - Throws: `RecordFaults` with every field at fault, an unknown column included.
    public init(_ kind: RecordKind, _ fields: [String: String]) throws(RecordFaults) {
        let schema = kind.schema
        var raw = Array(repeating: "", count: schema.columns.count)
        var faults: [FieldFault] = []
        for (name, text) in fields.sorted(by: { $0.key < $1.key }) {
            if let index = schema.index(of: name) {
                raw[index] = text
            } else {
                faults.append(FieldFault(column: name, problem: "is no column here", found: text))
            }
        }
        let (record, found) = Record.checked(kind, raw)
        guard faults.isEmpty, found.isEmpty else { throw RecordFaults(faults + found) }
        self = record
    }

    /// The record of raw texts in the schema's order, made canonical, with every fault of its
    /// fields and of the row; it is good where there are none.
    public static func checked(_ kind: RecordKind, _ raw: [String]) -> (Record, [FieldFault]) {
        var values = raw
        var faults: [FieldFault] = []
        for (index, column) in kind.schema.columns.enumerated() {
            if raw[index].isEmpty {
                if !column.isOptional {
                    faults.append(FieldFault(column: column.name, problem: "is missing", found: ""))
                }
                continue
            }
            switch column.type.canonical(raw[index]) {
            case .success(let text): values[index] = text
            case .failure(let problem):
                faults.append(
                    FieldFault(column: column.name, problem: problem.words, found: raw[index]))
            }
        }
        let record = Record(kind: kind, checked: values)
        return (record, faults.isEmpty ? record.rowFaults : faults)
    }

    /// The text of a column, empty where the kind has no such column.
    public subscript(_ column: String) -> String {
        get { kind.schema.index(of: column).map { values[$0] } ?? "" }
    }

    /// The same record with one column changed; the text must be canonical.
    public func with(_ column: String, _ text: String) -> Record {
        var copy = self
        if let index = kind.schema.index(of: column) { copy.values[index] = text }
        return copy
    }

    public var key: RecordKey {
        RecordKey(kind: kind, parts: kind.schema.keyColumns.map { values[$0] })
    }

    /// Whether this is its key; nothing is built to find out.
    func has(_ key: RecordKey) -> Bool {
        guard kind == key.kind else { return false }
        let columns = kind.schema.keyColumns
        guard columns.count == key.parts.count else { return false }
        return zip(columns, key.parts).allSatisfy { values[$0] == $1 }
    }
}

/// The key of a record within its kind: its id, or the columns that tell it apart.
public struct RecordKey: Hashable, Comparable, Sendable {
    public let kind: RecordKind
    public let parts: [String]

    public init(kind: RecordKind, parts: [String]) {
        self.kind = kind
        self.parts = parts
    }

    /// Kinds in the order of the bundle, rows by the bytes of the key: the order of an export.
    public static func < (one: RecordKey, other: RecordKey) -> Bool {
        if one.kind != other.kind {
            return one.kind.definition.position < other.kind.definition.position
        }
        for (left, right) in zip(one.parts, other.parts) where left != right {
            return left.utf8.lexicographicallyPrecedes(right.utf8)
        }
        return one.parts.count < other.parts.count
    }
}

extension RecordKey: CustomStringConvertible {
    /// `P0012`, or `K017 CLA 2026-11-13`.
    public var description: String { parts.joined(separator: " ") }
}

/// All that is wrong with one record.
public struct RecordFaults: Error, Hashable, Sendable {
    public let faults: [FieldFault]
    public init(_ faults: [FieldFault]) { self.faults = faults }
}
