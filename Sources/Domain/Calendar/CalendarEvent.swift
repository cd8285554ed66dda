/// Something with a day of its own, as a calendar shows it.
public struct CalendarEvent: Hashable, Sendable {
    /// What sort of event it is.
    public enum Kind: String, CaseIterable, Sendable {
        case pep
        /// Every meeting that is no review: conferences, core groups, the school's own.
        case conference
        /// Reviews of care, of a plan and of special educational needs.
        case review
        /// The day by which something is owed.
        case deadline
        /// First and last days of terms, and closures.
        case term
    }

    /// When it is.
    public enum Time: Hashable, Sendable {
        /// Whole days, both included.
        case days(Day, through: Day)
        /// By London's clocks.
        case clock(Instant, until: Instant)

        /// Nobody types how long a meeting lasts: a calendar keeps an hour free for it.
        init(_ day: Day, at time: TimeOfDay?) {
            guard let time else {
                self = .days(day, through: day)
                return
            }
            let start = Instant(londonDay: day, hour: time.hour, minute: time.minute)
            self = .clock(start, until: Instant(seconds: start.seconds + 3600))
        }

        /// The day on which it begins.
        public var day: Day {
            switch self {
            case .days(let first, _): first
            case .clock(let start, _): start.londonDay
            }
        }
    }

    /// Tells it from every other event of the school, on whatever day it is: `pep P12`.
    public let id: String
    public let kind: Kind
    public let time: Time
    /// `PEP meeting, K017`.
    public let title: String
    /// What there is to say besides.
    public let details: String?
    /// It was planned and will not be held.
    public let isCancelled: Bool

    public init(
        id: String, kind: Kind, time: Time, title: String, details: String? = nil,
        isCancelled: Bool = false
    ) {
        self.id = id
        self.kind = kind
        self.time = time
        self.title = title
        self.details = details
        self.isCancelled = isCancelled
    }

    /// An event of one day; with a time, an hour of it.
    init(
        _ id: String, _ kind: Kind, on day: Day, at time: TimeOfDay? = nil, _ title: String,
        details: String? = nil,
        isCancelled: Bool = false
    ) {
        self.init(
            id: id, kind: kind, time: Time(day, at: time), title: title, details: details,
            isCancelled: isCancelled)
    }
}

/// How a calendar names the people whom its events are about.
public enum CalendarNames: String, CaseIterable, Sendable {
    /// Not at all: the reference alone.
    case reference = "none"
    case initials, full
}
