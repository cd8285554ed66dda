import Domain

/// The cells of one row of a list, read by what their fields hold.
struct RowCells {
    let record: CSVRecord
    let table: HeadedTable
    var words: ImportWords { FormatLibrary.shared.words }

    var line: Int { record.line }

    /// The text of a field; `nil` where the cell is blank or the file has no such column.
    func text(_ field: SchoolField) -> String? {
        let text = table.map.text(field, of: record)
        return text.isEmpty ? nil : text
    }

    /// Takes a text as it stands.
    func take(_ field: SchoolField, as column: String, _ entry: inout ListPlanner.Entry) {
        guard let text = text(field) else { return }
        set(column, text, field, &entry)
    }

    /// Takes yes or no; another word is a fault.
    func takeYesNo(_ field: SchoolField, as column: String, _ entry: inout ListPlanner.Entry) {
        guard let text = text(field) else { return }
        guard let answer = words.yesNo(text) else {
            return fault(field, "is neither yes nor no", text, &entry)
        }
        set(column, answer, field, &entry)
    }

    /// Takes a day that makes sense within a span.
    func takeDate(
        _ field: SchoolField, as column: String, in span: DateSpan,
        _ entry: inout ListPlanner.Entry
    ) {
        guard let text = text(field) else { return }
        switch span.read(text) {
        case .failure(let problem): fault(field, problem.words, text, &entry)
        case .success(let date):
            set(column, date.day.iso, field, &entry)
            if let form = date.form {
                let heading = table.map.heading(field) ?? field.rawValue
                entry.forms.append(DateNote(form, heading, text, date.day))
            }
        }
    }

    func set(
        _ column: String, _ value: String, _ field: SchoolField,
        _ entry: inout ListPlanner.Entry
    ) {
        entry.values[column] = value
        if table.map.isConstant(field) { entry.fillsOnly.insert(column) }
    }

    func fault(
        _ field: SchoolField, _ problem: String, _ found: String,
        _ entry: inout ListPlanner.Entry
    ) {
        entry.faults.append(
            ImportFault(line: line, column: table.map.heading(field), problem, found: found))
    }

    /// A whole name in one column or two: `Bell, Anna` and `Anna Bell` alike are `Anna Bell`.
    func name(whole: SchoolField, surname: SchoolField, forename: SchoolField) -> String? {
        if let surname = text(surname) {
            return text(forename).map { "\($0) \(surname)" } ?? surname
        }
        guard let text = text(whole) else { return text(forename) }
        return PupilIdentity.split(text).map { "\($0.forename) \($0.surname)" } ?? text
    }
}

extension HeadedTable {
    /// How to fill a field that the file does not have.
    func remedy(_ field: SchoolField?) -> String {
        guard let field else { return "it has to be in the file" }
        let words = FormatLibrary.shared.fields[field]?.words ?? field.rawValue
        return
            "the file does not tell \(words): name its column with \(cure(for: field)), or say it for "
            + "every row with --set \(field.rawValue)=VALUE"
    }
}
