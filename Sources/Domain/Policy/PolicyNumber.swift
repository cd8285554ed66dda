/// One number of the pack.
public struct PolicyNumber: Hashable, Sendable {
    /// `pep.minimum-days`; of a stated rule `rule.carer-contact.days`.
    public let name: String
    /// A day of the year as month and day, 1031 for 31 October; a date as days since 1970; else a
    /// count.
    public let value: Int
    /// `school days`, `per cent`.
    public let unit: String
    public let source: String
    /// The day on which somebody last found it valid.
    public let checked: Day
    /// Common knowledge of the field that was not found in the source itself.
    public let needsCheck: Bool

    /// The unit of a day of the year.
    public static let dayOfYear = "day of the year"

    public init(
        name: String, value: Int, unit: String, source: String, checked: Day,
        needsCheck: Bool = false
    ) {
        self.name = name
        self.value = value
        self.unit = unit
        self.source = source
        self.checked = checked
        self.needsCheck = needsCheck
    }

    /// The unit of one day, such as that of an edition.
    public static let date = "date"

    /// Whether it is a day rather than a count.
    public var isDay: Bool { unit == PolicyNumber.dayOfYear || unit == PolicyNumber.date }

    private var isDayOfYear: Bool { unit == PolicyNumber.dayOfYear }

    /// `20 school days`; `31 October`; `1 Sep 2026`.
    public var words: String {
        if unit == PolicyNumber.date { return Day(rawValue: Int32(value)).dayMonthYear }
        guard isDayOfYear, (1...12).contains(value / 100) else { return "\(value) \(unit)" }
        return "\(value % 100) \(PolicyNumber.months[value / 100 - 1])"
    }

    /// January to December, as a pack writes them.
    public static let months = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September",
        "October", "November", "December",
    ]

    /// The day that a day of the year has in an academic year; 29 February is the 28th in a year
    /// without one.
    func day(in year: AcademicYear) -> Day { PolicyNumber.day(ofYear: value, in: year) }

    /// The same of a day given as month and day: 1205 for 5 December.
    static func day(ofYear value: Int, in year: AcademicYear) -> Day {
        let (month, day) = (value / 100, value % 100)
        let civil = month >= 9 ? year.start : year.start + 1
        return Day(year: civil, month: month, day: day)
            ?? Day(year: civil, month: month, day: day - 1) ?? year.last
    }
}
