import Domain

/// Every kind of page, by its word, in the order in which `cksw show` tells them.
public enum PageKind: String, CaseIterable, Sendable {
    case dashboard, now, pupils, peps, attendance, budget
    case pupil, chronology, pep, fund, glance, why, history, change, since
    case setAside = "not-acted-on"
    case figures, reports, packs, policy, clause, clauses, rule, staff, cohort, year
    case settingUp = "setting-up"
    case help
    case missed, overdue, soon, unknown, older
    case spendWithoutImpact = "without-impact"
    case idleMoney = "idle"
}

extension PageName {
    /// All that is to be known of a page: `cksw show`, the palette, the roles and the session read it
    /// here. A page to come is a case of `PageKind` and an entry here, a report too; a key that leads
    /// to it stands in `ViewKey`.
    var entry: PageEntry {
        let first = needs.first ?? ""
        return switch kind {
        case .dashboard:
            PageEntry(sees: .topic(.cohort), palette: 0) { .dashboard($0, $1) }
        case .now: .pane(.now, sees: .topic(.cohort))
        case .pupils: .pane(.pupils, sees: .topic(.identity))
        case .peps: .pane(.peps, sees: .topic(.pep))
        case .attendance: .pane(.attendance, sees: .attendance)
        case .budget: .pane(.budget, sees: .topic(.money))
        case .pupil:
            PageEntry("REF", sees: .topic(.identity)) { model, _ in
                .pupil(PupilRef(first), model)
            }
        case .chronology:
            PageEntry(
                "REF [KIND]", isSound: needs.count < 2 || chronologyKind != nil,
                sees: chronologyKind.map(PageSight.kind) ?? .topic(.identity)
            ) { model, _ in .chronology(PupilRef(first), chronologyKind, model) }
        case .pep: PageEntry("ID", sees: .topic(.pep)) { model, _ in .pep(first, model) }
        case .fund: PageEntry("ID", sees: .topic(.money)) { model, _ in .fund(first, model) }
        case .glance:
            PageEntry(sees: .attendance, palette: 2) { model, _ in .glance(model) }
        case .why:
            PageEntry(
                "SUBJECT RULE [REFERENCE]", isSound: duty != nil, sees: .topic(.cohort)
            ) { model, _ in duty.flatMap { .why($0, model) } }
        case .history:
            PageEntry(
                "[SUBJECT]", isSound: needs.isEmpty || Subject(first) != nil,
                sees: .right(.history), palette: 9, journal: .history(Subject(first))
            ) { model, sources in
                .history(
                    Subject(first), sources.journal[.history(Subject(first))],
                    withLooks: sources.withLooks, model)
            }
        case .change:
            PageEntry(
                "NUMBER", isSound: number != nil, sees: .right(.history),
                journal: number.map { .change($0) }
            ) { model, sources in
                number.flatMap { .change($0, sources.journal[.change($0)]?.first, model) }
            }
        case .since:
            PageEntry(sees: .right(.history), palette: 6) { model, _ in .since(model) }
        case .setAside:
            PageEntry(sees: .topic(.cohort), palette: 7) { model, _ in .setAside(model) }
        case .figures:
            PageEntry(sees: .figures, palette: 8) { model, _ in .figures(model) }
        case .reports:
            PageEntry(sees: .report(ofChild: false), palette: 8) { model, _ in .reports(model) }
        case .packs:
            PageEntry("REF", sees: .report(ofChild: true)) { model, _ in
                .packs(PupilRef(first), model)
            }
        case .policy:
            PageEntry(sees: .right(.policy), palette: 3) { model, _ in .policy(model) }
        case .clause:
            PageEntry("ID", sees: .right(.policy)) { model, _ in .clause(first, model) }
        case .clauses:
            PageEntry(nil, sees: .right(.policy)) { model, _ in
                DutyID(words: needs).flatMap { .clauses(of: $0, model) }
            }
        case .rule:
            PageEntry("ID", sees: .topic(.cohort)) { model, _ in .rule(RuleID(first), model) }
        case .staff:
            PageEntry("[ID]", sees: .topic(.training), palette: 4) { model, _ in
                needs.isEmpty ? .staff(model) : .member(first, model)
            }
        case .cohort:
            // The children of one label are reached by their number alone.
            needs.isEmpty
                ? PageEntry(sees: .comparison, palette: 5) { model, _ in .cohortFigures(model) }
                : PageEntry(sees: .topic(.cohort)) { model, _ in
                    CohortLabel(rawValue: first).map { .cohort($0, model) }
                }
        case .year: year
        case .settingUp:
            PageEntry(sees: .anyStep, palette: 10) { model, _ in .settingUp(model) }
        case .help: PageEntry(sees: .everybody, palette: 11) { model, _ in .help(model) }
        case .missed: .list(.missed)
        case .overdue: .list(.overdue)
        case .soon: .list(.soon)
        case .unknown: .list(.unknown)
        case .older: .list(.older)
        case .spendWithoutImpact: .list(.spendWithoutImpact)
        case .idleMoney: .list(.idleMoney)
        }
    }
}

extension PageName {
    /// The year, a week of it, or the weeks in which what a duty asks could be planned: that page is
    /// reached from a line of a week alone.
    private var year: PageEntry {
        if let id = DutyID(words: needs) {
            return PageEntry(nil, sees: .topic(.cohort)) { .otherWeeks(of: id, $0, $1) }
        }
        let day = needs.first.flatMap { Day(iso: $0) }
        return PageEntry(
            "[WEEK]", isSound: needs.isEmpty || day != nil, sees: .topic(.cohort), palette: 5
        ) { model, sources in
            guard let day else { return PageContent.year(model, sources) }
            return PageContent.week(day, model, sources)
        }
    }

    private var number: ChangeNumber? {
        needs.first.flatMap { Int64($0) }.map { ChangeNumber(rawValue: $0) }
    }

    /// The kind of line to which a chronology keeps; `nil` for all of them.
    private var chronologyKind: ChronologyEntry.Kind? {
        needs.count < 2 ? nil : ChronologyEntry.Kind(rawValue: needs[1].lowercased())
    }
}

/// What stands in the registry about a page.
struct PageEntry {
    /// What it needs behind its word in `cksw show`: `ID`, `[SUBJECT]`; `nil` where no words name it.
    let form: String?
    /// Whether what it needs can be read.
    private let isSound: Bool
    /// Whether anything of it is for a person.
    let sees: PageSight
    /// Its place among the pages of the palette; `nil` where it is not offered there.
    let palette: Int?
    let journal: JournalPart?
    /// The page; `nil` where what it is about is not on record.
    let content: (Model, Sources) -> PageContent?

    init(
        _ form: String? = "", isSound: Bool = true, sees: PageSight, palette: Int? = nil,
        journal: JournalPart? = nil, content: @escaping (Model, Sources) -> PageContent?
    ) {
        self.form = form
        self.isSound = isSound
        self.sees = sees
        self.palette = palette
        self.journal = journal
        self.content = content
    }

    fileprivate static func pane(_ pane: DashboardPane, sees: PageSight) -> PageEntry {
        PageEntry(sees: sees, palette: 1) { .pane(pane, $0, $1) }
    }

    fileprivate static func list(_ list: DutyList) -> PageEntry {
        PageEntry(sees: .topic(.cohort), palette: 12) { model, _ in .list(list, model) }
    }

    /// Whether these words behind its own make it a page.
    func takes(_ needs: [String]) -> Bool {
        guard let form else { return false }
        let parts = form.split(separator: " ")
        let needed = parts.count { !$0.hasPrefix("[") }
        return isSound && (needed...parts.count).contains(needs.count)
    }
}

/// For whom a page is.
struct PageSight: Sendable {
    let allows: @Sendable (Clearance) -> Bool

    static let everybody = PageSight { _ in true }

    static func topic(_ topic: Topic) -> PageSight { PageSight { $0.sees(topic) } }

    static func right(_ right: Right) -> PageSight { PageSight { $0.holds(right) } }

    /// Lines of a chronology: an empty page would say that there are none.
    static func kind(_ kind: ChronologyEntry.Kind) -> PageSight {
        PageSight { clearance in kind.records.contains { clearance.sees($0.topic) } }
    }

    static let attendance = PageSight { $0.sees(.cohort) && $0.sees(.register) }

    static let figures = PageSight { $0.sees(.cohort) || $0.holds(.figures) }

    static let comparison = PageSight {
        ($0.sees(.cohort) && $0.sees(.comparison)) || $0.holds(.figures)
    }

    /// Whoever may make a report of the school, or of a child.
    static func report(ofChild: Bool) -> PageSight {
        PageSight { !ReportID.offered(ofChild: ofChild, to: $0).isEmpty }
    }

    /// Whoever may do a step of setting up.
    static let anyStep = PageSight { clearance in
        SetupStep.allCases.contains { $0.isFor(clearance) }
    }
}
