/// The school's year, 1 September to 31 August, written `2026-27`.
public struct AcademicYear: Hashable, Comparable, Sendable {
    /// The calendar year in which it begins.
    public let start: Int

    public init(start: Int) { self.start = start }

    /// The academic year that holds this day.
    public init(of day: Day) {
        let (year, month, _) = day.civil
        start = month >= 9 ? year : year - 1
    }

    /// Reads `2026-27`.
    public init?(_ label: some StringProtocol) {
        guard let start = yearStart(of: label) else { return nil }
        self.start = start
    }

    public var label: String { yearLabel(start) }

    /// 1 September.
    public var first: Day { day(in: start, month: 9, day: 1) }

    /// 31 August.
    public var last: Day { day(in: start + 1, month: 8, day: 31) }

    public var next: AcademicYear { AcademicYear(start: start + 1) }

    public func contains(_ day: Day) -> Bool { first <= day && day <= last }

    public static func < (one: AcademicYear, other: AcademicYear) -> Bool {
        one.start < other.start
    }
}

/// The year of public money, 1 April to 31 March, written `2026-27`.
public struct FinancialYear: Hashable, Comparable, Sendable {
    /// The calendar year in which it begins.
    public let start: Int

    public init(start: Int) { self.start = start }

    /// The financial year that holds this day.
    public init(of day: Day) {
        let (year, month, _) = day.civil
        start = month >= 4 ? year : year - 1
    }

    /// Reads `2026-27`.
    public init?(_ label: some StringProtocol) {
        guard let start = yearStart(of: label) else { return nil }
        self.start = start
    }

    public var label: String { yearLabel(start) }

    /// 1 April.
    public var first: Day { day(in: start, month: 4, day: 1) }

    /// 31 March.
    public var last: Day { day(in: start + 1, month: 3, day: 31) }

    public static func < (one: FinancialYear, other: FinancialYear) -> Bool {
        one.start < other.start
    }
}

private func day(in year: Int, month: Int, day: Int) -> Day {
    guard let found = Day(year: year, month: month, day: day) else {
        preconditionFailure("the first and last days of a year exist in every year")
    }
    return found
}

private func yearLabel(_ start: Int) -> String {
    let next = (start + 1) % 100
    return "\(start)-\(next < 10 ? "0" : "")\(next)"
}

private func yearStart(of label: some StringProtocol) -> Int? {
    let parts = label.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[0].utf8.count == 4, parts[1].utf8.count == 2,
        let start = Int(parts[0]), let end = Int(parts[1]), start >= 1900, start <= 2199,
        (start + 1) % 100 == end, parts[1].utf8.allSatisfy({ (0x30...0x39).contains($0) })
    else { return nil }
    return start
}
