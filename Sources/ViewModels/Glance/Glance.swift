import Domain

extension PageContent {
    /// The safeguarding lead's first question of the day: who is in, who is not, who is not known.
    static func glance(_ model: Model) -> PageContent {
        let groups: [(CohortLabel, String)] = [(.cp, "CP"), (.cin, "CIN"), (.cla, "CLA")]
        let children = groups.map { label, _ in model.children.filter { $0.firstPlan == label } }
        let items = zip(groups, children).flatMap { group, children -> [SheetItem] in
            guard !children.isEmpty else { return [] }
            return [.heading("plan \(group.1)", group.1)]
                + children.sorted { model.presence($0) < model.presence($1) }
                .map { GlanceRow.item($0.ref) }
        }
        return PageContent(
            title: "Glance",
            header: model.glanceHeader(children.flatMap { $0 })
                + (model.unreadWords.map { [TextLine($0, .warning)] } ?? []),
            sheets: [
                Sheet(
                    id: "glance", digit: 0, title: "Today",
                    content: .list(GlanceRow.columns, items),
                    empty: "No child on roll has a social worker.")
            ], detail: { $1.detail(of: $0) })
    }
}

/// Whether a child is where the register says, in the order in which a lead asks.
enum Presence: Int, Comparable, CaseIterable {
    /// No mark, or a mark without a reason.
    case notKnown
    case absent
    case present

    static func < (one: Presence, other: Presence) -> Bool { one.rawValue < other.rawValue }

    var words: String {
        switch self {
        case .present: "In now"
        case .absent: "Not in, reason known"
        case .notKnown: "NOT KNOWN"
        }
    }

    var phrase: Phrase {
        switch self {
        case .present: Phrase("✓", .met)
        case .absent: Phrase("–", .muted)
        case .notKnown: Phrase("!", .overdue)
        }
    }
}

extension Model {
    /// What the latest mark of today says; without one nobody knows.
    func presence(_ child: Child) -> Presence {
        guard let (am, pm) = child.facts.marks[AcademicYear(of: today)]?.codes(on: today),
            let code = pm ?? am, !code.isUnexplained
        else { return .notKnown }
        return pack.codes.category(of: code) == .present ? .present : .absent
    }

    fileprivate func glanceHeader(_ children: [Child]) -> [TextLine] {
        let isSchoolDay = facts.school.calendar.isSchoolDay(today)
        let counts = Presence.allCases.reversed().map { presence in
            "\(presence.words): \(children.count { self.presence($0) == presence })"
        }
        let plans = [CohortLabel.cp, .cin, .cla].map { plan in
            "\(children.count { $0.firstPlan == plan }) \(plan.rawValue)"
        }
        return schoolHeader("glance")
            + [
                TextLine(
                    [Phrase(plans.joined(separator: " · "))],
                    right: isSchoolDay
                        ? [Phrase(counts.joined(separator: "   "), .strong)]
                        : [Phrase("no school today", .muted)])
            ]
    }
}

extension Child {
    /// The plan under which the glance lists the child: protection before need before care.
    var firstPlan: CohortLabel? { [.cp, .cin, .cla].first(where: labels.contains) }
}

/// Children as rows of the glance.
enum GlanceRow {
    static let columns = [
        Column("", minimum: 1), Column("Child", minimum: 14, share: 2),
        Column("Plan since", minimum: 14), Column("Today", minimum: 5),
        Column("Last 10 days", minimum: 29, priority: 1),
        Column("Year", side: .right, minimum: 8),
    ]

    static func item(_ ref: PupilRef) -> SheetItem {
        SheetItem(
            id: ref.text, opens: .pupil(ref), pupil: ref,
            search: { model in
                let presence = model.child(ref).map(model.presence)?.words ?? ""
                return "\(model.searchWords(ref)) \(presence)"
            },
            row: { model in
                guard let child = model.child(ref) else {
                    let name = model.name(of: .pupil(ref))
                    return Row(
                        id: ref.text, cells: [[], [Phrase(name, .child)], [], [], [], []],
                        spoken: name)
                }
                return row(child, model)
            })
    }

    private static func row(_ child: Child, _ model: Model) -> Row {
        let presence = model.presence(child)
        let days = model.facts.school.calendar.schoolDays(last: 10, upTo: model.today - 1)
        let marks = days.map(child.facts.marksWords).joined(separator: " ")
        let today = child.facts.marksWords(on: model.today)
        let since = child.planSince(on: model.today)
        let plan = (child.firstPlan?.rawValue ?? "") + (since.map { " \($0.dayAndMonth)" } ?? "")
        let figure = model.attendanceWords(child)
        return Row(
            id: child.ref.text,
            cells: [
                [presence.phrase], [Phrase(child.pupil.displayName, .child)], [Phrase(plan)],
                [Phrase(today, presence == .notKnown ? .overdue : .normal)], [Phrase(marks)],
                figure.cell,
            ],
            spoken: "\(child.pupil.displayName), \(presence.words); \(plan); today \(today); "
                + "last school days \(marks); \(figure.spoken)")
    }
}

extension Child {
    /// Since when the plan runs, without a break.
    fileprivate func planSince(on today: Day) -> Day? {
        guard let plan = firstPlan else { return nil }
        return facts.statuses
            .filter { $0.kind.rawValue == plan.rawValue && $0.span.contains(today) }
            .map(\.span.from).min()
    }
}
