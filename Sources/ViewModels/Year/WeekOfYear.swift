import Domain

/// A week of the year ahead: what is on record with a day, and what the rehearsal brings.
struct WeekOfYear {
    let monday: Day
    /// How many of its days are school days; none in holidays.
    let schoolDays: Int
    /// How much is on record with a day in it.
    let dates: Int
    /// `nil` while the rehearsal is worked out, or where it is not for this person.
    let rehearsed: Rehearsal.Week?
    let isPeak: Bool

    /// From the week of today to the one of the last day.
    static func all(_ dates: [DateOnRecord], _ year: RehearsedYear?, _ model: Model) -> [WeekOfYear]
    {
        let counts = Dictionary(grouping: dates, by: \.day.monday).mapValues(\.count)
        let first = model.today.monday
        return (0...(model.yearEnd - first) / 7).map { place in
            let monday = first + 7 * place
            let days = model.facts.school.calendar.schoolDays(from: monday, through: monday + 6)
            return WeekOfYear(
                monday: monday, schoolDays: days.count, dates: counts[monday] ?? 0,
                rehearsed: year?.weeks[monday],
                isPeak: year?.peaks.contains(monday) ?? false)
        }
    }

    var minutes: Int { rehearsed?.load.minutes ?? 0 }

    /// How many tasks of a column.
    func count(_ column: Column) -> Int {
        column.kinds.reduce(0) { $0 + (rehearsed?.kinds[$1]?.acts ?? 0) }
    }

    /// Kinds of work that stand in one column.
    enum Column: String, CaseIterable {
        case peps = "PEPs"
        case reviews = "Reviews"
        case calls = "Calls"
        case records = "Records"
        case training = "Training"
        case reports = "Reports"
        case other = "Other"

        var kinds: [Rehearsal.Kind] {
            switch self {
            case .peps: [.pep]
            case .reviews: [.review]
            case .calls: [.call]
            case .records: [.pepRecord, .record, .register]
            case .training: [.training, .reading]
            case .reports: [.report]
            case .other: [.decision, .money]
            }
        }

        /// How many, in words: `2 PEP meetings`.
        func words(_ count: Int) -> String {
            switch self {
            case .peps: count.counted("PEP meeting")
            case .reviews: count.counted("review")
            case .calls: count.counted("call")
            case .records: count.counted("record")
            case .training: "\(count) for training and reading"
            case .reports: count.counted("report")
            case .other: "\(count) for money and decisions"
            }
        }
    }
}

/// Weeks as rows.
extension WeekOfYear {
    static let columns: [TableColumn] = {
        var columns = [
            TableColumn("Week", minimum: 6, isFigure: true),
            TableColumn("Dates", side: .right, minimum: 5),
            TableColumn("Minutes", side: .right, minimum: 7),
        ]
        for (place, column) in Column.allCases.enumerated() {
            let title = column.rawValue
            columns.append(
                TableColumn(title, side: .right, minimum: title.count, priority: place + 1))
        }
        columns.append(TableColumn("", minimum: 7))
        return columns
    }()

    /// - Parameter note: what stands at its end instead of a holiday or a peak.
    func item(note: String? = nil) -> SheetItem {
        var cells = [[Phrase(monday.dayAndMonth, .strong)], Self.cell(dates)]
        cells.append(rehearsed.map { Self.cell($0.load.minutes) } ?? [])
        for column in Column.allCases {
            cells.append(rehearsed == nil ? [] : Self.cell(count(column)))
        }
        cells.append([Phrase(note ?? self.note, isPeak && note == nil ? .strong : .muted)])
        let row = Row(
            id: "week \(monday.iso)", cells: cells,
            spoken: spoken + (note.map { "; \($0)" } ?? ""))
        return SheetItem(
            id: row.id, opens: .year(week: monday), search: { _ in row.spoken },
            row: { _ in row },
            full: [TextLine("Week of \(monday.long): \(head).")]
                + (work.map { [TextLine($0.sentenceCase + ".")] } ?? []))
    }

    private static func cell(_ count: Int) -> [Phrase] {
        [count == 0 ? Phrase("·", .muted) : Phrase("\(count)")]
    }

    private var note: String { isPeak ? "peak" : schoolDays == 0 ? "holiday" : "" }

    /// `Week of Mon 14 Dec 2026: 5 school days; 2 dates on record; rehearsed 375 minutes: 2 PEP
    /// meetings, 4 calls`.
    var spoken: String {
        "Week of \(monday.long): \(head)" + (work.map { "; \($0)" } ?? "")
    }

    /// `5 school days, one of the fullest; 2 dates on record`.
    private var head: String {
        (schoolDays == 0 ? "no school" : schoolDays.counted("school day"))
            + (isPeak ? ", one of the fullest" : "") + "; \(dates.counted("date")) on record"
    }

    /// The same in one line, with the minutes.
    var line: String {
        head + (rehearsed.map { "; rehearsed \($0.load.minutes.counted("minute"))" } ?? "") + "."
    }

    /// `rehearsed 375 minutes: 2 PEP meetings, 4 calls`.
    private var work: String? {
        rehearsed.map { Self.words($0, Column.allCases.map { ($0, count($0)) }) }
    }

    private static func words(_ week: Rehearsal.Week, _ counts: [(Column, Int)]) -> String {
        let parts = counts.filter { $0.1 > 0 }.map { $0.words($1) }
        return parts.isEmpty
            ? "nothing rehearsed"
            : "rehearsed \(week.load.minutes.counted("minute")): " + parts.joined(separator: ", ")
    }
}
