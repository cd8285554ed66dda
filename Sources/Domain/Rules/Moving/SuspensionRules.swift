extension RuleID {
    public static let suspensionTried: RuleID = "suspension-tried"
    public static let suspensionAlternatives: RuleID = "suspension-alternatives"
    public static let suspensionDiscussed: RuleID = "suspension-discussed"
    public static let suspensionWarned: RuleID = "suspension-warned"
    public static let suspensionTold: RuleID = "suspension-told"
    public static let suspensionLastResort: RuleID = "suspension-last-resort"
    public static let suspensionSend: RuleID = "suspension-send"
    public static let suspensionWork: RuleID = "suspension-work"
    public static let suspensionProvision: RuleID = "suspension-provision"
    public static let suspensionReturn: RuleID = "suspension-return"
    public static let suspensionGovernors: RuleID = "suspension-governors"
    public static let suspensionRepresentations: RuleID = "suspension-representations"
}

extension Rule {
    static let suspensionRules: [Rule] =
        suspensionAnswers + suspensionBefore + suspensionDates + [
            interimPEP, suspensionTotal, suspensionRate,
        ]

    /// EXC-2, EXC-4, EXC-6, EXC-10, EXC-11: questions that each case answers.
    private static let suspensionAnswers = [
        AnsweredShape(
            .suspensionTried, "What was tried before",
            Wording(
                "what was tried before", short: "What was tried",
                missing: "Suspension: what was tried?", done: "What was tried: answered",
                lacks: "Nobody has written what was tried before the suspension",
                shows: "It is written what was tried before the suspension"),
            clauses: ["EXC-2"], ["tried"]),
        AnsweredShape(
            .suspensionAlternatives, "Other ways explored",
            Wording(
                "which other ways were explored", short: "Other ways",
                missing: "Suspension: which other ways?", done: "Other ways: answered",
                lacks: "Nobody has written which other ways were explored",
                shows: "It is written which other ways were explored"),
            clauses: ["EXC-4"], ["alternatives"]),
        AnsweredShape(
            .suspensionLastResort, "Permanent exclusion and the home",
            Wording(
                "what it does to the child's living arrangements", short: "Effect on the home",
                missing: "Exclusion: effect on the home?", done: "Effect on the home: answered",
                lacks: "Nobody has written what the exclusion does to the child's home",
                shows: "It is written what the exclusion does to the child's home"),
            clauses: ["EXC-6"], ["living_arrangements"]
        ) { $0.row.kind == .permanent },
        AnsweredShape(
            .suspensionSend, "Adjustments and SEN provision",
            Wording(
                "adjustments and SEN provision", short: "SEN and adjustments",
                missing: "Suspension: SEN answers open", done: "SEN answers given",
                lacks: "Still to be answered for the suspension",
                shows: "Adjustments and SEN provision are answered for"),
            clauses: ["EXC-10", "EXC-11"], ["adjustments", "sen_endeavours"]
        ) { $0.context.facts.pupil.hasSEN || $0.context.facts.pupil.isDisabled == true },
    ].map(\.rule)

    /// EXC-3, EXC-9: the Virtual School hears before the decision; afterwards it is too late.
    private static let suspensionBefore: [Rule] = [
        before(
            .suspensionDiscussed, "Education Adviser asked first",
            Wording(
                "a discussion with the Education Adviser", short: "Education Adviser",
                missing: "Adviser not asked", done: "Adviser asked",
                lacks: "The Education Adviser was not asked before the decision",
                shows: "The Education Adviser was asked"),
            clauses: ["EXC-3"], "adviser_discussed_on"),
        before(
            .suspensionWarned, "Virtual School warned first",
            Wording(
                "a warning to the Virtual School", short: "Warning to the VS",
                missing: "VS not warned", done: "VS warned",
                lacks: "The Virtual School was not warned before the decision",
                shows: "The Virtual School was warned"),
            clauses: ["EXC-9"], "virtual_school_warned_on"),
    ]

    private static func before(
        _ id: RuleID, _ title: String, _ wording: Wording, clauses: [String], _ column: String
    ) -> Rule {
        Rule(
            id, title, clauses: clauses, .afterEvent, .suspension,
            next: NextAction(.suspension, "Record when it was done"),
            .pupil(offRoll: true) { $0.suspensionCases.map { before(wording, column, $0) } })
    }

    private static func before(
        _ wording: Wording, _ column: String, _ one: SuspensionCase
    ) -> Ruling {
        let day = one.row.record.day(column)
        let decided = one.row.decidedOn
        let isMet = day.map { $0 <= decided } ?? false
        let reason: Reason =
            day.map { isMet ? .done(wording, $0) : .tooLate(wording, $0, notAfter: decided) }
            ?? .lost(wording, due: decided)
        return Ruling(
            reference: .record(one.row.id), due: decided, state: isMet ? .met : .missed,
            reason: reason, evidence: [one.row.key]
        ) {
            Working(facts: [one.row.fact], sum: "on or before the decision, \(decided.long)")
        }
    }

    // MARK: By a day after the decision

    private static let suspensionDates = [
        DatedShape(
            id: .suspensionTold, title: "Everyone told of the suspension",
            wording: Wording(
                "word to all who must hear", short: "Tell home, SW and VS",
                missing: "Home, SW and VS: not all told", done: "Home, SW and VS told",
                lacks: "Not all who must hear of the suspension are told",
                shows: "All who must hear of the suspension were told"),
            next: "Tell them and record the days", clauses: ["EXC-8"],
            numbers: [.suspensionToldDays],
            isStatutory: true,
            columns: {
                ["virtual_school_told_on", "parents_told_on", "authority_told_on"]
                    + ($0.hasSocialWorker ? ["social_worker_told_on"] : [])
            }, due: { $0.days(.suspensionToldDays) }
        ),
        DatedShape(
            id: .suspensionWork, title: "Work set from the first day",
            wording: Wording(
                "work for the days out", short: "Work to set", missing: "No work set",
                done: "Work set", lacks: "No work is set for the days out",
                shows: "Work was set for the days out"),
            next: "Set work and record the day", clauses: ["EXC-7"],
            columns: { _ in ["work_set_on"] }, due: { $0.row.from },
            asks: { $0.row.kind != .lunchtime }
        ),
        DatedShape(
            id: .suspensionProvision, title: "Full-time provision from the sixth day",
            wording: Wording(
                "full-time provision", short: "Full-time provision",
                missing: "No full-time provision", done: "Full-time provision from",
                lacks: "No full-time provision is recorded",
                shows: "Full-time provision began"),
            next: "Arrange full-time provision", clauses: ["EXC-7"],
            numbers: [.provisionDay, .provisionOverDays], isStatutory: true,
            columns: { _ in ["provision_from"] },
            due: { $0.schoolDay($0.context.pack[.provisionDay]) }, asks: \.needsProvision
        ),
        DatedShape(
            id: .suspensionReturn, title: "Meeting on the return",
            wording: Wording(
                "a meeting on the return", short: "Return meeting", missing: "No return meeting",
                done: "Return meeting held", lacks: "No meeting on the return is recorded",
                shows: "The meeting on the return was held"),
            next: "Hold the return meeting", clauses: ["EXC-7"],
            columns: { _ in ["reintegration_on"] },
            due: { $0.context.calendar.schoolDay(1, after: $0.lastDay) },
            asks: { $0.row.kind == .suspension }, opens: \.lastDay
        ),
        DatedShape(
            id: .suspensionGovernors, title: "Governors consider the suspension",
            wording: Wording(
                "the governors' meeting", short: "Governors to meet",
                missing: "Governors have not met", done: "Governors met",
                lacks: "The governors have not met about the suspension",
                shows: "The governors met about the suspension"),
            next: "Have the governors meet", clauses: ["EXC-5"],
            numbers: [.governorsDays, .governorsOverDays], isStatutory: true,
            columns: { _ in ["governors_met_on"] }, due: { $0.days(.governorsDays) },
            asks: \.goesToGovernors
        ),
        DatedShape(
            id: .suspensionRepresentations, title: "Governors consider representations",
            wording: Wording(
                "the governors' meeting about representations", short: "Parents' case",
                missing: "Parents' case not heard", done: "Parents' case heard",
                lacks: "The governors have not heard the parents' representations",
                shows: "The governors heard the parents' representations"),
            next: "Have the governors meet", clauses: ["EXC-5"],
            numbers: [.representationsDays, .representationsOverDays, .governorsOverDays],
            isStatutory: true, columns: { _ in ["governors_met_on"] },
            due: { $0.days(.representationsDays) }, asks: \.hasRepresentations
        ),
    ].map(\.rule)
}

extension SuspensionCase {
    /// Permanent, or longer than some days, of a child of compulsory school age.
    fileprivate var needsProvision: Bool {
        let isLong: Bool =
            switch row.kind {
            case .permanent: true
            case .suspension: row.daysOut > Figure(context.pack[.provisionOverDays])
            case .lunchtime, .separation, .managedMove: false
            }
        return isLong && context.facts.pupil.isOfCompulsoryAge(on: row.from)
    }

    /// Permanent, or with it the days of the term are over the limit.
    fileprivate var goesToGovernors: Bool {
        row.kind == .permanent || daysOfTerm > Figure(context.pack[.governorsOverDays])
    }

    /// Not for governors by itself, but the parents have made representations.
    fileprivate var hasRepresentations: Bool {
        !goesToGovernors && daysOfTerm > Figure(context.pack[.representationsOverDays])
            && date("representations_on") != nil
    }
}
