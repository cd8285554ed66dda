extension RuleID {
    public static let progressBelow: RuleID = "progress-below"
}

extension Rule {
    static let progressRules: [Rule] = [progressBelow]

    /// OBJ-1, AIM-3, SEND-1: a judgement below what is expected is answered by a decision about
    /// support, or by an intervention.
    private static let progressBelow = Rule(
        .progressBelow, "Action where progress is below",
        clauses: ["OBJ-1", "AIM-3", "SEND-1"], .afterEvent, .learning,
        shownBy: [.decision(.support)], next: NextAction(.decision, "Decide about support"),
        .pupil { context in
            guard context.isKnownToday else { return [] }
            return Progress.Subject.allCases.compactMap { subject in
                guard let last = context.lastJudgement(in: subject), last.progress == .below else {
                    return nil
                }
                return below(last, context)
            }
        })

    private static func below(_ judged: Progress, _ context: PupilContext) -> Ruling {
        let due = context.calendar.schoolDay(context.pack[.belowDays], after: judged.on)
        let answers = context.answers(since: judged.on)
        let first = answers.first
        return Ruling(
            reference: .subject(judged.subject), due: due,
            state: context.state(by: due, isDone: first != nil),
            late: context.late(due, first?.on),
            reason: first.map { .belowActedOn(judged.subject, judged: judged.on, $0.on) }
                ?? .belowNotActedOn(judged.subject, judged: judged.on, due: due),
            evidence: first?.keys ?? []
        ) {
            let decision = Record.example(
                .decisions,
                [
                    "decision_id": exampleID(context.facts.ref), "pupil": context.facts.ref.text,
                    "on": context.today.iso, "about": Decision.Topic.support.rawValue,
                    "outcome": "example", "reason": "example",
                ])
            let found = answers.flatMap(\.records).map {
                Working.Fact($0.factWords, in: $0.kind, $0.key)
            }
            let none = Working.Fact(
                "no decision about support and no new intervention since \(judged.on.long)",
                in: .decisions)
            return Working(
                facts: [judged.fact] + (found.isEmpty ? [none] : found),
                sum: "\(judged.on.long) + \(context.pack[.belowDays]) school days → \(due.long)",
                numbers: context.pack.numbers(.belowDays),
                leastAct: LeastAct(
                    .decision, "decide about support, with a reason", [.put(decision)]))
        }
    }
}

extension PupilContext {
    /// The last judgement of the progress made in a subject, of this year or the year before; of
    /// one day that of the highest id counts.
    fileprivate func lastJudgement(in subject: Progress.Subject) -> Progress? {
        let first = AcademicYear(start: year.start - 1).first
        return facts.progress.filter {
            $0.subject == subject && $0.progress != nil && first <= $0.on && $0.on <= today
        }.max { ($0.on, $0.id) < ($1.on, $1.id) }
    }

    /// What was decided about support, with a reason, or begun, from a day up to today.
    fileprivate func answers(since day: Day) -> [Found] {
        let decisions = facts.decisions.filter { $0.about == .support && $0.reason != nil }
            .found(\.on, day, today)
        return (decisions + facts.interventions.found(\.span.from, day, today))
            .sorted { $0.on < $1.on }
    }
}
