import Domain

/// Tells the rows of children from totals, footers and headings printed again on a new page.
struct RowSieve {
    let map: HeadingMap
    let words: ImportWords
    /// The children on record, who may be called Page; `nil` where the rows are about no children.
    let index: PupilIndex?

    func row(_ record: CSVRecord) -> HeadedTable.Row {
        let filled = record.fields.indices.filter { !cellText(record.fields[$0]).isEmpty }
        if isHeadingAgain(record) { return .noChild(line: record.line, "the headings again") }
        guard let first = filled.first else { return .noChild(line: record.line, "blank") }
        if isTotal(record, first) { return .noChild(line: record.line, "totals") }
        if filled.count == 1 && map.width > 2 && !namesTheChild(first) || isFooter(record) {
            return .noChild(
                line: record.line, "a line of text: \(VisibleText.of(record.fields[first]))")
        }
        if let last = filled.last, last >= map.width {
            return .unreadable(
                ImportFault(
                    line: record.line, "has more cells than there are headings",
                    found: record.fields[last]))
        }
        return .child(map.completed(record))
    }

    private func isHeadingAgain(_ record: CSVRecord) -> Bool {
        var cells = record.fields.map(cellText)
        while cells.count < map.width { cells.append("") }
        return cells == Array(map.cells.prefix(map.width))
    }

    /// A first cell like `Total`, in a row without a UPN or a date of birth: where there is no
    /// number either, or no name, it is no child called Page or Count.
    private func isTotal(_ record: CSVRecord, _ first: Int) -> Bool {
        guard words.isTotal(record.fields[first]),
            UPN(map.text(.upn, of: record)) == nil,
            SchoolDate(map.text(.born, of: record)) == .none
        else { return false }
        func others(_ fields: [SchoolField]) -> [String] {
            fields.filter { map.columns[$0] != first }.map { map.text($0, of: record) }
        }
        if others([.admissionNumber, .upn, .born]).allSatisfy(\.isEmpty) { return true }
        let name = record.fields[first]
        return !others([.admissionNumber]).contains { index?.holds($0, called: name) ?? false }
            && others([.surname, .forename, .name]).allSatisfy { !$0.contains(where: \.isLetter) }
    }

    /// Words where the admission number stands, such as `** End of list **`, in a row without a full
    /// name and a UPN.
    private func isFooter(_ record: CSVRecord) -> Bool {
        func isBlank(_ field: SchoolField) -> Bool { map.text(field, of: record).isEmpty }
        let number = map.text(.admissionNumber, of: record)
        return !number.isEmpty && !(index?.holds(number) ?? false)
            && (number.contains(where: \.isWhitespace) || !number.contains(where: \.isNumber))
            && isBlank(.name) && (isBlank(.surname) || isBlank(.forename))
            && UPN(map.text(.upn, of: record)) == nil
    }

    private func namesTheChild(_ column: Int) -> Bool {
        [.admissionNumber, .upn, .staffCode].contains { map.columns[$0] == column }
    }
}
