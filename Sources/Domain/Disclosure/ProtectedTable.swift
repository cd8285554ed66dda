/// A count as a public table prints it.
public enum ShownCell: Hashable, Sendable {
    /// As it is: 0, or 5 and more.
    case exact(Int)
    /// 1 to 4, which are not told apart.
    case few
    /// Any count, hidden to protect another.
    case hidden

    static func isSmall(_ count: Int) -> Bool { (1..<ShownCount.least).contains(count) }

    /// `0`, `12`, `<5`, `*`.
    public var words: String {
        switch self {
        case .exact(let count): "\(count)"
        case .few: "<\(ShownCount.least)"
        case .hidden: "*"
        }
    }

    /// Whether the reader is not told the count.
    public var isHidden: Bool {
        switch self {
        case .exact: false
        case .few, .hidden: true
        }
    }

    /// What a reader knows who has been told both of the same count; `nil` where no count is both.
    func joined(_ other: ShownCell) -> ShownCell? {
        switch (self, other) {
        case (.hidden, let one), (let one, .hidden): one
        case (.few, .few): .few
        case (.exact(let one), .exact(let two)): one == two ? self : nil
        case (.exact(let count), .few), (.few, .exact(let count)):
            ShownCell.isSmall(count) ? .exact(count) : nil
        }
    }
}

/// The lowest and the highest count that a hidden cell can have for the reader. Not all between need
/// be possible.
public struct CountRange: Hashable, Sendable {
    /// 0 or more.
    public let low: Int
    /// `nil` where there is no highest.
    public let high: Int?

    public init(low: Int, high: Int?) {
        self.low = low
        self.high = high
    }
}

/// What a report has told: its cells as they were printed, and the sums that hold among them.
public struct KnownTable: Hashable, Sendable {
    /// How its cells were printed.
    public let shown: [CellID: ShownCell]
    /// Every sum that the report stated, or that anybody can see.
    public let sums: [CellSum]

    public init(shown: [CellID: ShownCell], sums: [CellSum]) {
        self.shown = shown
        self.sums = sums
    }
}

/// A table that may be published: no hidden cell has fewer than three possible values for the reader.
public struct ProtectedTable: Hashable, Sendable {
    /// The cells in the order of the table.
    public let order: [CellID]
    /// How each of them prints.
    public let shown: [CellID: ShownCell]
    /// The sums of the table, as they were given.
    public let sums: [CellSum]
    /// What every hidden cell can be for a reader of this and the earlier reports. Hidden cells of
    /// earlier reports that hang together with this table are among them.
    public let ranges: [CellID: CountRange]

    /// What the next report of the year has to reckon with.
    public var known: KnownTable { KnownTable(shown: shown, sums: sums) }

    /// Whether `part` may be told as a share of `whole`: both stand in the table as they are, and
    /// the whole is not of fewer than five.
    public func tellsShare(of part: CellID, in whole: CellID) -> Bool {
        guard case .exact(let count) = shown[whole] else { return false }
        return tellsShare(of: part, in: count)
    }

    /// Whether `part` may be told as a share of a number that stands elsewhere and is not hidden.
    public func tellsShare(of part: CellID, in whole: Int) -> Bool {
        guard case .exact = shown[part] else { return false }
        return whole >= ShownCount.least
    }
}
