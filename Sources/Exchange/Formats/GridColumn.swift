import Domain

/// A column of a grid: one day, both sessions of it or one.
struct GridColumn: Hashable, Sendable {
    let column: Int
    /// A day, or a date that lacks its year or the century.
    let date: SchoolDate
    /// The day, once it is known which century is meant.
    var day: Day?
    /// `nil`: the cell holds both marks of the day.
    var session: RegisterSession?

    /// `nil` where the heading is no date.
    init?(_ column: Int, heading: String) {
        var words = heading.split { $0.isWhitespace || "()".contains($0) }.map(String.init)
        var session: RegisterSession?
        for (word, found) in GridColumn.sessions {
            guard let index = words.firstIndex(where: { $0.lowercased() == word }) else { continue }
            session = found
            words.remove(at: index)
        }
        let date = SchoolDate(words.joined(separator: " "))
        guard date != .none else { return nil }
        self.column = column
        self.date = date
        day = date.day
        self.session = session
    }

    fileprivate static let sessions = [
        ("am", RegisterSession.am), ("pm", .pm), ("morning", .am), ("afternoon", .pm),
    ]
}

/// The headings of a table, made of two rows where one of them has the dates of a grid and the
/// other AM and PM beneath them.
struct GridHeadings {
    let cells: [String]
    /// The rows of which they were made.
    let first: Int
    let last: Int

    init(_ rows: [CSVRecord], _ index: Int, grid: Bool) {
        let row = rows[index].fields
        if grid, index > 0, let dates = GridHeadings.dates(rows[index - 1].fields),
            row.contains(where: GridHeadings.isSession)
        {
            self.init(cells: GridHeadings.joined(row, dates, row), first: index - 1, last: index)
        } else if grid, index + 1 < rows.count, let dates = GridHeadings.dates(row),
            GridHeadings.isSessions(rows[index + 1].fields, under: row)
        {
            let sessions = rows[index + 1].fields
            self.init(
                cells: GridHeadings.joined(row, dates, sessions), first: index, last: index + 1)
        } else {
            self.init(cells: row, first: index, last: index)
        }
    }

    private init(cells: [String], first: Int, last: Int) {
        self.cells = cells
        self.first = first
        self.last = last
    }

    /// The date over each column: a date stands over the empty cells to its right as well.
    private static func dates(_ cells: [String]) -> [String]? {
        var dates: [String] = []
        var current = ""
        for (index, cell) in cells.enumerated() {
            if !cellText(cell).isEmpty {
                current = GridColumn(index, heading: cell) == nil ? "" : cellText(cell)
            }
            dates.append(current)
        }
        return dates.contains { !$0.isEmpty } ? dates : nil
    }

    private static func joined(
        _ headings: [String], _ dates: [String], _ sessions: [String]
    ) -> [String] {
        (0..<max(headings.count, dates.count, sessions.count)).map { column in
            let session = column < sessions.count ? sessions[column] : ""
            // A date over merged cells may cover fewer columns than it heads.
            let date = column < dates.count ? dates[column] : dates.last ?? ""
            if isSession(session), !date.isEmpty { return "\(date) \(cellText(session))" }
            return column < headings.count ? headings[column] : ""
        }
    }

    /// Whether a row holds nothing but AM and PM, and headings that are merged with those above.
    private static func isSessions(_ cells: [String], under row: [String]) -> Bool {
        cells.contains(where: isSession)
            && cells.indices.allSatisfy { index in
                cellText(cells[index]).isEmpty || isSession(cells[index])
                    || row.indices.contains(index) && cells[index] == row[index]
            }
    }

    static func isSession(_ cell: String) -> Bool {
        let word = folded(cell)
        return GridColumn.sessions.contains { $0.0 == word }
    }
}
