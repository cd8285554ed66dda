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
    private static let coreGroup = RecurringShape(
        id: .coreGroup, title: "The core group meets", noun: "a core group",
        clauses: ["HGB-3", "DT-11"], kind: .coreGroup, warn: .coreGroupWarnDays,
        numbers: [.coreGroupFirstDays, .coreGroupDays],
        since: { $0.planRun(.cp) },
        first: { context, since in
            context.calendar.workingDay(context.pack[.coreGroupFirstDays], after: since)
        },
        next: { context, _, last in last + context.pack[.coreGroupDays] }
    ).rule

    /// HGB-3, DT-11: a child in need plan is reviewed every three months.
    private static let childInNeedReview = RecurringShape(
        id: .childInNeedReview, title: "The child in need plan reviewed",
        noun: "a review of the child in need plan", clauses: ["HGB-3", "DT-11"],
        kind: .childInNeedReview, warn: .reviewWarnDays,
        numbers: [.childInNeedMonths],
        since: { context in
            context.cohort.holds(.cp, on: context.today) ? nil : context.planRun(.cin)
        },
        first: { context, since in since.addingMonths(context.pack[.childInNeedMonths]) },
        next: { context, _, last in last.addingMonths(context.pack[.childInNeedMonths]) }
    ).rule

    /// HGB-3, DT-11: a child protection plan is reviewed within three months, then every six. The
    /// conference of the plan's first day is the initial one, and no review.
    private static let conference = RecurringShape(
        id: .conference, title: "The child protection plan reviewed",
        noun: "a review conference", clauses: ["HGB-3", "DT-11"], kind: .conference,
        warn: .reviewWarnDays,
        numbers: [.conferenceFirstMonths, .conferenceMonths],
        countsFirstDay: false, since: { $0.planRun(.cp) },
        first: { context, since in since.addingMonths(context.pack[.conferenceFirstMonths]) },
        next: { context, _, last in last.addingMonths(context.pack[.conferenceMonths]) }
    ).rule

    /// DT-4: the authority reviews the care of a looked-after child; the school takes part.
    private static let lookedAfterReview = RecurringShape(
        id: .lookedAfterReview, title: "The looked-after child's review",
        noun: "a looked-after review", clauses: ["DT-4"], kind: .lookedAfterReview,
        warn: .reviewWarnDays,
        numbers: [.lookedAfterFirstDays, .lookedAfterSecondMonths, .lookedAfterMonths],
        isStatutory: true, since: { $0.lookedAfterSpell?.from },
        first: { context, since in
            context.calendar.workingDay(context.pack[.lookedAfterFirstDays], after: since)
        },
        next: { context, count, last in
            last.addingMonths(
                context.pack[count == 1 ? .lookedAfterSecondMonths : .lookedAfterMonths])
        }
    ).rule
}
