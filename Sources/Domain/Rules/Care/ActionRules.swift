extension RuleID {
    public static let actionDone: RuleID = "action-done"
}

extension Rule {
    /// DT-4: what somebody undertook to do at a PEP or a meeting is done in time.
    static let actionDone = Rule(
        .actionDone, "What was agreed is done", clauses: ["DT-4"], .afterEvent, .care,
        next: NextAction(.actionDone, "Do it and record it"),
        .school { context in
            context.agreedActions.filter { context.isAsked($0) }.map { done($0, context) }
        })

    private static func done(_ action: AgreedAction, _ context: SchoolContext) -> Ruling {
        let done = action.done(by: context.today)
        let near = context.isNear(action.due, schoolDays: .actionWarnDays)
        return Ruling(
            subject: action.pupil.map { .pupil($0) }, reference: .record(action.id),
            due: action.due,
            state: context.state(by: action.due, isDone: done != nil, isNear: near),
            late: context.late(action.due, done),
            reason: done.map { .actionDone(action.what, $0) }
                ?? .actionOpen(
                    action.what, by: context.school.staffName(action.owner), due: action.due),
            evidence: [action.key]
        ) {
            Working(
                facts: [action.fact], sum: "agreed for \(action.due.long)",
                numbers: context.pack.numbers(.actionWarnDays),
                leastAct: LeastAct(
                    .actionDone, "record the day on which it was done",
                    [.put(action.record.with("done_on", context.today.iso))]))
        }
    }
}

extension SchoolContext {
    /// What was agreed for the school, and about the children who are on roll today.
    fileprivate var agreedActions: [AgreedAction] {
        school.actions
            + facts.pupils.values.filter { $0.pupil.roll.contains(today) }
            .sorted { $0.ref < $1.ref }.flatMap(\.actions)
    }

    /// What is still to be done, and what was done this year.
    fileprivate func isAsked(_ action: AgreedAction) -> Bool {
        action.done(by: today).map { $0 >= year.first } ?? true
    }
}
