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
    public static func table(_ cells: [Cell], _ sums: [Sum]) -> [String: String] {
        told(cells, sums).words
    }

    /// What is told of each number, and what a reader can work out of those that are hidden.
    ///
    /// Each number that is not told keeps three values or more for a reader who knows every sum,
    /// this rule, and what earlier reports have told. Numbers that no sum binds together are settled
    /// apart; where nothing suffices for some that are bound, none of these is told.
    ///
    /// - Parameter earlier: of the same year, the oldest first.
    public static func told(
        _ cells: [Cell], _ sums: [Sum], after earlier: [Telling] = []
    ) -> ToldNumbers {
        var table = cells
        let whole = sums.enumerated().flatMap { place, sum in
            sum.isExact ? [sum] : exact(sum, place, &table)
        }.map { sum in
            CellSum(total: .cell(CellID(sum.total)), parts: sum.parts.map { CellID($0) })
        }
        let known = Telling.known(earlier, beside: table)
        var settled = Settled()
        for part in Part(cells: table, sums: whole, known: known).apart() { settled.add(part) }
        return ToldNumbers(
            cells: table, shown: settled.shown, sums: whole, ranges: settled.ranges, known: known)
    }

    /// What has been settled of a report's numbers.
    private struct Settled {
        var shown: [CellID: ShownCell] = [:]
        var ranges: [CellID: CountRange] = [:]

        /// Where a part is too large to be searched, the number that most sums share is told, so that
        /// the part falls apart; more may be hidden then than must be.
        mutating func add(_ part: Part) {
            if part.cells.count > DisclosureTable.mostCells, let hub = part.hub {
                let told = ShownCell.exact(hub.count)
                shown[CellID(hub.id)] = told
                for rest in part.apart(telling: hub, as: told) { add(rest) }
                return
            }
            let table = DisclosureTable(
                cells: part.cells.map { .init(CellID($0.id), $0.count) }, sums: part.sums,
                known: part.known, reader: .ofRule
            ).protected()
            ranges.merge(table?.ranges ?? [:]) { one, _ in one }
            for cell in part.cells {
                shown[CellID(cell.id)] = table?.shown[CellID(cell.id)] ?? .hidden
            }
        }
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

    /// Cells that sums bind together, here or in an earlier report, with these sums.
    private struct Part {
        let cells: [Cell]
        let sums: [CellSum]
        let known: [KnownTable]

        /// The cell in most sums, where it may be told by itself: it is not small, and no earlier
        /// report tells anything of it.
        var hub: Cell? {
            let earlier = Set(known.flatMap(\.sums).flatMap(\.cells))
            let told = cells.filter {
                !ShownCell.isSmall($0.count) && !earlier.contains(CellID($0.id))
            }
            return told.max { one, other in count(one) < count(other) }.flatMap { hub in
                count(hub) > 1 ? hub : nil
            }
        }

        private func count(_ cell: Cell) -> Int {
            sums.count { $0.cells.contains(CellID(cell.id)) }
        }

        /// What is left of it once a cell is told.
        func apart(telling hub: Cell, as told: ShownCell) -> [Part] {
            let id = CellID(hub.id)
            return Part(
                cells: cells.filter { $0.id != hub.id }, sums: sums,
                known: known + [KnownTable(shown: [id: told], sums: [])]
            ).apart(but: id)
        }

        /// Each group that is bound together, in the order of the cells.
        ///
        /// - Parameter hub: a cell that is told and binds nothing.
        func apart(but hub: CellID? = nil) -> [Part] {
            let ids = cells.map { CellID($0.id) } + known.flatMap { $0.shown.keys.sorted() }
            var group = Dictionary(
                ids.filter { $0 != hub }.enumerated().map { ($1, $0) },
                uniquingKeysWith: { one, _ in one })
            for sum in sums + known.flatMap(\.sums) {
                let groups = Set(sum.cells.compactMap { group[$0] })
                guard let first = groups.min() else { continue }
                for (id, number) in group where groups.contains(number) { group[id] = first }
            }
            func isOf(_ number: Int, _ sum: CellSum) -> Bool {
                sum.cells.lazy.compactMap { group[$0] }.first == number
            }
            return Set(cells.compactMap { group[CellID($0.id)] }).sorted().map { number in
                Part(
                    cells: cells.filter { group[CellID($0.id)] == number },
                    sums: sums.filter { isOf(number, $0) },
                    known: known.map { table in
                        KnownTable(
                            shown: table.shown.filter {
                                $0.key == hub || group[$0.key] == number
                            }, sums: table.sums.filter { isOf(number, $0) })
                    })
            }
        }
    }
}
