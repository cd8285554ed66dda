import Domain

/// A report as one page of HTML that is XML as well: no script, nothing that is fetched, read aloud in
/// order, dark or light as the reader has it, on A4 with page numbers and its classification.
public enum ReportPage {
    public static func html(of report: Report) -> String {
        let title = escaped(report.title)
        var lines: [String] = [
            "<!DOCTYPE html>", "<html lang=\"en-GB\">", "<head>", "<meta charset=\"utf-8\"/>",
            "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>",
            "<meta name=\"robots\" content=\"noindex\"/>",
            "<title>\(title) · \(escaped(report.school))</title>",
            "<style>", ReportStyle.sheet(report.audience.classification), "</style>", "</head>",
            "<body>", "<header>",
            "<p class=\"class\">\(escaped(report.audience.classification))</p>",
        ]
        lines += report.notices.map { "<p class=\"notice\">\(escaped($0))</p>" }
        let head: [String] = [
            "<h1>\(title)</h1>", "<p>\(escaped(report.school))</p>",
            "<p>\(escaped(report.period))</p>",
            "<p>Made on \(escaped(report.on.long)) for \(escaped(report.reader)).</p>",
            "</header>", "<main>",
        ]
        lines += head
        lines += report.sections.enumerated().flatMap { section($1, "s\($0 + 1)") }
        lines += ["</main>", "</body>", "</html>"]
        return lines.joined(separator: "\n") + "\n"
    }

    // MARK: Parts

    private static func section(_ section: ReportSection, _ id: String) -> [String] {
        let tag = "h\(section.level)"
        var lines: [String] = [
            "<section aria-labelledby=\"\(id)\">",
            "<\(tag) id=\"\(id)\">\(escaped(section.title))</\(tag)>",
        ]
        lines += blocks(section.blocks)
        lines.append("</section>")
        return lines
    }

    /// Figures that follow each other are one list of terms.
    private static func blocks(_ blocks: [ReportBlock]) -> [String] {
        var parts: [String] = []
        var figures: [ReportFigure] = []
        func closeFigures() {
            guard !figures.isEmpty else { return }
            parts.append("<dl>\n" + figures.map(figure).joined(separator: "\n") + "\n</dl>")
            figures = []
        }
        for block in blocks {
            if case .figure(let figure) = block {
                figures.append(figure)
                continue
            }
            closeFigures()
            parts += html(block)
        }
        closeFigures()
        return parts
    }

    private static func html(_ block: ReportBlock) -> [String] {
        switch block {
        case .text(let words): words.text.isEmpty ? [] : ["<p>\(escaped(words.text))</p>"]
        case .list(let items):
            items.isEmpty
                ? []
                : [
                    "<ul>\n"
                        + items.map { "<li>\(escaped($0.text))</li>" }
                        .joined(separator: "\n") + "\n</ul>"
                ]
        case .figure(let figure): ["<dl>\n\(self.figure(figure))\n</dl>"]
        case .gap(let gap): ["<p class=\"gap\">Not on record: \(escaped(gap.sentence))</p>"]
        case .table(let table): [self.table(table)]
        case .plot(let plot):
            plot.points.isEmpty
                ? [self.table(plot.table)] : [ReportGraph.svg(of: plot), self.table(plot.table)]
        }
    }

    private static func figure(_ figure: ReportFigure) -> String {
        let of = figure.of.isEmpty ? "" : " of \(escaped(figure.of))"
        let note = figure.note.isEmpty ? "" : "; \(escaped(figure.note))"
        return "<dt>\(escaped(figure.label))</dt>\n"
            + "<dd><strong>\(escaped(figure.value.text))</strong>\(of)\(note)</dd>"
    }

    private static func table(_ table: ReportTable) -> String {
        guard !table.rows.isEmpty else {
            return "<p>\(escaped(table.caption)): \(escaped(table.empty))</p>"
        }
        let id = "t-\(table.id)"
        let head = table.columns.map { column in
            "<th scope=\"col\"\(side(column))>\(escaped(column.title))</th>"
        }
        var lines: [String] = [
            "<div class=\"wide\" role=\"region\" aria-labelledby=\"\(id)\" tabindex=\"0\">",
            "<table>", "<caption id=\"\(id)\">\(escaped(table.caption))</caption>",
            "<thead>", "<tr>\(head.joined())</tr>", "</thead>", "<tbody>",
        ]
        lines += table.rows.map { row(table.columns, $0) }
        lines += ["</tbody>", "</table>", "</div>"]
        if let note = table.note { lines.append("<p class=\"note\">\(escaped(note))</p>") }
        return lines.joined(separator: "\n")
    }

    /// The first cell says what the row is about.
    private static func row(_ columns: [ReportTable.Column], _ cells: [ReportWords]) -> String {
        var line = "<tr>"
        for (place, column) in columns.enumerated() {
            let tag = place == 0 ? "th" : "td"
            let scope = place == 0 ? " scope=\"row\"" : ""
            line += "<\(tag)\(scope)\(side(column))>\(escaped(cells[place].text))</\(tag)>"
        }
        return line + "</tr>"
    }

    private static func side(_ column: ReportTable.Column) -> String {
        column.isNumber ? " class=\"n\"" : ""
    }

    /// A text as it may stand between tags and in an attribute: nothing in it is markup, and nothing
    /// of it hides.
    static func escaped(_ text: String) -> String {
        var result = ""
        // By scalars: a mark of its own may be joined to a letter by what follows it.
        for scalar in VisibleText.of(text.oneLine, limit: .max).unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case "'": result += "&#39;"
            // No characters of XML.
            case "\u{FFFE}", "\u{FFFF}": result += "?"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}
