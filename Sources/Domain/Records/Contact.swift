/// A call, message, meeting or visit about a child, or about the school's work.
public struct Contact: FactRow {
    public static let kind = RecordKind.contacts

    /// With whom.
    public enum Party: String, CaseIterable, Sendable {
        case carer, parent
        case socialWorker = "social-worker"
        case leadPractitioner = "lead-practitioner"
        case virtualSchool = "virtual-school"
        case educationAdviser = "education-adviser"
        case iro, health, other

        /// The role around the child, where it is one.
        var role: PersonRole? { PersonRole(rawValue: rawValue) }

        /// The people of the home.
        public var isHome: Bool { self == .carer || self == .parent }
    }

    /// About what.
    public enum Topic: String, CaseIterable, Sendable {
        case attendance, punctuality, suspension, pep, safeguarding, transition, general
    }

    public let record: Record
    public let id: String
    public let at: Instant
    /// The local date, on which it counts.
    public let day: Day
    public let with: Party
    public let about: Topic
    /// Whether somebody was reached; an attempt is no evidence.
    public let reached: Bool

    public init(_ record: Record) {
        self.record = record
        id = record["contact_id"]
        guard let at = Instant(iso: record["at"]) else {
            preconditionFailure("contacts.at is checked when a record is made")
        }
        self.at = at
        day = at.londonDay
        with = record.word("with")
        about = record.word("about")
        reached = record.flag("reached") ?? true
    }

    public var summary: String { record["summary"] }
    public var staff: String { record["staff"] }
}
