import Domain

/// Reads the rows of a school's roster.
struct RosterReader {
    let map: HeadingMap
    let words: ImportWords
    let today: Day

    func row(_ record: CSVRecord) -> RosterRow {
        var row = RosterRow(line: record.line)
        row.namesAreLegal = [SchoolField.surname, .forename].contains {
            map.heading($0).map { folded($0).contains("legal") } ?? false
        }
        func each(_ field: SchoolField, _ take: (inout RosterRow, String) -> Void) {
            let text = map.text(field, of: record)
            if !text.isEmpty { take(&row, text) }
        }
        each(.admissionNumber) { $0.identity.admission = $1 }
        each(.upn) { $0.takeUPN($1, heading: map.heading(.upn)) }
        each(.born) {
            $0.takeDate("born", $1, in: .births(on: today), heading: map.heading(.born))
        }
        each(.admitted) {
            $0.takeDate(
                "admitted", $1, in: .admissions(on: today, born: $0.identity.born),
                heading: map.heading(.admitted))
        }
        each(.left) {
            $0.takeDate(
                "left", $1, in: .departures(on: today, born: $0.identity.born),
                heading: map.heading(.left))
        }
        each(.name) { takeFullName($1, &$0) }
        each(.surname) { takeName("surname", $1, &$0) }
        each(.forename) { takeName("forename", $1, &$0) }
        each(.preferredSurname) { takeName("preferred_surname", $1, &$0) }
        each(.preferredForename) { takeName("known_as", $1, &$0) }
        each(.yearGroup) { takeYear($1, &$0) }
        each(.classGroup) {
            $0.values["class"] = $1
            $0.identity.classGroup = $1
        }
        each(.sen) { takeWord("sen", .sen, words.sen($1), $1, &$0) }
        each(.pupilPremium) {
            takeWord("pp_eligible", .pupilPremium, words.yesNo($1), $1, &$0)
        }
        each(.disabled) { takeWord("disabled", .disabled, words.yesNo($1), $1, &$0) }
        each(.lookedAfter) { row, text in
            guard !words.isNo(text) else { return }
            let heading = VisibleText.of(map.heading(.lookedAfter) ?? "")
            row.lookedAfter = "\(heading): \(VisibleText.of(text))"
        }
        row.isLeaver = isLeaver(record, &row)
        for (column, field) in RosterSource.fields where map.isConstant(field) {
            row.fillsOnly.insert(column)
        }
        return row
    }

    /// The date of leaving decides; without one, what the status of enrolment says.
    private func isLeaver(_ record: CSVRecord, _ row: inout RosterRow) -> Bool {
        if let left = row.values["left"].flatMap({ Day(iso: $0) }) { return left < today }
        let text = map.text(.enrolment, of: record)
        guard !text.isEmpty, let heading = map.heading(.enrolment) else { return false }
        let asks = folded(heading).contains("onroll")
        guard let isLeaver = words.isLeaver(text, asksIfOnRoll: asks) else {
            row.ignore(text, under: heading)
            return false
        }
        return isLeaver
    }

    private func takeName(_ column: String, _ text: String, _ row: inout RosterRow) {
        row.values[column] = text
        switch column {
        case "surname", "preferred_surname": row.identity.surnames.append(text)
        default: row.identity.forenames.append(text)
        }
    }

    /// One cell with the whole name is read only where a comma tells the surname.
    private func takeFullName(_ text: String, _ row: inout RosterRow) {
        row.identity.fullName = text
        guard !map.has(.surname) || !map.has(.forename),
            let (forename, surname) = PupilIdentity.split(text)
        else { return }
        takeName("surname", surname, &row)
        takeName("forename", forename, &row)
    }

    private func takeYear(_ text: String, _ row: inout RosterRow) {
        guard let year = words.yearGroup(text, born: row.identity.born, today: today) else {
            return row.fault(map.heading(.yearGroup), "is no year group", found: text)
        }
        row.values["year_group"] = year
    }

    /// A word of a side column that is not understood is told and stops nothing.
    private func takeWord(
        _ column: String, _ field: SchoolField, _ value: String?, _ text: String,
        _ row: inout RosterRow
    ) {
        guard let value else {
            return row.ignore(text, under: map.heading(field) ?? column)
        }
        row.values[column] = value
    }
}
