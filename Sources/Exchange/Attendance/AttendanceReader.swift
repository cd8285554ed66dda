import Domain

/// The marks of one row of a register file.
struct AttendanceRow: Sendable {
    let line: Int
    var marks: [FileMark] = []
    /// Minutes late, of days on which the row has a mark that is late.
    var late: [Day: Int] = [:]
    /// What the row says and cannot be stored, in words.
    var notTaken: [String] = []
    /// A string with `/` and without `\`: where other strings show that marks were lost, and no
    /// `\` stands in the whole file, this one has lost some too.
    var mayLackAfternoons = false
    /// Whether the present sign of one session stood in the other.
    var hasOtherSign = false
    /// Dates in a form that is worth a word.
    var forms: [DateNote] = []
    var hasLostMarks = false
    var faults: [ImportFault] = []
}

/// Reads the marks of rows in any layout.
struct AttendanceReader {
    let map: HeadingMap
    let layout: AttendanceLayout
    let marks: MarkReader
    let words: ImportWords
    let span: DateSpan

    func row(_ record: CSVRecord) -> AttendanceRow {
        var row = AttendanceRow(line: record.line)
        switch layout {
        case .days(let date, let am, let pm):
            guard let day = day(record, date, &row) else { break }
            if let am { take(cell(record, am), .am, day, am, &row) }
            if let pm { take(cell(record, pm), .pm, day, pm, &row) }
            takeLate(record, day, &row)
        case .sessions(let date, let session, let mark):
            guard let day = day(record, date, &row) else { break }
            let text = cell(record, session)
            guard let session = words.session(text) else {
                fault(session, "is no session such as AM or PM", text, &row)
                break
            }
            take(cell(record, mark), session, day, mark, &row)
            takeLate(record, day, &row)
        case .weeks(let monday, let marks):
            guard let day = day(record, monday, &row) else { break }
            guard day.weekday == 1 else {
                fault(monday, "is no Monday", cell(record, monday), &row)
                break
            }
            takeString(raw(record, marks), from: day, isWeek: true, marks, &row)
        case .runs(let start, let marks):
            guard let day = day(record, start, &row) else { break }
            takeString(raw(record, marks), from: day, isWeek: false, marks, &row)
        case .grid(let columns):
            for column in columns { takeGrid(record, column, &row) }
        }
        return row
    }

    /// A cell whose blanks count, as those of a string of marks do.
    private func raw(_ record: CSVRecord, _ column: Int) -> String {
        guard column < record.fields.count else { return "" }
        let text = record.fields[column]
        return text.hasPrefix("=\"") ? cellText(text) : text
    }

    private func cell(_ record: CSVRecord, _ column: Int) -> String {
        column < record.fields.count ? cellText(record.fields[column]) : ""
    }

    private func fault(
        _ column: Int, _ problem: String, _ found: String, _ row: inout AttendanceRow
    ) {
        row.faults.append(
            ImportFault(line: row.line, column: map.cells[column], problem, found: found))
    }

    private func day(_ record: CSVRecord, _ column: Int, _ row: inout AttendanceRow) -> Day? {
        let text = cell(record, column)
        switch span.read(text) {
        case .success(let date):
            if let form = date.form {
                row.forms.append(DateNote(form, map.cells[column], text, date.day))
            }
            return date.day
        case .failure(let problem):
            fault(column, text.isEmpty ? "is missing" : problem.words, text, &row)
            return nil
        }
    }

    private func take(
        _ text: String, _ session: RegisterSession, _ day: Day, _ column: Int,
        _ row: inout AttendanceRow
    ) {
        do {
            guard let mark = try marks.read(text, session, on: day) else { return }
            if mark.isOtherSign { row.hasOtherSign = true }
            if let minutes = mark.minutes { row.late[day] = max(minutes, row.late[day] ?? 0) }
            row.marks.append(FileMark(day: day, session: session, code: mark.code, column: column))
        } catch {
            fault(column, error.words, text, &row)
        }
    }

    private func takeLate(_ record: CSVRecord, _ day: Day, _ row: inout AttendanceRow) {
        guard let column = map.columns[.minutesLate] else { return }
        let text = map.text(.minutesLate, of: record)
        if MarkString.isNoMark(text) { return }
        guard let minutes = Int(text), (0...240).contains(minutes) else {
            return fault(column, "is not a number of minutes from 0 to 240", text, &row)
        }
        if row.marks.contains(where: { $0.day == day && $0.isLate }) {
            if let other = row.late[day], other != minutes {
                return fault(
                    column, "is not the number of minutes that stands with the mark (\(other))",
                    text, &row)
            }
            row.late[day] = minutes
        } else if minutes > 0 {
            row.notTaken.append("\(minutes) minutes late without a mark that is late")
        }
    }

    private func takeGrid(_ record: CSVRecord, _ column: GridColumn, _ row: inout AttendanceRow) {
        guard let day = column.day else { return }
        let text = raw(record, column.column)
        if let session = column.session { return take(text, session, day, column.column, &row) }
        let pair = MarkString.tokens(text)
        if pair.allSatisfy(\.isEmpty) { return }
        guard pair.count == 2 else {
            let words = "is not the two marks of a day; was one lost to escaping?"
            return fault(column.column, words, text, &row)
        }
        take(pair[0], .am, day, column.column, &row)
        take(pair[1], .pm, day, column.column, &row)
    }

    // MARK: Strings

    private func takeString(
        _ text: String, from start: Day, isWeek: Bool, _ column: Int, _ row: inout AttendanceRow
    ) {
        var tokens = MarkString.tokens(text)
        if isWeek {
            while tokens.count > 10, tokens.last == "" { tokens.removeLast() }
        }
        if tokens.allSatisfy(\.isEmpty) { return }
        guard tokens.count.isMultiple(of: 2) else {
            row.hasLostMarks = true
            let words = "has an odd number of marks; was one lost to escaping?"
            return fault(column, words, text, &row)
        }
        guard !isWeek || tokens.count <= 10 else {
            return fault(column, "has more than the ten marks of a week", text, &row)
        }
        let isWhole = isWeek && tokens.count == 10
        if let words = misplaced(tokens, isWhole: isWhole) {
            row.hasLostMarks = true
            return fault(column, words, text, &row)
        }
        row.mayLackAfternoons = !isWhole && !tokens.contains("\\") && tokens.contains("/")
        guard let days = days(from: start, tokens) else {
            return fault(
                column,
                "may count Saturdays and Sundays or leave them out; give whole weeks, or a row a day",
                text, &row)
        }
        for (index, day) in days.enumerated() {
            take(tokens[2 * index], .am, day, column, &row)
            take(tokens[2 * index + 1], .pm, day, column, &row)
        }
    }

    /// A `\` of the morning or a `/` of the afternoon shows that marks have moved up, unless the
    /// string is whole: then none was lost, and a system that knows one sign wrote it.
    private func misplaced(_ tokens: [String], isWhole: Bool) -> String? {
        if isWhole { return nil }
        for (index, token) in tokens.enumerated() {
            if token == "\\", index.isMultiple(of: 2) {
                return "has an afternoon mark in the morning; was a mark lost to escaping?"
            }
            if token == "/", !index.isMultiple(of: 2) {
                return "has a morning mark in the afternoon; was a \\ lost to escaping?"
            }
        }
        return nil
    }

    /// The days of a string: Monday to Friday, or whole weeks of seven days where every Saturday
    /// and Sunday in it is empty; `nil` where it could be read both ways and marks would fall on
    /// other days.
    private func days(from start: Day, _ tokens: [String]) -> [Day]? {
        let count = tokens.count / 2
        let all = (0..<count).map { start + $0 }
        func isEmpty(_ index: Int) -> Bool {
            tokens[2 * index].isEmpty && tokens[2 * index + 1].isEmpty
        }
        guard let weekend = all.indices.first(where: { !all[$0].isWeekday }) else { return all }
        guard all.indices.allSatisfy({ all[$0].isWeekday || isEmpty($0) }) else {
            return weekdays(from: start, count)
        }
        if count.isMultiple(of: 7) || (weekend..<count).allSatisfy(isEmpty) { return all }
        return nil
    }

    private func weekdays(from start: Day, _ count: Int) -> [Day] {
        var days: [Day] = []
        var day = start
        while days.count < count {
            if day.isWeekday { days.append(day) }
            day = day + 1
        }
        return days
    }
}
