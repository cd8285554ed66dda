/// What one report for everybody has told: its numbers, how each was printed, and its sums.
///
/// It is kept with the entry of the journal that says that the report was made. The counts are kept
/// too: what has come since is a number that a reader can work out, and must not be small unhidden.
public struct Telling: Hashable, Sendable {
    /// A number of the report.
    public struct Number: Hashable, Sendable {
        public let id: String
        public let count: Int
        public let shown: ShownCell
    }

    /// The day on which the report was made.
    public let on: Day
    /// The days of the earlier reports with which it reckoned.
    public let after: [Day]
    public let numbers: [Number]
    public let sums: [CellSum]

    init(on day: Day, after earlier: [Day], numbers: [Number], sums: [CellSum]) {
        on = day
        after = earlier
        self.numbers = numbers
        self.sums = sums
    }

    // MARK: As text

    /// One line a fact, its fields with tabs between them.
    public var text: String {
        let days = ["after"] + after.map(\.iso)
        let cells = numbers.map { ["cell", "\($0.count)", $0.shown.words, $0.id] }
        let sums = sums.map { sum -> [String] in
            switch sum.total {
            case .cell(let id): ["sum", id.text] + sum.parts.map(\.text)
            case .constant(let total): ["whole", "\(total)"] + sum.parts.map(\.text)
            }
        }
        return ([days] + cells + sums).map { $0.joined(separator: "\t") }
            .joined(separator: "\n")
    }

    /// Reads what `text` has written; `nil` where it is anything else.
    public init?(_ text: String, on day: Day) {
        var after: [Day] = []
        var numbers: [Number] = []
        var sums: [CellSum] = []
        for line in text.split(separator: "\n") {
            let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
                .map(String.init)
            let parts = fields.dropFirst(2).map { CellID($0) }
            switch fields[0] {
            case "after": after = fields.dropFirst().compactMap { Day(iso: $0) }
            case "cell":
                guard fields.count == 4, let count = Int(fields[1]),
                    let shown = ShownCell(words: fields[2])
                else { return nil }
                numbers.append(Number(id: fields[3], count: count, shown: shown))
            case "sum":
                guard fields.count > 1 else { return nil }
                sums.append(CellSum(total: .cell(CellID(fields[1])), parts: parts))
            case "whole":
                guard fields.count > 1, let total = Int(fields[1]) else { return nil }
                sums.append(CellSum(total: .constant(total), parts: parts))
            default: return nil
            }
        }
        self.init(on: day, after: after, numbers: numbers, sums: sums)
    }

    // MARK: What counts

    /// Those that a reader has: the last that was made by each day on which a report was presented or
    /// sent, and all with which these reckoned; the oldest first.
    public static func had(_ all: [Telling], by days: [Day]) -> [Telling] {
        let ordered = all.sorted { $0.on < $1.on }
        var found = Set(days.compactMap { day in ordered.last { $0.on <= day }?.on })
        for telling in ordered.reversed() where found.contains(telling.on) {
            found.formUnion(telling.after)
        }
        return ordered.filter { found.contains($0.on) }
    }

    /// The earlier reports as tables beside the numbers of a new one.
    ///
    /// A number that has not changed since is the same number: the reader is taken to know that. What
    /// has changed by less than five is a number of its own, told as `<5`.
    static func known(_ earlier: [Telling], beside now: [PublicCounts.Cell]) -> [KnownTable] {
        let present = Dictionary(now.map { ($0.id, $0.count) }, uniquingKeysWith: { one, _ in one })
        var names: [Name: CellID] = [:]
        for (id, count) in present { names[Name(id: id, count: count)] = CellID(id) }
        for telling in earlier {
            for number in telling.numbers where names[Name(number)] == nil {
                names[Name(number)] = CellID("\(number.id) on \(telling.on.iso)")
            }
        }
        return earlier.map { telling in
            let own = Dictionary(
                telling.numbers.map { (CellID($0.id), names[Name($0)] ?? CellID($0.id)) },
                uniquingKeysWith: { one, _ in one })
            var shown = Dictionary(
                telling.numbers.map { (names[Name($0)] ?? CellID($0.id), $0.shown) },
                uniquingKeysWith: { one, _ in one })
            var sums = telling.sums.map { $0.renamed(own) }
            for number in telling.numbers {
                guard let count = present[number.id], let name = own[CellID(number.id)],
                    ShownCell.isSmall(abs(count - number.count))
                else { continue }
                let since = CellID("\(number.id) since \(telling.on.iso)")
                shown[since] = .few
                sums.append(
                    count > number.count
                        ? CellSum(total: .cell(CellID(number.id)), parts: [name, since])
                        : CellSum(total: .cell(name), parts: [CellID(number.id), since]))
            }
            return KnownTable(shown: shown, sums: sums)
        }
    }

    /// A number that is the same wherever its id and its count are.
    private struct Name: Hashable {
        let id: String
        let count: Int

        init(id: String, count: Int) {
            self.id = id
            self.count = count
        }

        init(_ number: Number) { self.init(id: number.id, count: number.count) }
    }
}

extension ShownCell {
    /// Reads what `words` has written.
    init?(words: String) {
        if words == ShownCell.few.words {
            self = .few
        } else if words == ShownCell.hidden.words {
            self = .hidden
        } else if let count = Int(words) {
            self = .exact(count)
        } else {
            return nil
        }
    }
}

extension CellSum {
    fileprivate func renamed(_ names: [CellID: CellID]) -> CellSum {
        let parts = parts.map { names[$0] ?? $0 }
        return switch total {
        case .cell(let id): CellSum(total: .cell(names[id] ?? id), parts: parts)
        case .constant: CellSum(total: total, parts: parts)
        }
    }
}
