extension RuleID {
    public static let admissionPrioritised: RuleID = "admission-prioritised"
    public static let admissionRecords: RuleID = "admission-records"
    public static let admissionBuddies: RuleID = "admission-buddies"
}

extension Rule {
    static let movingRules: [Rule] = admissionRules + transitionRules + leavingRules

    /// ADM-1, ADM-2, ADM-3: what is seen to when a child comes.
    private static let admissionRules: [Rule] = [
        admission(
            .admissionPrioritised, "Admission prioritised", "priority at admission",
            clauses: ["ADM-1"], [.prioritised]),
        admission(
            .admissionRecords, "Records of the school before", "the records of the school before",
            clauses: ["ADM-2"], [.recordsRequested, .recordsReceived], within: .recordsDays),
        admission(
            .admissionBuddies, "A mentor and a peer buddy", "a mentor and a peer buddy",
            clauses: ["ADM-3"], [.mentor, .peerBuddy]),
    ]

    private static func admission(
        _ id: RuleID, _ title: String, _ noun: String, clauses: [String],
        _ items: [ChecklistItem.Item], within days: NumberKey? = nil
    ) -> Rule {
        Rule(
            id, title, clauses: clauses, .checklist, .moving, shownBy: [.checklist(.admission)],
            next: NextAction(.checklist, "See to the admission checklist"),
            .pupil { context in
                let admitted = context.facts.pupil.roll.from
                guard context.cohort.isKnown(on: admitted),
                    context.today - admitted <= context.pack[.movingWindowDays]
                else { return [] }
                let due = days.map {
                    context.calendar.schoolDay(context.pack[$0], after: admitted)
                }
                let list = Checklist(context, items)
                return [
                    list.ruling(
                        noun, of: admitted, "admitted", due: due ?? admitted,
                        numbers: [days, .movingWindowDays].compactMap { $0 })
                ]
            })
    }
}
