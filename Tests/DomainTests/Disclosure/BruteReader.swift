import Domain

/// A reader who writes down every table that fits what is shown, and knows nothing of how the program
/// searches.
struct BruteReader {
    private var places: [CellID: Int] = [:]
    /// The counts that each cell can have by itself.
    private var domains: [ClosedRange<Int>] = []
    private var isHidden: [Bool] = []
    private var skipsSmall: [Bool] = []
    /// Parts, the place of the total, or its number.
    private var sums: [(parts: [Int], total: Int?, constant: Int)] = []
    /// What is tried first: cells of few counts, then those that no sum settles in the end.
    private var order: [Int] = []
    private var counts: [Int?] = []
    private var seen: [Set<Int>] = []

    /// - Parameter most: cells that no sum settles are tried up to it.
    init(_ tables: [KnownTable], most: Int, reader: DisclosureTable.Reader = .ofTable) {
        for table in tables {
            for (id, shown) in table.shown.sorted(by: { $0.key < $1.key }) {
                let domain =
                    switch shown {
                    case .exact(let count): count...count
                    case .few: 1...4
                    case .hidden: 0...most
                    }
                if let place = places[id] {
                    // What is told more closely counts.
                    if domain.count < domains[place].count { domains[place] = domain }
                } else {
                    places[id] = domains.count
                    domains.append(domain)
                }
            }
        }
        isHidden = domains.map { $0.count > 1 }
        skipsSmall = domains.map { $0.count > 4 && reader == .ofRule }
        counts = domains.map { $0.count == 1 ? $0.lowerBound : nil }
        seen = domains.map { _ in [] }
        for sum in tables.flatMap(\.sums) {
            let parts = sum.parts.compactMap { places[$0] }
            switch sum.total {
            case .cell(let id): sums.append((parts, places[id], 0))
            case .constant(let total): sums.append((parts, nil, total))
            }
        }
        let totals = Set(sums.compactMap(\.total))
        order = domains.indices.sorted {
            (isHuge($0) ? totals.contains($0) ? 2 : 1 : 0, $0)
                < (isHuge($1) ? totals.contains($1) ? 2 : 1 : 0, $1)
        }
    }

    /// The values of each hidden cell in all tables that fit.
    mutating func values() -> [CellID: Set<Int>] {
        list(enough: nil)
        return places.filter { isHidden[$0.value] }.mapValues { seen[$0] }
    }

    /// Whether each hidden cell has three values.
    mutating func isSafe() -> Bool {
        list(enough: 3)
        return seen.indices.allSatisfy { !isHidden[$0] || seen[$0].count >= 3 }
    }

    /// Goes through all tables that fit; `true` where each hidden cell has had enough values.
    @discardableResult
    private mutating func list(enough: Int?) -> Bool {
        var settled: (place: Int, count: Int)?
        for sum in sums {
            var rest = sum.constant
            var open: (place: Int, isTotal: Bool)?
            var isOpen = 0
            for part in sum.parts {
                if let count = counts[part] {
                    rest -= count
                } else {
                    open = (part, false)
                    isOpen += 1
                }
            }
            if let total = sum.total {
                if let count = counts[total] {
                    rest += count
                } else {
                    open = (total, true)
                    isOpen += 1
                }
            }
            if isOpen == 0, rest != 0 { return false }
            if isOpen == 1, let open { settled = (open.place, open.isTotal ? -rest : rest) }
        }
        if let settled {
            let most = max(domains[settled.place].upperBound, isHuge(settled.place) ? .max : 0)
            guard (domains[settled.place].lowerBound...most).contains(settled.count) else {
                return false
            }
            return list(settled.place, settled.count, enough)
        }
        guard let place = order.first(where: { counts[$0] == nil }) else {
            for (place, count) in counts.enumerated() { if let count { seen[place].insert(count) } }
            guard let enough else { return false }
            return seen.indices.allSatisfy { !isHidden[$0] || seen[$0].count >= enough }
        }
        return domains[place].contains { list(place, $0, enough) }
    }

    private mutating func list(_ place: Int, _ count: Int, _ enough: Int?) -> Bool {
        if skipsSmall[place], (1...4).contains(count) { return false }
        counts[place] = count
        defer { counts[place] = nil }
        return list(enough: enough)
    }

    /// A cell that prints as `*` can be any count where a sum settles it.
    private func isHuge(_ place: Int) -> Bool { domains[place].count > 4 }
}
