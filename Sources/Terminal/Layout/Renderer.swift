import ViewModels

/// Turns a page into what a screen of a given size shows.
public enum Renderer {
    /// The least size at which a page can be used.
    public static let leastSize = Size(columns: 60, rows: 20)

    /// The same page, size and places give the same frame. Only what is seen is laid out.
    public static func frame(
        of page: Page, size: Size, charset: Charset = .utf8, scroll: inout ScrollState
    ) -> Frame {
        if let frame = scroll.drawn?.frame(of: page, size: size, charset: charset) {
            scroll.drawn?.page = page
            scroll.drawn?.last = frame
            return frame
        }
        var screen = Screen(page: page, size: size, charset: charset, scroll: scroll)
        screen.draw()
        let frame = Frame(grid: screen.canvas.grid, cursor: screen.canvas.cursor)
        scroll = screen.scroll
        scroll.drawn = screen.drawnPage(frame)
        return frame
    }
}

/// A page being drawn.
struct Screen {
    let page: Page
    let size: Size
    var canvas: Canvas
    var scroll: ScrollState
    /// Where the rows of a dashboard's focused pane stand, and the lines about the selected one.
    var rowsOfFocus: DrawnRows?
    var areaOfDetail: Area?

    init(page: Page, size: Size, charset: Charset, scroll: ScrollState) {
        self.page = page
        self.size = size
        self.scroll = scroll
        canvas = Canvas(size: size, charset: charset)
    }

    var setter: Typesetter { canvas.setter }

    /// Room for the pane across the top and four more, framed.
    var isWide: Bool { size.columns >= 100 && size.rows >= 30 }

    mutating func draw() {
        let least = Renderer.leastSize
        guard size.columns >= least.columns, size.rows >= least.rows else { return drawNeed(least) }
        let first = drawHeader()
        var last = size.rows - 1
        drawFooter(row: last)
        last -= drawDetail(above: last)
        let ruleRow = last - 1
        var body = Area(row: first, column: 0, rows: ruleRow - first, columns: size.columns)
        let status: String
        switch page.arrangement {
        case .dashboard where isWide: status = drawDashboard(in: body)
        case .dashboard: status = drawOnePane(in: body)
        case .stack:
            if size.rows >= 24 {
                body.row += 1
                body.rows -= 1
            }
            status = drawStack(in: body)
        }
        drawRule(row: ruleRow, status: status)
        switch page.prompt {
        case nil: break
        case .line(let mark, let text, let caret, let matches):
            drawLine(mark: mark, text: text, caret: caret, matches: matches)
        case .confirm(let question, let key, let words):
            drawQuestion(question, key: key, words: words)
        }
    }

    /// A page cut to this size could hide what matters, so it shows nothing of a child.
    private mutating func drawNeed(_ least: Size) {
        let words =
            "cksw needs \(least.columns)x\(least.rows); this is \(size.columns)x\(size.rows)"
        let lines = setter.lines(TextLine(words), width: size.columns)
        for (row, line) in lines.enumerated() {
            canvas.put(line, row: row, column: 0, columns: size.columns)
        }
    }

    /// The first row below the header.
    private mutating func drawHeader() -> Int {
        let lines = (size.columns >= 100 ? page.header : page.shortHeader).prefix(4)
        for (row, line) in lines.enumerated() { put(line, row: row) }
        return lines.count
    }

    /// How many rows the lines about the selected row take. On a dashboard always the same, so that
    /// the panes stay where they are while the selection moves.
    private mutating func drawDetail(above end: Int) -> Int {
        guard !page.detail.isEmpty else { return 0 }
        let lines = detailLines
        let rows = page.arrangement == .dashboard && !isWide ? mostDetail : lines.count
        let area = Area(row: end - rows, column: 1, rows: rows, columns: size.columns - 2)
        put(lines, inDetail: area)
        areaOfDetail = area
        return rows
    }

    mutating func put(_ lines: [[Cell]], inDetail area: Area) {
        for (row, line) in lines.enumerated() {
            canvas.put(line, row: area.row + row, column: area.column, columns: area.columns)
        }
    }

    private var mostDetail: Int { isWide && size.rows < 40 ? 2 : 3 }

    /// The lines about the selected row, as many as have room.
    var detailLines: [[Cell]] {
        let most = mostDetail
        let width = size.columns - 2
        let all = isWide ? cutDetail(width) : wrappedDetail(width, most: most)
        var lines = Array(all.prefix(most))
        if all.count > most {
            let more = Cell(setter.charset.ellipsis, tone: .muted)
            lines[most - 1] =
                lines[most - 1].truncated(to: width - 2, charset: setter.charset) + [.blank, more]
        }
        return lines
    }

    /// Among frames every row counts: a line that is too long is cut, not wrapped.
    private func cutDetail(_ width: Int) -> [[Cell]] {
        page.detail.map { setter.line($0, width: width) }
    }

    /// Where not all has room, who it is about is cut, so that the reason is read to its end.
    private func wrappedDetail(_ width: Int, most: Int) -> [[Cell]] {
        let wrapped = page.detail.map { setter.lines($0, width: width) }
        guard wrapped.reduce(0, { $0 + $1.count }) > most else { return wrapped.flatMap { $0 } }
        return [setter.line(page.detail[0], width: width)] + wrapped.dropFirst().flatMap { $0 }
    }

    /// The line between the panes and what is said about them. News stand on it until they are read.
    private mutating func drawRule(row: Int, status: String) {
        let area = Area(row: row, column: 0, rows: 1, columns: size.columns)
        let isDrawn = page.arrangement == .dashboard ? !isWide : !page.detail.isEmpty
        let end = setter.cells(status, .muted)
        if isDrawn { canvas.rule(area) }
        if !end.isEmpty {
            canvas.put(
                [.blank] + end + [.blank], row: row, column: size.columns - end.width - 3,
                columns: end.width + 2)
        }
        guard let message = page.message else { return }
        let words = setter.line(
            message, width: size.columns - 4 - (end.isEmpty ? 0 : end.width + 3))
        let line = isDrawn ? [.blank] + words + [.blank] : words
        canvas.put(line, row: row, column: 1, columns: size.columns - 2)
    }

    private mutating func drawFooter(row: Int) {
        let hints: (left: [KeyHint], right: [KeyHint]) =
            switch page.prompt {
            case nil: (page.footer, page.footerRight)
            case .line: ([], [])
            case .confirm(_, let key, let words):
                ([KeyHint("Esc", "cancel"), KeyHint(key, words)], [])
            }
        let right = set(hints.right)
        var left = hints.left
        let room = size.columns - 2 - (right.isEmpty ? 0 : right.width + 2)
        // A key without its words helps nobody: the last hints go as a whole.
        while !left.isEmpty, set(left).width > room { left.removeLast() }
        canvas.put(set(left), row: row, column: 1, columns: size.columns - 2)
        canvas.put(
            right, row: row, column: max(1, size.columns - 1 - right.width),
            columns: size.columns - 2)
    }

    private func set(_ hints: [KeyHint]) -> [Cell] {
        setter.cells(
            hints.map { [Phrase($0.key, .key), Phrase(" " + $0.words)] }
                .joined(separator: [Phrase("  ")]).map { $0 })
    }

    mutating func put(_ line: TextLine, row: Int) {
        let width = size.columns - 2
        canvas.put(setter.line(line, width: width), row: row, column: 1, columns: width)
    }

    /// The mark and the name: on a slow line each column in reverse is a byte, twice for every key.
    private static let selectedColumns = 20

    /// Draws an item from a row on, as far as the area goes; the next free row.
    mutating func put(_ item: Item, row: Int, in area: Area) -> Int {
        let end = area.row + area.rows
        for (offset, line) in item.lines.enumerated() where row + offset < end {
            canvas.put(
                line, row: row + offset, column: area.column, columns: area.columns,
                selected: item.isSelected ? Self.selectedColumns : 0)
        }
        if let cursor = item.cursor, row + cursor.row < end {
            canvas.cursor = Position(
                row: row + cursor.row,
                column: min(area.column + cursor.column, area.column + area.columns - 1))
        }
        return min(row + item.lines.count, end)
    }
}
