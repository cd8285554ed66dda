import Domain

/// The rows of children on record with the marks that can be stored, in the order of the file.
///
/// A row that says no more than the marks of one day takes twelve bytes; only the others are kept
/// with their words.
struct TakenRows {
    /// A row that has more to say.
    struct Whole {
        let row: AttendanceRow
        /// The child's place among those on record.
        let child: Int
        let marks: [FileMark]
        let notTaken: [String]
    }

    /// The marks of one day.
    struct Plain {
        fileprivate let line: Int32
        /// The number of the child and year.
        fileprivate let owner: Int32
        fileprivate let morning: Int16
        /// As `YearMarks` has them; 0: none.
        let am: UInt8
        let pm: UInt8

        var number: Int { Int(owner) }
        /// The place of the morning in `YearMarks.bytes`.
        var session: Int { Int(morning) }
    }

    private var rows: [Plain] = []
    private var wholes: [Int: Whole] = [:]
    var owners: ChildYears
    /// The columns of a plain row's marks.
    private let columns: (am: Int, pm: Int)

    init(_ layout: AttendanceLayout, children: Int) {
        owners = ChildYears(children: children)
        guard case .days(_, let am, let pm) = layout else {
            columns = (0, 0)
            return
        }
        columns = (am ?? 0, pm ?? 0)
    }

    var count: Int { rows.count }

    /// - Returns: the row as it is kept.
    mutating func append(_ row: PlainRegister.Row, line: Int) -> Plain {
        let number = owners.number(of: row.child, row.date.year)
        let plain = Plain(
            line: Int32(line), owner: Int32(number), morning: Int16(2 * row.date.place),
            am: row.am, pm: row.pm)
        rows.append(plain)
        return plain
    }

    mutating func append(_ whole: Whole) {
        wholes[rows.count] = whole
        rows.append(Plain(line: Int32(whole.row.line), owner: 0, morning: 0, am: 0, pm: 0))
    }

    func line(of index: Int) -> Int { Int(rows[index].line) }

    /// `nil` for a plain row.
    func whole(_ index: Int) -> Whole? { wholes.isEmpty ? nil : wholes[index] }

    /// Good for a plain row.
    func plain(_ index: Int) -> Plain { rows[index] }

    func child(of index: Int) -> Int {
        whole(index)?.child ?? owners.all[rows[index].number].child
    }

    func marks(of index: Int) -> [FileMark] {
        if let whole = whole(index) { return whole.marks }
        let row = rows[index]
        let day = owners.all[row.number].year.first + row.session / 2
        return [(RegisterSession.am, row.am, columns.am), (.pm, row.pm, columns.pm)]
            .compactMap { session, code, column in
                RegisterCode(byte: code).map {
                    FileMark(day: day, session: session, code: $0, column: column)
                }
            }
    }
}
