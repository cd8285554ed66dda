/// How the rows of a dashboard are shared out: to the pane across the top, and to the pairs below it.
struct DashboardRows: Hashable {
    /// How many rows each pane shows at the least beside its frame and titles, where it has as many.
    static let leastShown = 5

    /// What a pane or a pair of panes needs, frame and column titles included.
    struct Need: Hashable {
        /// For the fewest rows.
        let least: Int
        /// For all items and what stands below them.
        let full: Int
    }

    let first: Int
    let pairs: [Int]

    /// The first pane gets every row that the others do not need; where all need more than there is,
    /// it comes first, and each of the others keeps its least.
    init(_ first: Need, _ pairs: [Need], in rows: Int) {
        guard !pairs.isEmpty else {
            self.first = rows
            self.pairs = []
            return
        }
        let least = pairs.reduce(0) { $0 + $1.least }
        let full = pairs.reduce(0) { $0 + $1.full }
        let own = max(rows - full, min(first.full, rows - least))
        self.first = min(rows, max(own, min(first.least, rows / 3)))
        self.pairs = Self.shared(rows - self.first, pairs)
    }

    /// Rows for pairs below each other, the same for each and the odd one for the first; what one of
    /// them does not need goes to the others.
    private static func shared(_ rows: Int, _ needs: [Need]) -> [Int] {
        var shares = needs.map { _ in 0 }
        var open = Array(needs.indices)
        var rest = rows
        while open.count > 1,
            let short = open.first(where: { needs[$0].full < rest / open.count })
        {
            shares[short] = needs[short].full
            rest -= needs[short].full
            open.removeAll { $0 == short }
        }
        for (index, place) in open.enumerated() {
            let share = (rest + open.count - index - 1) / (open.count - index)
            shares[place] = share
            rest -= share
        }
        return shares
    }
}
