/// One point that a PEP is checked for before it is sent to the authority.
///
/// Source: what the Virtual Schools of St Helens, Lancashire and Gateshead grade, as far as it can
/// be seen from the records.
public struct PEPCheck: Hashable, Sendable {
    /// What is looked at.
    public enum Point: String, CaseIterable, Sendable {
        case voice
        case earlierTargets = "earlier-targets"
        case targets
        case details
        case premium
        case people
        case attendance
        case progress
        case next

        /// `The child's own words`.
        public var title: String {
            switch self {
            case .voice: "The child's own words"
            case .earlierTargets: "Earlier targets reviewed"
            case .targets: "Two targets"
            case .details: "Why, who, by when, cost"
            case .premium: "PP+ tied to a target"
            case .people: "Home and case worker"
            case .attendance: "Attendance up to date"
            case .progress: "Progress up to date"
            case .next: "Day of the next PEP"
            }
        }

        /// What has to be seen to judge it; who must be there follows from the child's legal status
        /// too.
        public var topics: [Topic] {
            switch self {
            case .voice: [.pepRecord]
            case .earlierTargets, .targets, .details, .next: [.pep]
            case .premium: [.pep, .money]
            case .people: [.pepRecord, .care]
            case .attendance: [.register]
            case .progress: [.support]
            }
        }
    }

    /// How it stands.
    public enum State: String, CaseIterable, Sendable {
        case done, missing
        /// The records do not say.
        case unknown

        /// `not known`.
        public var words: String {
            switch self {
            case .done: "done"
            case .missing: "missing"
            case .unknown: "not known"
            }
        }
    }

    public let point: Point
    public let state: State
    /// The facts behind it: `1 of 2 targets without who, cost`.
    public let words: String
    /// What mends it; `nil` where it is done.
    public let action: ActionID?
    /// The record that the action begins from: the PEP, or the target or entry that falls short.
    public let record: RecordKey
}
