/// A number of days with what is counted: `5 school days`.
public struct DayCount: Hashable, Sendable {
    /// The days that count.
    public enum Unit: String, CaseIterable, Sendable {
        /// Days on which the school is open to pupils.
        case schoolDays = "school days"
        /// Monday to Friday without bank holidays; school holidays count.
        case workingDays = "working days"
    }

    /// 1 or more.
    public let days: Int
    /// Which days count.
    public let unit: Unit

    public init(_ days: Int, _ unit: Unit) {
        self.days = days
        self.unit = unit
    }

    /// The day on which they have gone by, counted from the day after.
    public func day(after day: Day, in calendar: SchoolCalendar) -> Day {
        switch unit {
        case .schoolDays: calendar.schoolDay(days, after: day)
        case .workingDays: calendar.workingDay(days, after: day)
        }
    }

    /// The day so many days before another, strictly.
    public func day(before day: Day, in calendar: SchoolCalendar) -> Day {
        switch unit {
        case .schoolDays: calendar.schoolDay(days, before: day)
        case .workingDays: calendar.workingDay(days, before: day)
        }
    }

    /// `1 school day`, `10 working days`.
    public var words: String {
        days == 1 ? "1 \(unit.rawValue.dropLast())" : "\(days) \(unit.rawValue)"
    }
}
