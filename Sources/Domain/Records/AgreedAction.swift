/// What somebody undertook to do at a PEP or a meeting, about a child or for the school.
public struct AgreedAction: FactRow {
    public static let kind = RecordKind.actions
    public let record: Record
    public let id: String
    /// The last day on which it is to be done.
    public let due: Day
    public let doneOn: Day?

    public init(_ record: Record) {
        self.record = record
        id = record["action_id"]
        due = record.requiredDay("due")
        doneOn = record.day("done_on")
    }

    /// The day on which it was done; one that is dated later has not been yet.
    public func done(by today: Day) -> Day? { doneOn.upTo(today) }

    /// The child whom it is about; `nil` where it is the school's.
    public var pupil: PupilRef? { record.pupil }
    /// The PEP or the meeting at which it was agreed, by its id.
    public var origin: String? { record.text("from") }
    public var what: String { record["what"] }
    /// A member of staff's id, or the name of somebody else.
    public var owner: String { record["owner"] }
}
