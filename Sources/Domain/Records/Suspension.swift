/// A suspension, a lunchtime suspension or a permanent exclusion, with what the policy asks around
/// it.
public struct Suspension: FactRow {
    public static let kind = RecordKind.suspensions

    public enum Kind: String, CaseIterable, Sendable {
        case suspension, lunchtime, permanent
    }

    public let record: Record
    public let id: String
    public let kind: Kind
    public let decidedOn: Day
    public let from: Day
    /// Half days; 0 where it is permanent.
    public let halfDays: Int

    public init(_ record: Record) {
        self.record = record
        id = record["suspension_id"]
        kind = record.word("kind")
        decidedOn = record.requiredDay("decided_on")
        from = record.requiredDay("from")
        halfDays = (record.figure("days")?.tenThousandths ?? 0) / 5_000
    }

    public var virtualSchoolWarnedOn: Day? { record.day("virtual_school_warned_on") }
    public var adviserDiscussedOn: Day? { record.day("adviser_discussed_on") }
    public var virtualSchoolToldOn: Day? { record.day("virtual_school_told_on") }
    public var parentsToldOn: Day? { record.day("parents_told_on") }
    public var socialWorkerToldOn: Day? { record.day("social_worker_told_on") }
    public var authorityToldOn: Day? { record.day("authority_told_on") }
    public var tried: String? { record.text("tried") }
    public var alternatives: String? { record.text("alternatives") }
    public var livingArrangements: String? { record.text("living_arrangements") }
    public var adjustments: String? { record.text("adjustments") }
    public var senEndeavours: String? { record.text("sen_endeavours") }
    public var workSetOn: Day? { record.day("work_set_on") }
    public var provisionFrom: Day? { record.day("provision_from") }
    public var reintegrationOn: Day? { record.day("reintegration_on") }
    public var governorsMetOn: Day? { record.day("governors_met_on") }
    public var representationsOn: Day? { record.day("representations_on") }
}
