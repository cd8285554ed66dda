import Domain

/// How a register file lays out its marks.
enum AttendanceLayout: Sendable {
    /// A date with a column for the morning, the afternoon or both.
    case days(date: Int, am: Int?, pm: Int?)
    /// A date, a session and its mark.
    case sessions(date: Int, session: Int, mark: Int)
    /// A string of pairs from the Monday of a week.
    case weeks(monday: Int, marks: Int)
    /// A string of pairs from any date on.
    case runs(start: Int, marks: Int)
    /// A column a day, or two.
    case grid([GridColumn])

    /// The layout that the headings tell, or why they tell none.
    ///
    /// - Parameter span: the days of which marks make sense.
    static func of(
        _ table: HeadedTable, _ span: DateSpan
    ) -> Result<AttendanceLayout, ImportFault> {
        let map = table.map
        func fault(_ problem: String, column: String? = nil) -> Result<
            AttendanceLayout, ImportFault
        > {
            .failure(ImportFault(line: table.line, column: column, problem))
        }
        if !map.days.isEmpty { return grid(map, span, fault) }
        let date = map.columns[.date]
        if let date, map.has(.am) || map.has(.pm) {
            return .success(.days(date: date, am: map.columns[.am], pm: map.columns[.pm]))
        }
        let marks = map.columns[.marks] ?? map.columns[.mark]
        guard let marks else {
            return fault(
                "no heading tells where the marks are: AM and PM, Mark, Marks, or dates; name the "
                    + "column with \(table.cure(for: .mark))")
        }
        if let date, let session = map.columns[.session] {
            return .success(.sessions(date: date, session: session, mark: marks))
        }
        if let week = map.columns[.week] { return .success(.weeks(monday: week, marks: marks)) }
        if let start = map.columns[.start] { return .success(.runs(start: start, marks: marks)) }
        if let date, map.has(.marks) { return .success(.runs(start: date, marks: marks)) }
        let needed = date == nil ? SchoolField.date : .session
        return fault(
            "no heading tells \(needed == .date ? "the date" : "the session, AM or PM"); name the "
                + "column with \(table.cure(for: needed))")
    }

    /// `one row a day`.
    var words: String {
        switch self {
        case .days: "one row a day"
        case .sessions: "one row a session"
        case .weeks: "a string of marks a week"
        case .runs: "a string of marks from a date"
        case .grid: "a grid of dates"
        }
    }

    private static func grid(
        _ map: HeadingMap, _ span: DateSpan,
        _ fault: (String, String?) -> Result<AttendanceLayout, ImportFault>
    ) -> Result<AttendanceLayout, ImportFault> {
        var days: [GridColumn] = []
        for var column in map.days {
            switch span.day(of: column.date) {
            case .success(let date): column.day = date.day
            case .failure(let problem):
                return fault("\(problem.words); a grid needs full dates", map.cells[column.column])
            }
            days.append(column)
        }
        var columns: [GridColumn] = []
        let byDate = Dictionary(grouping: days, by: \.day).values
        for days in byDate.sorted(by: { $0[0].column < $1[0].column }) {
            let sessions = days.map(\.session)
            if days.count == 2, sessions == [nil, nil] {
                // The same date over two columns: morning, then afternoon.
                for (var day, session) in zip(days, [RegisterSession.am, .pm]) {
                    day.session = session
                    columns.append(day)
                }
            } else if days.count == 1 || days.count == 2 && Set(sessions) == [.am, .pm] {
                columns += days
            } else {
                return fault(
                    "is a date that \(days.count) columns share", map.cells[days[0].column])
            }
        }
        return .success(.grid(columns.sorted { $0.column < $1.column }))
    }
}
