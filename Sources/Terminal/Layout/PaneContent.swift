import ViewModels

/// What scrolls as one: a row of a table, a line of a text with its broken lines, a field.
struct Item {
    var lines: [[Cell]]
    var isSelected = false
    /// Where the cursor belongs, counted from the item's first cell.
    var cursor: Position?
}

/// The items of a pane at a given width, made one by one as they are seen. TableColumn 0 of each is left
/// to the mark of the selected one.
struct PaneContent {
    private(set) var pane: Pane
    let width: Int
    let isFocused: Bool
    let setter: Typesetter
    /// The line of column titles, if the table has any.
    let titles: [Cell]?
    private let widths: ColumnWidths
    private let form: FormSetter

    var isTable: Bool {
        if case .table = pane.content { return true }
        return false
    }

    init(_ pane: Pane, width: Int, isFocused: Bool, setter: Typesetter) {
        self.pane = pane
        self.width = width
        self.isFocused = isFocused
        self.setter = setter
        switch pane.content {
        case .table(let columns, let rows):
            widths = ColumnWidths(
                Self.withRoom(columns, rows, setter: setter), in: width - 1)
            titles =
                columns.allSatisfy(\.title.isEmpty)
                ? nil
                : Self.row(
                    columns.map { [Phrase($0.title, .heading)] }, columns, widths, setter: setter)
            form = FormSetter([], width: width, setter: setter)
        case .text:
            widths = ColumnWidths([], in: width)
            titles = nil
            form = FormSetter([], width: width, setter: setter)
        case .form(let fields):
            widths = ColumnWidths([], in: width)
            titles = nil
            form = FormSetter(fields, width: width, setter: setter)
        }
    }

    /// The columns with as much room for their figures as the longest needs in this character set:
    /// a pound is three letters where there is no sign for it.
    private static func withRoom(
        _ columns: [TableColumn], _ rows: [Row], setter: Typesetter
    ) -> [TableColumn] {
        var columns = columns
        for place in columns.indices where columns[place].isFigure {
            for row in rows where row.kind == .item && row.cells.indices.contains(place) {
                let cell = row.cells[place]
                let isPlain = cell.allSatisfy { $0.text.utf8.allSatisfy { $0 < 0x80 } }
                let width =
                    isPlain
                    ? cell.reduce(0) { $0 + $1.text.utf8.count } : setter.cells(cell).width
                columns[place].minimum = max(columns[place].minimum, width)
            }
        }
        return columns
    }

    /// The same pane with another row selected.
    func selecting(_ selected: Int?) -> PaneContent {
        var copy = self
        copy.pane.selected = selected
        return copy
    }

    /// Rows, lines or fields; an empty pane has one item that says so.
    var count: Int { isEmpty ? (pane.empty.isEmpty ? 0 : 1) : contentCount }

    var isEmpty: Bool { contentCount == 0 }

    /// `8–14 of 40`: which of the items that the title counts are seen; headings, and what stands
    /// beside the list, are in no number.
    func seen(from first: Int, to end: Int) -> String {
        guard case .table(_, let rows) = pane.content else {
            return "\(first + 1)–\(end) of \(count)"
        }
        let before = rows[..<first].count(where: \.isCounted)
        let shown = rows[first..<end].count(where: \.isCounted)
        let all = rows.count(where: \.isCounted)
        let more = end < rows.count ? "more below" : "end"
        guard shown > 0 else { return more }
        let isLast = before + shown == all && end < rows.count
        return "\(before + 1)–\(before + shown) of \(all)" + (isLast ? " · more below" : "")
    }

    private var contentCount: Int {
        switch pane.content {
        case .table(_, let rows): rows.count
        case .text(let lines): lines.count
        case .form(let fields): fields.count
        }
    }

    /// The item that has the keys.
    var selected: Int? {
        switch pane.content {
        case .table, .text:
            guard let selected = pane.selected, (0..<contentCount).contains(selected) else {
                return nil
            }
            return selected
        case .form(let fields): return fields.firstIndex(where: \.isFocused)
        }
    }

    /// The selected item with the headings right above it.
    var wanted: ClosedRange<Int>? {
        guard let selected else { return nil }
        var first = selected
        while first > 0, isHeading(first - 1) { first -= 1 }
        return first...selected
    }

    func height(_ index: Int) -> Int {
        guard !isEmpty, case .table = pane.content else { return item(index).lines.count }
        return 1
    }

    func item(_ index: Int) -> Item {
        guard !isEmpty else { return Item(lines: wrapped(TextLine(pane.empty, .muted))) }
        let isSelected = isFocused && index == selected
        let cursor = isSelected ? Position(row: 0, column: 0) : nil
        switch pane.content {
        case .table(let columns, let rows):
            let row = rows[index]
            let line =
                switch row.kind {
                case .heading: heading(row)
                case .item: Self.row(row.cells, columns, widths, setter: setter)
                }
            return Item(
                lines: [marked(line, isSelected, isTagged: row.isTagged)], isSelected: isSelected,
                cursor: isSelected ? caret(in: row) ?? cursor : nil)
        case .text(let lines):
            var lines = wrapped(lines[index])
            lines[0] = marked(Array(lines[0].dropFirst()), isSelected)
            return Item(lines: lines, isSelected: isSelected, cursor: cursor)
        case .form(let fields):
            return form.item(fields[index])
        }
    }

    /// Where somebody types into a cell of the row; behind the mark of the selected row.
    private func caret(in row: Row) -> Position? {
        guard let caret = pane.caret else { return nil }
        var column = 1
        for (index, shown) in widths.shown.enumerated() {
            if index > 0 { column += widths.gap }
            if shown.place == caret.column, row.cells.indices.contains(caret.column) {
                let text = row.cells[caret.column].map(\.text).joined()
                let before = setter.cells(String(text.prefix(caret.offset))).width
                return Position(row: 0, column: column + min(before, shown.width - 1))
            }
            column += shown.width
        }
        return nil
    }

    /// The lines below the content.
    func note(_ index: Int) -> [[Cell]] { wrapped(pane.notes[index]) }

    private func wrapped(_ line: TextLine) -> [[Cell]] {
        setter.lines(line, width: width - 1).map { [.blank] + $0 }
    }

    /// A tag takes the place of the mark: the selected row is told apart by its style too.
    private func marked(_ line: [Cell], _ isSelected: Bool, isTagged: Bool = false) -> [Cell] {
        let mark = isTagged ? setter.cells("*", .strong) : setter.cells("▸", .strong)
        return (isSelected || isTagged ? mark : [.blank]) + line
    }

    private func isHeading(_ index: Int) -> Bool {
        guard case .table(_, let rows) = pane.content else { return false }
        return rows[index].kind == .heading
    }

    private func heading(_ row: Row) -> [Cell] {
        let words = setter.cells("── ", .muted) + setter.cut(row.cells.first ?? [], to: width - 6)
        let rule = setter.cells("─", .muted)
        let rest = max(0, width - 2 - words.width)
        return words + [.blank] + Array(repeating: rule, count: rest).joined()
    }

    private static func row(
        _ cells: [[Phrase]], _ columns: [TableColumn], _ widths: ColumnWidths, setter: Typesetter
    ) -> [Cell] {
        var line: [Cell] = []
        for (index, column) in widths.shown.enumerated() {
            if index > 0 { line += repeatElement(.blank, count: widths.gap) }
            guard column.place < cells.count else { continue }
            let cell = setter.cut(cells[column.place], to: column.width)
            let blanks = repeatElement(Cell.blank, count: column.width - cell.width)
            switch columns[column.place].side {
            case .left: line += cell + blanks
            case .right: line += blanks + cell
            }
        }
        return line
    }
}
