extension Record {
    /// Whether its words are those of its columns, one by one.
    package var isToldByColumns: Bool { kind.definition.fact == nil }

    /// The record as one fact of a working: `check: on 3 Nov 2026, kind observation`.
    package var factWords: String {
        if let fact = kind.definition.fact { return fact(self) }
        let columns = kind.schema.columns
        let parts = columns.indices.compactMap { index -> String? in
            let (column, text) = (columns[index], values[index])
            let isOwnID = column.isKey && column.name.hasSuffix("_id")
            guard !text.isEmpty, !isOwnID, column.name != "pupil" else { return nil }
            return "\(column.name.factWords) \(Day(iso: text)?.dayMonthYear ?? text)"
        }
        return "\(kind.definition.singular): \(parts.joined(separator: ", "))"
    }
}

extension String {
    /// A column's name as words: `held on`.
    fileprivate var factWords: String { replacing("_", with: " ") }
}
