import ViewModels

extension Screen {
    /// The first pane across the top, four more two by two. Panes beyond these are named in the
    /// line below, which is returned; the focused one always has a place.
    mutating func drawDashboard(in area: Area) -> String {
        guard let first = page.panes.first else { return "" }
        var others = Array(page.panes.indices.dropFirst().prefix(4))
        if page.focus > 4, page.panes.indices.contains(page.focus) { others[3] = page.focus }
        let rows = others.isEmpty ? area.rows : topRows(of: first, in: area.rows)
        var top = area
        top.rows = rows
        drawBox(0, in: top)
        var lower = area
        lower.row += rows
        lower.rows -= rows
        drawPairs(others, in: lower)
        let hidden = page.panes.indices.dropFirst().filter { !others.contains($0) }
        return hidden.map { page.panes[$0].heading.map(\.text).joined() }.joined(separator: "  ")
    }

    /// The upper pair gets the odd row, the left pane the odd columns: a roster has most to say.
    private mutating func drawPairs(_ places: [Int], in area: Area) {
        let pairs = stride(from: 0, to: places.count, by: 2).map {
            places[$0..<min($0 + 2, places.count)]
        }
        var rest = area
        for (index, pair) in pairs.enumerated() {
            let height = (rest.rows + pairs.count - index - 1) / (pairs.count - index)
            let left = pair.count == 1 ? area.columns : (area.columns + 2) / 2
            for (place, column) in zip(pair, [0, left]) {
                drawBox(
                    place,
                    in: Area(
                        row: rest.row, column: column, rows: height,
                        columns: column == 0 ? left : area.columns - left))
            }
            rest.row += height
            rest.rows -= height
        }
    }

    /// One pane without a frame, the others by name and counts in a line above it. Returned is
    /// which rows are seen, where not all are.
    mutating func drawOnePane(in area: Area) -> String {
        guard page.panes.indices.contains(page.focus) else { return "" }
        canvas.put(
            tabs(width: area.columns), row: area.row, column: 0, columns: area.columns)
        let content = PaneContent(
            page.panes[page.focus], width: area.columns, isFocused: true, setter: setter)
        var body = area
        body.row += 1
        body.rows -= 1
        return draw(content, in: body)
    }

    /// A quarter of the height, less where it has fewer rows.
    private func topRows(of pane: Pane, in rows: Int) -> Int {
        let content = PaneContent(pane, width: size.columns - 2, isFocused: false, setter: setter)
        let titles = content.titles == nil ? 0 : 1
        let needed = content.count + titles + 2 + (pane.notes.isEmpty ? 0 : pane.notes.count + 1)
        return min(max(needed, 5), max(7, rows * 27 / 100))
    }

    private mutating func drawBox(_ place: Int, in area: Area) {
        let pane = page.panes[place]
        let isFocused = place == page.focus
        if !isFocused, put(scroll.boxes[place], pane, in: area) { return }
        let content = PaneContent(
            pane, width: area.inner.columns, isFocused: isFocused, setter: setter)
        let seen = draw(content, in: area.inner)
        let status = [pane.status, seen].filter { !$0.isEmpty }.joined(separator: " · ")
        canvas.box(
            area, title: setter.cells(pane.heading), status: setter.cells(status, .muted),
            tone: isFocused ? .strong : .muted)
        scroll.boxes[place] =
            isFocused
            ? nil
            : DrawnBox(
                page: page.id, pane: pane, area: area, charset: setter.charset,
                cells: canvas.cells(of: area))
    }

    /// Puts a box as it was drawn last, where nothing about it has changed.
    private mutating func put(_ box: DrawnBox?, _ pane: Pane, in area: Area) -> Bool {
        guard let box, box.page == page.id, box.area == area, box.charset == setter.charset,
            box.pane == pane
        else { return false }
        canvas.put(box.cells, in: area)
        return true
    }

    /// TableColumn titles, items and, where there is room, notes. Returns which rows are seen, where not
    /// all are: `8–14 of 40`.
    private mutating func draw(_ content: PaneContent, in area: Area) -> String {
        guard area.rows > 0 else { return "" }
        if content.isFocused { canvas.cursor = Position(row: area.row, column: area.column) }
        var body = area
        if let titles = content.titles, !content.isEmpty, area.rows > 1 {
            canvas.put(
                [.blank] + titles, row: area.row, column: area.column, columns: area.columns)
            body.row += 1
            body.rows -= 1
        }
        let top = Viewport(
            count: content.count, rows: body.rows, leap: content.isTable ? body.rows / 2 : 0,
            height: content.height
        )
        .top(from: scroll[page.id, content.pane.id], showing: content.wanted)
        scroll[page.id, content.pane.id] = top
        if content.isFocused, content.isTable, !content.isEmpty {
            rowsOfFocus = DrawnRows(content: content, area: body, top: top)
        }
        let end = body.row + body.rows
        var row = body.row
        var next = top
        while next < content.count, row < end {
            row = put(content.item(next), row: row, in: body)
            next += 1
        }
        if top > 0 || next < content.count { return "\(top + 1)–\(next) of \(content.count)" }
        row += content.count > 0 ? 1 : 0
        for index in content.pane.notes.indices where row < end {
            row = put(Item(lines: content.note(index)), row: row, in: body)
        }
        return ""
    }

    /// `[0 Now 14] 1 Pupils  2 PEPs !2 ▲2`: names are shortened, then left out, where it is narrow.
    private func tabs(width: Int) -> [Cell] {
        let nameWidths = [Int.max, 12, 9, 7, 5]
        let line = nameWidths.lazy.map(tabs(nameWidth:)).first { $0.width <= width }
        return (line ?? tabs(nameWidth: 0)).truncated(to: width, charset: setter.charset)
    }

    private func tabs(nameWidth: Int) -> [Cell] {
        page.panes.indices.flatMap { place -> [Cell] in
            let pane = page.panes[place]
            let isFocused = place == page.focus
            let tone: Tone = isFocused ? .strong : .normal
            let name = setter.cells(pane.title, tone)
                .truncated(to: isFocused ? .max : nameWidth, charset: setter.charset)
            let parts = [
                setter.cells(pane.digit.map { "\($0)" } ?? "", isFocused ? tone : .key), name,
                setter.cells(pane.spaced(pane.counts)),
            ]
            let label = Array(parts.filter { !$0.isEmpty }.joined(separator: [.blank]))
            return isFocused
                ? [Cell("[", tone: .strong)] + label + [Cell("]", tone: .strong)]
                : [.blank] + label + [.blank]
        }
    }
}
