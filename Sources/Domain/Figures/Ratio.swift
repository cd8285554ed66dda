/// A figure in per cent as a fraction of whole numbers, so that two are compared without rounding.
struct Ratio: Comparable, Sendable {
    /// Ten-thousandths of a per cent, times the denominator.
    private let numerator: Int
    /// Above 0.
    private let denominator: Int

    private init(_ numerator: Int, over denominator: Int) {
        self.numerator = numerator
        self.denominator = denominator
    }

    static let zero = Ratio(0, over: 1)

    /// How many of how many; `nil` of none.
    init?(percent part: Int, of whole: Int) {
        guard whole > 0 else { return nil }
        self.init(part * 1_000_000, over: whole)
    }

    /// Other pupils' figures, weighted by pupils; `nil` where there are no pupils.
    init?(weighted rows: [PeerFigure]) {
        let pupils = rows.map(\.pupils).reduce(0, +)
        guard pupils > 0 else { return nil }
        self.init(rows.map { $0.value.tenThousandths * $0.pupils }.reduce(0, +), over: pupils)
    }

    static func - (one: Ratio, other: Ratio) -> Ratio {
        Ratio(
            one.numerator * other.denominator - other.numerator * one.denominator,
            over: one.denominator * other.denominator)
    }

    static func < (one: Ratio, other: Ratio) -> Bool {
        let left = one.numerator.multipliedFullWidth(by: other.denominator)
        let right = other.numerator.multipliedFullWidth(by: one.denominator)
        return left.high == right.high ? left.low < right.low : left.high < right.high
    }

    static func == (one: Ratio, other: Ratio) -> Bool { !(one < other) && !(other < one) }

    /// To one decimal, towards zero: `-12.5`.
    var words: String {
        let tenths = numerator / denominator / 1_000
        return "\(tenths < 0 ? "−" : "")\(abs(tenths) / 10).\(abs(tenths) % 10)"
    }
}
