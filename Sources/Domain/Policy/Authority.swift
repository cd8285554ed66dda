/// The authority whose policy a pack is: what is offered to a school that is being set up.
public struct Authority: Hashable, Sendable {
    public let name: String
    public let virtualSchool: String
    public let email: String
    public let telephone: String
    public let source: String
    /// The day on which somebody last found it right.
    public let checked: Day

    public init(
        name: String, virtualSchool: String, email: String, telephone: String, source: String,
        checked: Day
    ) {
        self.name = name
        self.virtualSchool = virtualSchool
        self.email = email
        self.telephone = telephone
        self.source = source
        self.checked = checked
    }
}

/// An authority's dates of one academic year.
public struct YearDates: Hashable, Sendable {
    /// The first and last day of a part of the year.
    public struct Days: Hashable, Sendable {
        public let first: Day
        public let last: Day

        public init(_ first: Day, _ last: Day) {
            self.first = first
            self.last = last
        }
    }

    public let year: AcademicYear
    public let terms: [TermName: Days]
    public let halfTerms: [TermName: Days]
    public let source: String
    public let checked: Day
    /// Whether it is an example that a school has to check with its authority.
    public let needsCheck: Bool

    public init(
        year: AcademicYear, terms: [TermName: Days], halfTerms: [TermName: Days], source: String,
        checked: Day, needsCheck: Bool
    ) {
        self.year = year
        self.terms = terms
        self.halfTerms = halfTerms
        self.source = source
        self.checked = checked
        self.needsCheck = needsCheck
    }
}
