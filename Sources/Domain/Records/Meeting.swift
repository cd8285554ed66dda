/// A meeting other than a PEP: a conference or review about one child, or one of the school's own.
public struct Meeting: PlannedRow {
    public static let kind = RecordKind.meetings

    public enum Kind: String, CaseIterable, Sendable {
        case virtualSchoolVisit = "virtual-school-visit"
        case monitoring = "dt-monitoring"
        case jointPlanning = "dt-dsl-planning"
        case report = "dt-report"
        case staffAdvice = "staff-advice"
        case cohortCheck = "cohort-check"
        case conference = "cp-conference"
        case coreGroup = "core-group"
        case childInNeedReview = "cin-review"
        case lookedAfterReview = "lac-review"
        case other

        /// Whether it is the school's own, and about no child.
        public var isOfSchool: Bool {
            switch self {
            case .virtualSchoolVisit, .monitoring, .report, .staffAdvice, .cohortCheck: true
            case .jointPlanning, .conference, .coreGroup, .childInNeedReview,
                .lookedAfterReview, .other:
                false
            }
        }
    }

    public let record: Record
    public let id: String
    public let kind: Kind
    public let plannedFor: Day?
    public let heldOn: Day?
    public let reportSentOn: Day?

    public init(_ record: Record) {
        self.record = record
        id = record["meeting_id"]
        kind = record.word("kind")
        plannedFor = record.day("planned_for")
        heldOn = record.day("held_on")
        reportSentOn = record.day("report_sent_on")
    }

    /// What a report to head and governors held: `attainment`, `resources`, `training`.
    public var parts: [String] { record.list("parts") }
}

/// A plan or review for special educational needs.
public struct SENReview: PlannedRow {
    public static let kind = RecordKind.senReviews

    public enum Kind: String, CaseIterable, Sendable {
        case plan, review
        case ehcpPlan = "ehcp-plan"
        case ehcpReview = "ehcp-review"
    }

    public let record: Record
    public let id: String
    public let kind: Kind
    public let plannedFor: Day?
    public let heldOn: Day?
    public let hasTargets: Bool?

    public init(_ record: Record) {
        self.record = record
        id = record["review_id"]
        kind = record.word("kind")
        plannedFor = record.day("planned_for")
        heldOn = record.day("held_on")
        hasTargets = record.flag("targets")
    }

    /// Roles of `professionals.csv`.
    public var invited: [PersonRole] { record.list("invited").compactMap(PersonRole.init) }
    /// Roles of `professionals.csv`.
    public var views: [PersonRole] { record.list("views").compactMap(PersonRole.init) }
}

extension Record {
    /// The items of a list, without the spaces around them.
    func list(_ column: String) -> [String] {
        self[column].split(separator: ";").map { String($0).trimmed }.filter { !$0.isEmpty }
    }
}
