import Domain

/// Something to say about one place of a file: a fault that refuses it, or a notice that does not.
public struct RowMessage: Hashable, Sendable {
    public let file: String
    /// The physical line on which the record begins; `nil` for the file as a whole.
    public let line: Int?
    /// The column's heading, `row` for a whole record, `file` for a whole file.
    public let column: String
    public let problem: String
    /// What was found, as it was found; `nil` where there is nothing to show.
    public let found: String?

    /// `pupils.csv:4: born: is not a date like 2026-11-23: 23/11/2019`.
    public var words: String {
        let name = VisibleText.of(file, limit: 200)
        let place = line.map { "\(name):\($0)" } ?? name
        let parts = [place, VisibleText.of(column), problem]
        guard let found else { return parts.joined(separator: ": ") }
        let shown = found.isEmpty ? "(empty)" : VisibleText.of(found)
        return (parts + [shown]).joined(separator: ": ")
    }

    init(_ file: String, _ line: Int?, _ column: String, _ problem: String, _ found: String?) {
        self.file = file
        self.line = line
        self.column = column
        self.problem = problem
        self.found = found
    }

    init(_ kind: RecordKind, _ line: Int, _ fault: FieldFault) {
        self.init(kind.file, line, fault.column, fault.problem, fault.found)
    }
}

/// Messages of several files: the first hundred to show, and how many there are.
public struct RowMessages: Sendable {
    public static let limit = 100

    /// The messages to show, by file in the order of the bundle, then by line.
    public var shown: [RowMessage] {
        let sorted = files.sorted { ($0.rank, $0.name) < ($1.rank, $1.name) }
        return Array(sorted.flatMap(\.first).prefix(RowMessages.limit))
    }
    public private(set) var count = 0
    private var files: [File] = []

    private struct File {
        let name: String
        /// Its place in the bundle; files that belong to none come first.
        let rank: Int
        /// The first messages by line.
        var first: [RowMessage] = []

        init(_ name: String) {
            self.name = name
            rank = RecordKind.allCases.firstIndex { $0.file == name } ?? -1
        }
    }

    /// One line each, and a last one that counts those left out.
    public var lines: [String] {
        let shown = shown
        let more = count - shown.count
        return shown.map(\.words) + (more > 0 ? ["… and \(more) more"] : [])
    }

    public var isEmpty: Bool { count == 0 }

    /// Adds a message in its place; of a file only as many are kept as can be shown.
    mutating func add(_ message: RowMessage) {
        count += 1
        let place: Int
        if let known = files.firstIndex(where: { $0.name == message.file }) {
            place = known
        } else {
            place = files.count
            files.append(File(message.file))
        }
        let line = message.line ?? 0
        let messages = files[place].first
        guard messages.count < RowMessages.limit || line < messages.last?.line ?? 0 else { return }
        let index = messages.lastIndex { $0.line ?? 0 <= line }.map { $0 + 1 } ?? 0
        files[place].first.insert(message, at: index)
        if messages.count == RowMessages.limit { files[place].first.removeLast() }
    }
}
