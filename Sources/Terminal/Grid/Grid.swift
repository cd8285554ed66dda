import ViewModels

/// A place on the screen, counted from 0 at the top left.
public struct Position: Hashable, Sendable {
    public var row: Int
    public var column: Int

    public init(row: Int, column: Int) {
        self.row = row
        self.column = column
    }
}

/// A screen of cells. Each row is an array of its own, so that a frame shares the rows in which it
/// is like the one before, and to find that out costs nothing.
public struct Grid: Hashable, Sendable {
    public let size: Size
    private var rows: [[Cell]]

    public init(_ size: Size) {
        self.size = Size(columns: max(size.columns, 0), rows: max(size.rows, 0))
        let row = Array(repeating: Cell.blank, count: self.size.columns)
        rows = Array(repeating: row, count: self.size.rows)
    }

    /// All cells, row by row.
    public var cells: [Cell] { Array(rows.joined()) }

    public subscript(row: Int, column: Int) -> Cell { rows[row][column] }

    public func row(_ row: Int) -> [Cell] { rows[row] }

    /// Replaces cells of a row by others that were taken from such a place; all must lie inside.
    mutating func replace(row: Int, column: Int, with others: ArraySlice<Cell>) {
        rows[row].replaceSubrange(column..<column + others.count, with: others)
    }

    /// Blanks a part of a row, which must not begin or end within a wide grapheme.
    mutating func blank(row: Int, column: Int, columns: Int) {
        for place in column..<column + columns { rows[row][place] = .blank }
    }

    /// Puts a cell where it is inside the grid. A wide cell takes its right neighbour; half a wide
    /// grapheme is never left over, neither at the right edge nor under a new cell.
    public mutating func put(_ cell: Cell, row: Int, column: Int) {
        guard row >= 0, row < size.rows, column >= 0, column < size.columns else { return }
        if rows[row][column].width != 1 { mend(row, column) }
        guard cell.width == 2 else {
            rows[row][column] = cell
            return
        }
        guard column + 1 < size.columns else {
            rows[row][column] = Cell(scalar: " ", tone: cell.tone, isSelected: cell.isSelected)
            return
        }
        if rows[row][column + 1].width == 2 { mend(row, column + 1) }
        rows[row][column] = cell
        rows[row][column + 1] = .covered(tone: cell.tone, isSelected: cell.isSelected)
    }

    /// Blanks the other half of the wide grapheme that is about to be overwritten.
    private mutating func mend(_ row: Int, _ column: Int) {
        if rows[row][column].width == 2 {
            if column + 1 < size.columns { rows[row][column + 1] = .blank }
        } else if column > 0 {
            rows[row][column - 1] = .blank
        }
    }
}
