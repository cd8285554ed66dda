import Domain

/// A report as lines of text, at most 80 columns wide: for a mail, a pager or a printer.
public enum ReportLines {
    /// - Parameter width: 20 or more.
    public static func of(_ report: Report, width: Int = 80) -> [String] {
        guard !report.isBare else { return report.notices + bare(report) }
        var head = report.notices
        head += [
            report.title, report.school, report.period,
            "Made on \(report.on.long) for \(report.reader).",
            report.audience.classification + ".",
        ]
        return head.flatMap { wrapped($0, width) }
            + report.sections.flatMap { section($0, width) }
    }

    /// An inbox gets its lines as they stand.
    private static func bare(_ report: Report) -> [String] {
        report.words.map { visible($0.text) }
    }

    private static func section(_ section: ReportSection, _ width: Int) -> [String] {
        let title = wrapped(section.title, width)
        let rule = String(
            repeating: section.level == 2 ? "=" : "-", count: title.map(\.count).max() ?? 0)
        return [""] + title + [rule] + section.blocks.flatMap { block($0, width) }
    }

    private static func block(_ block: ReportBlock, _ width: Int) -> [String] {
        switch block {
        case .text(let words): wrapped(words.text, width)
        case .list(let items): items.flatMap { hanging("- ", $0.text, width) }
        case .figure(let figure): hanging("", figure.sentence, width, indent: 2)
        case .gap(let gap): hanging("? ", "Not on record: \(gap.words).", width)
        case .table(let table): self.table(table, width)
        case .plot(let plot): self.plot(plot, width)
        }
    }

    // MARK: Lines

    private static func visible(_ text: String) -> String {
        VisibleText.of(text.oneLine, limit: .max)
    }

    /// Lines of words; a word that is longer than a line is broken.
    static func wrapped(_ text: String, _ width: Int) -> [String] {
        var lines: [String] = []
        var line = ""
        for word in visible(text).split(separator: " ") {
            var rest = word[...]
            if !line.isEmpty, line.count + 1 + rest.count > width {
                lines.append(line)
                line = ""
            }
            while rest.count > width {
                lines.append(String(rest.prefix(width)))
                rest = rest.dropFirst(width)
            }
            line += (line.isEmpty ? "" : " ") + String(rest)
        }
        return line.isEmpty ? lines : lines + [line]
    }

    private static func hanging(
        _ mark: String, _ text: String, _ width: Int, indent: Int? = nil
    ) -> [String] {
        let indent = indent ?? mark.count
        let space = String(repeating: " ", count: indent)
        return wrapped(text, width - indent).enumerated().map { place, line in
            (place == 0 ? mark : space) + line
        }
    }

    // MARK: Tables

    private static func table(_ table: ReportTable, _ width: Int) -> [String] {
        let caption = [""] + wrapped(table.caption, width)
        guard !table.rows.isEmpty else { return caption + wrapped("  " + table.empty, width) }
        let head = table.columns.map(\.title)
        let rows = table.rows.map { $0.map { visible($0.text) } }
        let widths = columns([head] + rows, width)
        let sides = table.columns.map(\.isNumber)
        let rule = widths.map { String(repeating: "-", count: $0) }.joined(separator: "  ")
        var lines = caption + grid(head, widths, sides)
        lines.append(rule)
        for row in rows { lines += grid(row, widths, sides) }
        if let note = table.note { lines += [""] + wrapped(note, width) }
        return lines
    }

    /// As wide as the cells where there is room, else the widest columns give way.
    private static func columns(_ rows: [[String]], _ width: Int) -> [Int] {
        let count = rows[0].count
        var widths = (0..<count).map { column in
            rows.map { $0[column].count }.max() ?? 0
        }
        let room = max(count, width - 2 * (count - 1))
        while widths.reduce(0, +) > room, let most = widths.max(), most > 1,
            let widest = widths.lastIndex(of: most)
        {
            widths[widest] -= 1
        }
        return widths.map { max(1, $0) }
    }

    /// One row, on as many lines as its longest cell needs.
    private static func grid(_ cells: [String], _ widths: [Int], _ isNumber: [Bool]) -> [String] {
        let parts = zip(cells, widths).map { wrapped($0, $1) }
        let height = max(1, parts.map(\.count).max() ?? 1)
        return (0..<height).map { line in
            let texts = parts.indices.map { column in
                let text = line < parts[column].count ? parts[column][line] : ""
                let gap = String(repeating: " ", count: max(0, widths[column] - text.count))
                return isNumber[column] ? gap + text : text + gap
            }
            var row = texts.joined(separator: "  ")
            while row.last == " " { row.removeLast() }
            return row
        }
    }

    // MARK: Plots

    private static let bar = 24

    private static func plot(_ plot: ReportPlot, _ width: Int) -> [String] {
        let caption = [""] + wrapped("\(plot.title) (\(plot.unit))", width)
        guard !plot.points.isEmpty else { return caption + ["  " + plot.table.empty] }
        let rows = plot.points.map { point -> [String] in
            let length = min(bar, max(0, point.tenths ?? 0) * bar / max(1, plot.most))
            return [
                visible(point.label),
                String(repeating: "#", count: length)
                    + String(repeating: ".", count: bar - length), visible(point.words),
            ]
        }
        let widths = columns(rows, width)
        return caption + rows.flatMap { grid($0, widths, [false, false, false]) }
    }
}
