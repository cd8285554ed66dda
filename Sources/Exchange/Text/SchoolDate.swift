import Domain

/// A date as school systems and spreadsheets write it: `23/11/2026`, `2026-11-23`, `23-11-2026`,
/// `23 Nov 2026`, with a weekday before it or a time of midnight behind it; what it means where it
/// leaves something open is for `DateSpan` to say.
enum SchoolDate: Hashable {
    case day(Day)
    /// `23/11/26`: the century is not told.
    case shortYear(day: Int, month: Int, year: Int)
    /// `46349`: the day number of a spreadsheet, counted from the end of 1899.
    case dayNumber(Int)
    /// `23/11` or `23 Nov`.
    case noYear
    case none

    init(_ text: String) {
        if let number = SchoolDate.dayNumber(text) {
            self = .dayNumber(number)
            return
        }
        if let instant = Instant(iso: text) {
            // Summer time: midnight here is 23:00 of the day before in UTC.
            self = .day(instant.londonDay)
            return
        }
        let parts = SchoolDate.parts(text)
        switch parts.count {
        case 3: self = SchoolDate.full(parts)
        case 2: self = SchoolDate.dayAndMonth(parts[0], parts[1]) == nil ? .none : .noYear
        default: self = .none
        }
    }

    var day: Day? {
        if case .day(let day) = self { return day }
        return nil
    }

    /// Whether it names a day, be it one that needs a century.
    var isDate: Bool {
        switch self {
        case .day, .shortYear, .dayNumber: true
        case .noYear, .none: false
        }
    }

    /// `2026-09-01T00:00:00`, with or without what tells the time zone.
    static func isInstant(_ text: String) -> Bool {
        let bytes = text.utf8
        guard bytes.count > 11, text.contains(":") else { return false }
        return bytes[bytes.index(bytes.startIndex, offsetBy: 10)] == UInt8(ascii: "T")
            && Day(iso: text.prefix(10)) != nil
    }

    private static func full(_ parts: [String]) -> SchoolDate {
        if let year = digits(parts[0], 4) {
            guard let month = month(parts[1]), let day = digits(parts[2], 1...2) else {
                return .none
            }
            return made(year, month, day)
        }
        guard let (day, month) = dayAndMonth(parts[0], parts[1]) else { return .none }
        if let year = digits(parts[2], 2) {
            // A leap day is one in at least one of the two centuries.
            guard [1900, 2000].contains(where: { made($0 + year, month, day) != .none }) else {
                return .none
            }
            return .shortYear(day: day, month: month, year: year)
        }
        guard let year = digits(parts[2], 4) else { return .none }
        return made(year, month, day)
    }

    private static func made(_ year: Int, _ month: Int, _ day: Int) -> SchoolDate {
        Day(year: year, month: month, day: day).map(SchoolDate.day) ?? .none
    }

    /// `23`, `11` or `23`, `Nov`, or `Nov`, `23`, which is no less clear.
    private static func dayAndMonth(_ one: String, _ other: String) -> (day: Int, month: Int)? {
        if let month = namedMonth(one), let day = dayNumberOfMonth(other) { return (day, month) }
        guard let day = dayNumberOfMonth(one), let month = month(other) else { return nil }
        return (day, month)
    }

    private static func dayNumberOfMonth(_ text: String) -> Int? {
        var text = text
        if let ordinal = ["st", "nd", "rd", "th"].first(where: text.hasSuffix) {
            text.removeLast(ordinal.count)
        }
        return digits(text, 1...2).flatMap { (1...31).contains($0) ? $0 : nil }
    }

    private static func month(_ text: String) -> Int? {
        namedMonth(text) ?? digits(text, 1...2).flatMap { (1...12).contains($0) ? $0 : nil }
    }

    private static func namedMonth(_ text: String) -> Int? {
        guard text.count >= 3 else { return nil }
        if text == "sept" { return 9 }
        return months.firstIndex { $0 == text || $0.prefix(3) == text }.map { $0 + 1 }
    }

    private static func digits(_ text: String, _ count: Int) -> Int? { digits(text, count...count) }

    private static func digits(_ text: String, _ counts: ClosedRange<Int>) -> Int? {
        guard counts.contains(text.utf8.count),
            text.utf8.allSatisfy({ (0x30...0x39).contains($0) })
        else { return nil }
        return Int(text)
    }

    /// A whole number that a spreadsheet may mean as a day (1982 to 2064), be it written `46349.0`.
    private static func dayNumber(_ text: String) -> Int? {
        var digits = Substring(text)
        if digits.hasSuffix(".0") { digits = digits.dropLast(2) }
        guard let number = SchoolDate.digits(String(digits), 5), (30_000...60_000).contains(number)
        else { return nil }
        return number
    }

    private static let months = [
        "january", "february", "march", "april", "may", "june", "july", "august", "september",
        "october", "november", "december",
    ]
    private static let weekdays: Set<String> = Set(
        ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
            .flatMap { [$0, String($0.prefix(3))] } + ["tues", "weds", "thur", "thurs"])

    /// Day, month and year in the order of the text, without a time and a weekday.
    private static func parts(_ text: String) -> [String] {
        var words = text.split { $0.isWhitespace || ",()".contains($0) }.map(word)
        if words.contains(where: { $0.contains(":") }) {
            words.removeAll { $0.contains(":") || $0 == "am" || $0 == "pm" }
        }
        words.removeAll(where: weekdays.contains)
        return words.flatMap { $0.split { "/-.".contains($0) } }.map(String.init)
    }

    /// Lower case, and an instant's `T00:00:00` cut off.
    private static func word(_ text: Substring) -> String {
        let lower = text.lowercased()
        guard let clock = lower.firstIndex(of: "t"), lower.contains(":"),
            lower[..<clock].utf8.count == 10
        else { return lower }
        return String(lower[..<clock])
    }
}
