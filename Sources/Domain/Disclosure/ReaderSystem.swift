/// What the reader of a table has to go by, as equations in the counts that are not known already.
///
/// A cell that an earlier report told exactly is a number and no unknown, so that tables which it
/// alone links are not linked.
struct ReaderSystem {
    /// Unknowns that hang together by sums; each part with a cell of the table is settled by itself.
    private(set) var parts: [Part] = []

    /// An unknown.
    struct Unknown {
        let id: CellID
        let kind: Kind

        enum Kind: Hashable {
            /// Prints as `<5`, now or in an earlier report.
            case few
            /// Stands as `*` in an earlier report and not in this table.
            case hidden
            /// 0, or 5 and more: prints as it is unless it is hidden.
            case told(Int)
        }
    }

    /// `factor × unknown + … = constant`.
    struct Equation {
        let terms: [(unknown: Int, factor: Int)]
        let constant: Int
    }

    struct Part {
        var unknowns: [Unknown] = []
        var equations: [Equation] = []
    }

    /// Above this sums could leave the range of `Int`.
    private static let highestCount = 1_000_000_000

    /// `nil` where the table does not agree with itself or with what is known, or is too large.
    init?(_ table: DisclosureTable) {
        guard table.cells.count <= DisclosureTable.mostCells else { return nil }
        var told: [CellID: ShownCell] = [:]
        for known in table.known {
            for (id, cell) in known.shown {
                guard let joined = (told[id] ?? .hidden).joined(cell) else { return nil }
                told[id] = joined
            }
        }
        var counts: [CellID: Int] = [:]
        var unknowns: [Unknown] = []
        for cell in table.cells {
            let small = ShownCell.isSmall(cell.count)
            guard (0...Self.highestCount).contains(cell.count),
                counts.updateValue(cell.count, forKey: cell.id) == nil
            else { return nil }
            switch told[cell.id] {
            case .exact(let count):
                // What was told small and exactly cannot be protected any more.
                guard count == cell.count, !small else { return nil }
            case .few where !small: return nil
            case .few, .hidden, nil:
                unknowns.append(Unknown(id: cell.id, kind: small ? .few : .told(cell.count)))
            }
        }
        let printed = unknowns.count
        for id in told.keys.sorted() where counts[id] == nil {
            switch told[id] {
            case .few: unknowns.append(Unknown(id: id, kind: .few))
            case .hidden: unknowns.append(Unknown(id: id, kind: .hidden))
            case .exact, nil: break
            }
        }
        var places: [CellID: Int] = [:]
        for (place, unknown) in unknowns.enumerated() { places[unknown.id] = place }

        var equations: Set<[Int]> = []
        var read: [Equation] = []
        for sum in table.sums + table.known.flatMap(\.sums) {
            guard
                let equation = Self.equation(sum, places: places, told: told),
                Self.holds(sum, counts)
            else { return nil }
            guard !equation.terms.isEmpty else {
                if equation.constant == 0 { continue }
                return nil
            }
            // Earlier reports mostly state the same sums.
            let key = equation.terms.flatMap { [$0.unknown, $0.factor] } + [equation.constant]
            if equations.insert(key).inserted { read.append(equation) }
        }
        parts = Self.parts(unknowns, read, printed: printed)
    }

    /// Whether a sum is right, as far as all its counts are in the table.
    private static func holds(_ sum: CellSum, _ counts: [CellID: Int]) -> Bool {
        var parts = 0
        for id in sum.parts {
            guard let count = counts[id] else { return true }
            parts += count
        }
        switch sum.total {
        case .constant(let total): return parts == total
        case .cell(let id): return counts[id].map { $0 == parts } ?? true
        }
    }

    /// `nil` where a cell of the sum is nowhere, or a number is beyond all counts.
    private static func equation(
        _ sum: CellSum, places: [CellID: Int], told: [CellID: ShownCell]
    ) -> Equation? {
        var factors: [Int: Int] = [:]
        var constant = 0
        func add(_ id: CellID, _ factor: Int) -> Bool {
            if let place = places[id] {
                factors[place, default: 0] += factor
            } else if case .exact(let count) = told[id], (0...highestCount).contains(count) {
                constant -= factor * count
            } else {
                return false
            }
            return true
        }
        for id in sum.parts { guard add(id, 1) else { return nil } }
        switch sum.total {
        case .cell(let id): guard add(id, -1) else { return nil }
        case .constant(let total):
            guard (0...highestCount).contains(total) else { return nil }
            constant += total
        }
        let terms = factors.filter { $0.value != 0 }.sorted { $0.key < $1.key }
        return Equation(terms: terms.map { ($0.key, $0.value) }, constant: constant)
    }

    /// - Parameter printed: so many of the unknowns, the first, are cells of the table.
    private static func parts(
        _ unknowns: [Unknown], _ equations: [Equation], printed: Int
    ) -> [Part] {
        // Each unknown points to a smaller one of its part, or to itself.
        var heads = Array(unknowns.indices)
        func head(_ place: Int) -> Int {
            var place = place
            while heads[place] != place { place = heads[place] }
            return place
        }
        for equation in equations {
            for term in equation.terms {
                let one = head(term.unknown)
                let other = head(equation.terms[0].unknown)
                heads[max(one, other)] = min(one, other)
            }
        }
        var parts: [Part] = []
        // Cells of the table come first, and with them all parts that have one.
        var printedParts = 0
        var partOf: [Int: Int] = [:]
        var placeIn: [Int] = []
        for (place, unknown) in unknowns.enumerated() {
            let index = partOf[head(place)] ?? parts.count
            partOf[head(place)] = index
            if index == parts.count { parts.append(Part()) }
            if place < printed { printedParts = parts.count }
            placeIn.append(parts[index].unknowns.count)
            parts[index].unknowns.append(unknown)
        }
        for equation in equations {
            guard let index = partOf[head(equation.terms[0].unknown)] else { continue }
            let terms = equation.terms.map { (unknown: placeIn[$0.unknown], factor: $0.factor) }
            parts[index].equations.append(Equation(terms: terms, constant: equation.constant))
        }
        return Array(parts.prefix(printedParts))
    }
}
