import Domain

extension Sheet {
    /// The year of a fund as a plot in text: a bar a month, April to March.
    static func plot(_ year: FundYear, _ model: Model) -> Sheet {
        let items = year.months.map { month in
            let row = FundPlot.row(month, of: year, today: model.today)
            return SheetItem(id: row.id, search: { _ in row.spoken }, row: { _ in row })
        }
        return Sheet(
            id: "plot", digit: 1, title: "The year", content: .list(FundPlot.columns, items),
            notes: [
                TextLine(
                    "# spent   = committed   + at this rate   . left   | the allocation", .muted)
            ])
    }
}

/// Bars of signs that every terminal has.
enum FundPlot {
    static let columns = [
        TableColumn("", minimum: 4), TableColumn("", minimum: width + 2),
        TableColumn("Spent", side: .right, minimum: 10), TableColumn("", minimum: 14, priority: 1),
    ]

    static let width = 40

    static func row(_ month: FundYear.Month, of year: FundYear, today: Day) -> Row {
        let name = String(month.first.dayAndMonth.split(separator: " ").last ?? "")
        let isNow = month.first <= today && today - month.first < 31 && !month.isForecast
        let state =
            month.isForecast ? "at this rate" : isNow && today <= year.year.last ? "so far" : ""
        return Row(
            id: "month \(month.first.iso)",
            cells: [
                [Phrase(name)], bar(month, of: year), [Phrase(month.spent.grouped, .money)],
                [Phrase(state, .muted)],
            ],
            spoken: "\(name): \(month.spent.inPounds) spent"
                + (month.committed > .zero ? ", \(month.committed.inPounds) committed" : "")
                + (state.isEmpty ? "" : ", \(state)"))
    }

    /// The scale reaches as far as the allocation, or what will be spent where that is more; `|`
    /// stands where the allocation ends.
    private static func bar(_ month: FundYear.Month, of year: FundYear) -> [Phrase] {
        let most = year.months.map { $0.spent + $0.committed }.max() ?? .zero
        let scale = max(1, max(year.forecast.allocated, most).value)
        func cells(_ amount: Pence) -> Int { min(width, max(0, amount.value) * width / scale) }
        let spent = cells(month.spent)
        let bound = cells(month.spent + month.committed) - spent
        let end = cells(year.forecast.allocated)
        let used = spent + bound
        let left = String(repeating: ".", count: max(0, end - used))
        let gap = String(repeating: " ", count: max(0, width - max(used, end)))
        return [
            Phrase(String(repeating: month.isForecast ? "+" : "#", count: spent)),
            Phrase(String(repeating: "=", count: bound), .money),
            Phrase(left, .muted), Phrase(used < end || end == width ? "|" : " ", .muted),
            Phrase(gap),
        ]
    }
}

extension FundForecast {
    /// `At this rate £120.00 left on 31 March.`
    var words: String { leftByEnd.atYearsEnd + "." }
}

extension Pence {
    /// A forecast of what is left: `At this rate £120.00 left on 31 March`.
    var atYearsEnd: String {
        self < .zero
            ? "At this rate \((Pence.zero - self).inPounds) short on 31 March"
            : "At this rate \(inPounds) left on 31 March"
    }
}
