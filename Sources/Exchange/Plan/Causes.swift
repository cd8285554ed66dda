/// Lines of a file that are said together because they share one cause: one line with the count, the
/// first places and the first examples, instead of sixty that differ in a name.
struct Causes {
    /// What is said of one cause, and the line of the file where it is about one alone.
    struct Saying: Hashable, Sendable {
        let line: Int?
        let words: String
    }

    /// `row`, or `name` where the lines are about no row.
    private let noun: String
    private var groups: [Group] = []
    private var indices: [String: Int] = [:]

    init(noun: String = "row") { self.noun = noun }

    /// Adds one line.
    ///
    /// - Parameters:
    ///   - cause: what the lines of a group share.
    ///   - alone: what is said where no other line shares it.
    mutating func add(
        _ line: Int?, cause: String, column: String? = nil, sample: String, alone: String
    ) {
        let index = indices[cause] ?? groups.count
        if index == groups.count {
            indices[cause] = index
            groups.append(Group(words: cause, column: column, alone: alone))
        }
        groups[index].take(line, column, sample)
    }

    /// What is said of each cause, in the order in which they came.
    var sayings: [Saying] { groups.map { $0.saying(noun) } }
}

/// The lines that share one cause.
private struct Group {
    let words: String
    let column: String?
    let alone: String
    private var hasOneColumn = true
    private var lines: [Int] = []
    private var count = 0
    private var samples: [String] = []

    /// How many places and examples are named.
    private static let most = 3

    init(words: String, column: String?, alone: String) {
        self.words = words
        self.column = column
        self.alone = alone
    }

    mutating func take(_ line: Int?, _ column: String?, _ sample: String) {
        if let line, lines.last != line { lines.append(line) }
        count += 1
        if column != self.column { hasOneColumn = false }
        if samples.count < Self.most, !samples.contains(sample) { samples.append(sample) }
    }

    func saying(_ noun: String) -> Causes.Saying {
        if count == 1 { return Causes.Saying(line: lines.first, words: alone) }
        var parts = [counted(noun)]
        if let column, hasOneColumn { parts.append(VisibleText.of(column)) }
        parts.append(VisibleText.of(words, limit: 1000))
        let shown = samples.filter { !$0.isEmpty }
        if !shown.isEmpty {
            parts.append(shown.joined(separator: "; ") + (count > shown.count ? " …" : ""))
        }
        return Causes.Saying(line: nil, words: parts.joined(separator: ": "))
    }

    /// `60 rows (lines 2, 3, 4 …)`.
    private func counted(_ noun: String) -> String {
        guard !lines.isEmpty else { return "\(count) \(noun)s" }
        let rows = Set(lines)
        let first = rows.sorted().prefix(Self.most).map(String.init).joined(separator: ", ")
        let one = rows.count == 1
        return "\(rows.count) \(noun)\(one ? "" : "s") (line\(one ? "" : "s") \(first)"
            + "\(rows.count > Self.most ? " …" : ""))"
    }
}
