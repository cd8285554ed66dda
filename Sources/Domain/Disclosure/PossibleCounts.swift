/// Cells of a part that might be hidden, one a bit: the later in print the lower, so that of two sets
/// the smaller number is the one that spares the earlier cell.
typealias CellSet = UInt64

extension CellSet {
    func holds(_ bit: Int) -> Bool { self >> bit & 1 == 1 }

    static func one(_ bit: Int) -> CellSet { 1 << bit }

    /// From the latest cell to the earliest.
    var bits: [Int] {
        var bits: [Int] = []
        var rest = self
        while rest != 0 {
            bits.append(rest.trailingZeroBitCount)
            rest &= rest - 1
        }
        return bits
    }
}

/// What the counts of a part can be for the reader when a set of its cells is hidden.
struct PossibleCounts {
    /// The cells that can be hidden, by bit: which unknown, and its count.
    let choices: [(unknown: Int, count: Int)]
    private let part: ReaderSystem.Part
    /// The bit of each unknown that has one.
    private let bits: [Int?]
    private let reader: DisclosureTable.Reader
    /// What all numbers come to. Where all factors are 1, in lists, trees and grids, a count that has
    /// a highest value has it below, and a table that fits has one beside it without a count above
    /// twice as much. So counts end there for the search. Elsewhere the reader is taken to know a
    /// little more by that, never less.
    private let highest: Int
    private var search: CountSearch
    private var seen: CellSet?
    /// Values found so far: no more than are asked for.
    private var values: [[Int]]

    init(_ part: ReaderSystem.Part, reader: DisclosureTable.Reader, work: Int) {
        self.part = part
        self.reader = reader
        var choices: [(unknown: Int, count: Int)] = []
        var sum = ShownCount.least * part.unknowns.count
        for (place, unknown) in part.unknowns.enumerated().reversed() {
            guard case .told(let count) = unknown.kind else { continue }
            choices.append((place, count))
            sum += count
        }
        var bits = [Int?](repeating: nil, count: part.unknowns.count)
        for (bit, choice) in choices.enumerated() { bits[choice.unknown] = bit }
        self.choices = choices
        self.bits = bits
        highest = part.equations.reduce(sum) { $0 + abs($1.constant) }
        search = CountSearch(part, work: work)
        values = Array(repeating: [], count: part.unknowns.count)
    }

    /// Whether the reader is not told an unknown when `hidden` is hidden.
    func isHidden(_ unknown: Int, _ hidden: CellSet) -> Bool {
        bits[unknown].map(hidden.holds) ?? true
    }

    /// The bit of an unknown; `nil` of one that is hidden whatever is chosen.
    func bit(of unknown: Int) -> Int? { bits[unknown] }

    /// Whether the counts agree with what is known.
    var isPossible: Bool {
        mutating get throws(OutOfWork) {
            look(0)
            return try find(0, search.low[0]...search.high[0]) != nil
        }
    }

    mutating func spend(_ steps: Int) throws(OutOfWork) { try search.spend(steps) }

    /// Whether an unknown keeps as many possible values as a hidden cell must.
    mutating func isSafe(_ unknown: Int, hiding hidden: CellSet) throws(OutOfWork) -> Bool {
        look(hidden)
        var open = [search.low[unknown]...search.high[unknown]]
        for value in values[unknown] { open = open.flatMap { Self.without(value, $0) } }
        while values[unknown].count < DisclosureTable.leastValues, let range = open.popLast() {
            guard let value = try find(unknown, range) else { continue }
            open += Self.without(value, range)
        }
        return values[unknown].count >= DisclosureTable.leastValues
    }

    /// The lowest and the highest value of an unknown; `nil` where nothing fits.
    mutating func range(_ unknown: Int, hiding hidden: CellSet) throws(OutOfWork) -> CountRange? {
        look(hidden)
        var below = search.low[unknown]
        var above = search.high[unknown]
        guard var least = try find(unknown, below...above) else { return nil }
        var most = least
        while below < least {
            let middle = below + (least - below - 1) / 2
            if let value = try find(unknown, below...middle) {
                least = value
            } else {
                below = middle + 1
            }
        }
        if above > highest, try find(unknown, (highest + 1)...above) != nil {
            return CountRange(low: least, high: nil)
        }
        above = min(above, highest)
        while most < above {
            let middle = above - (above - most - 1) / 2
            if let value = try find(unknown, middle...above) {
                most = value
            } else {
                above = middle - 1
            }
        }
        return CountRange(low: least, high: most)
    }

    /// Sets the bounds as they are when `hidden` is hidden.
    private mutating func look(_ hidden: CellSet) {
        if seen == hidden { return }
        seen = hidden
        for (place, unknown) in part.unknowns.enumerated() {
            values[place].removeAll(keepingCapacity: true)
            let isTold = !isHidden(place, hidden)
            let bounds =
                switch unknown.kind {
                case .few: 1...(ShownCount.least - 1)
                case .told(let count) where isTold: count...count
                case .told, .hidden: 0...(2 * highest + 1)
                }
            search.low[place] = bounds.lowerBound
            search.high[place] = bounds.upperBound
            search.skipsSmall[place] = reader == .ofRule && unknown.kind != .few && !isTold
        }
    }

    /// A possible value in `range`. What is found for the other unknowns beside it is kept.
    private mutating func find(
        _ unknown: Int, _ range: ClosedRange<Int>
    ) throws(OutOfWork) -> Int? {
        guard let counts = try search.find(unknown, in: range) else { return nil }
        for (place, count) in counts.enumerated()
        where values[place].count < DisclosureTable.leastValues && !values[place].contains(count) {
            values[place].append(count)
        }
        return counts[unknown]
    }

    private static func without(_ value: Int, _ range: ClosedRange<Int>) -> [ClosedRange<Int>] {
        guard range.contains(value) else { return [range] }
        var rest: [ClosedRange<Int>] = []
        if value > range.lowerBound { rest.append(range.lowerBound...(value - 1)) }
        if value < range.upperBound { rest.append((value + 1)...range.upperBound) }
        return rest
    }
}
