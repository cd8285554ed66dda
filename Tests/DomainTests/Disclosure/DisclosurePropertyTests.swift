import Domain
import Support
import Testing

@Suite("Small counts in whatever table, held against a reader who lists all that fit")
struct DisclosurePropertyTests {
    /// Enough for three values of every cell: no count of the random tables but a sum is above 9.
    private static let most = 12

    private static func isSafe(
        _ tables: [KnownTable], _ reader: DisclosureTable.Reader
    ) -> Bool {
        var brute = BruteReader(tables, most: most, reader: reader)
        return brute.isSafe()
    }

    /// The first set that is safe, of all sets from the cheapest on; `nil` where none is.
    private static func cheapest(
        _ random: RandomTable, known: [KnownTable], _ reader: DisclosureTable.Reader
    ) -> Set<CellID>? {
        let told = known.reduce(into: Set<CellID>()) { told, table in
            for (id, shown) in table.shown where !shown.isHidden { told.insert(id) }
        }
        let choices = random.counts.enumerated().filter {
            !(1...4).contains($0.element.count) && !told.contains($0.element.id)
        }
        var sets: [(size: Int, sum: Int, spared: [Int], ids: Set<CellID>)] = []
        for mask in 0..<(1 << choices.count) {
            let set = choices.indices.filter { mask >> $0 & 1 == 1 }.map { choices[$0] }
            sets.append(
                (
                    set.count, set.map(\.element.count).reduce(0, +), set.map(\.offset),
                    Set(set.map(\.element.id))
                ))
        }
        // Of equals the later: that whose first cell apart stands behind.
        sets.sort {
            ($0.size, $0.sum) == ($1.size, $1.sum)
                ? $1.spared.lexicographicallyPrecedes($0.spared)
                : ($0.size, $0.sum) < ($1.size, $1.sum)
        }
        return sets.first { isSafe(known + [random.shown(hiding: $0.ids)], reader) }?.ids
    }

    private static func hidden(_ table: ProtectedTable?) -> Set<CellID>? {
        table.map { table in Set(table.order.filter { table.shown[$0] == .hidden }) }
    }

    @Test(
        "Each hidden cell keeps three values, and no cheaper set does; else the table is left out",
        arguments: Soak.seeds(150))
    func alone(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let made = RandomTable(&random)
        for reader in [DisclosureTable.Reader.ofTable, .ofRule] {
            let table = made.table(reader: reader).protected()
            #expect(Self.hidden(table) == Self.cheapest(made, known: [], reader))
            if let table {
                #expect(table.known == made.shown(hiding: Self.hidden(table) ?? []))
                #expect(Self.isSafe([table.known], reader))
            }
        }
    }

    @Test("A later report puts no hidden cell of either in danger", arguments: Soak.seeds(200))
    func successive(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let (first, later) = RandomTable.pair(&random)
        guard let one = first.table().protected() else { return }
        let two = later.table(known: [one.known]).protected()
        #expect(Self.hidden(two) == Self.cheapest(later, known: [one.known], .ofTable))
        guard let two else { return }
        #expect(Self.isSafe([one.known, two.known], .ofTable))
    }

    @Test("Lowest and highest are those of all tables that fit", arguments: Soak.seeds(100))
    func ranges(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let made = RandomTable(&random)
        guard let table = made.table().protected() else { return }
        var brute = BruteReader([table.known], most: Self.most)
        let values = brute.values()
        #expect(Set(values.keys) == Set(table.ranges.keys))
        for (id, range) in table.ranges {
            let seen = try #require(values[id])
            #expect(seen.min() == range.low)
            let high = try #require(seen.max())
            // Where there is no highest, or a high one, the list ends before it.
            #expect(range.high.map { $0 <= Self.most ? high == $0 : true } ?? (high >= Self.most))
        }
    }

    @Test("The same table comes out alike, in whatever order its sums stand")
    func again() {
        for seed in Soak.seeds(50) {
            var random = SplitMix64(seed: seed)
            let table = RandomTable(&random).table()
            let other = DisclosureTable(
                cells: table.cells, sums: table.sums.shuffled(using: &random))
            #expect(table.protected() == table.protected())
            #expect(table.protected()?.shown == other.protected()?.shown)
            #expect(table.protected()?.ranges == other.protected()?.ranges)
        }
    }
}
