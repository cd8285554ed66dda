import Domain
import Support
import Testing

@Suite("Numbers of children for everybody")
struct PublicCountsTests {
    /// What a printed number can be, for a reader who knows nothing else.
    private static func range(_ words: String?) -> ClosedRange<Int> {
        guard let words, words != PublicCounts.hidden else { return 0...30 }
        return Int(words).map { $0...$0 } ?? 1...4
    }

    /// A reader of three groups, their total and a share of it tries every table that fits, and notes
    /// which values each number can have.
    private static func values(_ shown: [String: String]) -> [String: Set<Int>] {
        var found: [String: Set<Int>] = [:]
        for first in range(shown["part 0"]) {
            for second in range(shown["part 1"]) {
                for third in range(shown["part 2"]) {
                    let all = first + second + third
                    guard range(shown["all"]).contains(all) else { continue }
                    for share in range(shown["share"]) where share <= all {
                        found["part 0", default: []].insert(first)
                        found["part 1", default: []].insert(second)
                        found["part 2", default: []].insert(third)
                        found["all", default: []].insert(all)
                        found["share", default: []].insert(share)
                    }
                }
            }
        }
        return found
    }

    @Test("No hidden number has fewer than three values, whatever the school", arguments: 0..<200)
    func protected(seed: Int) {
        var random = SplitMix64(seed: UInt64(seed))
        var cells: [PublicCounts.Cell] = []
        for place in 0..<3 {
            cells.append(PublicCounts.Cell("part \(place)", Int.random(in: 0...7, using: &random)))
        }
        let parts = cells.map(\.id)
        let all = cells.map(\.count).reduce(0, +)
        let share = Int.random(in: 0...all, using: &random)
        cells += [
            PublicCounts.Cell("all", all), PublicCounts.Cell("share", share),
            PublicCounts.Cell("rest", all - share, isStated: false),
        ]
        let shown = PublicCounts.table(
            cells,
            [PublicCounts.Sum("all", of: parts), PublicCounts.Sum("all", of: ["share", "rest"])])
        let values = Self.values(shown)
        for cell in cells where cell.isStated {
            let isExact = shown[cell.id] == "\(cell.count)"
            #expect(isExact || (values[cell.id]?.count ?? 0) >= 3, "\(cell.id) \(shown)")
            #expect(!isExact || !(1...4).contains(cell.count), "\(cell.id) \(shown)")
        }
    }

    @Test("Nought and five are told, one to four are not, and what would tell them is hidden")
    func told() {
        let cells = [
            PublicCounts.Cell("R", 2), PublicCounts.Cell("1", 6), PublicCounts.Cell("2", 0),
            PublicCounts.Cell("all", 8),
        ]
        #expect(
            PublicCounts.table(cells, [PublicCounts.Sum("all", of: ["R", "1", "2"])])
                == ["R": "<5", "1": "*", "2": "0", "all": "8"])
        let safe = [
            PublicCounts.Cell("R", 0), PublicCounts.Cell("1", 6), PublicCounts.Cell("all", 6),
        ]
        #expect(
            PublicCounts.table(safe, [PublicCounts.Sum("all", of: ["R", "1"])])
                == ["R": "0", "1": "6", "all": "6"])
    }
}
