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
        suspensionAnswers + suspensionBefore + suspensionDates + [suspensionTotal, suspensionRate]

    /// EXC-2, EXC-4, EXC-6, EXC-10, EXC-11: questions that each case answers.
    private static let suspensionAnswers: [Rule] = [
        answered(
            .suspensionTried, "What was tried before", "an answer to what was tried before",
            clauses: ["EXC-2"], ["tried"]),
        answered(
            .suspensionAlternatives, "Other ways explored",
            "an answer to which other ways there are",
            clauses: ["EXC-4"], ["alternatives"]),
        answered(
            .suspensionLastResort, "The last resort, and the home",
            "an answer to what it does to the child's living arrangements", clauses: ["EXC-6"],
            ["living_arrangements"]
        ) { $0.row.kind == .permanent },
        answered(
            .suspensionSend, "Adjustments and SEN provision",
            "answers about adjustments and SEN provision", clauses: ["EXC-10", "EXC-11"],
            ["adjustments", "sen_endeavours"]
        ) { $0.context.facts.pupil.hasSEN || $0.context.facts.pupil.isDisabled == true },
    ]

    private static func answered(
        _ id: RuleID, _ title: String, _ noun: String, clauses: [String], _ columns: [String],
        where asks: @escaping @Sendable (SuspensionCase) -> Bool = { _ in true }
    ) -> Rule {
        Rule(
            id, title, clauses: clauses, .checklist, .suspension,
            next: NextAction(.suspension, "Answer it on the record of the suspension"),
            offRoll: true,
            ofPupil: { context in
                context.suspensionCases.filter(asks).map { answered(noun, columns, $0) }
            })
    }

    private static func answered(
        _ noun: String, _ columns: [String], _ one: SuspensionCase
    ) -> Standing {
        let open = columns.filter { one.row.record[$0].isEmpty }
        return Standing(
            reference: one.row.id, due: one.row.decidedOn, state: open.isEmpty ? .met : .overdue,
            reason: .step(open.isEmpty ? .there : .partly(open.map(\.columnWords)), noun),
            evidence: [one.row.key]
        ) {
            Working(
                facts: [one.row.fact] + one.sendFacts,
                sum: "answered when it is decided, \(one.row.decidedOn.long)",
                numbers: [one.context.pack.number(.suspensionWindowDays)],
                leastAct: open.isEmpty ? nil : one.act("record \(noun)", open, "example"))
        }
    }

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
            next: NextAction(.suspension, "Record when they were spoken to"), offRoll: true,
            ofPupil: { context in context.suspensionCases.map { before(noun, column, $0) } })
    }

    private static func before(
        _ noun: String, _ column: String, _ one: SuspensionCase
    ) -> Standing {
        let day = one.row.record.day(column)
        let decided = one.row.decidedOn
        let isMet = day.map { $0 <= decided } ?? false
        let reason: StepReason =
            day.map { isMet ? .done($0) : .after($0, notBefore: decided) } ?? .lost(due: decided)
        return Standing(
            reference: one.row.id, due: decided, state: isMet ? .met : .missed,
            reason: .step(reason, noun), evidence: [one.row.key]
        ) {
            Working(facts: [one.row.fact], sum: "on or before the decision, \(decided.long)")
        }
    }

    // MARK: By a day after the decision

    private static let suspensionDates: [Rule] = [
        DatedStep(
            id: .suspensionTold, title: "Home, social worker, Virtual School and authority told",
            noun: "word to all who must hear", clauses: ["EXC-8"], numbers: [.suspensionToldDays],
            isStatutory: true,
            columns: {
                ["virtual_school_told_on", "parents_told_on", "authority_told_on"]
                    + ($0.hasSocialWorker ? ["social_worker_told_on"] : [])
            }, due: { $0.days(.suspensionToldDays) }
        ).rule,
        DatedStep(
            id: .suspensionWork, title: "Work set from the first day", noun: "work that is set",
            clauses: ["EXC-7"], columns: { _ in ["work_set_on"] }, due: { $0.row.from },
            asks: { $0.row.kind != .lunchtime }
        ).rule,
        DatedStep(
            id: .suspensionProvision, title: "Full-time provision from the sixth day",
            noun: "full-time provision", clauses: ["EXC-7"],
            numbers: [.provisionDay, .provisionOverDays], isStatutory: true,
            columns: { _ in ["provision_from"] },
            due: { $0.schoolDay($0.context.pack[.provisionDay]) }, asks: \.needsProvision
        ).rule,
        DatedStep(
            id: .suspensionReturn, title: "A meeting on the return",
            noun: "a reintegration meeting",
            clauses: ["EXC-7"], columns: { _ in ["reintegration_on"] },
            due: { $0.context.calendar.schoolDay(1, after: $0.lastDay) },
            asks: { $0.row.kind == .suspension }, opens: \.lastDay
        ).rule,
        DatedStep(
            id: .suspensionGovernors, title: "Governors consider the suspension",
            noun: "the governors' meeting", clauses: ["EXC-5"],
            numbers: [.governorsDays, .governorsOverDays], isStatutory: true,
            columns: { _ in ["governors_met_on"] }, due: { $0.days(.governorsDays) },
            asks: \.goesToGovernors
        ).rule,
        DatedStep(
            id: .suspensionRepresentations, title: "Governors consider representations",
            noun: "the governors' meeting about representations", clauses: ["EXC-5"],
            numbers: [.representationsDays, .representationsOverDays, .governorsOverDays],
            isStatutory: true, columns: { _ in ["governors_met_on"] },
            due: { $0.days(.representationsDays) }, asks: \.hasRepresentations
        ).rule,
    ]
}

/// Something that each suspension of a kind needs by a day, shown by dates of its row.
private struct DatedStep: Sendable {
    let id: RuleID
    let title: String
    let noun: String
    let clauses: [String]
    var numbers: [NumberKey] = []
    var isStatutory = false
    /// All of them are needed.
    let columns: @Sendable (SuspensionCase) -> [String]
    let due: @Sendable (SuspensionCase) -> Day
    var asks: @Sendable (SuspensionCase) -> Bool = { _ in true }
    /// Before this day it cannot be done yet, and is not near.
    var opens: (@Sendable (SuspensionCase) -> Day)?

    var rule: Rule {
        Rule(
            id, title, clauses: clauses, .afterEvent, .suspension,
            next: NextAction(.suspension, "See to \(noun) and record the day"), offRoll: true,
            ofPupil: { context in context.suspensionCases.filter(asks).map(standing) })
    }

    private func standing(_ one: SuspensionCase) -> Standing {
        let columns = columns(one)
        let open = columns.filter { one.date($0) == nil }
        let step = Step(
            due: due(one), done: open.isEmpty ? columns.compactMap(one.date).max() : nil,
            warn: nil)
        var (state, late, reason) = step.stands(on: one.context.today, one.context.calendar)
        if state == .soon, let opens, one.context.today < opens(one) { state = .upcoming }
        return Standing(
            reference: one.row.id, due: step.due, state: state, late: late,
            reason: .step(reason, noun), isStatutory: isStatutory, evidence: [one.row.key]
        ) {
            working(one, open, step.due, isOpen: state.isOpen)
        }
    }

    private func working(
        _ one: SuspensionCase, _ open: [String], _ due: Day, isOpen: Bool
    ) -> Working {
        let ofTerm = one.rowsOfTerm.filter { $0.id != one.row.id }.map(\.fact)
        return Working(
            facts: [one.row.fact] + ofTerm
                + one.context.statusFacts(from: one.row.decidedOn, through: one.row.decidedOn),
            sum: "decided \(one.row.decidedOn.long), from \(one.row.from.long); "
                + "\(one.daysOfTerm.dayWords) days of the term with it; due \(due.long)",
            numbers: numbers.map(one.context.pack.number),
            leastAct: isOpen ? one.act("record the day", open, one.context.today.iso) : nil)
    }
}

extension SuspensionCase {
    fileprivate var sendFacts: [Working.Fact] {
        let pupil = context.facts.pupil
        return [
            Working.Fact(
                "\(pupil.sen?.words ?? "SEN not on record"), "
                    + (pupil.isDisabled == true ? "disabled" : "not known as disabled"),
                in: .pupils, pupil.key)
        ]
    }

    /// Permanent, or longer than some days, of a child of compulsory school age.
    fileprivate var needsProvision: Bool {
        let isLong: Bool =
            switch row.kind {
            case .permanent: true
            case .suspension: row.daysOut > Figure(context.pack[.provisionOverDays])
            case .lunchtime: false
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
