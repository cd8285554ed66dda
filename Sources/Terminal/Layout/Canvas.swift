import ViewModels

/// A part of the screen.
struct Area: Hashable {
    var row: Int
    var column: Int
    var rows: Int
    var columns: Int

    var inner: Area {
        Area(row: row + 1, column: column + 1, rows: max(0, rows - 2), columns: max(0, columns - 2))
    }
}

/// A grid being drawn on.
struct Canvas {
    var grid: Grid
    var cursor: Position?
    let setter: Typesetter

    init(size: Size, charset: Charset) {
        grid = Grid(size)
        setter = Typesetter(charset: charset)
    }

    /// A canvas on which a frame stands already.
    init(upon frame: Frame, charset: Charset) {
        grid = frame.grid
        cursor = frame.cursor
        setter = Typesetter(charset: charset)
    }

    /// Puts cells from `column` on, not beyond `columns` of them; the first `selected` columns are
    /// shown as selected, be they blank.
    mutating func put(
        _ cells: [Cell], row: Int, column: Int, columns: Int, selected: Int = 0
    ) {
        var place = column
        for var cell in cells {
            guard place + Int(cell.width) <= column + columns else { break }
            if place < column + selected { cell.isSelected = true }
            grid.put(cell, row: row, column: place)
            place += Int(cell.width)
        }
        let blank = Cell(scalar: " ", isSelected: true)
        while place < column + min(selected, columns) {
            grid.put(blank, row: row, column: place)
            place += 1
        }
    }

    /// The cells of an area, row by row.
    func cells(of area: Area) -> [Cell] {
        (area.row..<area.row + area.rows).flatMap { row in
            grid.row(row).dropFirst(area.column).prefix(area.columns)
        }
    }

    /// Puts cells that `cells(of:)` gave back into an area of the same size.
    mutating func put(_ cells: [Cell], in area: Area) {
        for row in 0..<area.rows {
            grid.replace(
                row: area.row + row, column: area.column,
                with: cells[row * area.columns..<(row + 1) * area.columns])
        }
    }

    mutating func clear(_ area: Area) {
        for row in area.row..<area.row + area.rows {
            for column in area.column..<area.column + area.columns {
                grid.put(.blank, row: row, column: column)
            }
        }
    }

    /// The same for an area that begins and ends between graphemes, as every row of a pane does.
    mutating func clear(row: Int, of area: Area) {
        grid.blank(row: row, column: area.column, columns: area.columns)
    }

    /// Shows the area in reverse.
    mutating func select(_ area: Area) {
        for row in area.row..<area.row + area.rows {
            for column in area.column..<area.column + area.columns {
                var cell = grid[row, column]
                guard cell.width > 0 else { continue }
                cell.isSelected = true
                grid.put(cell, row: row, column: column)
            }
        }
    }

    /// A line across the area's first row, with words in it.
    mutating func rule(_ area: Area, words: [Cell] = [], tone: Tone = .muted) {
        let stroke = Cell(strokes.horizontal, tone: tone)
        let line = Array(repeating: stroke, count: area.columns)
        put(line, row: area.row, column: area.column, columns: area.columns)
        insert(words, row: area.row, column: area.column + 1, columns: area.columns - 2)
    }

    /// A frame around the area, with words on its upper and lower edge.
    mutating func box(_ area: Area, title: [Cell] = [], status: [Cell] = [], tone: Tone = .muted) {
        guard area.rows >= 2, area.columns >= 2 else { return }
        let strokes = strokes
        let right = area.column + area.columns - 1
        let bottom = area.row + area.rows - 1
        let line = Array(
            repeating: Cell(strokes.horizontal, tone: tone), count: area.columns - 2)
        for row in [area.row, bottom] {
            put(line, row: row, column: area.column + 1, columns: area.columns - 2)
        }
        let side = Cell(strokes.vertical, tone: tone)
        for row in area.row + 1..<bottom {
            grid.put(side, row: row, column: area.column)
            grid.put(side, row: row, column: right)
        }
        let corners = [
            (strokes.topLeft, area.row, area.column), (strokes.topRight, area.row, right),
            (strokes.bottomLeft, bottom, area.column), (strokes.bottomRight, bottom, right),
        ]
        for (stroke, row, column) in corners {
            grid.put(Cell(stroke, tone: tone), row: row, column: column)
        }
        insert(title, row: area.row, column: area.column + 1, columns: area.columns - 2)
        insert(status, row: bottom, column: area.column + 2, columns: area.columns - 3)
    }

    /// Words in a line, with a blank on either side.
    private mutating func insert(_ words: [Cell], row: Int, column: Int, columns: Int) {
        guard !words.isEmpty, columns > 2 else { return }
        let words = words.truncated(to: columns - 2, charset: setter.charset)
        put([.blank] + words + [.blank], row: row, column: column, columns: columns)
    }

    private var strokes: Strokes {
        switch setter.charset {
        case .utf8: .lines
        case .ascii: .ascii
        }
    }
}

/// What frames are drawn with.
private struct Strokes {
    let horizontal, vertical, topLeft, topRight, bottomLeft, bottomRight: Character

    static let lines = Strokes(
        horizontal: "─", vertical: "│", topLeft: "┌", topRight: "┐", bottomLeft: "└",
        bottomRight: "┘")
    static let ascii = Strokes(
        horizontal: "-", vertical: "|", topLeft: "+", topRight: "+", bottomLeft: "+",
        bottomRight: "+")
}
