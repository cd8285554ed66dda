import Domain

extension PageContent {
    /// The morning's page: Now and the four panes.
    static func dashboard(_ model: Model, _ sources: Sources) -> PageContent {
        let policy = Further(digit: 5, title: "Policy", page: .policy)
        return PageContent(
            title: "cksw", header: model.dashboardHeader, shortHeader: model.shortDashboardHeader,
            sheets: DashboardPane.allCases.filter { model.access.allows(.pane($0)) }
                .map { $0.sheet(model, sources) },
            arrangement: .dashboard, detail: { $1.detail(of: $0) },
            further: model.access.allows(policy.page) ? [policy] : [])
    }

    /// One of its panes alone.
    static func pane(_ pane: DashboardPane, _ model: Model, _ sources: Sources) -> PageContent {
        let sheet = pane.sheet(model, sources)
        return PageContent(
            title: sheet.title, header: model.dashboardHeader,
            shortHeader: model.shortDashboardHeader, sheets: [sheet],
            detail: { $1.detail(of: $0) })
    }

    /// The duties behind a number.
    static func list(_ list: DutyList, _ model: Model) -> PageContent {
        PageContent(
            title: list.title, header: model.schoolHeader(list.title), sheets: [.list(list, model)],
            detail: { $1.detail(of: $0) })
    }

    /// The children behind a number.
    static func cohort(_ label: CohortLabel, _ model: Model) -> PageContent {
        PageContent(
            title: label.rawValue, header: model.schoolHeader("Children: \(label.rawValue)"),
            sheets: [.cohort(label, model)], detail: { $1.detail(of: $0) })
    }
}

/// The panes of the dashboard, by the digit that reaches them.
public enum DashboardPane: String, CaseIterable, Sendable {
    case now, pupils, peps, attendance, budget

    var page: PageKind {
        switch self {
        case .now: .now
        case .pupils: .pupils
        case .peps: .peps
        case .attendance: .attendance
        case .budget: .budget
        }
    }

    func sheet(_ model: Model, _ sources: Sources) -> Sheet {
        switch self {
        case .now: .now(model, sources.now)
        case .pupils: .pupils(model, withOthers: sources.withOthers)
        case .peps: .peps(model)
        case .attendance: .attendance(model)
        case .budget: .budget(model)
        }
    }
}
