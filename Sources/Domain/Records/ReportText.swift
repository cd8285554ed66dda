/// A text that the Designated Teacher has written for the year's report to governors.
public struct ReportText: FactRow {
    public static let kind = RecordKind.reportTexts

    /// What it says.
    public enum Kind: String, CaseIterable, Sendable {
        case strength, priority
        /// What governors are asked to decide.
        case decision
        /// What children and carers have said, in words that name nobody.
        case voice

        /// The heading under which it stands.
        public var title: String {
            switch self {
            case .strength: "Strengths"
            case .priority: "Priorities"
            case .decision: "What governors are asked to decide"
            case .voice: "What children and carers say"
            }
        }
    }

    public let record: Record
    public let id: String
    public let year: AcademicYear
    public let kind: Kind

    public init(_ record: Record) {
        self.record = record
        id = record["text_id"]
        guard let year = AcademicYear(record["academic_year"]) else {
            preconditionFailure("report_texts.academic_year is checked when a record is made")
        }
        self.year = year
        kind = record.word("kind")
    }

    public var text: String { record["text"] }
}
