/// Where something was found, and when somebody last looked.
public struct Provenance: Hashable, Sendable {
    /// A document with its page or address, in words.
    public let source: String
    /// The day on which somebody last found it right.
    public let checked: Day
    /// Whether it was not found in the source itself, or not for this year: ask the authority.
    public let needsCheck: Bool

    public init(source: String, checked: Day, needsCheck: Bool = false) {
        self.source = source
        self.checked = checked
        self.needsCheck = needsCheck
    }
}

/// One group of values of an authority's profile, which were found together.
public protocol ProfilePart: Hashable, Sendable {
    /// Its table in a file: `sign-off`.
    static var key: String { get }
    /// Where its values were found, and when somebody last looked.
    var provenance: Provenance { get }
}

extension ProfilePart {
    /// Where it was found.
    public var source: String { provenance.source }
    /// The day on which somebody last found it right.
    public var checked: Day { provenance.checked }
    /// Whether the authority has to be asked before anybody relies on it.
    public var needsCheck: Bool { provenance.needsCheck }
}

extension AuthorityProfile {
    /// The days by which PEPs are sent.
    public struct CutOffs: ProfilePart {
        /// How they are given; a term that is not named has none.
        public enum Days: Hashable, Sendable {
            /// In every academic year, each as month and day: 1205 for 5 December.
            case everyYear([TermName: Int])
            /// In one academic year.
            case dated(AcademicYear, [TermName: Day])
        }

        public static let key = "cut-off"
        /// The days, by term.
        public let days: Days
        public let provenance: Provenance

        public init(_ days: Days, _ provenance: Provenance) {
            self.days = days
            self.provenance = provenance
        }

        /// The academic year that they are of; `nil` for those of every year.
        public var year: AcademicYear? {
            switch days {
            case .everyYear: nil
            case .dated(let year, _): year
            }
        }

        /// The day of a term in its own academic year; `nil` where it names none.
        public func day(for term: Term) -> Day? {
            switch days {
            case .everyYear(let days):
                days[term.name].map { PolicyNumber.day(ofYear: $0, in: term.year) }
            case .dated(let year, let days): year == term.year ? days[term.name] : nil
            }
        }
    }

    /// How a PEP is signed off once it is held.
    public struct SignOff: ProfilePart {
        public static let key = "sign-off"
        /// How long it may take; `nil` where only those who sign are known.
        public let within: DayCount?
        /// Who may sign, in the authority's words.
        public let by: [String]
        public let provenance: Provenance

        public init(within: DayCount?, by: [String], _ provenance: Provenance) {
            self.within = within
            self.by = by
            self.provenance = provenance
        }
    }

    /// How the Virtual School judges a PEP.
    public struct Grading: ProfilePart {
        public static let key = "grading"
        /// The best first.
        public let grades: [String]
        /// What is looked at.
        public let areas: [String]
        public let provenance: Provenance

        public init(grades: [String], areas: [String], _ provenance: Provenance) {
            self.grades = grades
            self.areas = areas
            self.provenance = provenance
        }
    }

    /// Where a PEP is typed in.
    public struct Portal: ProfilePart {
        public static let key = "portal"
        /// What it is called; `nil` where that is not known.
        public let name: String?
        /// Its fields or pages by their names there, in their order there.
        public let fields: [String]
        public let provenance: Provenance

        public init(name: String?, fields: [String], _ provenance: Provenance) {
            self.name = name
            self.fields = fields
            self.provenance = provenance
        }
    }

    /// How long before a child protection conference the school's report is sent.
    public struct ConferenceReports: ProfilePart {
        public static let key = "report"
        /// Before an initial conference.
        public let initial: DayCount?
        /// Before a review conference.
        public let review: DayCount?
        public let provenance: Provenance

        public init(initial: DayCount?, review: DayCount?, _ provenance: Provenance) {
            self.initial = initial
            self.review = review
            self.provenance = provenance
        }
    }

    /// What counts as a PEP.
    public struct PEPPractice: ProfilePart {
        public static let key = "pep"
        /// Whether a review by the Designated Teacher alone counts as a PEP of its term.
        public let dtReviewCounts: Bool
        public let provenance: Provenance

        public init(dtReviewCounts: Bool, _ provenance: Provenance) {
            self.dtReviewCounts = dtReviewCounts
            self.provenance = provenance
        }
    }

    /// How its Virtual School is reached: the team, never a person.
    public struct VirtualSchool: ProfilePart {
        public static let key = "contact"
        /// Its name: `Hertfordshire Virtual School`.
        public let team: String
        /// An address of the team.
        public let email: String?
        /// The number as it is dialled, spaces included.
        public let telephone: String?
        public let provenance: Provenance

        public init(team: String, email: String?, telephone: String?, _ provenance: Provenance) {
            self.team = team
            self.email = email
            self.telephone = telephone
            self.provenance = provenance
        }
    }
}
