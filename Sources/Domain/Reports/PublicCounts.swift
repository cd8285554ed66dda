/// Numbers of children as a report for everybody may tell them.
///
/// A report names every number that it tells, and every sum that it states or that a reader can see,
/// and asks once for all of them: what is safe for one number can be told from another.
public enum PublicCounts {
    /// A number, by a name of its own within the report.
    public struct Cell: Hashable, Sendable {
        public let id: String
        public let count: Int
        /// Whether it is printed. The rest of a share is not, and a reader can work it out.
        public let isStated: Bool

        public init(_ id: String, _ count: Int, isStated: Bool = true) {
            self.id = id
            self.count = count
            self.isStated = isStated
        }
    }

    /// What a reader knows of cells together.
    public struct Sum: Hashable, Sendable {
        public let total: String
        public let parts: [String]
        /// Whether the total is all of its parts, or, where a child can stand in several, at most that.
        public let isExact: Bool

        public init(_ total: String, of parts: [String], isExact: Bool = true) {
            self.total = total
            self.parts = parts
            self.isExact = isExact
        }
    }

    /// What stands where a number is hidden to protect another.
    public static let hidden = "*"

    /// What is printed for each cell: `0`, `<5`, `12`, or `*` where it is hidden to protect another.
    ///
    /// Each number that is not told keeps three values or more for a reader who knows every sum and
    /// this rule. Numbers that no sum binds together are settled apart; where nothing suffices for
    /// some that are bound, none of these is told.
    public static func table(_ cells: [Cell], _ sums: [Sum]) -> [String: String] {
        var table = cells
        let known = sums.enumerated().flatMap { place, sum in
            sum.isExact ? [sum] : exact(sum, place, &table)
        }
        var words: [String: String] = [:]
        for part in parts(table, known) {
            let shown = DisclosureTable(
                cells: part.cells.map { .init(CellID($0.id), $0.count) },
                sums: part.sums.map { sum in
                    CellSum(total: .cell(CellID(sum.total)), parts: sum.parts.map { CellID($0) })
                }, reader: .ofRule
            ).protected()?.shown
            for cell in part.cells {
                words[cell.id] = shown?[CellID(cell.id)]?.words ?? hidden
            }
        }
        return words
    }

    /// Where a child can stand in several parts, what they come to beyond the total is a number of
    /// its own. It is held to be worked out, which hides rather more than less.
    private static func exact(_ sum: Sum, _ place: Int, _ table: inout [Cell]) -> [Sum] {
        let counts = Dictionary(
            table.map { ($0.id, $0.count) }, uniquingKeysWith: { one, _ in one })
        let all = sum.parts.compactMap { counts[$0] }.reduce(0, +)
        let total = Cell("\(sum.total) with those in several \(place)", all, isStated: false)
        let beyond = Cell(
            "\(sum.total) in several \(place)", max(0, all - (counts[sum.total] ?? 0)),
            isStated: false)
        table += [total, beyond]
        return [Sum(total.id, of: sum.parts), Sum(total.id, of: [sum.total, beyond.id])]
    }

    /// The cells that sums bind together, each group with its sums, in the order of the cells.
    private static func parts(
        _ cells: [Cell], _ sums: [Sum]
    ) -> [(cells: [Cell], sums: [Sum])] {
        var group = Dictionary(
            cells.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { one, _ in one })
        for sum in sums {
            let ids = [sum.total] + sum.parts
            let groups = Set(ids.compactMap { group[$0] })
            guard let first = groups.min() else { continue }
            for (id, number) in group where groups.contains(number) { group[id] = first }
        }
        return Set(group.values).sorted().map { number in
            (
                cells.filter { group[$0.id] == number },
                sums.filter { group[$0.total] == number }
            )
        }
    }
}
