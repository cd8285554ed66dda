/// Somebody's word, with evidence, that a clause is kept which no rule can compute.
public struct Attestation: FactRow {
    public static let kind = RecordKind.attestations
    public let record: Record
    public let clause: String
    public let on: Day

    public init(_ record: Record) {
        self.record = record
        clause = record["clause"]
        on = record.requiredDay("on")
    }

    public var by: String { record["by"] }
    public var evidence: String { record["evidence"] }
}

/// Another policy of the school that this one leans on.
public struct LinkedPolicy: FactRow {
    public static let kind = RecordKind.linkedPolicies
    public let record: Record
    /// `child-protection`, `behaviour`, `cksw` …
    public let policy: String
    public let dated: Day?
    public let reviewBy: Day?
    public let refersToChildren: Bool?

    public init(_ record: Record) {
        self.record = record
        policy = record["policy"]
        dated = record.day("dated")
        reviewBy = record.day("review_by")
        refersToChildren = record.flag("refers_to_cksw")
    }
}

/// The year's report to governors, section by section.
public struct GovernorsReport: FactRow {
    public static let kind = RecordKind.governorsReports
    public let record: Record
    public let year: AcademicYear
    public let sectionAOn: Day?
    public let sectionBOn: Day?
    public let presentedOn: Day?
    public let sentOn: Day?

    public init(_ record: Record) {
        self.record = record
        guard let year = AcademicYear(record["academic_year"]) else {
            preconditionFailure("governors_reports.academic_year is checked when a record is made")
        }
        self.year = year
        sectionAOn = record.day("section_a_on")
        sectionBOn = record.day("section_b_on")
        presentedOn = record.day("presented_on")
        sentOn = record.day("sent_on")
    }
}
