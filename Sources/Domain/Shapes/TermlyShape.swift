/// Evidence dated within each term of this year, for each child.
struct TermlyShape: Sendable {
    let words: RuleWords
    /// Narrows the days that count to those on which it holds.
    let only: Condition
    let evidence: Evidencing<PupilContext>

    var rule: Rule { Rule(words, .eachPeriod, needsTerms: true, .pupil(rulings)) }

    private func rulings(_ context: PupilContext) -> [Ruling] {
        if context.terms.isEmpty {
            guard context.isKnownToday, only.holds(on: context.today, context) else { return [] }
            return [context.withoutTerms(numbers(context))]
        }
        return context.terms.filter { $0.term.start <= context.today }.map { ruling($0, context) }
    }

    private func numbers(_ context: PupilContext) -> [PolicyNumber] {
        context.pack.numbers(.pepMinimumDays, .pepWarnDays)
    }

    private func ruling(_ owed: TermOfPupil, _ context: PupilContext) -> Ruling {
        let term = owed.term
        let days = only.days(among: owed.days, context)
        let minimum = context.pack[.pepMinimumDays]
        let found = evidence.found(context, term.start, min(term.end, context.today))
        let lastChance = lastChance(owed, days, context)
        let left = context.schoolDays(to: owed.lastSchoolDay)
        let state =
            days.count < minimum
            ? .notApplicable
            : context.state(
                by: lastChance, isDone: !found.isEmpty, isLost: true,
                isNear: left <= context.pack[.pepWarnDays])
        let reason: Reason =
            if state == .notApplicable {
                .fewDays(days.count, of: minimum, only)
            } else if let first = found.first {
                .done(words.wording, first.on)
            } else if state == .missed {
                lastChance < owed.lastSchoolDay
                    ? .ceased(words.wording, lastChance, only)
                    : .termOver(words.wording, term.name)
            } else {
                .thisTerm(words.wording, schoolDaysLeft: left)
            }
        return Ruling(
            reference: .term(term.year, term.name), due: owed.lastSchoolDay, state: state,
            reason: reason,
            evidence: state == .met ? found.first?.keys ?? [] : []
        ) {
            let span = Working.Fact(
                "\(term.label): \(term.start.long) to \(term.end.long), "
                    + "\(days.count) school days on roll and \(only.words)", in: .terms,
                term.record.key)
            let sum =
                days.count < minimum
                ? "\(days.count) school days < \(minimum): none is owed"
                : "\(days.count) school days ≥ \(minimum); "
                    + context.lastDayWords(owed.lastSchoolDay)
            return Working(
                facts: only.facts(from: term.start, through: owed.lastSchoolDay, context) + [span]
                    + evidence.facts(found, words.wording, since: term.start),
                sum: sum, numbers: numbers(context), leastAct: evidence.act(words, context))
        }
    }

    /// The last school day, or the child's last day in the term where the condition has ceased.
    private func lastChance(
        _ term: TermOfPupil, _ days: [Day], _ context: PupilContext
    ) -> Day {
        let stillHolds = context.isKnownToday && only.holds(on: context.today, context)
        guard !stillHolds, let last = days.last else { return term.lastSchoolDay }
        return min(last, term.lastSchoolDay)
    }
}

/// Evidence dated within each term of this year, for the school.
struct TermlySchoolShape: Sendable {
    let words: RuleWords
    let evidence: Evidencing<SchoolContext>

    var rule: Rule { Rule(words, .eachPeriod, needsTerms: true, .school(rulings)) }

    private func rulings(_ context: SchoolContext) -> [Ruling] {
        let terms = context.calendar.terms(of: context.year)
        if terms.isEmpty { return [context.withoutTerms(context.pack.numbers(.termlyWarnDays))] }
        return terms.filter { $0.start <= context.today }.map { ruling($0, context) }
    }

    private func ruling(_ term: Term, _ context: SchoolContext) -> Ruling {
        let due = context.calendar.lastSchoolDay(of: term)
        let found = evidence.found(context, term.start, min(term.end, context.today))
        let left = context.schoolDays(to: due)
        let state = context.state(
            by: due, isDone: !found.isEmpty, isLost: true,
            isNear: left <= context.pack[.termlyWarnDays])
        let reason: Reason =
            found.first.map { .done(words.wording, $0.on) }
            ?? (state == .missed
                ? .termOver(words.wording, term.name)
                : .thisTerm(words.wording, schoolDaysLeft: left))
        return Ruling(
            reference: .term(term.year, term.name), due: due, state: state, reason: reason,
            evidence: found.first?.keys ?? []
        ) {
            Working(
                facts: [
                    Working.Fact(
                        "\(term.label): \(term.start.long) to \(term.end.long)", in: .terms,
                        term.record.key)
                ] + evidence.facts(found, words.wording, since: term.start),
                sum: context.lastDayWords(due), numbers: context.pack.numbers(.termlyWarnDays),
                leastAct: evidence.act(words, context))
        }
    }
}

extension RuleContext {
    /// `last school day Fri 18 Dec 2026, 12 school days left after today`.
    func lastDayWords(_ last: Day) -> String {
        "last school day \(last.long), "
            + (today > last ? "past" : "\(schoolDays(to: last)) school days left after today")
    }
}
