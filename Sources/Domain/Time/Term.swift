/// The three terms of an English school year, in their order.
public enum TermName: String, CaseIterable, Comparable, Sendable {
    case autumn, spring, summer

    public static func < (one: TermName, other: TermName) -> Bool { one.order < other.order }

    private var order: Int {
        switch self {
        case .autumn: 0
        case .spring: 1
        case .summer: 2
        }
    }
}

/// A term with its first and last day, half-term included.
public struct Term: Hashable, Sendable {
    public let year: AcademicYear
    public let name: TermName
    public let start: Day
    public let end: Day

    public init(year: AcademicYear, name: TermName, start: Day, end: Day) {
        self.year = year
        self.name = name
        self.start = start
        self.end = end
    }

    /// `2026-27 autumn`, the reference of termly duties.
    public var label: String { "\(year.label) \(name.rawValue)" }

    public func contains(_ day: Day) -> Bool { start <= day && day <= end }
}

/// Days within a term on which the school is closed to pupils.
public struct Closure: Hashable, Sendable {
    /// Why the school is closed. Only a bank holiday is no working day either.
    public enum Kind: String, CaseIterable, Sendable {
        case halfTerm = "half-term"
        case inset
        case bankHoliday = "bank-holiday"
        case other
    }

    public let from: Day
    public let to: Day
    public let kind: Kind
    public let name: String

    public init(from: Day, to: Day, kind: Kind, name: String = "") {
        self.from = from
        self.to = to
        self.kind = kind
        self.name = name
    }
}
