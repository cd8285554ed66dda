/// One day of the Gregorian calendar, as days since 1970-01-01.
///
/// Rules never see a clock or a time zone; a `Day` is all they know of time.
public struct Day: RawRepresentable, Hashable, Comparable, Sendable {
    /// Days since 1970-01-01; negative before.
    public let rawValue: Int32

    public init(rawValue: Int32) { self.rawValue = rawValue }

    /// The day of a valid year, month (1…12) and day of the month, or `nil` where there is none.
    public init?(year: Int, month: Int, day: Int) {
        guard (1...12).contains(month), day >= 1, day <= Day.daysIn(month: month, of: year) else {
            return nil
        }
        self.init(civil: year, month, day)
    }

    /// Reads `2026-11-23`, exactly ten characters of ASCII.
    public init?(iso text: some StringProtocol) {
        let bytes = Array(text.utf8)
        guard bytes.count == 10, bytes[4] == 0x2D, bytes[7] == 0x2D,
            let year = Day.number(bytes[0..<4]), let month = Day.number(bytes[5..<7]),
            let day = Day.number(bytes[8..<10])
        else { return nil }
        self.init(year: year, month: month, day: day)
    }

    /// A day that is known to exist; the month and day must be valid.
    private init(civil year: Int, _ month: Int, _ day: Int) {
        // Counting years from March puts the leap day last, so that months need no table.
        let y = month <= 2 ? year - 1 : year
        let era = (y >= 0 ? y : y - 399) / 400
        let yearOfEra = y - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        rawValue = Int32(era * 146_097 + dayOfEra - 719_468)
    }

    /// Year, month (1…12) and day of the month (1…31).
    public var civil: (year: Int, month: Int, day: Int) {
        let z = Int(rawValue) + 719_468
        let era = (z >= 0 ? z : z - 146_096) / 146_097
        let dayOfEra = z - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shifted = (5 * dayOfYear + 2) / 153
        let month = shifted < 10 ? shifted + 3 : shifted - 9
        return (
            yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month,
            dayOfYear - (153 * shifted + 2) / 5 + 1
        )
    }

    public var year: Int { civil.year }

    /// `2026-11-23`.
    public var iso: String {
        let (year, month, day) = civil
        return "\(Day.padded(year, 4))-\(Day.padded(month, 2))-\(Day.padded(day, 2))"
    }

    /// Monday is 1, Sunday is 7.
    public var weekday: Int { Int((rawValue % 7 + 10) % 7) + 1 }

    /// Monday to Friday.
    public var isWeekday: Bool { weekday <= 5 }

    /// The Monday of the week that holds it.
    package var monday: Day { self - (weekday - 1) }

    /// The day `days` later (earlier where negative).
    public static func + (day: Day, days: Int) -> Day { Day(rawValue: day.rawValue + Int32(days)) }

    public static func - (day: Day, days: Int) -> Day { Day(rawValue: day.rawValue - Int32(days)) }

    /// Days from `other` to this day.
    public static func - (day: Day, other: Day) -> Int { Int(day.rawValue) - Int(other.rawValue) }

    public static func < (one: Day, other: Day) -> Bool { one.rawValue < other.rawValue }

    /// The same day of the month in another year; 29 February becomes 28 February where there is
    /// none.
    public func addingYears(_ years: Int) -> Day {
        let (year, month, day) = civil
        let last = Day.daysIn(month: month, of: year + years)
        return Day(civil: year + years, month, min(day, last))
    }

    /// The same day of another month, or the month's last day where it has no such day.
    public func addingMonths(_ months: Int) -> Day {
        let (year, month, day) = civil
        let count = year * 12 + month - 1 + months
        let (newYear, newMonth) = (count / 12, count % 12 + 1)
        return Day(
            civil: newYear, newMonth, min(day, Day.daysIn(month: newMonth, of: newYear)))
    }

    /// Whether February has 29 days.
    public static func isLeap(_ year: Int) -> Bool {
        year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    }

    /// 28 to 31; the month must be 1…12.
    public static func daysIn(month: Int, of year: Int) -> Int {
        switch month {
        case 2: isLeap(year) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
        var value = 0
        for digit in digits {
            guard (0x30...0x39).contains(digit) else { return nil }
            value = value * 10 + Int(digit - 0x30)
        }
        return value
    }

    private static func padded(_ number: Int, _ width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
}

extension Day? {
    /// The day on record, where it is not after another.
    package func upTo(_ last: Day) -> Day? { flatMap { $0 <= last ? $0 : nil } }
}

extension Day: CustomStringConvertible {
    public var description: String { iso }
}

extension Day {
    private static let weekdayNames = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
    private static let monthNames = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]

    /// `Mon 23 Nov`.
    public var short: String {
        let (_, month, day) = civil
        return "\(Day.weekdayNames[weekday - 1]) \(day) \(Day.monthNames[month - 1])"
    }

    /// `Mon 23 Nov 2026`.
    public var long: String { "\(short) \(year)" }

    /// `23 Nov`.
    public var dayAndMonth: String {
        let (_, month, day) = civil
        return "\(day) \(Day.monthNames[month - 1])"
    }

    /// `23 Nov 2026`.
    public var dayMonthYear: String { "\(dayAndMonth) \(year)" }
}
