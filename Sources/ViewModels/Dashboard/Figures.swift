import Domain

extension PageContent {
    /// Every number of the dashboard's header and notes; Enter shows what it counts.
    static func figures(_ model: Model) -> PageContent {
        let figures = model.figures ?? SchoolFigures(model)
        // Numbers that leave the school open no rows.
        let isOutside = model.figures != nil
        func item(_ id: String, _ count: Int, _ words: String, opens: PageName) -> SheetItem {
            self.item(
                id: id, model.access.clearance.shown(count, of: .seen).words, words,
                opens: isOutside || !model.access.allows(opens) ? nil : opens)
        }
        let labels = CohortLabel.allCases.map { label in
            item(
                "label \(label.rawValue)", figures.labels[label] ?? 0, label.rawValue,
                opens: .cohort(label))
        }
        let lists = DutyList.allCases.map { list in
            item(
                "list \(list.rawValue)", figures.lists[list] ?? 0, list.title, opens: .list(list))
        }
        let panes = [
            item("alerts", figures.alerts, "Attendance alerts", opens: .pane(.attendance)),
            item("funds", figures.funds, "Funds of this year", opens: .pane(.budget)),
        ]
        // The clauses are no secret, and name nobody.
        let policy =
            model.access.allows(.policy)
            ? [
                self.item(
                    id: "policy", "\(model.pack.clauses.count)", "Clauses of the policy",
                    opens: .policy)
            ] : []
        let staff =
            model.access.allows(.staff)
            ? [
                self.item(
                    id: "staff", "\(model.currentStaff.count)", "Members of staff", opens: .staff)
            ] : []
        return PageContent(
            title: "Numbers", header: model.schoolHeader("numbers"),
            sheets: [
                Sheet(
                    id: "figures", digit: 0, title: "Numbers",
                    content: .list(
                        [
                            TableColumn("", side: .right, minimum: 6),
                            TableColumn("", minimum: 20, share: 1),
                        ],
                        [.heading("children", "Children known to a social worker")] + labels
                            + [.heading("duties", "Duties")] + lists
                            + [.heading("others", "Also")] + panes + policy + staff))
            ])
    }

    private static func item(
        id: String, _ count: String, _ words: String, opens: PageName?
    ) -> SheetItem {
        let row = Row(
            id: id, cells: [[Phrase(count, .strong)], [Phrase(words)]],
            spoken: "\(words): \(count)")
        return SheetItem(id: id, opens: opens, search: { _ in words }, row: { _ in row })
    }
}

/// The numbers of a school: how many children, duties and funds, and no name.
public struct SchoolFigures: Sendable {
    /// By every status that a child holds.
    public let labels: [CohortLabel: Int]
    public let lists: [DutyList: Int]
    public let states: [DutyState: Int]
    let cohort: CohortFigures
    let alerts: Int
    let funds: Int

    init(_ model: Model) {
        let duties = model.allDuties
        let labels = CohortLabel.allCases.map { ($0, model.tally[$0]) }
        self.labels = Dictionary(uniqueKeysWithValues: labels)
        let lists = DutyList.allCases.map { list in
            (list, duties.count { list.holds($0, model) })
        }
        self.lists = Dictionary(uniqueKeysWithValues: lists)
        states = Dictionary(
            uniqueKeysWithValues: DutyState.allCases.map { ($0, model.tally[$0]) })
        cohort = CohortFigures(model)
        alerts = model.children.count(where: \.isAttendanceAlert)
        funds = model.books.count
    }
}
