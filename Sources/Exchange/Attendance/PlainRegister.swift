import Domain

/// Reads the rows of a plain register (a number, a date, the marks of a morning and an afternoon) by
/// the bytes of their cells.
///
/// Such a file has few dates and codes, and each number many times: each is read as in any row when
/// it first comes, and then known again. A cell that is anything else, or has anything to say, leaves
/// its row to be read in full.
struct PlainRegister {
    /// What a row says: both marks can be stored as they are.
    struct Row {
        let child: Int
        let date: Date
        /// As `YearMarks` has them; 0: none.
        let am: UInt8
        let pm: UInt8
        /// Whether the present sign of one session stood in the other.
        let hasOtherSign: Bool
    }

    /// A day of school on which marks can be stored.
    struct Date {
        let day: Day
        let year: AcademicYear
        /// The day's place in its year.
        let place: Int
    }

    private let number: Int
    private let date: Int
    private let am: Int?
    private let pm: Int?
    private let width: Int
    private let reader: AttendanceReader
    private let identities: IdentityReader
    private let index: PupilIndex
    private let days: SchoolDays
    private let places: [PupilRef: Int]
    private let rolls: [Span]

    /// The place of the child whose number it is; -1 where the row is to be read in full.
    private var children = CellTable()
    /// The place in `dates`, or -1.
    private var dateCells = CellTable()
    private var dates: [(date: Date, readings: Readings)] = []

    /// - Returns: `nil` where the file has columns that say more.
    init?(
        _ reader: AttendanceReader, _ identities: IdentityReader, _ index: PupilIndex,
        _ children: [Pupil], _ days: SchoolDays
    ) {
        let columns = reader.map.columns
        guard case .days(let date, let am, let pm) = reader.layout,
            let number = columns[.admissionNumber], !identities.goesByName,
            reader.map.constants.isEmpty, reader.map.width == columns.count,
            Set(columns.keys).isSubset(of: [.admissionNumber, .date, .am, .pm])
        else { return nil }
        self.number = number
        self.date = date
        self.am = am
        self.pm = pm
        width = reader.map.width
        self.reader = reader
        self.identities = identities
        self.index = index
        self.days = days
        places = Dictionary(children.enumerated().map { ($1.ref, $0) }) { first, _ in first }
        rolls = children.map(\.roll)
    }

    mutating func row(_ line: PlainLine) -> Row? {
        guard line.count == width, let key = CellKey(line[number]),
            let dateKey = CellKey(line[date])
        else { return nil }
        let child = children[key] ?? learn(child: line[number], key)
        let place = dateCells[dateKey] ?? learn(date: line[date], dateKey)
        guard child >= 0, place >= 0, rolls[child].contains(dates[place].date.day) else {
            return nil
        }
        guard let morning = mark(am, .am, line, place), let afternoon = mark(pm, .pm, line, place)
        else { return nil }
        return Row(
            child: child, date: dates[place].date, am: morning.code, pm: afternoon.code,
            hasOtherSign: morning.isOtherSign || afternoon.isOtherSign)
    }

    private mutating func mark(
        _ column: Int?, _ session: RegisterSession, _ line: PlainLine, _ date: Int
    ) -> Reading? {
        guard let column else { return Reading(code: 0, isOtherSign: false) }
        let cell = line[column]
        guard let place = Readings.place(cell, session) else { return nil }
        if let known = dates[date].readings[place] { return known.reading }
        let found = read(cell, session, dates[date].date.day)
        dates[date].readings[place] = Known(reading: found)
        return found
    }

    // MARK: Learning

    private mutating func learn(child cell: UnsafeBufferPointer<UInt8>, _ key: CellKey) -> Int {
        let place = PlainRegister.text(cell).flatMap { child($0) } ?? -1
        children[key] = place
        return place
    }

    private func child(_ text: String) -> Int? {
        guard !reader.words.isTotal(text) else { return nil }
        var fields = [String](repeating: "", count: width)
        fields[number] = text
        var faults: [ImportFault] = []
        let identity = identities.read(CSVRecord(line: 0, fields: fields), faults: &faults)
        guard faults.isEmpty,
            case .pupil(let pupil, notice: nil) = identities.match(identity, in: index)
        else { return nil }
        return places[pupil.ref]
    }

    private mutating func learn(date cell: UnsafeBufferPointer<UInt8>, _ key: CellKey) -> Int {
        var place = -1
        if let text = PlainRegister.text(cell), !reader.words.isTotal(text),
            case .success(let found) = reader.span.read(cellText(text)), found.form == nil,
            days.takes(found.day)
        {
            let year = AcademicYear(of: found.day)
            place = dates.count
            dates.append(
                (Date(day: found.day, year: year, place: found.day - year.first), Readings()))
        }
        dateCells[key] = place
        return place
    }

    private func read(
        _ cell: UnsafeBufferPointer<UInt8>, _ session: RegisterSession, _ day: Day
    ) -> Reading? {
        guard let text = PlainRegister.text(cell) else { return nil }
        do {
            guard let mark = try reader.marks.read(cellText(text), session, on: day) else {
                return Reading(code: 0, isOtherSign: false)
            }
            guard mark.minutes == nil else { return nil }
            return Reading(code: mark.code.byte, isOtherSign: mark.isOtherSign)
        } catch {
            return nil
        }
    }

    /// The text of a cell that a reader of records would give too.
    private static func text(_ cell: UnsafeBufferPointer<UInt8>) -> String? {
        let isPlain = cell.allSatisfy { (0x20..<0x7F).contains($0) && $0 != UInt8(ascii: "\"") }
        return isPlain ? String(decoding: cell, as: UTF8.self) : nil
    }
}

/// What the cell of one session says.
private struct Reading {
    let code: UInt8
    let isOtherSign: Bool
}

/// That a cell was read before; without a reading where its row is to be read in full.
private struct Known {
    let reading: Reading?
}

/// The cells of marks of up to two bytes, as they read on one day.
private struct Readings {
    private var short = [Known?](repeating: nil, count: 2 * 257)
    private var long: [Int: Known] = [:]

    /// Where a cell stands here; `nil` for longer ones.
    static func place(_ cell: UnsafeBufferPointer<UInt8>, _ session: RegisterSession) -> Int? {
        let side = session == .am ? 0 : 257
        switch cell.count {
        case 0: return side + 256
        case 1: return side + Int(cell[0])
        case 2: return (side + 1) << 20 | Int(cell[0]) << 8 | Int(cell[1])
        default: return nil
        }
    }

    subscript(_ place: Int) -> Known? {
        get { place < short.count ? short[place] : long[place] }
        set { if place < short.count { short[place] = newValue } else { long[place] = newValue } }
    }
}

/// The days of which a register can have marks.
struct SchoolDays {
    let today: Day
    private let calendar: SchoolCalendar
    let yearsOnRecord: Set<AcademicYear>

    init(_ school: some SchoolOnRecord) {
        today = school.today
        calendar = school.calendar
        yearsOnRecord = Set(calendar.terms.map(\.year))
    }

    /// By the dates on record; Monday to Friday in years of which there are none.
    func isSchoolDay(_ day: Day) -> Bool {
        yearsOnRecord.contains(AcademicYear(of: day))
            ? calendar.isSchoolDay(day) : day.isWeekday
    }

    func takes(_ day: Day) -> Bool { day <= today && isSchoolDay(day) }
}
