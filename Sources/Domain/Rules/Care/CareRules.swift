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
        id: .coreGroup, title: "Core group meets in time", wording: coreGroupWords,
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
        id: .childInNeedReview, title: "Child in need plan reviewed",
        wording: childInNeedWords, clauses: ["HGB-3", "DT-11"],
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
        id: .conference, title: "Child protection plan reviewed",
        wording: conferenceWords, clauses: ["HGB-3", "DT-11"], kind: .conference,
        warn: .reviewWarnDays,
        numbers: [.conferenceFirstMonths, .conferenceMonths],
        countsFirstDay: false, since: { $0.planRun(.cp) },
        first: { context, since in since.addingMonths(context.pack[.conferenceFirstMonths]) },
        next: { context, _, last in last.addingMonths(context.pack[.conferenceMonths]) }
    ).rule

    /// DT-4: the authority reviews the care of a looked-after child; the school takes part.
    private static let lookedAfterReview = RecurringShape(
        id: .lookedAfterReview, title: "Looked-after review held",
        wording: lookedAfterWords, clauses: ["DT-4"], kind: .lookedAfterReview,
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

    // MARK: Words

    private static let coreGroupWords = Wording(
        "a core group", short: "Core group", missing: "No core group", done: "Core group held",
        lacks: "No core group is recorded", shows: "The core group met", begins: "The plan began")

    private static let childInNeedWords = Wording(
        "a review of the child in need plan", short: "CIN review", missing: "No CIN review",
        done: "CIN review held", lacks: "No CIN review is recorded",
        shows: "The child in need plan was reviewed", begins: "The plan began")

    private static let conferenceWords = Wording(
        "a review conference", short: "Review conference", missing: "No review conference",
        done: "Review conference held", lacks: "No review conference is recorded",
        shows: "The review conference met", begins: "The plan began")

    private static let lookedAfterWords = Wording(
        "a looked-after review", short: "LAC review", missing: "No LAC review",
        done: "LAC review held", lacks: "No looked-after review is recorded",
        shows: "The looked-after review was held", begins: "Care began")
}
