import Domain

extension PageContent {
    /// Every number of the dashboard's header and notes; Enter shows what it counts.
    static func figures(_ model: Model) -> PageContent {
        let labels = CohortLabel.allCases.map { label in
            item(
                id: "label \(label.rawValue)", model.tally[label], label.rawValue,
                opens: .cohort(label))
        }
        let duties = model.allDuties
        let lists = DutyList.allCases.map { list in
            item(
                id: "list \(list.rawValue)", duties.count { list.holds($0, model) }, list.title,
                opens: .list(list))
        }
        let panes = [
            item(
                id: "alerts", model.children.count(where: \.isAttendanceAlert), "Attendance alerts",
                opens: .pane(.attendance)),
            item(id: "funds", model.books.count, "Funds of this year", opens: .pane(.budget)),
        ]
        return PageContent(
            title: "Numbers", header: model.schoolHeader("numbers"),
            sheets: [
                Sheet(
                    id: "figures", digit: 0, title: "Numbers",
                    content: .list(
                        [Column("", side: .right, minimum: 6), Column("", minimum: 20, share: 1)],
                        [.heading("children", "Children known to a social worker")] + labels
                            + [.heading("duties", "Duties")] + lists
                            + [.heading("others", "Also")] + panes))
            ])
    }

    private static func item(
        id: String, _ count: Int, _ words: String, opens: PageName
    ) -> SheetItem {
        let row = Row(
            id: id, cells: [[Phrase("\(count)", .strong)], [Phrase(words)]],
            spoken: "\(words): \(count)")
        return SheetItem(id: id, opens: opens, search: { _ in words }, row: { _ in row })
    }
}
