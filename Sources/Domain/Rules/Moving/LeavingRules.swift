extension RuleID {
    public static let transitionPlan: RuleID = "transition-plan"
    public static let transitionGoodbye: RuleID = "transition-goodbye"
    public static let leavingPlan: RuleID = "leaving-plan"
    public static let leavingGoodbye: RuleID = "leaving-goodbye"
    public static let leavingFile: RuleID = "leaving-file"
}

extension Rule {
    /// ADM-4, ADM-5: what is seen to in the last year of the school.
    static let transitionRules: [Rule] = [
        transition(
            .transitionPlan, "Plan for the next school", nextSchoolWords, clauses: ["ADM-4"], .plan,
            by: .spring),
        transition(
            .transitionGoodbye, "Goodbye at the year's end", goodbyeWords, clauses: ["ADM-5"],
            .goodbye, by: .summer),
    ]

    private static func transition(
        _ id: RuleID, _ title: String, _ wording: Wording, clauses: [String],
        _ item: ChecklistItem.Item, by term: TermName
    ) -> Rule {
        Rule(
            id, title, clauses: clauses, .checklist, .moving, shownBy: [.checklist(.transition)],
            next: NextAction(.checklist, "See to the transition checklist"),
            whenUnknown: NextAction(.term, "Enter the year's terms"),
            .pupil { context in
                guard context.isKnownToday, context.isInLastYear else { return [] }
                return [transition(item, wording, by: .end(term), context)]
            })
    }

    private static func transition(
        _ item: ChecklistItem.Item, _ wording: Wording, by term: DueDay, _ context: PupilContext
    ) -> Ruling {
        let list = Checklist(context, [item])
        let done = list.done(item).flatMap { $0 >= context.year.first ? $0 : nil }
        func facts() -> [Working.Fact] {
            context.statusFacts(from: context.today, through: context.today)
                + [context.lastYearFact]
                + list.rows.facts(orNone: "\(item.words): not done, and needed")
        }
        let numbers = context.pack.numbers(.yearlyWarnDays, .yearlyArrivalDays)
        guard let due = context.yearlyDue(term) else {
            return context.withoutTerm(
                term, .termMissing(wording, context.year), numbers, facts)
        }
        return context.step(
            wording, .year(context.year), due: due, done: done,
            isNotNeeded: list.row(item)?.notNeededBecause != nil,
            isNear: context.isNear(due, schoolDays: .yearlyWarnDays),
            evidence: list.rows.map(\.key)
        ) {
            Working(
                facts: facts(), sum: context.arrivalWords(term, due), numbers: numbers,
                leastAct: LeastAct(
                    .checklist, "record what was done: \(item.words)", [list.doneToday(item)]))
        }
    }

    /// ADM-2, ADM-4, ADM-5: what is seen to when a child leaves.
    static let leavingRules: [Rule] = [
        leaving(
            .leavingPlan, "Plan for the move", movePlanWords, clauses: ["ADM-4"], [.plan]),
        leaving(
            .leavingGoodbye, "Goodbye before leaving", goodbyeWords, clauses: ["ADM-5"],
            [.goodbye]),
        leaving(
            .leavingFile, "The file follows the child", fileWords, clauses: ["ADM-2"],
            [.fileSent, .fileReceipt], within: .fileDays),
    ]

    private static let nextSchoolWords = Wording(
        "a plan for the next school", short: "Plan for next school",
        missing: "No plan for next school", done: "Plan for next school made",
        lacks: "No plan for the next school is recorded",
        shows: "The plan for the next school was made")

    private static let movePlanWords = Wording(
        "a plan for the move", short: "Plan for the move", missing: "No plan for the move",
        done: "Plan for the move made", lacks: "No plan for the move is recorded",
        shows: "The plan for the move was made")

    private static let goodbyeWords = Wording(
        "a goodbye", short: "Goodbye", missing: "No goodbye", done: "Goodbye said",
        lacks: "No goodbye is recorded", shows: "The goodbye was said")

    private static let fileWords = Wording(
        "the file sent, with a receipt", short: "File to new school",
        missing: "File not sent to new school", done: "File sent and received",
        lacks: "The file is not sent to the new school, or has no receipt",
        shows: "The file was sent and received")

    /// - Parameter days: how many school days after leaving it is due; `nil` where it is due, and
    ///   can only be done, before.
    private static func leaving(
        _ id: RuleID, _ title: String, _ wording: Wording, clauses: [String],
        _ items: [ChecklistItem.Item], within days: NumberKey? = nil
    ) -> Rule {
        Rule(
            id, title, clauses: clauses, .checklist, .moving, shownBy: [.checklist(.transition)],
            next: NextAction(.checklist, "See to the leaving checklist"),
            .pupil(offRoll: true) { context in
                guard let left = context.facts.pupil.roll.to, context.cohort.isKnown(on: left),
                    abs(left - context.today) <= context.pack[.movingWindowDays],
                    days != nil || !context.leavesWithTheClass(on: left)
                else { return [] }
                let due = days.map { context.calendar.schoolDay(context.pack[$0], after: left) }
                return [
                    Checklist(context, items).ruling(
                        wording, of: left, "leaves", due: due ?? left,
                        isNear: context.isNear(due ?? left, schoolDays: .movingWarnDays),
                        isLost: days == nil,
                        numbers: [days, .movingWarnDays, .movingWindowDays].compactMap { $0 })
                ]
            })
    }
}

extension PupilContext {
    /// Whether the child goes with everybody at the end of the school's last year, so that the
    /// yearly rules see to it.
    fileprivate func leavesWithTheClass(on left: Day) -> Bool {
        guard isInLastYear else { return false }
        return calendar.lastSchoolDay(of: AcademicYear(of: left)).map { left >= $0 } ?? true
    }
}
