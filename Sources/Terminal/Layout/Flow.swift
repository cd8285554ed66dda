import ViewModels

/// The panes of a stacked page as one list of items: each pane's title, column titles, content and
/// notes, and a blank line before the next.
struct Flow {
    private enum Part {
        case title, columns, content, note, blank
    }

    private struct Run {
        let part: Part
        let pane: Int
        let start: Int
        let count: Int
    }

    let contents: [PaneContent]
    private let focus: Int
    private let runs: [Run]

    init(_ contents: [PaneContent], focus: Int) {
        self.contents = contents
        self.focus = focus
        var runs: [Run] = []
        var start = 0
        func add(_ part: Part, _ count: Int, pane: Int) {
            guard count > 0 else { return }
            runs.append(Run(part: part, pane: pane, start: start, count: count))
            start += count
        }
        for (pane, content) in contents.enumerated() {
            add(.blank, pane > 0 ? 1 : 0, pane: pane)
            add(.title, content.pane.title.isEmpty ? 0 : 1, pane: pane)
            add(.columns, content.titles == nil || content.isEmpty ? 0 : 1, pane: pane)
            add(.content, content.count, pane: pane)
            add(.note, content.pane.notes.count, pane: pane)
        }
        self.runs = runs
    }

    var count: Int { runs.last.map { $0.start + $0.count } ?? 0 }

    func height(_ index: Int) -> Int {
        let (run, offset) = place(of: index)
        switch run.part {
        case .title, .columns, .blank: return 1
        case .content: return contents[run.pane].height(offset)
        case .note: return contents[run.pane].note(offset).count
        }
    }

    func item(_ index: Int) -> Item {
        let (run, offset) = place(of: index)
        let content = contents[run.pane]
        switch run.part {
        case .blank: return Item(lines: [[]])
        case .title: return title(of: content, pane: run.pane)
        case .columns: return Item(lines: [[.blank] + (content.titles ?? [])])
        case .content: return content.item(offset)
        case .note: return Item(lines: content.note(offset))
        }
    }

    /// What must be seen: the selected item, with the pane's title where it is the first and as many
    /// of the pane's notes as fit where it is the last (no key goes there), else the title and first
    /// item of the focused pane.
    func wanted(in rows: Int) -> ClosedRange<Int>? {
        let own = runs.filter { $0.pane == focus && $0.part != .blank }
        guard let first = own.first else { return nil }
        guard let content = own.first(where: { $0.part == .content }) else {
            return first.start...first.start
        }
        guard let wanted = contents[focus].wanted else { return first.start...content.start }
        let lower = wanted.lowerBound == 0 ? first.start : content.start + wanted.lowerBound
        var upper = content.start + wanted.upperBound
        guard wanted.upperBound == content.count - 1,
            let notes = own.last(where: { $0.part == .note })
        else { return lower...upper }
        var used = (lower...upper).reduce(0) { $0 + height($1) }
        while upper < notes.start + notes.count - 1, used + height(upper + 1) <= rows {
            upper += 1
            used += height(upper)
        }
        return lower...upper
    }

    /// The column titles that have scrolled away from the rows which stand first at `top`.
    func columnTitles(above top: Int) -> [Cell]? {
        guard count > 0 else { return nil }
        let run = place(of: top).run
        guard run.part == .content, !contents[run.pane].isEmpty else { return nil }
        return contents[run.pane].titles
    }

    private func title(of content: PaneContent, pane: Int) -> Item {
        let status = content.pane.status
        let line = TextLine(
            content.pane.heading, right: status.isEmpty ? [] : [Phrase(status, .muted)])
        let cells = content.setter.line(line, width: content.width - 2)
        let hasCursor = pane == focus && content.selected == nil
        return Item(
            lines: [[.blank] + cells], cursor: hasCursor ? Position(row: 0, column: 1) : nil)
    }

    private func place(of index: Int) -> (run: Run, offset: Int) {
        let run = runs.last { $0.start <= index } ?? runs[0]
        return (run, index - run.start)
    }
}

extension Pane {
    /// `0 Now · 14`.
    var heading: [Phrase] {
        let name = (digit.map { "\($0) " } ?? "") + title
        return [Phrase(name, .heading)] + (counts.isEmpty ? [] : [Phrase(" · ", .muted)])
            + spaced(counts)
    }

    /// The counts with a blank between them.
    func spaced(_ counts: [Phrase]) -> [Phrase] {
        Array(counts.map { [$0] }.joined(separator: [Phrase(" ")]))
    }
}
