/// A figure with up to four decimals, exact: hours, days, points and percentages are added and
/// compared as whole numbers.
public struct Figure: Hashable, Comparable, Sendable {
    public let tenThousandths: Int

    public init(tenThousandths: Int) { self.tenThousandths = tenThousandths }

    public init(_ whole: Int) { self.init(tenThousandths: whole * 10_000) }

    /// Reads `93.4`; `nil` where it is no figure of this form.
    public init?(_ text: String) {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard let whole = parts.first.flatMap({ Int($0) }), parts.count <= 2 else { return nil }
        let decimals = parts.count == 2 ? parts[1] : "0"
        guard (1...4).contains(decimals.utf8.count), whole >= 0,
            let fraction = Int(decimals + String(repeating: "0", count: 4 - decimals.utf8.count)),
            fraction >= 0
        else { return nil }
        self.init(tenThousandths: whole * 10_000 + fraction)
    }

    public static let zero = Figure(tenThousandths: 0)

    public static func + (one: Figure, other: Figure) -> Figure {
        Figure(tenThousandths: one.tenThousandths + other.tenThousandths)
    }

    public static func < (one: Figure, other: Figure) -> Bool {
        one.tenThousandths < other.tenThousandths
    }

    /// To one decimal, towards zero: `12.5`.
    public var words: String {
        let tenths = tenThousandths / 1000
        return "\(tenths / 10).\(tenths % 10)"
    }
}

extension Record {
    /// A checked figure, `nil` where the column is empty.
    func figure(_ column: String) -> Figure? { Figure(self[column]) }
}
