/// Evidence dated within each term of this year, for each child (rules-more.md, Shapes).
struct TermlyShape: Sendable {
    let words: RuleWords
    /// Narrows the days that count to those on which it holds.
    let only: Condition
    let evidence: Evidencing<PupilContext>

    var rule: Rule {
        Rule(words, .eachPeriod, needsTerms: true, .pupil(judge: duties, explain: working))
    }

    private func duties(_ context: PupilContext) -> [Duty] {
        if context.terms.isEmpty {
            guard context.isKnownToday, only.holds(on: context.today, context) else { return [] }
            return [
                Duty(
                    subject: context.subject, rule: words.id, reference: context.year.label,
                    due: nil, state: .unknown,
                    reason: .termsUnknown(onRecord: 0, context.year))
            ]
        }
        return context.terms.filter { $0.term.start <= context.today }.map { duty($0, context) }
    }

    private func duty(_ term: TermOfPupil, _ context: PupilContext) -> Duty {
        func duty(
            _ state: DutyState, _ reason: ShapeReason, evidence: [RecordKey] = []
        ) -> Duty {
            Duty(
                subject: context.subject, rule: words.id, reference: term.term.label,
                due: term.lastSchoolDay, state: state, reason: .shape(reason, words.noun),
                evidence: evidence)
        }
        let days = days(of: term, context)
        let minimum = context.pack[.pepMinimumDays]
        if days.count < minimum {
            return duty(.notApplicable, .fewDays(days.count, of: minimum, only))
        }
        if let found = found(in: term.term, context).first {
            return duty(.met, .onRecord(found.on), evidence: found.keys)
        }
        let lastChance = lastChance(term, days, context)
        if context.today > lastChance {
            return duty(
                .missed,
                lastChance < term.lastSchoolDay
                    ? .ceased(lastChance, only) : .termOver(term.lastSchoolDay))
        }
        let left = context.calendar.schoolDays(after: context.today, through: term.lastSchoolDay)
        return duty(
            left <= context.pack[.pepWarnDays] ? .soon : .upcoming, .thisTerm(schoolDaysLeft: left))
    }

    private func days(of term: TermOfPupil, _ context: PupilContext) -> [Day] {
        only == .known ? term.days : term.days.filter { only.holds(on: $0, context) }
    }

    /// The last school day, or the child's last day in the term where the condition has ceased.
    private func lastChance(
        _ term: TermOfPupil, _ days: [Day], _ context: PupilContext
    ) -> Day {
        let stillHolds = context.isKnownToday && only.holds(on: context.today, context)
        guard !stillHolds, let last = days.last else { return term.lastSchoolDay }
        return min(last, term.lastSchoolDay)
    }

    private func found(in term: Term, _ context: PupilContext) -> [Found] {
        evidence.found(context, term.start, min(term.end, context.today))
    }

    private func working(_ duty: Duty, _ context: PupilContext) -> Working {
        let numbers = [NumberKey.pepMinimumDays, .pepWarnDays].map(context.pack.number)
        guard let term = context.terms.first(where: { $0.term.label == duty.reference }) else {
            return Working(
                facts: [Working.Fact("no term of \(context.year.label) on record", in: .terms)],
                sum: "without its terms nobody can tell what is owed", numbers: numbers,
                leastAct: Rule.enterTerms(context.year, known: []))
        }
        let days = days(of: term, context)
        let span = Working.Fact(
            "\(term.term.label): \(term.term.start.long) to \(term.term.end.long), "
                + "\(days.count) school days on roll and \(only.words)", in: .terms,
            term.term.record.key)
        let left = context.calendar.schoolDays(after: context.today, through: term.lastSchoolDay)
        let minimum = context.pack[.pepMinimumDays]
        let sum =
            days.count < minimum
            ? "\(days.count) school days < \(minimum): none is owed"
            : "\(days.count) school days ≥ \(minimum); last school day \(term.lastSchoolDay.long), "
                + (context.today > term.lastSchoolDay
                    ? "past" : "\(left) school days left after today")
        return Working(
            facts: only.facts(from: term.term.start, through: term.lastSchoolDay, context) + [span]
                + evidence.facts(
                    found(in: term.term, context), words.noun, since: term.term.start),
            sum: sum, numbers: numbers,
            leastAct: duty.state.isOpen ? evidence.act(words, context) : nil)
    }
}

/// Evidence dated within each term of this year, for the school.
struct TermlySchoolShape: Sendable {
    let words: RuleWords
    let evidence: Evidencing<SchoolContext>

    var rule: Rule {
        Rule(words, .eachPeriod, needsTerms: true, .school(judge: duties, explain: working))
    }

    private func duties(_ context: SchoolContext) -> [Duty] {
        let terms = context.calendar.terms(of: context.year)
        if terms.isEmpty {
            return [
                Duty(
                    subject: .school, rule: words.id, reference: context.year.label, due: nil,
                    state: .unknown, reason: .termsUnknown(onRecord: 0, context.year))
            ]
        }
        return terms.filter { $0.start <= context.today }.map { duty($0, context) }
    }

    private func duty(_ term: Term, _ context: SchoolContext) -> Duty {
        let due = context.calendar.lastSchoolDay(of: term)
        let found = found(in: term, context).first
        let left = context.calendar.schoolDays(after: context.today, through: due)
        let (state, reason): (DutyState, ShapeReason) =
            if let found {
                (.met, .onRecord(found.on))
            } else if context.today > due {
                (.missed, .termOver(due))
            } else if left <= context.pack[.termlyWarnDays] {
                (.soon, .thisTerm(schoolDaysLeft: left))
            } else {
                (.upcoming, .thisTerm(schoolDaysLeft: left))
            }
        return Duty(
            subject: .school, rule: words.id, reference: term.label, due: due, state: state,
            reason: .shape(reason, words.noun), evidence: found?.keys ?? [])
    }

    private func found(in term: Term, _ context: SchoolContext) -> [Found] {
        evidence.found(context, term.start, min(term.end, context.today))
    }

    private func working(_ duty: Duty, _ context: SchoolContext) -> Working {
        let terms = context.calendar.terms(of: context.year)
        let numbers = [context.pack.number(.termlyWarnDays)]
        guard let term = terms.first(where: { $0.label == duty.reference }) else {
            return Working(
                facts: [Working.Fact("no term of \(context.year.label) on record", in: .terms)],
                sum: "without its terms nobody can tell what is owed", numbers: numbers,
                leastAct: Rule.enterTerms(context.year, known: []))
        }
        let due = context.calendar.lastSchoolDay(of: term)
        let left = context.calendar.schoolDays(after: context.today, through: due)
        return Working(
            facts: [
                Working.Fact(
                    "\(term.label): \(term.start.long) to \(term.end.long)", in: .terms,
                    term.record.key)
            ] + evidence.facts(found(in: term, context), words.noun, since: term.start),
            sum: "last school day \(due.long), "
                + (context.today > due ? "past" : "\(left) school days left after today"),
            numbers: numbers, leastAct: duty.state.isOpen ? evidence.act(words, context) : nil)
    }
}
