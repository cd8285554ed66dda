/// The day by which something of a year is due.
public enum DueDay: Sendable {
    /// A day of the year that the pack names.
    case fixed(PolicyNumber)
    /// The last school day of a term.
    case end(TermName)

    /// The day in a year; `nil` where the term that gives it is not on record.
    func day(in year: AcademicYear, _ calendar: SchoolCalendar) -> Day? {
        switch self {
        case .fixed(let number): number.day(in: year)
        case .end(let name):
            calendar.terms(of: year).first { $0.name == name }.map(calendar.lastSchoolDay)
        }
    }

    var numbers: [PolicyNumber] {
        switch self {
        case .fixed(let number): [number]
        case .end: []
        }
    }

    /// `31 October`, `the last school day of the summer term`.
    var words: String {
        switch self {
        case .fixed(let number): number.words
        case .end(let name): "the last school day of the \(name.rawValue) term"
        }
    }
}

extension SchoolCalendar {
    /// The last school day of a year's terms on record; `nil` without any.
    func lastSchoolDay(of year: AcademicYear) -> Day? {
        terms(of: year).map(lastSchoolDay).max()
    }
}
