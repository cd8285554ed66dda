import ViewModels

extension Screen {
    /// The panes one below the other, scrolled as one. Returned is how much of them is seen, where
    /// it is not all.
    mutating func drawStack(in area: Area) -> String {
        let contents = page.panes.enumerated().map {
            PaneContent(
                $1, width: area.columns, isFocused: $0 == page.focus, setter: setter)
        }
        let flow = Flow(contents, focus: page.focus)
        guard flow.count > 0, area.rows > 1 else { return "" }
        var body = area
        var top = top(of: flow, rows: body.rows)
        if let titles = flow.columnTitles(above: top) {
            canvas.put([.blank] + titles, row: body.row, column: 0, columns: body.columns)
            body.row += 1
            body.rows -= 1
            top = self.top(of: flow, rows: body.rows)
        }
        scroll[page.id, ""] = top
        let end = body.row + body.rows
        var row = body.row
        var next = top
        while next < flow.count, row < end {
            row = put(flow.item(next), row: row, in: body)
            next += 1
        }
        let isAll = top == 0 && next == flow.count
        return isAll ? "" : next == flow.count ? "end" : "more below"
    }

    private func top(of flow: Flow, rows: Int) -> Int {
        Viewport(count: flow.count, rows: rows, height: flow.height)
            .top(from: scroll[page.id, ""], showing: flow.wanted(in: rows))
    }
}
