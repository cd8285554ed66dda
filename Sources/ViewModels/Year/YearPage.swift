import Domain

extension PageContent {
    /// The year ahead by week: what is on record with a day, and what the rehearsal brings.
    static func year(_ model: Model, _ sources: Sources) -> PageContent {
        let weeks = WeekOfYear.all(DateOnRecord.all(model), sources.year, model)
        return PageContent(
            title: "The year",
            header: model.schoolHeader("the year by week") + model.yearWords(sources),
            shortHeader: model.shortSchoolHeader("the year") + model.yearWords(sources),
            sheets: (sources.year == nil ? [] : [.minutes(weeks)]) + [
                Sheet(
                    id: "weeks", digit: 1, title: "Weeks",
                    content: .list(WeekOfYear.columns, weeks.map { $0.item() }))
            ], begins: "weeks", detail: { item, _ in item.full })
    }
}

extension Model {
    /// What is certain and what is not, and how much it is.
    fileprivate func yearWords(_ sources: Sources) -> [TextLine] {
        guard canRehearse else {
            return [
                TextLine(
                    "Dates are on record. The rehearsal is for those who see every record.",
                    .muted)
            ]
        }
        guard let year = sources.year else {
            return [
                TextLine("Dates are on record. The rest of the year is being worked out.", .warning)
            ]
        }
        let total = year.total
        let peaks = year.peaks.map(\.dayAndMonth).joined(separator: ", ")
        return [
            TextLine("Dates are on record; the rest is rehearsed to \(yearEnd.long)."),
            TextLine(
                "\(total.acts.counted("task")), \(total.minutes.counted("minute"))."
                    + (peaks.isEmpty ? "" : " Fullest weeks: \(peaks).")),
        ]
    }
}
