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
            "<p class=\"school\">\(escaped(report.school))</p>", "<h1>\(title)</h1>",
        ]
        lines += report.notices.map { "<p class=\"notice\">\(escaped($0))</p>" }
        let head: [String] = [
            "<p>\(escaped(report.period.sentenceCase)).</p>",
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
                        + items.map { item in
                            isLine(item.text)
                                ? "<li class=\"fill\">\u{A0}</li>"
                                : "<li>\(escaped(item.text))</li>"
                        }.joined(separator: "\n") + "\n</ul>"
                ]
        case .figure(let figure): ["<dl>\n\(self.figure(figure))\n</dl>"]
        case .gap(let gap): ["<p class=\"gap\">Not on record: \(escaped(gap.words + "."))</p>"]
        case .table(let table): [self.table(table)]
        case .plot(let plot):
            plot.points.isEmpty
                ? [self.table(plot.table)] : [ReportGraph.svg(of: plot), self.table(plot.table)]
        }
    }

    private static func figure(_ figure: ReportFigure) -> String {
        "<dt>\(escaped(figure.label))</dt>\n"
            + "<dd><strong>\(escaped(figure.value.text))</strong>\(escaped(figure.rest))</dd>"
    }

    private static func table(_ table: ReportTable) -> String {
        guard !table.rows.isEmpty else {
            return "<p>\(escaped(table.caption)): \(escaped(table.empty))</p>"
        }
        let id = "t-\(table.id)"
        // Roles say on a narrow screen, too, that it is a table: there each row stands by itself.
        let isMany = table.columns.count > mostColumns
        let (role, rows, row) =
            isMany
            ? (
                " class=\"many\(table.columns.count > 2 * mostColumns ? " most" : "")\" role=\"table\"",
                " role=\"rowgroup\"", " role=\"row\""
            )
            : ("", "", "")
        let head = table.columns.map { column in
            "<th scope=\"col\"\(side(column))>\(escaped(column.title))</th>"
        }
        var lines: [String] = [
            "<div class=\"wide\" role=\"region\" aria-labelledby=\"\(id)\" tabindex=\"0\">",
            "<table\(role)>", "<caption id=\"\(id)\">\(escaped(table.caption))</caption>",
            "<thead\(rows)>", "<tr\(row)>\(head.joined())</tr>", "</thead>", "<tbody\(rows)>",
        ]
        lines += table.rows.map { "<tr\(row)>\(self.cells(table.columns, $0, isMany))</tr>" }
        lines += ["</tbody>", "</table>", "</div>"]
        if let note = table.note { lines.append("<p class=\"note\">\(escaped(note))</p>") }
        return lines.joined(separator: "\n")
    }

    /// More of them have no room beside each other on a telephone.
    private static let mostColumns = 3

    /// The first cell says what the row is about.
    private static func cells(
        _ columns: [ReportTable.Column], _ cells: [ReportWords], _ isMany: Bool
    ) -> String {
        zip(columns, cells).enumerated().map { place, pair in
            let (column, text) = (pair.0, pair.1.text)
            let isWhole = isDate(text) || column.isNumber && !text.contains(" ")
            let kinds = [
                isLine(text) ? "fill" : nil, column.isNumber ? "n" : nil, isWhole ? "whole" : nil,
            ].compactMap { $0 }
            let kind = kinds.isEmpty ? "" : " class=\"\(kinds.joined(separator: " "))\""
            let words = isLine(text) ? "\u{A0}" : escaped(text)
            guard place > 0 else {
                let role = isMany ? " role=\"rowheader\"" : ""
                return "<th scope=\"row\"\(role)\(kind)>\(words)</th>"
            }
            let role = isMany ? " role=\"cell\" data-label=\"\(escaped(column.title))\"" : ""
            return "<td\(role)\(kind)>\(words)</td>"
        }.joined()
    }

    /// A place to write on.
    private static func isLine(_ text: String) -> Bool {
        !text.isEmpty && text.allSatisfy { $0 == "_" }
    }

    /// `23 Nov 2026`: like an amount it is not broken over two lines.
    private static func isDate(_ text: String) -> Bool {
        let parts = text.split(separator: " ")
        return parts.count == 3 && Int(parts[0]) != nil && parts[1].count == 3
            && parts[2].count == 4 && Int(parts[2]) != nil
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
