import Domain

/// Which column of a file holds which field.
struct HeadingMap: Sendable {
    /// The headings as the file has them, then the fields that a person filled for every row.
    let cells: [String]
    /// How many columns the file has.
    let width: Int
    private(set) var columns: [SchoolField: Int]
    /// Columns whose headings are dates: the days of a grid.
    let days: [GridColumn]
    /// Columns that no field wants and nobody put aside.
    let extra: [Int]
    /// What a person said that every row holds, of fields that the file does not have: each stands in
    /// a column behind those of the file.
    let constants: [(field: SchoolField, value: String)]
    /// A heading that is there twice where one of the two is read and nothing tells which is meant.
    let twice: String?

    /// - Parameters:
    ///   - sample: rows below the headings, by whose cells a column is chosen where two fit.
    ///   - told: what a person said a column is, by its place; `nil` inside: not to be read.
    init(
        _ headings: [String], kind: KindFormat, library: FormatLibrary, sample: [[String]] = [],
        told: [Int: SchoolField?] = [:], constants: [SchoolField: String] = [:],
        names: (SchoolField) -> [String]
    ) {
        let cells = headings.map(cellText)
        var choice = ColumnChoice(cells, kind.fields, sample: sample, library: library)
        for (column, field) in told { choice.take(column, for: field) }
        for field in kind.fields { choice.choose(field, names) }
        let days =
            kind.fields.contains(.date)
            ? cells.indices.compactMap { column in
                choice.isTaken(column) ? nil : GridColumn(column, heading: cells[column])
            } : []
        let claimed = Set(days.map(\.column))
        extra = cells.indices.filter {
            !cells[$0].isEmpty && !claimed.contains($0) && !choice.isTaken($0)
        }
        twice = choice.twice
        let lacking = kind.fields.filter { choice.columns[$0] == nil }
        self.constants = lacking.compactMap { field in constants[field].map { (field, $0) } }
        width = cells.count
        self.cells = cells + self.constants.map(\.field.rawValue)
        columns = choice.columns
        for (index, constant) in self.constants.enumerated() {
            columns[constant.field] = width + index
        }
        self.days = days
    }

    /// The row with what every row holds behind its own cells.
    func completed(_ record: CSVRecord) -> CSVRecord {
        if constants.isEmpty { return record }
        var fields = Array(record.fields.prefix(width))
        while fields.count < width { fields.append("") }
        return CSVRecord(line: record.line, fields: fields + constants.map(\.value))
    }

    /// Whether every row holds what a person said, and not what the file says.
    func isConstant(_ field: SchoolField) -> Bool { constants.contains { $0.field == field } }

    /// The heading of a field as the file has it.
    func heading(_ field: SchoolField) -> String? { columns[field].map { cells[$0] } }

    func has(_ field: SchoolField) -> Bool { columns[field] != nil }

    /// The cell as it stands; empty where the file has no such column or the row ends before it.
    func raw(_ field: SchoolField, of record: CSVRecord) -> String {
        guard let column = columns[field], column < record.fields.count else { return "" }
        return record.fields[column]
    }

    func text(_ field: SchoolField, of record: CSVRecord) -> String {
        cellText(raw(field, of: record))
    }

    /// Whether a row tells which child it is about: by number, or by full name and date of birth.
    var tellsTheChild: Bool {
        has(.admissionNumber) || has(.upn) || has(.born) && hasFullName
    }

    /// Whether a row tells any name.
    var tellsNames: Bool {
        [.name, .surname, .forename, .preferredSurname, .preferredForename].contains { has($0) }
    }

    /// Whether a row tells a name and a class, by which a person can confirm who is meant.
    var tellsNameAndClass: Bool { hasFullName && has(.classGroup) }

    private var hasFullName: Bool { has(.name) || has(.surname) && has(.forename) }

    /// The same with a column read as another field.
    func moving(_ fields: [(from: SchoolField, to: SchoolField)]) -> HeadingMap {
        var copy = self
        for (from, to) in fields {
            copy.columns[to] = columns[from]
            copy.columns[from] = nil
        }
        return copy
    }
}

/// Gives columns to fields: by their headings, and by their cells where two headings fit one field
/// or one heading fits two.
private struct ColumnChoice {
    let cells: [String]
    let words: [String]
    let fields: [SchoolField]
    let sample: [[String]]
    let library: FormatLibrary
    private(set) var columns: [SchoolField: Int] = [:]
    private(set) var twice: String?
    private var taken: Set<Int> = []

    init(
        _ cells: [String], _ fields: [SchoolField], sample: [[String]], library: FormatLibrary
    ) {
        self.cells = cells
        self.fields = fields
        words = cells.map(folded)
        self.sample = sample
        self.library = library
    }

    func isTaken(_ column: Int) -> Bool { taken.contains(column) }

    /// What a person said.
    mutating func take(_ column: Int, for field: SchoolField?) {
        taken.insert(column)
        if let field { columns[field] = column }
    }

    mutating func choose(_ field: SchoolField, _ names: (SchoolField) -> [String]) {
        guard columns[field] == nil else { return }
        var candidates: [Int] = []
        for name in names(field) {
            for column in words.indices
            where words[column] == name && !taken.contains(column) && !candidates.contains(column) {
                candidates.append(column)
            }
        }
        candidates = byUPNs(candidates, for: field, names)
        guard let first = candidates.first else { return }
        let shares = candidates.map { share(of: $0, as: field) }
        let best = candidates.indices.max { one, two in
            (shares[one] ?? 0, -one) < (shares[two] ?? 0, -two)
        }
        let chosen = best.map { candidates[$0] } ?? first
        if let share = share(of: chosen, as: field), share == 0,
            fitsAnother(chosen, than: field, names)
        {
            return
        }
        let rivals = candidates.filter { words[$0] == words[chosen] && $0 != chosen }
        if let rival = rivals.first, isAsGood(rival, as: chosen, for: field) {
            twice = twice ?? cells[rival]
        }
        take(chosen, for: field)
        // The other of two equal headings is settled too: it is no second field.
        taken.formUnion(rivals)
    }

    /// A column of UPNs is that of the UPN, whatever its heading calls them: `Pupil` must not make
    /// them the children's numbers or names.
    private func byUPNs(
        _ candidates: [Int], for field: SchoolField, _ names: (SchoolField) -> [String]
    ) -> [Int] {
        guard field == .upn else { return candidates.filter { !holdsUPNs($0) } }
        guard candidates.isEmpty else { return candidates }
        let numbers = names(.admissionNumber)
        return words.indices.filter {
            !taken.contains($0) && numbers.contains(words[$0]) && holdsUPNs($0)
        }
    }

    private func holdsUPNs(_ column: Int) -> Bool {
        (share(of: column, as: .upn) ?? 0) > 0.5
    }

    private func share(of column: Int, as field: SchoolField) -> Double? {
        guard let reading = library.fields[field]?.reading else { return nil }
        return reading.share(of: texts(in: column), library.words)
    }

    private func texts(in column: Int) -> [String] {
        sample.map { $0.indices.contains(column) ? cellText($0[column]) : "" }
    }

    /// Nothing tells two columns of one heading apart: neither their cells nor that they are the same.
    private func isAsGood(_ rival: Int, as chosen: Int, for field: SchoolField) -> Bool {
        if !sample.isEmpty, texts(in: rival) == texts(in: chosen) { return false }
        return share(of: rival, as: field) == share(of: chosen, as: field)
    }

    /// Whether the heading is also that of a field whose form the cells have.
    private func fitsAnother(
        _ column: Int, than field: SchoolField, _ names: (SchoolField) -> [String]
    ) -> Bool {
        fields.contains { other in
            other != field && columns[other] == nil && names(other).contains(words[column])
                && (share(of: column, as: other) ?? 0) > 0
        }
    }
}
