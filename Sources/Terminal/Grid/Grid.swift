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

/// A screen of cells, row by row in one array. Two grids compare cell by cell; a row is a slice.
public struct Grid: Hashable, Sendable {
    public let size: Size
    public private(set) var cells: [Cell]

    public init(_ size: Size) {
        self.size = Size(columns: max(size.columns, 0), rows: max(size.rows, 0))
        cells = Array(repeating: .blank, count: self.size.columns * self.size.rows)
    }

    public subscript(row: Int, column: Int) -> Cell {
        cells[row * size.columns + column]
    }

    public func row(_ row: Int) -> ArraySlice<Cell> {
        cells[row * size.columns..<(row + 1) * size.columns]
    }

    /// Replaces cells of a row by others that were taken from such a place; all must lie inside.
    mutating func replace(row: Int, column: Int, with others: ArraySlice<Cell>) {
        let place = row * size.columns + column
        cells.replaceSubrange(place..<place + others.count, with: others)
    }

    /// Puts a cell where it is inside the grid. A wide cell takes its right neighbour; half a wide
    /// grapheme is never left over, neither at the right edge nor under a new cell.
    public mutating func put(_ cell: Cell, row: Int, column: Int) {
        guard row >= 0, row < size.rows, column >= 0, column < size.columns else { return }
        let place = row * size.columns + column
        if cells[place].width != 1 { mend(place, column: column) }
        guard cell.width == 2 else {
            cells[place] = cell
            return
        }
        guard column + 1 < size.columns else {
            cells[place] = Cell(scalar: " ", tone: cell.tone, isSelected: cell.isSelected)
            return
        }
        if cells[place + 1].width == 2 { mend(place + 1, column: column + 1) }
        cells[place] = cell
        cells[place + 1] = .covered(tone: cell.tone, isSelected: cell.isSelected)
    }

    /// Blanks the other half of the wide grapheme that is about to be overwritten at `place`.
    private mutating func mend(_ place: Int, column: Int) {
        if cells[place].width == 2 {
            if column + 1 < size.columns { cells[place + 1] = .blank }
        } else if column > 0 {
            cells[place - 1] = .blank
        }
    }
}
