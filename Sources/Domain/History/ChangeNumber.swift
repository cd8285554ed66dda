/// The number of an entry in a store's journal, counted from 1 without gaps.
public struct ChangeNumber: RawRepresentable, Hashable, Comparable, Sendable {
    public let rawValue: Int64

    public init(rawValue: Int64) { self.rawValue = rawValue }

    /// Before the first change.
    public static let none = ChangeNumber(rawValue: 0)

    public static func < (one: ChangeNumber, other: ChangeNumber) -> Bool {
        one.rawValue < other.rawValue
    }
}

extension ChangeNumber: ExpressibleByIntegerLiteral {
    public init(integerLiteral number: Int64) { rawValue = number }
}

extension ChangeNumber: CustomStringConvertible {
    public var description: String { String(rawValue) }
}
