import Domain

extension PageContent {
    /// The safeguarding lead's first question of the day: who is in, who is not, who is not known.
    static func glance(_ model: Model) -> PageContent {
        // No headings: a small screen holds twelve children, each with its plan.
        let plans: [CohortLabel] = [.cp, .cin, .cla]
        let children = plans.flatMap { plan in
            model.children.filter { $0.firstPlan == plan }
                .sorted { model.presence($0) < model.presence($1) }
        }
        return PageContent(
            title: "Glance",
            header: model.glanceHeader(children)
                + (model.unreadWords.map { [TextLine($0, .warning)] } ?? []),
            sheets: [
                Sheet(
                    id: "glance", digit: 0, title: "Today",
                    content: .list(GlanceRow.columns, children.map { GlanceRow.item($0.ref) }),
                    empty: "No child on roll has a social worker.")
            ], detail: { $1.glanceDetail(of: $0) })
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
        let labels: Set<CohortLabel> = [.cp, .cin, .cla]
        let inSeveral = children.count { labels.intersection($0.labels).count > 1 }
        let plans =
            [CohortLabel.cp, .cin, .cla].map { plan in
                "\(children.count { $0.labels.contains(plan) }) \(plan.rawValue)"
            } + (inSeveral == 0 ? [] : ["\(inSeveral) in two groups"])
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
