/// An amount of money in whole pence; there is no other unit of money in the program.
public struct Pence: Hashable, Comparable, Sendable {
    public var value: Int

    public init(_ value: Int) { self.value = value }

    public static let zero = Pence(0)

    /// Reads pounds with none or two decimals and no sign, `0` to `9999999.99`.
    public init?(pounds text: some StringProtocol) {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard (1...2).contains(parts.count), (1...7).contains(parts[0].utf8.count),
            parts.count == 1 || parts[1].utf8.count == 2,
            parts.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }),
            let whole = Int(parts[0]), let rest = parts.count == 1 ? 0 : Int(parts[1])
        else { return nil }
        value = whole * 100 + rest
    }

    /// `1234.50`, the bundle's form.
    public var pounds: String {
        let cents = abs(value) % 100
        return "\(value < 0 ? "-" : "")\(abs(value) / 100).\(cents < 10 ? "0" : "")\(cents)"
    }

    /// `1,234.50`, for people.
    public var grouped: String {
        var digits = String(abs(value) / 100)
        var groups: [String] = []
        while digits.count > 3 {
            groups.insert(String(digits.suffix(3)), at: 0)
            digits.removeLast(3)
        }
        groups.insert(digits, at: 0)
        return (value < 0 ? "-" : "") + groups.joined(separator: ",") + pounds.suffix(3)
    }

    /// `£1,234.50`, `-£110.00`: the sign stands before the pound.
    public var inPounds: String {
        value < 0 ? "-£\(Pence(-value).grouped)" : "£\(grouped)"
    }

    public static func + (one: Pence, other: Pence) -> Pence { Pence(one.value + other.value) }
    public static func - (one: Pence, other: Pence) -> Pence { Pence(one.value - other.value) }
    public static func += (one: inout Pence, other: Pence) { one.value += other.value }
    public static func -= (one: inout Pence, other: Pence) { one.value -= other.value }
    public static func < (one: Pence, other: Pence) -> Bool { one.value < other.value }
}
