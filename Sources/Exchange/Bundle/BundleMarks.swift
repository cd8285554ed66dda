import Domain

/// The attendance of a bundle, folded into whole years as it is read: a county's four million rows
/// are never held as rows.
struct BundleMarks {
    /// What one row says.
    struct Row {
        let pupil: String
        let day: Day
        let year: AcademicYear
        let am: RegisterCode?
        let pm: RegisterCode?
        let late: Int?
    }

    /// The bundle's own rows, by child and year.
    private(set) var sheets: [YearMarks] = []
    private(set) var places: [MarkedYear: Int] = [:]
    /// Rows come sorted as a rule: the last sheet is the next one too.
    private var last: (key: MarkedYear, place: Int)?

    private var dates: [String: (day: Day, year: AcademicYear)] = [:]
    private let codes: [String: RegisterCodeTable.Entry]

    init(codes: RegisterCodeTable) {
        self.codes = Dictionary(
            codes.entries.map { ($0.code.text, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// The row of texts in the schema's order where all are good; `nil` sends the caller to the
    /// record, which knows how to say what is wrong.
    mutating func row(_ values: [String]) -> Row? {
        guard let (day, year) = date(values[1]), let am = code(values[2], on: day),
            let pm = code(values[3], on: day), let late = minutes(values[4])
        else { return nil }
        return Row(pupil: values[0], day: day, year: year, am: am, pm: pm, late: late)
    }

    /// Adds a row; `false` where the child has one of that day already.
    mutating func add(_ row: Row) -> Bool {
        let key = MarkedYear(pupil: PupilRef(row.pupil), year: row.year)
        let place: Int
        if let last, last.key == key {
            place = last.place
        } else {
            place = places[key] ?? sheets.count
            if place == sheets.count {
                places[key] = place
                sheets.append(YearMarks(year: row.year))
            }
            last = (key, place)
        }
        if sheets[place].hasRow(on: row.day) { return false }
        sheets[place].set(row.day, am: row.am, pm: row.pm, late: row.late)
        return true
    }

    private mutating func date(_ text: String) -> (day: Day, year: AcademicYear)? {
        if let known = dates[text] { return known }
        guard case .success = FieldType.date.canonical(text), let day = Day(iso: text) else {
            return nil
        }
        let found = (day, AcademicYear(of: day))
        dates[text] = found
        return found
    }

    /// The code, no code for an empty text, `nil` for one that is none on this day.
    private func code(_ text: String, on day: Day) -> RegisterCode?? {
        if text.isEmpty { return .some(nil) }
        guard let entry = codes[text], entry.validFrom.map({ $0 <= day }) ?? true,
            entry.validTo.map({ day <= $0 }) ?? true
        else { return nil }
        return .some(entry.code)
    }

    private func minutes(_ text: String) -> Int?? {
        if text.isEmpty { return .some(nil) }
        guard case .success(let minutes) = FieldType.minutes.canonical(text) else { return nil }
        return .some(Int(minutes))
    }
}
