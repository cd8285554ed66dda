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

    init(_ headings: [String], wanted: [SchoolField], names: (SchoolField) -> [String]) {
        let cells = headings.map(trimmed)
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
        var seen: Set<String> = []
        return cells.first { cell in
            let word = folded(cell)
            return used.contains(word) && !seen.insert(word).inserted
        }
    }

    /// Whether a row tells which child it is about: by number, or by full name and date of birth.
    var tellsTheChild: Bool {
        has(.admissionNumber) || has(.upn)
            || has(.born) && (has(.name) || has(.surname) && has(.forename))
    }
}
