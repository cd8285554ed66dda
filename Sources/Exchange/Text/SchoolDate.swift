import Domain

/// A date as school systems and spreadsheets write it: `23/11/2026`, `2026-11-23`, `23-11-2026`,
/// `23 Nov 2026`, with a weekday before it or a time of midnight behind it.
enum SchoolDate: Hashable {
    case day(Day)
    /// `23/11/26`: the century, and often the order, would be a guess.
    case shortYear
    /// `23/11` or `23 Nov`.
    case noYear
    case none

    init(_ text: String) {
        var words = text.split { $0.isWhitespace || ",()".contains($0) }.map(SchoolDate.word)
        if words.contains(where: { $0.contains(":") }) {
            words.removeAll { $0.contains(":") || $0 == "am" || $0 == "pm" }
        }
        words.removeAll(where: SchoolDate.weekdays.contains)
        let parts = words.flatMap { $0.split { "/-.".contains($0) } }.map(String.init)
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

    /// What is wrong, where there is no day.
    var problem: String {
        switch self {
        case .day: ""
        case .shortYear: "has a year of two digits; write all four"
        case .noYear: "lacks the year"
        case .none: "is not a date like 23/11/2026"
        }
    }

    private static func full(_ parts: [String]) -> SchoolDate {
        if let year = digits(parts[0], 4) {
            guard let month = month(parts[1]), let day = digits(parts[2], 1...2) else {
                return .none
            }
            return made(year, month, day)
        }
        guard let (day, month) = dayAndMonth(parts[0], parts[1]) else { return .none }
        if digits(parts[2], 2) != nil { return .shortYear }
        guard let year = digits(parts[2], 4) else { return .none }
        return made(year, month, day)
    }

    private static func made(_ year: Int, _ month: Int, _ day: Int) -> SchoolDate {
        Day(year: year, month: month, day: day).map(SchoolDate.day) ?? .none
    }

    /// `23`, `11` or `23`, `Nov`, or `Nov`, `23`, which is no less clear.
    private static func dayAndMonth(_ one: String, _ other: String) -> (day: Int, month: Int)? {
        if let month = namedMonth(one), let day = dayNumber(other) { return (day, month) }
        guard let day = dayNumber(one), let month = month(other) else { return nil }
        return (day, month)
    }

    private static func dayNumber(_ text: String) -> Int? {
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

    private static let months = [
        "january", "february", "march", "april", "may", "june", "july", "august", "september",
        "october", "november", "december",
    ]
    private static let weekdays: Set<String> = Set(
        ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
            .flatMap { [$0, String($0.prefix(3))] } + ["tues", "weds", "thur", "thurs"])

    /// Lower case, and an instant's `T00:00:00` cut off.
    private static func word(_ text: Substring) -> String {
        let lower = text.lowercased()
        guard let clock = lower.firstIndex(of: "t"), lower.contains(":"),
            lower[..<clock].utf8.count == 10
        else { return lower }
        return String(lower[..<clock])
    }
}
