/// A course, briefing or reading that staff take part in.
public struct Training: FactRow {
    public static let kind = RecordKind.training

    public enum Kind: String, CaseIterable, Sendable {
        case attachmentTrauma = "attachment-trauma"
        case unconsciousBias = "unconscious-bias"
        case diversity
        case designatedTeacher = "designated-teacher"
        case safeguarding
        case policyBriefing = "policy-briefing"
        case other
    }

    public let record: Record
    public let id: String
    public let kind: Kind
    public let on: Day
    public let isWholeSchool: Bool

    public init(_ record: Record) {
        self.record = record
        id = record["training_id"]
        kind = record.word("kind")
        on = record.requiredDay("on")
        isWholeSchool = record.flag("whole_school") ?? false
    }

    public var title: String { record["title"] }
    public var days: Figure? { record.figure("days") }
}

/// A member of staff at a training, or catching up on it.
public struct TrainingPerson: FactRow {
    public static let kind = RecordKind.trainingPeople
    public let record: Record
    public let training: String
    public let staff: String
    public let attended: Bool
    public let caughtUpOn: Day?

    public init(_ record: Record) {
        self.record = record
        training = record["training_id"]
        staff = record["staff"]
        attended = record.flag("attended") ?? false
        caughtUpOn = record.day("caught_up_on")
    }
}

/// A member of staff has read something: the policy, statutory guidance, a child's profile.
public struct Acknowledgement: FactRow {
    public static let kind = RecordKind.acknowledgements
    public let record: Record
    public let staff: String
    /// `policy`, `kcsie`, `child-protection` or `profile:REF`.
    public let what: String
    public let on: Day

    public init(_ record: Record) {
        self.record = record
        staff = record["staff"]
        what = record["what"]
        on = record.requiredDay("on")
    }

    /// What is read where it is the needs profile of a child.
    static func profile(of pupil: PupilRef) -> String { "profile:\(pupil.text)" }

    /// The child whose needs profile a text names; `nil` where it names something else.
    public static func pupil(ofProfile text: String) -> PupilRef? {
        let parts = text.split(separator: ":", maxSplits: 1)
        return parts.count == 2 && parts[0] == "profile" ? PupilRef(String(parts[1])) : nil
    }
}
