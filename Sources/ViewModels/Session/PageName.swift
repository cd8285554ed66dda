import Domain

/// A page by name: what `cksw show`, the palette and Enter go to.
public struct PageName: Hashable, Sendable {
    public let kind: PageKind
    /// What it needs to be one page of its kind, in words: a child's reference, the parts of a
    /// duty's id.
    let needs: [String]

    init(_ kind: PageKind, _ needs: [String] = []) {
        self.kind = kind
        self.needs = needs
    }

    /// The page of words as they stand behind `cksw show`: `pupil K017`; `nil` where no page has
    /// this name or what it needs is missing.
    public init?(words: [String]) {
        guard let kind = words.first.flatMap(PageKind.init) else { return nil }
        self.init(kind, Array(words.dropFirst()))
        guard entry.takes(needs) else { return nil }
    }

    /// The names that `init(words:)` knows, with what each needs.
    public static let usage = PageKind.allCases.compactMap { kind in
        PageName(kind).entry.form.map { $0.isEmpty ? kind.rawValue : "\(kind.rawValue) \($0)" }
    }

    /// What tells this page from all others: `pupil K017`.
    public var id: String { ([kind.rawValue] + needs).joined(separator: " ") }

    /// The duty that the page explains.
    public var duty: DutyID? { kind == .why ? DutyID(words: needs) : nil }

    /// What the page shows of the journal; the program reads it and gives it to the session.
    public var journal: JournalPart? { entry.journal }
}

/// What a page shows of the journal.
public enum JournalPart: Hashable, Sendable {
    /// All about a subject, or about the whole school.
    case history(Subject?)
    case change(ChangeNumber)
}

extension PageName {
    public static let dashboard = PageName(.dashboard)
    public static let glance = PageName(.glance)
    public static let since = PageName(.since)
    public static let setAside = PageName(.setAside)
    public static let figures = PageName(.figures)
    public static let reports = PageName(.reports)
    public static let policy = PageName(.policy)
    public static let staff = PageName(.staff)
    public static let cohortFigures = PageName(.cohort)
    public static let settingUp = PageName(.settingUp)
    public static let year = PageName(.year)
    public static let help = PageName(.help)

    public static func pane(_ pane: DashboardPane) -> PageName { PageName(pane.page) }
    public static func list(_ list: DutyList) -> PageName { PageName(list.page) }
    public static func cohort(_ label: CohortLabel) -> PageName {
        PageName(.cohort, [label.rawValue])
    }
    public static func pupil(_ ref: PupilRef) -> PageName { PageName(.pupil, [ref.text]) }
    /// Everything on record of a child, of one kind or of all, in the order of days.
    public static func chronology(
        _ ref: PupilRef, _ kind: ChronologyEntry.Kind? = nil
    ) -> PageName {
        PageName(.chronology, [ref.text] + (kind.map { [$0.rawValue] } ?? []))
    }
    /// What can be made of a child.
    public static func packs(_ ref: PupilRef) -> PageName { PageName(.packs, [ref.text]) }
    public static func pep(_ id: String) -> PageName { PageName(.pep, [id]) }
    public static func fund(_ id: String) -> PageName { PageName(.fund, [id]) }
    public static func why(_ id: DutyID) -> PageName { PageName(.why, id.words) }
    /// The clauses that a duty shows.
    public static func clauses(_ id: DutyID) -> PageName { PageName(.clauses, id.words) }
    public static func clause(_ id: String) -> PageName { PageName(.clause, [id]) }
    public static func rule(_ id: RuleID) -> PageName { PageName(.rule, [id.rawValue]) }
    /// The week of a Monday.
    public static func year(week monday: Day) -> PageName { PageName(.year, [monday.iso]) }
    /// The weeks in which what a duty asks could be planned.
    public static func year(of id: DutyID) -> PageName { PageName(.year, id.words) }
    public static func member(_ id: String) -> PageName { PageName(.staff, [id]) }
    public static func history(_ subject: Subject?) -> PageName {
        PageName(.history, subject.map { [$0.text] } ?? [])
    }
    public static func change(_ number: ChangeNumber) -> PageName {
        PageName(.change, ["\(number.rawValue)"])
    }
}

extension DutyID {
    fileprivate var words: [String] {
        [subject.text, rule.rawValue, reference.text].filter { !$0.isEmpty }
    }

    init?(words: [String]) {
        guard words.count > 1, let subject = Subject(words[0]) else { return nil }
        self.init(
            subject: subject, rule: RuleID(words[1]),
            reference: Duty.Reference(words.count > 2 ? words[2] : ""))
    }
}
