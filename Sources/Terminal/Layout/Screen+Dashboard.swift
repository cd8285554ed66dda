import ViewModels

extension Screen {
    /// The first pane across the top, four more two by two. Panes and pages beyond these are named in
    /// the line below, which is returned; the focused pane always has a place.
    mutating func drawDashboard(in area: Area) -> String {
        guard let first = page.panes.first else { return "" }
        var others = Array(page.panes.indices.dropFirst().prefix(4))
        if page.focus > 4, page.panes.indices.contains(page.focus) { others[3] = page.focus }
        let pairs = pairs(of: others, in: area)
        let rows = DashboardRows(
            need(of: first, columns: area.columns), pairs.map { need(of: $0) },
            in: area.rows)
        var top = area
        top.rows = rows.first
        drawBox(0, in: top)
        var row = area.row + rows.first
        for (pair, height) in zip(pairs, rows.pairs) {
            for (place, part) in pair {
                drawBox(
                    place,
                    in: Area(row: row, column: part.column, rows: height, columns: part.columns))
            }
            row += height
        }
        let hidden = page.panes.indices.dropFirst().filter { !others.contains($0) }
        let names = hidden.map { page.panes[$0].heading.map(\.text).joined() }
        return (names + page.further.map { "\($0.key) \($0.words)" }).joined(separator: "  ")
    }

    private typealias Pair = [(place: Int, part: Area)]

    /// Where the panes below stand from left to right, two in a row; the right one has a little more,
    /// so that what is said of a PEP stands there whole.
    private func pairs(of places: [Int], in area: Area) -> [Pair] {
        stride(from: 0, to: places.count, by: 2).map { start -> Pair in
            let pair = places[start..<min(start + 2, places.count)]
            let left = pair.count == 1 ? area.columns : area.columns * 19 / 40
            return zip(pair, [0, left]).map { place, column -> (place: Int, part: Area) in
                var part = area
                part.column = column
                part.columns = column == 0 ? left : area.columns - left
                return (place: place, part: part)
            }
        }
    }

    private func need(of pair: Pair) -> DashboardRows.Need {
        let needs = pair.map { need(of: page.panes[$0.place], columns: $0.part.columns) }
        return DashboardRows.Need(
            least: needs.map(\.least).max() ?? 0, full: needs.map(\.full).max() ?? 0)
    }

    /// How many rows a pane needs to show all, and how many at the least.
    private func need(of pane: Pane, columns: Int) -> DashboardRows.Need {
        let content = PaneContent(pane, width: columns - 2, isFocused: false, setter: setter)
        let edges = 2 + (content.titles == nil || content.isEmpty ? 0 : 1)
        let notes = pane.notes.indices.reduce(0) { $0 + content.note($1).count }
        let rows = content.count + (notes == 0 ? 0 : notes + 1)
        return DashboardRows.Need(
            least: edges + min(rows, DashboardRows.leastShown), full: edges + rows)
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
        if top > 0 || next < content.count { return content.seen(from: top, to: next) }
        row += content.count > 0 ? 1 : 0
        for index in content.pane.notes.indices where row < end {
            row = put(Item(lines: content.note(index)), row: row, in: body)
        }
        return ""
    }

    /// What tells the panes in a line: how many counts of each, and how much of a name.
    private struct TabStyle {
        var counts = 0
        var countsOfFocus = 0
        var hasFurther = false
        var name = Int.max
    }

    /// Where it is narrow counts go, the worst of each pane last, then the pages beyond the panes; a
    /// name is cut only where there is no other way.
    private static let tabStyles =
        [
            TabStyle(counts: .max, countsOfFocus: .max, hasFurther: true),
            TabStyle(counts: 1, countsOfFocus: .max, hasFurther: true),
            TabStyle(countsOfFocus: .max, hasFurther: true),
            TabStyle(countsOfFocus: 1, hasFurther: true), TabStyle(hasFurther: true), TabStyle(),
        ] + [12, 9, 7, 5].map { TabStyle(name: $0) }

    /// `[0 Now 14] 1 Pupils  2 PEPs !2 ▲2`.
    private func tabs(width: Int) -> [Cell] {
        let line = Self.tabStyles.lazy.map { tabs($0) }.first { $0.width <= width }
        return (line ?? tabs(TabStyle(name: 0))).truncated(to: width, charset: setter.charset)
    }

    private func tabs(_ style: TabStyle) -> [Cell] {
        let panes = page.panes.indices.flatMap { tab($0, style) }
        guard style.hasFurther else { return panes }
        return panes
            + page.further.flatMap { hint -> [Cell] in
                [.blank] + setter.cells(hint.key, .key) + [.blank] + setter.cells(hint.words)
                    + [.blank]
            }
    }

    private func tab(_ place: Int, _ style: TabStyle) -> [Cell] {
        let pane = page.panes[place]
        let isFocused = place == page.focus
        let tone: Tone = isFocused ? .strong : .normal
        let name = setter.cells(pane.tab.isEmpty ? pane.title : pane.tab, tone)
            .truncated(to: isFocused ? .max : style.name, charset: setter.charset)
        let counts = pane.counts.prefix(isFocused ? style.countsOfFocus : style.counts)
        let parts = [
            setter.cells(pane.digit.map { "\($0)" } ?? "", isFocused ? tone : .key), name,
            setter.cells(pane.spaced(Array(counts))),
        ]
        let label = Array(parts.filter { !$0.isEmpty }.joined(separator: [.blank]))
        return isFocused
            ? [Cell("[", tone: .strong)] + label + [Cell("]", tone: .strong)]
            : [.blank] + label + [.blank]
    }
}
