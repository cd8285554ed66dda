/// The kinds of record, each a file of the bundle and a table of the store.
///
/// The columns of all kinds stand in `RecordSchema`; import, export, the store, `cksw record` and
/// the forms read them there, so that a new kind or column is added in one place.
public enum RecordKind: String, CaseIterable, Sendable {
    case school, terms, closures, staff, roles, pupils, status, professionals, adults, peps
    case pepPeople = "pep_people"
    case targets, attendance, peers, contacts, funds, funding
    case decisions, interventions, progress, checks, meetings, training
    case trainingPeople = "training_people"
    case acknowledgements, attestations
    case linkedPolicies = "linked_policies"
    case governorsReports = "governors_reports"
    case responsibilities, profiles
    case senReviews = "sen_reviews"
    case sdq, checklists
    case alternativeProvision = "alternative_provision"
    case suspensions, census

    /// The bundle's file name, `pep_people.csv`.
    public var file: String { rawValue + ".csv" }
}

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

    init(
        _ name: String, _ type: FieldType, optional: Bool = false, key: Bool = false,
        to reference: RecordKind? = nil
    ) {
        self.name = name
        self.type = type
        self.isOptional = optional
        self.isKey = key
        self.reference = reference
    }
}

/// The columns of a kind, in the order in which the bundle writes them.
public struct RecordSchema: Sendable {
    public let kind: RecordKind
    public let columns: [Column]
    /// Places of the key's columns, in the order of the key.
    public let keyColumns: [Int]
    /// The column that names the child, where there is one.
    public let pupilColumn: Int?
    private let places: [String: Int]

    init(_ kind: RecordKind, _ columns: [Column]) {
        self.kind = kind
        self.columns = columns
        keyColumns = columns.indices.filter { columns[$0].isKey }
        places = Dictionary(uniqueKeysWithValues: columns.indices.map { (columns[$0].name, $0) })
        pupilColumn = places["pupil"]
    }

    /// The place of a column, or `nil` where the kind has none of that name.
    public func place(of column: String) -> Int? { places[column] }
}
