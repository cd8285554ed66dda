import Domain

/// The heading of one file: where each column of the kind stands.
struct BundleHeading {
    let width: Int
    /// By place in the schema, the place in the file; `nil` for an optional column that is absent.
    let places: [Int?]

    /// Reads a heading; `nil` where it has faults, which are added to `faults`.
    init?(_ row: CSVRecord, of kind: RecordKind, faults: inout RowMessages) {
        let schema = kind.schema
        var places = [Int?](repeating: nil, count: schema.columns.count)
        var good = true
        func refuse(_ column: String, _ problem: String, _ faults: inout RowMessages) {
            faults.add(RowMessage(kind.file, row.line, column, problem, column))
            good = false
        }
        for (index, name) in row.fields.enumerated() {
            guard let place = schema.index(of: name) else {
                refuse(name, "is no column of \(kind.file)", &faults)
                continue
            }
            if places[place] != nil { refuse(name, "stands twice in the heading", &faults) }
            places[place] = index
        }
        for (place, column) in schema.columns.enumerated()
        where !column.isOptional && places[place] == nil {
            refuse(column.name, "is required and not in the heading", &faults)
        }
        guard good else { return nil }
        width = row.fields.count
        self.places = places
    }

    /// The texts of a row in the order of the schema.
    func values(_ fields: [String]) -> [String] {
        places.map { place in
            guard let place, place < fields.count else { return "" }
            return fields[place]
        }
    }
}
