/// Names a count of a public table. The same id in two reports is the same count of the same day or
/// span: what one report tells of it the reader of the other knows.
public struct CellID: Hashable, Comparable, Sendable, ExpressibleByStringLiteral,
    CustomStringConvertible
{
    /// As a report's JSON names it.
    public let text: String

    public init(_ text: String) { self.text = text }
    public init(stringLiteral text: String) { self.text = text }

    public var description: String { text }

    public static func < (one: CellID, other: CellID) -> Bool {
        one.text.utf8.lexicographicallyPrecedes(other.text.utf8)
    }
}

/// A sum that the reader of a table knows to hold: the report states it, or anybody can see it.
public struct CellSum: Hashable, Sendable {
    /// What the parts come to.
    public enum Total: Hashable, Sendable {
        case cell(CellID)
        /// A number that stands elsewhere and is not hidden.
        case constant(Int)
    }

    /// A cell, or a number.
    public let total: Total
    /// A cell that is named twice counts twice.
    public let parts: [CellID]

    public init(total: Total, parts: [CellID]) {
        self.total = total
        self.parts = parts
    }

    /// Parts, and the total where it is a cell.
    var cells: [CellID] {
        switch total {
        case .cell(let id): parts + [id]
        case .constant: parts
        }
    }
}

/// The counts of a public table, before it is settled which of them are told.
///
/// A count that nobody prints and anybody can work out, as the rest of a whole or what came since
/// the last report, is a cell as well: only so is it protected.
///
/// ```swift
/// let table = DisclosureTable(
///     cells: [.init("girls", 3), .init("boys", 9), .init("all", 12)],
///     sums: [CellSum(total: .cell("all"), parts: ["girls", "boys"])])
/// table.protected()?.shown  // girls <5, boys *, all 12
/// ```
public struct DisclosureTable: Hashable, Sendable {
    /// A count that the table prints, or that anybody can work out from it.
    public struct Cell: Hashable, Sendable {
        public let id: CellID
        /// Children, meetings or whatever is counted: 0 or more.
        public let count: Int

        public init(_ id: CellID, _ count: Int) {
            self.id = id
            self.count = count
        }
    }

    /// What a reader knows of a cell that prints as `*`.
    public enum Reader: Hashable, Sendable {
        /// Nothing: it may be any count.
        case ofTable
        /// That it is not 1 to 4, which would print as `<5`. Who is safe from this reader is safe
        /// from the other; a few more cells may have to be hidden.
        case ofRule
    }

    /// In the order in which they are printed: of two cells that serve alike the later is hidden.
    public let cells: [Cell]
    /// All that hold among these cells and those of `known`; what an earlier report stated need not
    /// be stated again.
    public let sums: [CellSum]
    /// What earlier reports have told the same reader.
    public let known: [KnownTable]
    /// From whom the counts are protected.
    public let reader: Reader

    /// More cells than this are not searched: the table is left out.
    public static let mostCells = 60
    /// So many values every hidden cell keeps for the reader.
    public static let leastValues = 3

    public init(
        cells: [Cell], sums: [CellSum], known: [KnownTable] = [], reader: Reader = .ofTable
    ) {
        self.cells = cells
        self.sums = sums
        self.known = known
        self.reader = reader
    }

    /// The table as it may be published: with as few cells hidden as suffice; among equals those
    /// that come to the smallest sum, then the later in order.
    ///
    /// `nil` where the table must be left out, because
    /// - nothing suffices,
    /// - it is too large or the search would take too long (`HidingSearch.mostWork`), or
    /// - what it says does not agree with itself or with what is known: a sum that does not hold, a
    ///   sum of a cell that is nowhere, a count below 0, an id given twice, a count that an earlier
    ///   report told otherwise.
    public func protected() -> ProtectedTable? {
        guard let system = ReaderSystem(self) else { return nil }
        var hidden: Set<CellID> = []
        var ranges: [CellID: CountRange] = [:]
        for part in system.parts {
            var search = HidingSearch(part, reader: reader)
            guard let settled = try? search.settle() else { return nil }
            hidden.formUnion(settled.hidden)
            ranges.merge(settled.ranges) { one, _ in one }
        }
        var shown: [CellID: ShownCell] = [:]
        for cell in cells {
            shown[cell.id] =
                hidden.contains(cell.id)
                ? .hidden : ShownCell.isSmall(cell.count) ? .few : .exact(cell.count)
        }
        return ProtectedTable(order: cells.map(\.id), shown: shown, sums: sums, ranges: ranges)
    }
}
