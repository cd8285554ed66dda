import ViewModels

/// Where the rows of a table were drawn, from the first one that is seen.
struct DrawnRows: Sendable {
    var content: PaneContent
    let area: Area
    let top: Int

    /// The row of the screen on which an item stands; `nil` where it is out of sight.
    func row(of item: Int) -> Int? {
        let row = area.row + item - top
        return item >= top && row < area.row + area.rows ? row : nil
    }
}

/// A dashboard as it was drawn last.
///
/// Most keys only select another row. The next frame is then the last one with two rows and the
/// lines about the selection drawn anew, which is a tenth of the work of a whole frame.
struct DrawnPage: Sendable {
    var page: Page
    let size: Size
    let charset: Charset
    var last: Frame
    let rows: DrawnRows
    let detail: Area

    /// The frame of another page; `nil` where it differs in more than its selection, or where that
    /// is out of sight.
    func frame(of new: Page, size: Size, charset: Charset) -> Frame? {
        guard size == self.size, charset == self.charset, new.focus == page.focus,
            new.panes.count == page.panes.count, let old = page.panes[page.focus].selected,
            let selected = new.panes[page.focus].selected, rows.row(of: old) != nil,
            isSameButForSelection(new)
        else { return nil }
        let content = rows.content.selecting(selected)
        let top = Viewport(count: content.count, rows: rows.area.rows, height: content.height)
            .top(from: rows.top, showing: content.wanted)
        guard top == rows.top, rows.row(of: selected) != nil else { return nil }
        var screen = Screen(page: new, size: size, upon: last, charset: charset)
        let lines = screen.detailLines
        // On a wide screen the panes give room to as many lines as there are.
        guard screen.isWide ? lines.count == detail.rows : lines.count <= detail.rows else {
            return nil
        }
        for item in old == selected ? [old] : [old, selected] {
            guard let row = rows.row(of: item) else { return nil }
            screen.canvas.clear(row: row, of: rows.area)
            _ = screen.put(content.item(item), row: row, in: rows.area)
        }
        for row in detail.row..<detail.row + detail.rows {
            screen.canvas.clear(row: row, of: detail)
        }
        screen.put(lines, inDetail: detail)
        return Frame(grid: screen.canvas.grid, cursor: screen.canvas.cursor)
    }

    private func isSameButForSelection(_ new: Page) -> Bool {
        // Where the lines about the selection come or go, the panes move.
        guard new.detail.isEmpty == page.detail.isEmpty else { return false }
        var new = new
        new.panes[page.focus].selected = page.panes[page.focus].selected
        new.detail = page.detail
        return new == page
    }
}

extension Screen {
    /// A page to be drawn upon a frame that is like it for the most part.
    init(page: Page, size: Size, upon last: Frame, charset: Charset) {
        self.page = page
        self.size = size
        scroll = ScrollState()
        canvas = Canvas(upon: last, charset: charset)
    }

    /// What the next frame can be drawn upon; `nil` where the page is none of rows, or something
    /// stands over it.
    func drawnPage(_ frame: Frame) -> DrawnPage? {
        guard page.arrangement == .dashboard, page.prompt == nil, let rowsOfFocus,
            let areaOfDetail
        else { return nil }
        return DrawnPage(
            page: page, size: size, charset: canvas.setter.charset, last: frame,
            rows: rowsOfFocus, detail: areaOfDetail)
    }
}
