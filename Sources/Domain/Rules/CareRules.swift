extension RuleID {
    public static let coreGroup: RuleID = "core-group"
    public static let childInNeedReview: RuleID = "cin-review"
    public static let conference: RuleID = "cp-conference"
    public static let lookedAfterReview: RuleID = "lac-review"
}

extension Rule {
    static let careRules: [Rule] = [
        coreGroup, childInNeedReview, conference, conferenceReport, lookedAfterReview, sdq,
    ]

    /// HGB-3, DT-11: the core group of a child protection plan meets every six weeks.
    private static let coreGroup = Recurring(
        id: .coreGroup, title: "The core group meets", noun: "a core group",
        clauses: ["HGB-3", "DT-11"], kind: .coreGroup, warn: .coreGroupWarnDays,
        numbers: [.coreGroupFirstDays, .coreGroupDays, .coreGroupWarnDays],
        since: { $0.planRun(.cp) },
        first: { context, since in
            context.calendar.workingDay(context.pack[.coreGroupFirstDays], after: since)
        },
        next: { context, _, last in last + context.pack[.coreGroupDays] }
    ).rule

    /// HGB-3, DT-11: a child in need plan is reviewed every three months.
    private static let childInNeedReview = Recurring(
        id: .childInNeedReview, title: "The child in need plan reviewed",
        noun: "a review of the child in need plan", clauses: ["HGB-3", "DT-11"],
        kind: .childInNeedReview, warn: .reviewWarnDays,
        numbers: [.childInNeedMonths, .reviewWarnDays],
        since: { context in
            context.cohort.holds(.cp, on: context.today) ? nil : context.planRun(.cin)
        },
        first: { context, since in since.addingMonths(context.pack[.childInNeedMonths]) },
        next: { context, _, last in last.addingMonths(context.pack[.childInNeedMonths]) }
    ).rule

    /// HGB-3, DT-11: a child protection plan is reviewed within three months, then every six. The
    /// conference of the plan's first day is the initial one, and no review.
    private static let conference = Recurring(
        id: .conference, title: "The child protection plan reviewed",
        noun: "a review conference", clauses: ["HGB-3", "DT-11"], kind: .conference,
        warn: .reviewWarnDays,
        numbers: [.conferenceFirstMonths, .conferenceMonths, .reviewWarnDays],
        countsFirstDay: false, since: { $0.planRun(.cp) },
        first: { context, since in since.addingMonths(context.pack[.conferenceFirstMonths]) },
        next: { context, _, last in last.addingMonths(context.pack[.conferenceMonths]) }
    ).rule

    /// DT-4: the authority reviews the care of a looked-after child; the school takes part.
    private static let lookedAfterReview = Recurring(
        id: .lookedAfterReview, title: "The looked-after child's review",
        noun: "a looked-after review", clauses: ["DT-4"], kind: .lookedAfterReview,
        warn: .reviewWarnDays,
        numbers: [
            .lookedAfterFirstDays, .lookedAfterSecondMonths, .lookedAfterMonths, .reviewWarnDays,
        ], isStatutory: true, since: { $0.lookedAfterSpell?.from },
        first: { context, since in
            context.calendar.workingDay(context.pack[.lookedAfterFirstDays], after: since)
        },
        next: { context, count, last in
            last.addingMonths(
                context.pack[count == 1 ? .lookedAfterSecondMonths : .lookedAfterMonths])
        }
    ).rule
}

/// A meeting about a child that comes round again and again while a status runs.
private struct Recurring: Sendable {
    let id: RuleID
    let title: String
    let noun: String
    let clauses: [String]
    let kind: Meeting.Kind
    let warn: NumberKey
    let numbers: [NumberKey]
    var isStatutory = false
    /// Whether a meeting on the first day of the run counts.
    var countsFirstDay = true
    /// The first day of the present run; `nil` where the child is not asked about.
    let since: @Sendable (PupilContext) -> Day?
    /// When the first is due, given the first day of the run.
    let first: @Sendable (PupilContext, Day) -> Day
    /// When the next is due, given how many there were and the last.
    let next: @Sendable (PupilContext, Int, Day) -> Day

    init(
        id: RuleID, title: String, noun: String, clauses: [String], kind: Meeting.Kind,
        warn: NumberKey, numbers: [NumberKey], isStatutory: Bool = false,
        countsFirstDay: Bool = true, since: @escaping @Sendable (PupilContext) -> Day?,
        first: @escaping @Sendable (PupilContext, Day) -> Day,
        next: @escaping @Sendable (PupilContext, Int, Day) -> Day
    ) {
        (self.id, self.title, self.noun, self.clauses) = (id, title, noun, clauses)
        (self.kind, self.warn, self.numbers) = (kind, warn, numbers)
        (self.isStatutory, self.countsFirstDay) = (isStatutory, countsFirstDay)
        (self.since, self.first, self.next) = (since, first, next)
    }

    var rule: Rule {
        Rule(
            id, title, clauses: clauses, .eachPeriod, .care,
            shownBy: [.meeting(kind, parts: [])], beforeRecords: .stands,
            next: NextAction(.meeting, "Record the meeting, or ask when it is"),
            ofPupil: { context in
                guard let since = since(context) else { return [] }
                return [standing(since, context)]
            })
    }

    private func held(_ since: Day, _ context: PupilContext) -> [(meeting: Meeting, on: Day)] {
        context.meetings(kind).filter { countsFirstDay ? $0.on >= since : $0.on > since }
    }

    private func standing(_ since: Day, _ context: PupilContext) -> Standing {
        let held = held(since, context)
        let last = held.last
        guard let due = due(held.count, last?.on, since, context) else {
            return Standing(
                due: nil, state: .unknown, reason: .step(begunBefore(since, context), noun),
                isStatutory: isStatutory
            ) { working(since, held, due: nil, context) }
        }
        let left = context.calendar.schoolDays(after: context.today, through: due)
        let state: DutyState =
            if context.today > due {
                .overdue
            } else {
                left <= context.pack[warn] ? .soon : .upcoming
            }
        let reason: ShapeReason =
            if let last {
                state == .overdue ? .stale(last.on, due: due) : .recent(last.on, next: due)
            } else {
                .never(since: since, due: due)
            }
        return Standing(
            due: due, state: state, reason: .shape(reason, noun), isStatutory: isStatutory,
            evidence: [last?.meeting.key].compactMap { $0 }
        ) { working(since, held, due: due, context) }
    }

    private func begunBefore(_ since: Day, _ context: PupilContext) -> StepReason {
        since < context.facts.pupil.roll.from ? .begunBefore(since) : .begunBeforeRecords(since)
    }

    /// `nil` where there is none and the run began elsewhere, or before records begin, so that nobody
    /// can tell.
    private func due(
        _ count: Int, _ last: Day?, _ since: Day, _ context: PupilContext
    ) -> Day? {
        if let last { return next(context, count, last) }
        let came = context.counted(from: context.facts.pupil.roll.from)
        return since < came ? nil : first(context, since)
    }

    private func working(
        _ since: Day, _ held: [(meeting: Meeting, on: Day)], due: Day?, _ context: PupilContext
    ) -> Working {
        let from = held.last?.on ?? since
        return Working(
            facts: context.statusFacts(from: context.today, through: context.today)
                + held.map(\.meeting).facts(orNone: "without \(noun) since \(since.long)"),
            sum: due.map { "counted from \(from.long) → \($0.long)" }
                ?? "begun \(since.long), before "
                + (since < context.facts.pupil.roll.from
                    ? "admission \(context.facts.pupil.roll.from.long)" : "our records begin"),
            numbers: numbers.map(context.pack.number), leastAct: act(since, held, context))
    }

    /// One held today, where that brings the next day closer to what is asked.
    private func act(
        _ since: Day, _ held: [(meeting: Meeting, on: Day)], _ context: PupilContext
    ) -> LeastAct? {
        guard held.last?.on != context.today, since < context.today else {
            return nil
        }
        let example = context.meetingExample(kind)
        return LeastAct(.meeting, "hold \(noun) and record it", [.put(example)])
    }
}

extension PupilContext {
    /// Meetings of a kind about this child, held up to today, by day.
    func meetings(_ kind: Meeting.Kind) -> [(meeting: Meeting, on: Day)] {
        facts.meetings.filter { $0.kind == kind }
            .compactMap { meeting in meeting.held(by: today).map { (meeting, $0) } }
            .sorted { ($0.1, $0.0.id) < ($1.1, $1.0.id) }
    }

    /// The first day of the present run of a status; `nil` where it does not hold today.
    func planRun(_ kind: CareKind) -> Day? { cohort.runStart(of: [kind], on: today) }

    /// The time of being looked after that runs today, short breaks apart.
    var lookedAfterSpell: Span? { cohort.lookedAfterSpells.first { $0.contains(today) } }

    /// The example of a meeting of a kind, held today.
    fileprivate func meetingExample(_ kind: Meeting.Kind) -> Record {
        Record.example(
            .meetings,
            [
                "meeting_id": Rule.exampleID(facts.ref), "kind": kind.rawValue,
                "pupil": facts.ref.text, "held_on": today.iso,
            ])
    }
}
