import ViewModels

extension Screen {
    /// A line being typed at the foot, with what it finds above it.
    mutating func drawLine(mark: String, text: String, caret: Int, matches: [TextLine]) {
        let last = size.rows - 1
        let shown = matches.prefix(size.rows / 3)
        if !shown.isEmpty {
            let area = Area(
                row: last - shown.count - 1, column: 0, rows: shown.count + 1,
                columns: size.columns)
            canvas.clear(area)
            canvas.rule(area, tone: .strong)
            for (index, line) in shown.enumerated() { put(line, row: area.row + 1 + index) }
        }
        let mark = setter.cells(mark, .strong)
        let room = size.columns - mark.width - 2
        let (cells, column) = setter.window(
            setter.cells(text), of: text, caret: caret, width: room)
        canvas.put(mark + cells, row: last, column: 1, columns: size.columns - 1)
        canvas.cursor = Position(row: last, column: 1 + mark.width + (column ?? 0))
    }

    /// A question in the strongest style of every theme. Cancel stands first, marked, under the
    /// cursor; the act has a key of its own.
    mutating func drawQuestion(_ question: String, key: String, words: String) {
        let columns = min(size.columns - 4, 64)
        let lines = setter.lines(TextLine(question, .strong), width: columns - 4)
            .prefix(size.rows - 6)
        let rows = lines.count + 5
        let area = Area(
            row: (size.rows - rows) / 2, column: (size.columns - columns) / 2, rows: rows,
            columns: columns)
        canvas.clear(area)
        for (index, line) in lines.enumerated() {
            put(line, row: area.row + 1 + index, in: area)
        }
        let keyWidth = max(setter.cells(key).width, setter.cells("⏎ Esc").width)
        let choices = [("▸ ", "⏎ Esc", "Cancel"), ("  ", key, words)]
        for (index, choice) in choices.enumerated() {
            let keys = setter.padded(setter.cells(choice.0 + choice.1, .key), to: keyWidth + 4)
            let line = (keys + setter.cells(choice.2, .strong))
                .truncated(to: columns - 4, charset: setter.charset)
            put(line, row: area.row + rows - 3 + index, in: area)
        }
        canvas.box(area, tone: .strong)
        canvas.select(area)
        canvas.cursor = Position(row: area.row + rows - 3, column: area.column + 2)
    }

    private mutating func put(_ line: [Cell], row: Int, in area: Area) {
        canvas.put(line, row: row, column: area.column + 2, columns: area.columns - 4)
    }
}
