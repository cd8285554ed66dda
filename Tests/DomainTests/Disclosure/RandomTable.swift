import Domain
import Support

/// Tables of at most twelve cells as reports have them, with many small counts.
struct RandomTable {
    private(set) var counts: [(id: CellID, count: Int)] = []
    private(set) var sums: [CellSum] = []

    init(_ random: inout SplitMix64) {
        switch Int.random(in: 0..<5, using: &random) {
        case 0: list(Int.random(in: 2...7, using: &random), &random)
        case 1: grid(2, Int.random(in: 2...3, using: &random), &random)
        case 2: tree(&random)
        case 3: constant(&random)
        default: overlapping(&random)
        }
    }

    private init() {}

    /// A first report, and one of later in the year that tells what has come since, or tells the
    /// same children by another division.
    static func pair(_ random: inout SplitMix64) -> (RandomTable, RandomTable) {
        var first = RandomTable()
        first.list(Int.random(in: 2...4, using: &random), &random)
        var later = RandomTable()
        if Bool.random(using: &random) {
            for cell in first.counts.dropLast() {
                let since = CellID("\(cell.id) since")
                later.add(since, count(&random))
                later.sum(CellID("\(cell.id) later"), [cell.id, since], beside: first.counts)
            }
            later.sum("all later", first.counts.dropLast().map { CellID("\($0.id) later") })
        } else {
            let parts = first.counts.dropLast().map(\.id).shuffled(using: &random)
            later.sum("joined", Array(parts.prefix(2)), beside: first.counts)
            later.sum("others", Array(parts.dropFirst(2)), beside: first.counts)
            later.sum("all", ["joined", "others"])
        }
        return (first, later)
    }

    func table(
        known: [KnownTable] = [], reader: DisclosureTable.Reader = .ofTable
    ) -> DisclosureTable {
        DisclosureTable(
            cells: counts.map { DisclosureTable.Cell($0.id, $0.count) }, sums: sums, known: known,
            reader: reader)
    }

    /// As it is printed with these cells hidden.
    func shown(hiding hidden: Set<CellID>) -> KnownTable {
        var shown: [CellID: ShownCell] = [:]
        for (id, count) in counts {
            shown[id] =
                (1...4).contains(count) ? .few : hidden.contains(id) ? .hidden : .exact(count)
        }
        return KnownTable(shown: shown, sums: sums)
    }

    // MARK: Forms

    private mutating func list(_ parts: Int, _ random: inout SplitMix64) {
        let ids = (0..<parts).map { CellID("part \($0)") }
        for id in ids { add(id, Self.count(&random)) }
        sum("all", ids)
    }

    private mutating func grid(_ rows: Int, _ columns: Int, _ random: inout SplitMix64) {
        for row in 0..<rows {
            let ids = (0..<columns).map { CellID("\(row) \($0)") }
            for id in ids { add(id, Self.count(&random)) }
            sum(CellID("\(row) all"), ids)
        }
        for column in 0..<columns {
            sum(CellID("all \(column)"), (0..<rows).map { CellID("\($0) \(column)") })
        }
        sum("all", (0..<rows).map { CellID("\($0) all") })
        sums.append(
            CellSum(total: .cell("all"), parts: (0..<columns).map { CellID("all \($0)") }))
    }

    private mutating func tree(_ random: inout SplitMix64) {
        let groups = (0..<Int.random(in: 2...3, using: &random)).map { group in
            (0..<Int.random(in: 1...2, using: &random)).map { CellID("\(group) \($0)") }
        }
        for (index, group) in groups.enumerated() {
            for id in group { add(id, Self.count(&random)) }
            sum(CellID("group \(index)"), group)
        }
        sum("all", groups.indices.map { CellID("group \($0)") })
    }

    private mutating func constant(_ random: inout SplitMix64) {
        list(Int.random(in: 2...7, using: &random), &random)
        let all = counts.removeLast()
        sums = [CellSum(total: .constant(all.count), parts: counts.map(\.id))]
    }

    private mutating func overlapping(_ random: inout SplitMix64) {
        let ids = (0..<Int.random(in: 3...5, using: &random)).map { CellID("part \($0)") }
        for id in ids { add(id, Self.count(&random)) }
        for index in 0..<Int.random(in: 1...4, using: &random) {
            let some = ids.shuffled(using: &random)
                .prefix(Int.random(in: 2...ids.count, using: &random))
            sum(CellID("some \(index)"), Array(some))
        }
    }

    // MARK: Cells

    private static func count(_ random: inout SplitMix64) -> Int {
        switch Int.random(in: 0..<10, using: &random) {
        case 0..<2: 0
        case 2..<5: Int.random(in: 1...4, using: &random)
        default: Int.random(in: 5...9, using: &random)
        }
    }

    private mutating func add(_ id: CellID, _ count: Int) { counts.append((id, count)) }

    private mutating func sum(
        _ id: CellID, _ parts: [CellID], beside others: [(id: CellID, count: Int)] = []
    ) {
        let total = parts.map { part in
            (counts + others).first { $0.id == part }?.count ?? 0
        }.reduce(0, +)
        add(id, total)
        sums.append(CellSum(total: .cell(id), parts: parts))
    }
}
