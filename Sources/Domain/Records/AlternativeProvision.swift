/// Time that a child is taught elsewhere.
public struct AlternativeProvision: FactRow {
    public static let kind = RecordKind.alternativeProvision
    public let record: Record
    public let id: String
    public let span: Span
    /// Hours a week at this school.
    public let hoursHere: Figure
    /// Hours a week at the provider.
    public let hoursThere: Figure
    public let isPartTime: Bool

    public init(_ record: Record) {
        self.record = record
        id = record["ap_id"]
        span = Span(from: record.requiredDay("from"), to: record.day("to"))
        hoursHere = record.figure("hours_here") ?? .zero
        hoursThere = record.figure("hours_there") ?? .zero
        isPartTime = record.flag("part_time") ?? false
    }

    public var provider: String { record["provider"] }
    public var parentAgreedOn: Day? { record.day("parent_agreed_on") }
    public var socialCareAgreedOn: Day? { record.day("social_care_agreed_on") }
    public var qualityCheckedOn: Day? { record.day("quality_checked_on") }
    public var reviewBy: Day? { record.day("review_by") }
    public var reviewedOn: Day? { record.day("reviewed_on") }
    /// When a part-time timetable was reported to the authority.
    public var reportedOn: Day? { record.day("reported_on") }
}
