/// Finds which cells of a part are hidden: as few as suffice.
///
/// A cell in danger stays in danger when fewer cells are hidden. So each try that fails gives a
/// demand: of the cells that were told, one at least must be hidden. Demands are made as short as
/// they get and kept; the search is for the smallest set that meets them all, and asks the reader
/// only about sets that do.
struct HidingSearch {
    /// So many steps a part may take, about half a second; then the table is left out. Steps and not
    /// time, so that it comes out alike everywhere.
    static let mostWork = 100_000_000

    struct Settled {
        let hidden: [CellID]
        let ranges: [CellID: CountRange]
    }

    /// One of `any` must be hidden where `cell` is, or always where that is `nil`.
    private struct Demand {
        let cell: Int?
        let any: CellSet
    }

    /// How dear a set is: what its counts come to, then how early its cells stand.
    private struct Price {
        var sum = 0
        var set: CellSet = 0

        static func < (one: Price, other: Price) -> Bool {
            (one.sum, one.set) < (other.sum, other.set)
        }
    }

    private let part: ReaderSystem.Part
    private var counts: PossibleCounts
    /// Cells that can be hidden at all.
    private var choices: CellSet
    private var demands: [Demand] = []
    private var best: Price?

    init(_ part: ReaderSystem.Part, reader: DisclosureTable.Reader, work: Int = Self.mostWork) {
        self.part = part
        counts = PossibleCounts(part, reader: reader, work: work)
        choices = counts.choices.indices.reduce(0) { $0 | .one($1) }
    }

    /// `nil` where nothing suffices.
    mutating func settle() throws(OutOfWork) -> Settled? {
        guard try counts.isPossible else { return nil }
        if try inDanger(0).isEmpty { return try settled(0) }
        guard try keepUseful() else { return nil }
        // With everything hidden that may be, all are safe: the search ends.
        var size = 0
        while best == nil, size <= choices.nonzeroBitCount {
            try extend(0, Price(), within: choices, size: size)
            size += 1
        }
        guard let best else { return nil }
        return try settled(best.set)
    }

    private mutating func settled(_ hidden: CellSet) throws(OutOfWork) -> Settled {
        var ranges: [CellID: CountRange] = [:]
        for place in part.unknowns.indices where counts.isHidden(place, hidden) {
            ranges[part.unknowns[place].id] = try counts.range(place, hiding: hidden)
        }
        return Settled(
            hidden: hidden.bits.map { part.unknowns[counts.choices[$0].unknown].id },
            ranges: ranges)
    }

    /// Drops from the choices what is in danger itself when all are hidden; `false` where a cell that
    /// is hidden anyway is.
    private mutating func keepUseful() throws(OutOfWork) -> Bool {
        var isSettled = false
        while !isSettled {
            isSettled = true
            for place in part.unknowns.indices where counts.isHidden(place, choices) {
                if try counts.isSafe(place, hiding: choices) { continue }
                guard let bit = counts.bit(of: place) else { return false }
                choices &= ~.one(bit)
                isSettled = false
            }
        }
        return true
    }

    /// Tries all sets of `size` cells that hold `hidden` and beside it only cells of `free`.
    private mutating func extend(
        _ hidden: CellSet, _ price: Price, within free: CellSet, size: Int
    ) throws(OutOfWork) {
        while true {
            var open = demands.filter { demand in
                demand.any & hidden == 0 && (demand.cell.map(hidden.holds) ?? true)
            }.map { $0.any & free }
            try counts.spend(demands.count + 1)
            guard open.isEmpty else {
                open.sort { ($0.nonzeroBitCount, $0) < ($1.nonzeroBitCount, $1) }
                return try branch(hidden, price, open, within: free, size: size)
            }
            let danger = try inDanger(hidden)
            if danger.isEmpty {
                if best.map({ price < $0 }) ?? true { best = price }
                return
            }
            for place in danger { try demand(place, hidden) }
        }
    }

    /// - Parameter open: demands that `hidden` does not meet, the shortest first.
    private mutating func branch(
        _ hidden: CellSet, _ price: Price, _ open: [CellSet], within free: CellSet, size: Int
    ) throws(OutOfWork) {
        // Demands that share no cell need one each.
        var needed = 0
        var least = price
        var taken: CellSet = 0
        for any in open where any & taken == 0 {
            guard any != 0 else { return }
            taken |= any
            needed += 1
            least.sum += any.bits.map { counts.choices[$0].count }.min() ?? 0
            least.set |= any & (~any + 1)
        }
        guard hidden.nonzeroBitCount + needed <= size else { return }
        if let best, !(least < best) { return }
        var free = free
        let cheapest = open[0].bits.sorted {
            (counts.choices[$0].count, $0) < (counts.choices[$1].count, $1)
        }
        for bit in cheapest {
            free &= ~.one(bit)
            let next = Price(
                sum: price.sum + counts.choices[bit].count, set: hidden | .one(bit))
            try extend(next.set, next, within: free, size: size)
        }
    }

    private mutating func inDanger(_ hidden: CellSet) throws(OutOfWork) -> [Int] {
        var danger: [Int] = []
        for place in part.unknowns.indices where counts.isHidden(place, hidden) {
            if try !counts.isSafe(place, hiding: hidden) { danger.append(place) }
        }
        return danger
    }

    /// Keeps what the danger of an unknown demands.
    private mutating func demand(_ unknown: Int, _ hidden: CellSet) throws(OutOfWork) {
        let neighbours = part.equations.reduce(into: CellSet(0)) { set, equation in
            guard equation.terms.contains(where: { $0.unknown == unknown }) else { return }
            for term in equation.terms { counts.bit(of: term.unknown).map { set |= .one($0) } }
        }
        // What is far away mostly does not help: it goes first, and all at once.
        let told = choices & ~hidden
        var useless = hidden
        for group in [told & ~neighbours, told & neighbours] {
            try widen(&useless, group.bits[...], unknown)
        }
        demands.append(Demand(cell: counts.bit(of: unknown), any: choices & ~useless))
    }

    /// Adds to `useless` what may be hidden as well and leaves the unknown in danger.
    private mutating func widen(
        _ useless: inout CellSet, _ bits: ArraySlice<Int>, _ unknown: Int
    ) throws(OutOfWork) {
        guard !bits.isEmpty else { return }
        let more = bits.reduce(useless) { $0 | .one($1) }
        if try !counts.isSafe(unknown, hiding: more) {
            useless = more
        } else if bits.count > 1 {
            let middle = bits.startIndex + bits.count / 2
            try widen(&useless, bits[..<middle], unknown)
            try widen(&useless, bits[middle...], unknown)
        }
    }
}
