/// The numbers of a report for everybody as they were told, with what protects those that were not.
public struct ToldNumbers: Hashable, Sendable {
    /// One number, as a reader has it.
    public struct Cell: Hashable, Sendable {
        public let id: String
        /// `0`, `<5`, `12`, `*`.
        public let shown: String
        /// What it can be for a reader who knows all sums; one value where it is told.
        public let range: CountRange
        /// Whether the reader is not told the number.
        public let isHidden: Bool
    }

    private let counts: [PublicCounts.Cell]
    private let shown: [CellID: ShownCell]
    private let ranges: [CellID: CountRange]
    private let known: [KnownTable]
    private let ownSums: [CellSum]

    init(
        cells: [PublicCounts.Cell], shown: [CellID: ShownCell], sums: [CellSum],
        ranges: [CellID: CountRange], known: [KnownTable]
    ) {
        counts = cells
        self.shown = shown
        self.ranges = ranges
        self.known = known
        ownSums = sums
    }

    /// Every sum that the report states, that anybody can see, or that earlier reports have stated.
    public var sums: [CellSum] { (ownSums + known.flatMap(\.sums)).eachOnce() }

    /// What is printed, by the ids of the cells.
    public var words: [String: String] {
        Dictionary(
            counts.map { ($0.id, told($0).words) },
            uniquingKeysWith: { one, _ in one })
    }

    private func told(_ cell: PublicCounts.Cell) -> ShownCell { shown[CellID(cell.id)] ?? .hidden }

    /// Every number of the report in its order, then those of earlier reports that are not the same.
    public var cells: [Cell] {
        let own = counts.map { CellID($0.id) }
        let earlier = known.flatMap { $0.shown.keys.sorted() }.eachOnce().filter {
            shown[$0] == nil
        }
        let all = known.reduce(into: shown) { shown, table in
            shown.merge(table.shown) { one, _ in one }
        }
        return (own + earlier).map { id in
            let cell = all[id] ?? .hidden
            return Cell(
                id: id.text, shown: cell.words, range: range(id, cell), isHidden: cell.isHidden)
        }
    }

    /// Of numbers that nothing protects but that all of them are left out, nothing is known.
    private func range(_ id: CellID, _ cell: ShownCell) -> CountRange {
        if case .exact(let count) = cell { return CountRange(low: count, high: count) }
        if let range = ranges[id] { return range }
        return cell == .few
            ? CountRange(low: 1, high: ShownCount.least - 1) : CountRange(low: 0, high: nil)
    }

    /// What the next report of the year has to reckon with.
    ///
    /// - Parameter earlier: the days of the reports with which this one reckoned.
    public func telling(on day: Day, after earlier: [Day]) -> Telling {
        Telling(
            on: day, after: earlier,
            numbers: counts.map { cell in
                let told = told(cell)
                // Where all are left out a small one stood as `*`: a reader is taken to know more.
                return Telling.Number(
                    id: cell.id, count: cell.count,
                    shown: told == .hidden && ShownCell.isSmall(cell.count) ? .few : told)
            }, sums: ownSums)
    }
}
