import Domain

/// All that is held about one child, record by record, for those who may have it.
public struct ChildFile: Sendable {
    public let pupil: Pupil
    /// By kind, the rows of the roster included; marks stand in `marks`.
    public let records: [RecordKind: [Record]]
    public let marks: [YearMarks]

    public init(pupil: Pupil, records: [RecordKind: [Record]], marks: [YearMarks]) {
        self.pupil = pupil
        self.records = records
        self.marks = marks
    }

    /// The rows of a kind, by key.
    func rows(of kind: RecordKind) -> [Record] {
        kind == .attendance
            ? marks.sorted { $0.year < $1.year }.flatMap { $0.records(of: pupil.ref) }
            : (records[kind] ?? []).sorted { $0.key < $1.key }
    }

    /// Whether a record belongs to the child protection file, which goes apart from the main one
    /// and to the next school's DSL: plans, safeguarding contacts, the meetings of a plan.
    static func isOfProtection(_ record: Record) -> Bool {
        record.kind.definition.protection?.holds(record) ?? false
    }
}

/// Which of a child's lines tell of somebody else, so that a person looks at them before they go to
/// the child or a parent (Data Protection Act 2018, Schedule 2, paragraph 16).
///
/// It marks and decides nothing: whether a line may go is for a person to judge.
public struct ThirdParties: Sendable {
    private let names: [String]

    /// - Parameter others: the names of other children, of their families and of staff.
    public init(others: [String]) {
        // A word of two letters would be found in every sentence.
        names = Set(others).filter { $0.count > 2 }.sorted()
    }

    /// Why a record is marked; `nil` where nothing in it tells of anybody else.
    func reason(_ record: Record) -> String? {
        let isPupil = record.kind == .pepPeople && record["role"] == "pupil"
        if let reason = record.kind.definition.others, !isPupil { return reason }
        let texts = zip(record.kind.schema.columns, record.values)
            .filter { $0.0.type == .text || $0.0.type == .name }
            .map(\.1)
        let found = names.filter { name in texts.contains { Self.names(name, in: $0) } }
        return found.isEmpty ? nil : "names " + found.joined(separator: ", ")
    }

    /// Whether a name stands in a text as words of its own.
    private static func names(_ name: String, in text: String) -> Bool {
        var rest = text[...]
        while let range = rest.firstRange(of: name) {
            let before = range.lowerBound == text.startIndex ? nil : text[..<range.lowerBound].last
            let after = text[range.upperBound...].first
            if before?.isLetter != true, after?.isLetter != true { return true }
            rest = text[range.upperBound...]
        }
        return false
    }
}
