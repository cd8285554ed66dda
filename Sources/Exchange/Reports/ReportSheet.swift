import Domain

/// A table of a report as a file that a spreadsheet opens; no cell of it is a formula.
public enum ReportSheet {
    /// - Parameter id: the table's; `nil` for the first.
    /// - Returns: `nil` where the report has no such table.
    public static func bytes(of report: Report, table id: String?) -> [UInt8]? {
        let tables = report.tables
        guard let table = id.map({ id in tables.first { $0.id == id } }) ?? tables.first else {
            return nil
        }
        var writer = CSVWriter(.defused)
        writer.row(table.columns.map(\.title))
        for row in table.rows {
            writer.row(row.map { VisibleText.of($0.text.oneLine, limit: .max) })
        }
        return writer.bytes
    }
}
