/// A number of children or duties as a reader is told it. Pages, commands and whatever else leaves
/// the program ask `Clearance.shown(_:of:)`, and tell no such number otherwise.
public enum ShownCount: Hashable, Sendable {
    /// As it is. A share of it is told too unless it is small: a share of so few says nothing and can
    /// tell who it is.
    case exact(Int, hasShare: Bool)
    /// 1 to 4 are not told apart. That alone is enough only where no sum is told beside it.
    case few
    case hidden

    /// Below this a number is small.
    public static let least = 5

    /// As it may leave the school.
    public init(outside count: Int) {
        self = ShownCount.isSmall(count) ? .few : .exact(count, hasShare: true)
    }

    fileprivate static func isSmall(_ count: Int) -> Bool { (1..<least).contains(count) }

    /// `0`, `<5`, `5`, `12`; empty where it is hidden.
    public var words: String {
        switch self {
        case .exact(let count, _): "\(count)"
        case .few: "<\(ShownCount.least)"
        case .hidden: ""
        }
    }
}

/// What is counted.
public enum CountScope: Sendable {
    /// All children or duties of the school, whatever the reader sees of them.
    case all
    /// Those that the reader sees; for a reader of numbers alone, all.
    case seen
    /// A group of children that is told beside others, with its parts.
    case group(parts: [Int])
}

extension Clearance {
    /// A number as this reader is told it: as it is, as one of 1 to 4, or not at all.
    public func shown(_ count: Int, of scope: CountScope) -> ShownCount {
        switch scope {
        case .all, .seen:
            return tellsSums(of: scope)
                ? .exact(count, hasShare: true) : ShownCount(outside: count)
        case .group(let parts):
            // A small group is told to the Designated Teacher alone.
            if count < ShownCount.least {
                let isTeacher = isKeeper || roles.contains(.designatedTeacher)
                return isTeacher || count == 0 ? .exact(count, hasShare: false) : .hidden
            }
            // To people outside a small part tells who it is.
            let isTold = tellsSums(of: scope) || !parts.contains(where: ShownCount.isSmall)
            return isTold ? .exact(count, hasShare: true) : .hidden
        }
    }

    /// Whether a sum is told beside its parts: only where no part is kept back, which the sum would
    /// tell.
    public func tellsSums(of scope: CountScope) -> Bool {
        switch scope {
        case .all: reach(.cohort) >= .known
        case .seen, .group: !seesFiguresOnly
        }
    }
}
