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
                    notes: GlanceRow.legend,
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
    /// The register of the day is not in: nothing is to be known yet.
    case notYet
    /// It is no school day.
    case noSchool

    /// Those that are counted once the register is in; what matters most stands where no narrow screen
    /// cuts it off.
    static let counted: [Presence] = [.notKnown, .present, .absent]

    static func < (one: Presence, other: Presence) -> Bool { one.rawValue < other.rawValue }

    var words: String {
        switch self {
        case .present: "In now"
        case .absent: "Not in, reason known"
        case .notKnown: "NOT KNOWN"
        case .notYet: "register not in yet"
        case .noSchool: "no school today"
        }
    }

    var phrase: Phrase {
        switch self {
        case .present: Phrase("✓", .met)
        case .absent: Phrase("–", .muted)
        case .notKnown: Phrase("!", .overdue)
        case .notYet: Phrase("·", .muted)
        case .noSchool: Phrase("")
        }
    }
}

extension Model {
    /// What the latest mark of today says; without one nobody knows, once any mark of today is in.
    func presence(_ child: Child) -> Presence {
        guard facts.school.calendar.isSchoolDay(today) else { return .noSchool }
        guard isRegisterIn else { return .notYet }
        guard let (am, pm) = child.facts.marks[AcademicYear(of: today)]?.codes(on: today),
            let code = pm ?? am, !code.isUnexplained
        else { return .notKnown }
        return pack.codes.category(of: code) == .present ? .present : .absent
    }

    /// `this morning's register is not in yet (last: Mon 23 Nov PM)`; `nil` once it is.
    private var registerWords: String? {
        guard !isRegisterIn else { return nil }
        let last = (1...120).lazy.map { today - $0 }.first { day in
            children.contains { $0.hasMark(on: day) }
        }
        let session = last.map { day in
            let hasAfternoon = children.contains {
                $0.facts.marks[AcademicYear(of: day)]?.codes(on: day).pm != nil
            }
            return "\(day.short) \(hasAfternoon ? "PM" : "AM")"
        }
        return "this morning's register is not in yet (last: \(session ?? "none"))"
    }

    fileprivate func glanceHeader(_ children: [Child]) -> [TextLine] {
        let isSchoolDay = facts.school.calendar.isSchoolDay(today)
        let counts = Presence.counted.map { presence in
            "\(presence.words): \(children.count { self.presence($0) == presence })"
        }
        let labels: Set<CohortLabel> = [.cp, .cin, .cla]
        let inSeveral = children.count { labels.intersection($0.labels).count > 1 }
        let plans =
            [CohortLabel.cp, .cin, .cla].map { plan in
                "\(children.count { $0.labels.contains(plan) }) \(plan.rawValue)"
            } + (inSeveral == 0 ? [] : ["\(inSeveral) in two groups"])
        let late = isSchoolDay && !children.isEmpty ? registerWords : nil
        let counted = late == nil ? [Phrase(counts.joined(separator: "   "), .strong)] : []
        return schoolHeader("glance")
            + [
                TextLine(
                    [Phrase(plans.joined(separator: " · "))],
                    right: isSchoolDay ? counted : [Phrase("no school today", .muted)])
            ] + (late.map { [TextLine($0.sentenceCase + ".", .warning)] } ?? [])
    }
}

extension Child {
    /// Whether a mark of a day is on record.
    func hasMark(on day: Day) -> Bool {
        guard let (am, pm) = facts.marks[AcademicYear(of: day)]?.codes(on: day) else {
            return false
        }
        return am != nil || pm != nil
    }

    /// The plan under which the glance lists the child: protection before need before care.
    var firstPlan: CohortLabel? { [.cp, .cin, .cla].first(where: labels.contains) }
}
