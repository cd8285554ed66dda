import Domain

/// A page by name: what `cksw show`, the palette and Enter go to.
public enum PageName: Hashable, Sendable {
    case dashboard
    /// One pane of the dashboard alone.
    case pane(DashboardPane)
    case pupil(PupilRef)
    case pep(String)
    case fund(String)
    case glance
    case why(DutyID)
    case history(Subject?)
    /// What others have changed since the person last looked.
    case since
    /// The duties that somebody has decided not to act on for now.
    case setAside
    /// One entry of the journal, by its number.
    case change(ChangeNumber)
    /// The figures of the dashboard, each of which opens its rows.
    case figures
    case list(DutyList)
    case cohort(CohortLabel)
    /// Every clause of the policy.
    case policy
    case clause(String)
    /// The duties of one rule.
    case rule(RuleID)
    /// Who on the staff has read what and is trained in what.
    case staff
    case member(String)
    /// Figures of the whole cohort beside other pupils.
    case cohortFigures
    /// The clauses that a duty shows.
    case clauses(DutyID)
    /// The steps of setting up the school.
    case settingUp
    case help

    /// The page of words as they stand behind `cksw show`: `pupil K017`; `nil` where no page has
    /// this name or what it needs is missing.
    public init?(words: [String]) {
        let rest = Array(words.dropFirst())
        switch (words.first, rest.count) {
        case ("now", 0): self = .pane(.now)
        case ("dashboard", 0): self = .dashboard
        case ("pupils", 0): self = .pane(.pupils)
        case ("peps", 0): self = .pane(.peps)
        case ("attendance", 0): self = .pane(.attendance)
        case ("budget", 0): self = .pane(.budget)
        case ("pupil", 1): self = .pupil(PupilRef(rest[0]))
        case ("pep", 1): self = .pep(rest[0])
        case ("fund", 1): self = .fund(rest[0])
        case ("glance", 0): self = .glance
        case ("figures", 0): self = .figures
        case ("policy", 0): self = .policy
        case ("clause", 1): self = .clause(rest[0])
        case ("rule", 1): self = .rule(RuleID(rest[0]))
        case ("staff", 0): self = .staff
        case ("staff", 1): self = .member(rest[0])
        case ("cohort", 0): self = .cohortFigures
        case ("help", 0): self = .help
        case ("since", 0): self = .since
        case ("setting-up", 0): self = .settingUp
        case ("not-acted-on", 0): self = .setAside
        case ("history", 0): self = .history(nil)
        case ("history", 1):
            guard let subject = Subject(rest[0]) else { return nil }
            self = .history(subject)
        case ("change", 1):
            guard let number = Int64(rest[0]).map(ChangeNumber.init(rawValue:)) else { return nil }
            self = .change(number)
        case ("why", 2), ("why", 3):
            guard let subject = Subject(rest[0]) else { return nil }
            self = .why(
                DutyID(
                    subject: subject, rule: RuleID(rest[1]),
                    reference: Duty.Reference(rest.count == 3 ? rest[2] : "")))
        case (let name?, 0):
            guard let list = DutyList(rawValue: name) else { return nil }
            self = .list(list)
        default: return nil
        }
    }

    /// The names that `init(words:)` knows, with what each needs.
    public static let usage =
        ["dashboard"] + DashboardPane.allCases.map(\.rawValue)
        + [
            "pupil REF", "pep ID", "fund ID", "glance", "why SUBJECT RULE [REFERENCE]",
            "history [SUBJECT]", "change NUMBER", "since", "not-acted-on", "figures", "policy",
            "clause ID", "rule ID", "staff [ID]", "cohort", "setting-up", "help",
        ] + DutyList.allCases.map(\.rawValue)

    /// What tells this page from all others: `pupil K017`.
    public var id: String {
        switch self {
        case .dashboard: "dashboard"
        case .pane(let pane): pane.rawValue
        case .pupil(let ref): "pupil \(ref.text)"
        case .pep(let id): "pep \(id)"
        case .fund(let id): "fund \(id)"
        case .glance: "glance"
        case .why(let id): "why \(id.text)"
        case .history(let subject): "history" + (subject.map { " \($0.text)" } ?? "")
        case .change(let number): "change \(number)"
        case .since: "since"
        case .setAside: "not-acted-on"
        case .figures: "figures"
        case .list(let list): list.rawValue
        case .cohort(let label): "cohort \(label.rawValue)"
        case .policy: "policy"
        case .clause(let id): "clause \(id)"
        case .clauses(let id): "clauses \(id.text)"
        case .rule(let rule): "rule \(rule.rawValue)"
        case .staff: "staff"
        case .member(let id): "staff \(id)"
        case .cohortFigures: "cohort"
        case .settingUp: "setting-up"
        case .help: "help"
        }
    }
}

/// The panes of the dashboard, by the digit that reaches them.
public enum DashboardPane: String, CaseIterable, Sendable {
    case now, pupils, peps, attendance, budget
}

/// The lists of duties that a number opens.
public enum DutyList: String, CaseIterable, Sendable {
    case missed, overdue, soon, unknown, older
    case spendWithoutImpact = "without-impact"
    case idleMoney = "idle"

    func holds(_ duty: Duty, _ model: Model) -> Bool {
        switch self {
        case .missed: duty.state == .missed
        case .overdue: duty.state == .overdue
        case .soon: duty.state == .soon
        case .unknown: duty.state == .unknown
        case .older: model.isOld(duty)
        case .spendWithoutImpact: duty.rule == .fundingImpact && duty.state.isOpen
        case .idleMoney: duty.rule == .fundingIdle && duty.state.isOpen
        }
    }

    var title: String {
        switch self {
        case .missed: "Missed: can no longer be done"
        case .overdue: "Overdue"
        case .soon: "Due soon"
        case .unknown: "Not known: facts are missing"
        case .older: "Older: open for more than about a term"
        case .spendWithoutImpact: "Spends without an impact"
        case .idleMoney: "Money not yet spent"
        }
    }
}

extension DutyID {
    /// `pupil:K017 pep-termly 2026-27 autumn`.
    public var text: String {
        "\(subject.text) \(rule.rawValue)" + (reference.isEmpty ? "" : " \(reference)")
    }
}
