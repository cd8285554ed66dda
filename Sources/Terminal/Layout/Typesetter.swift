import ViewModels

/// Sets phrases in lines of cells, by what the terminal can show.
struct Typesetter {
    let charset: Charset

    func cells(_ phrases: [Phrase], limit: Int = .max) -> [Cell] {
        if phrases.count == 1 { return cells(phrases[0], limit: limit) }
        var cells: [Cell] = []
        var left = limit
        for phrase in phrases where left >= 0 {
            let piece = self.cells(phrase, limit: left)
            if left != .max { left -= piece.width }
            cells += piece
        }
        return cells
    }

    /// No style is the only sign of a meaning: of what is replaced the words say that it was.
    private func cells(_ phrase: Phrase, limit: Int) -> [Cell] {
        switch phrase.tone {
        case .overdue, .missed, .soon:
            return marked(cells(phrase.text, phrase.tone, limit: limit))
        case .normal, .strong, .muted, .heading, .child, .key, .money, .caret, .met, .unknown,
            .upcoming, .notApplicable, .warning, .error, .struck:
            return cells(phrase.text, phrase.tone, limit: limit)
        }
    }

    /// A line or patch under words begins and ends with them, not with the blanks that keep them
    /// apart from others.
    private func marked(_ cells: [Cell]) -> [Cell] {
        guard let first = cells.firstIndex(where: { !$0.isBlank }),
            let last = cells.lastIndex(where: { !$0.isBlank })
        else { return cells }
        var cells = cells
        for place in cells.indices where place < first || place > last && cells[place].width == 1 {
            cells[place].tone = .normal
        }
        return cells
    }

    func cells(_ text: String, _ tone: Tone = .normal, limit: Int = .max) -> [Cell] {
        Glyphs.cells(of: text, tone: tone, charset: charset, limit: limit)
    }

    /// The phrases, cut to `width` columns where they are longer.
    func cut(_ phrases: [Phrase], to width: Int) -> [Cell] {
        cells(phrases, limit: width).truncated(to: width, charset: charset)
    }

    /// One line: the right end stays, the left end is cut, but never below a third of the line.
    func line(_ line: TextLine, width: Int) -> [Cell] {
        guard !line.right.isEmpty else { return cut(line.left, to: width) }
        let left = cells(line.left, limit: width)
        let leastLeft = min(left.width, width / 3)
        let right = cut(line.right, to: max(0, width - leastLeft - 2))
        let shown = left.truncated(to: max(0, width - right.width - 2), charset: charset)
        return padded(shown, to: width - right.width) + right
    }

    /// As many lines as the text needs, broken between words. What follows the first line stands
    /// under its first word; the right end stands on the first line.
    func lines(_ line: TextLine, width: Int) -> [[Cell]] {
        var lines: [[Cell]] = []
        let right = cut(line.right, to: width / 2)
        for paragraph in paragraphs(line.left) {
            let cells = cells(paragraph)
            let reserved = lines.isEmpty && !right.isEmpty ? right.width + 2 : 0
            if cells.width <= width - reserved {
                lines.append(cells)
                continue
            }
            let indent = min(cells.prefix { $0.isBlank }.count, width / 2)
            let body = Array(cells[indent...])
            let blanks = Array(repeating: Cell.blank, count: indent)
            for part in body.lineBreaks(limit: width - reserved - indent) {
                lines.append(blanks + trimmed(body[part]))
            }
        }
        if !right.isEmpty { lines[0] = padded(lines[0], to: width - right.width) + right }
        return lines
    }

    /// The part of a text being typed that shows its caret, and the caret's column in it; without a
    /// caret its beginning.
    func window(
        _ cells: [Cell], of text: String, caret: Int?, width: Int
    ) -> (cells: [Cell], column: Int?) {
        guard let caret else { return (cells.truncated(to: width, charset: charset), nil) }
        var column = self.cells(String(text.prefix(caret))).width
        var first = 0
        while column >= width, first < cells.count {
            column -= Int(cells[first].width)
            first += 1
        }
        var end = first
        var used = 0
        while end < cells.count, used + Int(cells[end].width) <= width {
            used += Int(cells[end].width)
            end += 1
        }
        return (Array(cells[first..<end]), column)
    }

    func padded(_ cells: [Cell], to width: Int) -> [Cell] {
        cells + Array(repeating: .blank, count: max(0, width - cells.width))
    }

    private func trimmed(_ cells: ArraySlice<Cell>) -> [Cell] {
        var cells = cells
        while cells.last?.isBlank == true { cells.removeLast() }
        return Array(cells)
    }

    /// A line break in a person's text breaks the line here too; there is always one paragraph.
    private func paragraphs(_ phrases: [Phrase]) -> [[Phrase]] {
        var paragraphs: [[Phrase]] = [[]]
        for phrase in phrases {
            let parts = phrase.text.split(
                omittingEmptySubsequences: false, whereSeparator: \.isNewline)
            for (index, part) in parts.enumerated() {
                if index > 0 { paragraphs.append([]) }
                paragraphs[paragraphs.count - 1].append(Phrase(String(part), phrase.tone))
            }
        }
        return paragraphs
    }
}
