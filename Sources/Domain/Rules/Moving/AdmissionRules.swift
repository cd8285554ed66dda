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
            .admissionPrioritised, "Priority at admission",
            Wording(
                "priority at admission", short: "Priority place",
                missing: "Priority place: not recorded", done: "Priority place given",
                lacks: "No priority at admission is recorded",
                shows: "The place was given with priority"),
            clauses: ["ADM-1"], [.prioritised]),
        admission(
            .admissionRecords, "Records from the last school",
            Wording(
                "the records of the last school", short: "Last school's records",
                missing: "Last school's records missing", done: "Last school's records here",
                lacks: "The last school's records are not all here",
                shows: "The last school's records came"),
            clauses: ["ADM-2"], [.recordsRequested, .recordsReceived], within: .recordsDays),
        admission(
            .admissionBuddies, "A mentor and a peer buddy",
            Wording(
                "a mentor and a peer buddy", short: "Mentor and buddy",
                missing: "Mentor and buddy not arranged", done: "Mentor and buddy arranged",
                lacks: "A mentor and a peer buddy are not arranged",
                shows: "A mentor and a peer buddy were arranged"),
            clauses: ["ADM-3"], [.mentor, .peerBuddy]),
    ]

    private static func admission(
        _ id: RuleID, _ title: String, _ wording: Wording, clauses: [String],
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
                        wording, of: admitted, "admitted", due: due ?? admitted,
                        numbers: [days, .movingWindowDays].compactMap { $0 })
                ]
            })
    }
}
