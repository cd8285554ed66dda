import Domain

/// Which column of a file holds which field.
struct HeadingMap: Sendable {
    /// The headings as the file has them.
    let cells: [String]
    let columns: [SchoolField: Int]
    /// Columns whose headings are dates: the days of a grid.
    let days: [GridColumn]
    /// Columns that no field wants.
    let extra: [Int]

    init(_ record: CSVRecord, wanted: [SchoolField], names: (SchoolField) -> [String]) {
        let cells = record.fields.map(trimmed)
        let words = cells.map(folded)
        var columns: [SchoolField: Int] = [:]
        var claimed: Set<Int> = []
        for field in wanted {
            let found = names(field).lazy.compactMap { name in
                words.indices.first { words[$0] == name && !claimed.contains($0) }
            }.first
            if let found {
                columns[field] = found
                claimed.insert(found)
            }
        }
        let days =
            wanted.contains(.date)
            ? cells.indices.compactMap { GridColumn($0, heading: cells[$0]) } : []
        claimed.formUnion(days.map(\.column))
        extra = cells.indices.filter { !cells[$0].isEmpty && !claimed.contains($0) }
        self.cells = cells
        self.columns = columns
        self.days = days
    }

    /// The heading of a field as the file has it.
    func heading(_ field: SchoolField) -> String? { columns[field].map { cells[$0] } }

    func has(_ field: SchoolField) -> Bool { columns[field] != nil }

    /// The cell as it stands; empty where the file has no such column or the row ends before it.
    func raw(_ field: SchoolField, of record: CSVRecord) -> String {
        guard let column = columns[field], column < record.fields.count else { return "" }
        return record.fields[column]
    }

    func text(_ field: SchoolField, of record: CSVRecord) -> String {
        trimmed(raw(field, of: record))
    }

    /// A heading that is there twice where one of the two is read: which one is meant?
    var twice: String? {
        let used = Set(columns.values.map { folded(cells[$0]) })
        return extra.lazy.map { cells[$0] }.first { used.contains(folded($0)) }
    }

    /// Whether a row tells which child it is about: by number, or by full name and date of birth.
    var tellsTheChild: Bool {
        has(.admissionNumber) || has(.upn)
            || has(.born) && (has(.name) || has(.surname) && has(.forename))
    }
}

/// A column of a grid: one day, both sessions of it or one.
struct GridColumn: Hashable, Sendable {
    let column: Int
    /// A day, or a date that lacks its year or the century.
    let date: SchoolDate
    /// `nil`: the cell holds both marks of the day.
    var session: Session?

    /// `nil` where the heading is no date.
    init?(_ column: Int, heading: String) {
        var words = heading.split { $0.isWhitespace || "()".contains($0) }.map(String.init)
        var session: Session?
        for (word, found) in [("am", Session.am), ("pm", Session.pm)] {
            guard let place = words.firstIndex(where: { $0.lowercased() == word }) else { continue }
            session = found
            words.remove(at: place)
        }
        let date = SchoolDate(words.joined(separator: " "))
        guard date != .none else { return nil }
        self.column = column
        self.date = date
        self.session = session
    }
}
