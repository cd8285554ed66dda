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
            .suspensionTried, "What was tried before", "an answer to what was tried before",
            clauses: ["EXC-2"], ["tried"]),
        AnsweredShape(
            .suspensionAlternatives, "Other ways explored",
            "an answer to which other ways there are",
            clauses: ["EXC-4"], ["alternatives"]),
        AnsweredShape(
            .suspensionLastResort, "The last resort, and the home",
            "an answer to what it does to the child's living arrangements", clauses: ["EXC-6"],
            ["living_arrangements"]
        ) { $0.row.kind == .permanent },
        AnsweredShape(
            .suspensionSend, "Adjustments and SEN provision",
            "answers about adjustments and SEN provision", clauses: ["EXC-10", "EXC-11"],
            ["adjustments", "sen_endeavours"]
        ) { $0.context.facts.pupil.hasSEN || $0.context.facts.pupil.isDisabled == true },
    ].map(\.rule)

    /// EXC-3, EXC-9: the Virtual School hears before the decision; afterwards it is too late.
    private static let suspensionBefore: [Rule] = [
        before(
            .suspensionDiscussed, "Discussed with the Education Adviser before",
            "a discussion with the Education Adviser", clauses: ["EXC-3"],
            "adviser_discussed_on"),
        before(
            .suspensionWarned, "The Virtual School warned before",
            "a warning to the Virtual School", clauses: ["EXC-9"], "virtual_school_warned_on"),
    ]

    private static func before(
        _ id: RuleID, _ title: String, _ noun: String, clauses: [String], _ column: String
    ) -> Rule {
        Rule(
            id, title, clauses: clauses, .afterEvent, .suspension,
            next: NextAction(.suspension, "Record when they were spoken to"),
            .pupil(offRoll: true) { $0.suspensionCases.map { before(noun, column, $0) } })
    }

    private static func before(
        _ noun: String, _ column: String, _ one: SuspensionCase
    ) -> Ruling {
        let day = one.row.record.day(column)
        let decided = one.row.decidedOn
        let isMet = day.map { $0 <= decided } ?? false
        let reason: Reason =
            day.map { isMet ? .done(noun, $0) : .tooLate(noun, $0, notAfter: decided) }
            ?? .lost(noun, due: decided)
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
            id: .suspensionTold, title: "Home, social worker, Virtual School and authority told",
            noun: "word to all who must hear", clauses: ["EXC-8"], numbers: [.suspensionToldDays],
            isStatutory: true,
            columns: {
                ["virtual_school_told_on", "parents_told_on", "authority_told_on"]
                    + ($0.hasSocialWorker ? ["social_worker_told_on"] : [])
            }, due: { $0.days(.suspensionToldDays) }
        ),
        DatedShape(
            id: .suspensionWork, title: "Work set from the first day", noun: "work that is set",
            clauses: ["EXC-7"], columns: { _ in ["work_set_on"] }, due: { $0.row.from },
            asks: { $0.row.kind != .lunchtime }
        ),
        DatedShape(
            id: .suspensionProvision, title: "Full-time provision from the sixth day",
            noun: "full-time provision", clauses: ["EXC-7"],
            numbers: [.provisionDay, .provisionOverDays], isStatutory: true,
            columns: { _ in ["provision_from"] },
            due: { $0.schoolDay($0.context.pack[.provisionDay]) }, asks: \.needsProvision
        ),
        DatedShape(
            id: .suspensionReturn, title: "A meeting on the return",
            noun: "a reintegration meeting",
            clauses: ["EXC-7"], columns: { _ in ["reintegration_on"] },
            due: { $0.context.calendar.schoolDay(1, after: $0.lastDay) },
            asks: { $0.row.kind == .suspension }, opens: \.lastDay
        ),
        DatedShape(
            id: .suspensionGovernors, title: "Governors consider the suspension",
            noun: "the governors' meeting", clauses: ["EXC-5"],
            numbers: [.governorsDays, .governorsOverDays], isStatutory: true,
            columns: { _ in ["governors_met_on"] }, due: { $0.days(.governorsDays) },
            asks: \.goesToGovernors
        ),
        DatedShape(
            id: .suspensionRepresentations, title: "Governors consider representations",
            noun: "the governors' meeting about representations", clauses: ["EXC-5"],
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
