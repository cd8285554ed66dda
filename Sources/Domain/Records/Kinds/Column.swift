/// One column of a kind of record.
public struct Column: Hashable, Sendable {
    public let name: String
    public let type: FieldType
    /// Whether it may be empty ("not known").
    public let isOptional: Bool
    /// Whether it belongs to the key of the row.
    public let isKey: Bool
    /// The kind whose record this column names, where it names one.
    public let reference: RecordKind?
    /// Its own topic, where it tells more than its kind.
    let topic: Topic?
    /// The rows in which it tells what a plan is made of, whatever its topic.
    let plan: RowCondition?
    /// What stands in its place where an adopted child's origins are not to be known.
    let origins: OriginsMask?

    init(
        _ name: String, _ type: FieldType, optional: Bool = false, key: Bool = false,
        to reference: RecordKind? = nil, topic: Topic? = nil, planWhere plan: RowCondition? = nil,
        origins: OriginsMask? = nil
    ) {
        self.name = name
        self.type = type
        self.isOptional = optional
        self.isKey = key
        self.reference = reference
        self.topic = topic
        self.plan = plan
        self.origins = origins
    }
}

/// Tells rows apart by the word in one of their columns.
public struct RowCondition: Hashable, Sendable {
    let column: String
    let words: Set<String>

    init(_ column: String, _ words: Set<String>) {
        self.column = column
        self.words = words
    }

    /// Whether the column of this row holds one of the words.
    public func holds(_ record: Record) -> Bool { words.contains(record[column]) }
}

/// What stands in the place of a text that would tell an adopted child's origins: what a parent said
/// or was called, because nothing on record tells birth parents from the others, and former names.
enum OriginsMask: Hashable, Sendable {
    /// The text of another column, where it has one.
    case column(String)
    /// Always nothing.
    case empty
    /// A text, in the rows that the condition tells.
    case text(String, where: RowCondition)

    /// `nil` where the row's own text stays.
    func mask(of record: Record) -> String? {
        switch self {
        case .column(let other): record.text(other)
        case .empty: ""
        case .text(let text, let rows): rows.holds(record) ? text : nil
        }
    }
}

/// The columns of a kind, in the order in which the bundle writes them.
public struct RecordSchema: Sendable {
    public let columns: [Column]
    /// Places of the key's columns, in the order of the key.
    public let keyColumns: [Int]
    /// Names of the key's columns, in the order of the key.
    public let keyNames: [String]
    /// The column that names the child, where there is one.
    public let pupilColumn: Int?
    private let indices: [String: Int]

    init(_ columns: [Column]) {
        self.columns = columns
        keyColumns = columns.indices.filter { columns[$0].isKey }
        keyNames = keyColumns.map { columns[$0].name }
        indices = Dictionary(uniqueKeysWithValues: columns.indices.map { (columns[$0].name, $0) })
        pupilColumn = indices["pupil"]
    }

    /// The column of this name, or `nil` where the kind has none.
    func column(_ name: String) -> Column? { indices[name].map { columns[$0] } }

    /// The place of a column, or `nil` where the kind has none of that name.
    public func index(of column: String) -> Int? { indices[column] }
}
