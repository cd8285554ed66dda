/// Somebody's word once a year for each clause that no rule can compute.
struct AttestedShape: Sendable {
    let words: RuleWords
    let due: PolicyNumber

    var rule: Rule { Rule(words, .eachPeriod, .school(rulings)) }

    private func rulings(_ context: SchoolContext) -> [Ruling] {
        let day = context.yearlyDue(due.day(in: context.year))
        return words.clauses.filter { context.pack.clause($0) != nil }.map {
            ruling($0, by: day, context)
        }
    }

    private func ruling(_ clause: String, by day: Day, _ context: SchoolContext) -> Ruling {
        let since = context.year.first
        let found = context.school.attestations.filter {
            $0.clause == clause && since <= $0.on && $0.on <= context.today
                && !$0.evidence.isEmpty
        }.sorted { $0.on < $1.on }
        return context.yearly(
            words.wording, .clause(clause), due: day, found.first.map { Found($0.on, $0) }
        ) {
            let example = Record.example(
                .attestations,
                [
                    "clause": clause, "on": context.today.iso, "by": "example",
                    "evidence": "example",
                ])
            return Working(
                facts: found.facts(orNone: words.wording.noneSince(since)),
                sum: "due \(due.words) → \(day.long)",
                numbers: [due] + context.pack.numbers(.yearlyWarnDays),
                leastAct: LeastAct(
                    words.next.action, "say how \(clause) is kept, and what shows it",
                    [.put(example)]))
        }
    }
}
