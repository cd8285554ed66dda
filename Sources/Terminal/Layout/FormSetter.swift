import ViewModels

/// Sets the fields of a form: label, what is entered, its hint beside or below, its fault below.
struct FormSetter {
    private static let leastText = 24
    private static let mostTextLines = 6

    let setter: Typesetter
    /// Where the fields begin, and how wide they are.
    private let indent: Int
    private let width: Int

    init(_ fields: [Field], width: Int, setter: Typesetter) {
        self.setter = setter
        let widest = fields.map { setter.cells($0.label).width }.max() ?? 0
        indent = 3 + min(widest, max(8, width / 4)) + 2
        self.width = max(10, width - indent)
    }

    func item(_ field: Field) -> Item {
        var body = body(of: field)
        addHint(field.hint, to: &body)
        if let fault = field.fault {
            body.lines += setter.lines(TextLine("! \(fault)", .warning), width: width)
        }
        let label = setter.cut(
            [Phrase(field.label, field.isFocused ? .strong : .normal)], to: indent - 5)
        let mark = field.isFocused ? setter.cells("▸", .strong) : [.blank]
        let first = setter.padded([.blank] + mark + [.blank] + label, to: indent)
        let below = setter.padded([], to: indent)
        var item = Item(lines: body.lines.map { below + $0 })
        item.lines[0] = first + body.lines[0]
        if field.isFocused {
            let cursor = body.cursor ?? Position(row: 0, column: 0)
            item.cursor = Position(row: cursor.row, column: cursor.column + indent)
        }
        return item
    }

    private func body(of field: Field) -> Item {
        switch field.content {
        case .text(let text, let caret):
            return line(text, caret: caret, marks: field.marks, isRoomy: field.isRoomy)
        case .longText(let text, let caret): return block(text, caret: caret, marks: field.marks)
        case .choice(let options, let chosen, let cursor):
            let marks = options.indices.map { $0 == chosen ? "(•) " : "( ) " }
            let place = field.isFocused ? cursor ?? chosen ?? 0 : nil
            return choices(options, marks: marks, cursor: place)
        case .several(let options, let chosen, let cursor):
            let marks = options.indices.map { chosen.contains($0) ? "[x] " : "[ ] " }
            return choices(options, marks: marks, cursor: field.isFocused ? cursor ?? 0 : nil)
        case .fixed(let lines):
            let set = lines.flatMap { setter.lines($0, width: width) }
            return Item(lines: set.isEmpty ? [[]] : set)
        }
    }

    /// Text in brackets; a long one is shifted so that the caret is seen.
    private func line(_ text: String, caret: Int?, marks: [Range<Int>], isRoomy: Bool) -> Item {
        let cells = setter.cells(text)
        let room = isRoomy ? width - 2 : min(max(Self.leastText, cells.width + 1), width - 2)
        let (shown, column) = setter.window(cells, of: text, caret: caret, width: room)
        let line = [Cell("[")] + setter.padded(shown, to: room) + [Cell("]")]
        var item = Item(lines: [line], cursor: column.map { Position(row: 0, column: $0 + 1) })
        // What is shifted out of sight has its words below all the same.
        if cells.width < room, let wave = wave(marks, in: text) {
            item.lines.append([.blank] + wave)
        }
        return item
    }

    /// Text in a box, broken between words; of a long one the lines around the caret. Below a line
    /// that holds a mark stands its wave.
    private func block(_ text: String, caret: Int?, marks: [Range<Int>]) -> Item {
        // One column is kept for a caret behind the last letter of a line.
        let inside = width - 2
        var lines: [[Cell]] = []
        var cursor: Position?
        var start = 0
        let paragraphs = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        for paragraph in paragraphs {
            let cells = setter.cells(String(paragraph))
            let breaks = cells.lineBreaks(limit: inside - 1)
            let place = caret.flatMap { caret in
                caret >= start && caret <= start + paragraph.count
                    ? setter.cells(String(paragraph.prefix(caret - start))).count : nil
            }
            let row = place.map { place in breaks.lastIndex { $0.lowerBound <= place } ?? 0 }
            let waves = marks.flatMap { range -> [Int] in
                let first = max(range.lowerBound - start, 0)
                let last = min(range.upperBound - start, paragraph.count)
                guard first < last else { return [] }
                let from = setter.cells(String(paragraph.prefix(first))).count
                return Array(from..<setter.cells(String(paragraph.prefix(last))).count)
            }
            for (index, range) in breaks.enumerated() {
                if let place, index == row {
                    let column = cells[range.lowerBound..<place].reduce(0) { $0 + Int($1.width) }
                    cursor = Position(row: lines.count, column: min(column, inside - 1))
                }
                lines.append(Array(cells[range]))
                let marked = Set(waves.filter(range.contains))
                if !marked.isEmpty {
                    lines.append(
                        range.flatMap { place in
                            let sign: Cell = marked.contains(place) ? Cell("~") : .blank
                            return repeatElement(sign, count: Int(cells[place].width))
                        })
                }
            }
            start += paragraph.count + 1
        }
        let rows = min(max(lines.count, 2), Self.mostTextLines)
        let first = min(max(0, (cursor?.row ?? 0) - rows + 1), max(0, lines.count - rows))
        var canvas = Canvas(size: Size(columns: width, rows: rows + 2), charset: setter.charset)
        canvas.box(Area(row: 0, column: 0, rows: rows + 2, columns: width))
        for (row, line) in lines.dropFirst(first).prefix(rows).enumerated() {
            canvas.put(line, row: row + 1, column: 1, columns: inside)
        }
        return Item(
            lines: (0..<rows + 2).map { canvas.grid.row($0).filter { $0.width > 0 } },
            cursor: cursor.map { Position(row: $0.row - first + 1, column: $0.column + 1) })
    }

    /// Waves below the marked parts of a text on one line; `nil` where it has none.
    private func wave(_ marks: [Range<Int>], in text: String) -> [Cell]? {
        guard !marks.isEmpty else { return nil }
        var line: [Cell] = []
        for (place, character) in text.enumerated() {
            let isMarked = marks.contains { $0.contains(place) }
            let width = setter.cells(String(character)).width
            line += repeatElement(isMarked ? Cell("~") : .blank, count: width)
        }
        return line
    }

    private func choices(_ options: [String], marks: [String], cursor: Int?) -> Item {
        var item = Item(lines: [[]])
        for (index, option) in options.enumerated() {
            var cells = setter.cut([Phrase(marks[index] + option)], to: width)
            let gap = item.lines[item.lines.count - 1].isEmpty ? 0 : 2
            if item.lines[item.lines.count - 1].width + gap + cells.width > width {
                item.lines.append([])
            } else {
                item.lines[item.lines.count - 1] += repeatElement(.blank, count: gap)
            }
            if index == cursor {
                for place in cells.indices { cells[place].isSelected = true }
                let line = item.lines.count - 1
                item.cursor = Position(row: line, column: item.lines[line].width + 1)
            }
            item.lines[item.lines.count - 1] += cells
        }
        return item
    }

    /// The hint stands beside a field of one line where there is room, else below.
    private func addHint(_ hint: String, to body: inout Item) {
        guard !hint.isEmpty else { return }
        let cells = setter.cells(hint, .muted)
        if body.lines.count == 1, body.lines[0].width + 2 + cells.width <= width {
            body.lines[0] += [.blank, .blank] + cells
        } else {
            body.lines += setter.lines(TextLine(hint, .muted), width: width)
        }
    }
}
