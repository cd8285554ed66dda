import Domain

extension Sheet {
    /// Minutes a week as columns of a plot, a gap for each week of holidays, peaks marked.
    static func minutes(_ weeks: [WeekOfYear]) -> Sheet {
        let plot = YearPlot(weeks)
        return Sheet(
            id: "minutes", digit: 0, title: "Minutes a week, as rehearsed", isNumbered: false,
            content: .list(
                [
                    TableColumn("", side: .right, minimum: 4),
                    TableColumn(plot.months, minimum: weeks.count),
                ], plot.items))
    }
}

private struct YearPlot {
    private static let height = 5
    let weeks: [WeekOfYear]
    /// What a whole column stands for: a number that each line has a round part of.
    private let top: Int

    init(_ weeks: [WeekOfYear]) {
        self.weeks = weeks
        let step = 10 * Self.height
        top = max(step, ((weeks.map(\.minutes).max() ?? 0) + step - 1) / step * step)
    }

    /// `Nov Dec Jan`, each above the first week that begins in it.
    var months: String {
        var letters = Array(repeating: Character(" "), count: weeks.count)
        var last = ""
        var free = 0
        for (place, week) in weeks.enumerated() {
            let month = week.monday.monthWord
            // A word must not run into the one before it, nor past the end.
            guard month != last, place >= free, place + month.count <= weeks.count else { continue }
            for (offset, letter) in month.enumerated() { letters[place + offset] = letter }
            (last, free) = (month, place + month.count + 1)
        }
        return String(letters)
    }

    var items: [SheetItem] { (1...Self.height).reversed().map(line) + [axis] }

    private func line(_ level: Int) -> SheetItem {
        let (low, high) = (top * (level - 1) / Self.height, top * level / Self.height)
        let signs = weeks.map {
            Phrase($0.minutes > low ? "#" : " ", $0.isPeak ? .strong : .normal)
        }
        let ending = weeks.filter { $0.minutes > low && $0.minutes <= high }
        return item(
            "\(high)", signs, "\(low + 1) to \(high.counted("minute")): \(Self.names(ending))")
    }

    private var axis: SheetItem {
        let signs = weeks.map { week in
            if week.isPeak { return Phrase("^", .strong) }
            return Phrase(week.schoolDays == 0 ? " " : "─", .muted)
        }
        return item(
            "", signs,
            "Fullest, marked ^: \(Self.names(weeks.filter(\.isPeak))). "
                + "Holidays: \(Self.names(weeks.filter { $0.schoolDays == 0 }))")
    }

    private static func names(_ weeks: [WeekOfYear]) -> String {
        weeks.isEmpty
            ? "no week" : "weeks of " + weeks.map(\.monday.dayAndMonth).joined(separator: ", ")
    }

    private func item(_ scale: String, _ signs: [Phrase], _ spoken: String) -> SheetItem {
        let row = Row(
            id: "plot \(scale)", cells: [[Phrase(scale, .muted)], signs.merged], spoken: spoken)
        return SheetItem(
            id: row.id, isCounted: false, search: { _ in "" }, row: { _ in row },
            full: [TextLine(spoken + ".")])
    }
}
