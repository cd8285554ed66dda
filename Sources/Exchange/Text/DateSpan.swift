import Domain

/// The days that make sense for a field: by them a year of two digits has one century, or none.
struct DateSpan: Sendable {
    let first: Day
    let last: Day

    init(_ first: Day, _ last: Day) {
        self.first = first
        self.last = max(first, last)
    }

    /// The birthdays of pupils of 2 to 19 years.
    static func births(on today: Day) -> DateSpan {
        DateSpan(today.addingYears(-20) + 1, today.addingYears(-2))
    }

    /// Admissions: after birth and not more than a year ahead.
    static func admissions(on today: Day, born: Day?) -> DateSpan {
        DateSpan(born ?? today.addingYears(-20), today.addingYears(1))
    }

    /// Days on which pupils left or will leave.
    static func departures(on today: Day, born: Day?) -> DateSpan {
        DateSpan(born ?? today.addingYears(-20), today.addingYears(20))
    }

    /// Days of marks and suspensions.
    static func schoolDays(on today: Day) -> DateSpan {
        DateSpan(today.addingYears(-20), today.addingYears(1))
    }

    /// Days on which members of staff began or end.
    static func employment(on today: Day) -> DateSpan {
        DateSpan(today.addingYears(-60), today.addingYears(10))
    }

    /// The day that a cell names.
    func read(_ cell: String) -> Result<ReadDate, DateProblem> {
        day(of: SchoolDate(cell), form: DateForm.of(cell))
    }

    /// The day of a date that may leave its century open.
    ///
    /// - Parameter form: the form in which a whole date was written.
    func day(of date: SchoolDate, form: DateForm? = nil) -> Result<ReadDate, DateProblem> {
        switch date {
        case .day(let day): return .success(ReadDate(day: day, form: form))
        case .shortYear(let day, let month, let year):
            let days = [1900, 2000]
                .compactMap { Day(year: $0 + year, month: month, day: day) }
                .filter { first <= $0 && $0 <= last }
            guard let found = days.first, days.count == 1 else {
                return .failure(days.isEmpty ? .noCentury : .twoCenturies)
            }
            return .success(ReadDate(day: found, form: .shortYear))
        case .dayNumber(let number):
            let day = DateSpan.spreadsheetStart + number
            guard first <= day, day <= last else { return .failure(.noDay) }
            return .success(ReadDate(day: day, form: .dayNumber))
        case .noYear: return .failure(.noYear)
        case .none: return .failure(.noDate)
        }
    }

    /// Spreadsheets call 1 January 1900 day 1 and believe in a 29 February of that year.
    private static let spreadsheetStart = Day(year: 1899, month: 12, day: 30) ?? Day(rawValue: 0)
}

/// A day that was read, and in which form it was written.
struct ReadDate: Hashable, Sendable {
    let day: Day
    /// `nil` for the plain forms, of which there is nothing to say.
    let form: DateForm?
}

/// A date of one row in a form that is worth a word.
struct DateNote: Hashable, Sendable {
    let form: DateForm
    let column: String
    let cell: String
    let day: Day

    init(_ form: DateForm, _ column: String, _ cell: String, _ day: Day) {
        self.form = form
        self.column = column
        self.cell = cell
        self.day = day
    }

    /// What is said of it once for the file: `years of two digits: DOB: 3/4/20 was read as …`.
    func note(line: Int) -> ImportNote? {
        if cell == day.dayMonthYear { return nil }
        let sample =
            "\(VisibleText.of(column)): \(VisibleText.of(cell)) was read as \(day.dayMonthYear)"
        return ImportNote(
            line: line, text: "\(form.words): \(sample)", cause: .init(form.words, sample))
    }
}

/// Why a cell names no day, as the end of a sentence that begins with the column.
enum DateProblem: Error, Hashable, Sendable {
    case noCentury, twoCenturies, noDay, noYear, noDate

    var words: String {
        switch self {
        case .noCentury: "has a year of two digits that fits no century; write all four"
        case .twoCenturies: "has a year of two digits that fits two centuries; write all four"
        case .noDay: "is a number, and the day that a spreadsheet means by it makes no sense here"
        case .noYear: "lacks the year"
        case .noDate: "is not a date like 23/11/2026"
        }
    }
}

/// A way of writing a date that is worth a word: each is told once, with an example.
enum DateForm: String, CaseIterable, Sendable {
    case shortYear, monthName, instant, dayNumber

    /// The form of a cell that names a whole day.
    static func of(_ cell: String) -> DateForm? {
        if SchoolDate.isInstant(cell) { return .instant }
        return cell.contains(where: \.isLetter) && !cell.contains(":") ? .monthName : nil
    }

    /// `years of two digits`.
    var words: String {
        switch self {
        case .shortYear: "years of two digits"
        case .monthName: "months by name"
        case .instant: "dates with a time behind them"
        case .dayNumber: "day numbers of a spreadsheet"
        }
    }
}
