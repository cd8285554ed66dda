/// Evidence dated within this year, by a day of it, for the school.
struct YearlySchoolShape: Sendable {
    let words: RuleWords
    let due: DueDay
    /// The day up to which the year before can still be made good; `nil` where only this year is
    /// asked.
    let yearBeforeUntil: PolicyNumber?
    /// How many children with pupil premium need none of it; `nil` where that does not matter.
    let premiumLimit: PolicyNumber?
    let evidence: Evidencing<SchoolContext>

    init(
        _ words: RuleWords, due: DueDay, yearBeforeUntil: PolicyNumber? = nil,
        premiumLimit: PolicyNumber? = nil, _ evidence: Evidencing<SchoolContext>
    ) {
        self.words = words
        self.due = due
        self.yearBeforeUntil = yearBeforeUntil
        self.premiumLimit = premiumLimit
        self.evidence = evidence
    }

    var rule: Rule {
        Rule(
            words, .eachPeriod, needsTerms: due.term != nil,
            .school(judge: duties, explain: working))
    }

    private func duties(_ context: SchoolContext) -> [Duty] {
        [yearBefore(context), thisYear(context)].compactMap { $0 }
    }

    private func duty(
        _ year: AcademicYear, due: Day?, _ state: DutyState, late: Int = 0, _ reason: ShapeReason,
        _ found: Found? = nil
    ) -> Duty {
        Duty(
            subject: .school, rule: words.id, reference: year.label, due: due, state: state,
            late: late, reason: .shape(reason, words.noun), evidence: found?.keys ?? [])
    }

    private func thisYear(_ context: SchoolContext) -> Duty {
        let year = context.year
        guard let due = due.day(in: year, context.calendar).map(context.yearlyDue) else {
            return duty(year, due: nil, .unknown, .noTerm(due.term ?? .summer, year))
        }
        if let premiumLimit, context.premiumPupils <= premiumLimit.value {
            return duty(
                year, due: due, .notApplicable,
                .notAsked(context.premiumPupils, atMost: premiumLimit.value))
        }
        let found = found(year, context).first
        let course = YearlyCourse(due: due, found: found, today: context.today)
            .stands(context.calendar, warn: context.pack[.yearlyWarnDays])
        return duty(year, due: due, course.state, late: course.late, course.reason, found)
    }

    private func yearBefore(_ context: SchoolContext) -> Duty? {
        let year = AcademicYear(start: context.year.start - 1)
        guard let yearBeforeUntil, let due = context.calendar.lastSchoolDay(of: year) else {
            return nil
        }
        if let found = found(year, context).first {
            return duty(
                year, due: due, .met,
                late: context.calendar.schoolDays(after: due, through: found.on),
                .onRecord(found.on), found)
        }
        let isOpen = context.today <= yearBeforeUntil.day(in: context.year)
        return duty(
            year, due: due, isOpen ? .overdue : .missed,
            isOpen ? .ofYear(year, due: due) : .closedYear(year, due: due))
    }

    private func found(_ year: AcademicYear, _ context: SchoolContext) -> [Found] {
        evidence.found(context.asked(of: year), year.first, context.today)
    }

    private func working(_ duty: Duty, _ context: SchoolContext) -> Working {
        guard let year = AcademicYear(duty.reference) else { return Working() }
        let numbers =
            due.numbers + [yearBeforeUntil, premiumLimit].compactMap { $0 }
            + [context.pack.number(.yearlyWarnDays)]
        guard let day = duty.due else {
            return Working(
                facts: [Working.Fact("\(due.words): not on record", in: .terms)],
                sum: "due \(due.words) of \(year.label)", numbers: numbers,
                leastAct: Rule.enterTerms(year, known: context.calendar.terms(of: year)))
        }
        var facts = evidence.facts(found(year, context), words.noun, since: year.first)
        if premiumLimit != nil {
            facts.append(
                Working.Fact("\(context.premiumPupils) on roll with pupil premium", in: .pupils))
        }
        return Working(
            facts: facts, sum: "due \(due.words) of \(year.label) → \(day.long)",
            numbers: numbers,
            leastAct: duty.state.isOpen ? evidence.act(words, context.asked(of: year)) : nil)
    }
}

/// Somebody's word once a year for each clause that no rule can compute.
struct AttestedShape: Sendable {
    let words: RuleWords
    let due: PolicyNumber

    var rule: Rule {
        Rule(words, .eachPeriod, byClause: true, .school(judge: duties, explain: working))
    }

    private func duties(_ context: SchoolContext) -> [Duty] {
        let due = context.yearlyDue(due.day(in: context.year))
        return words.clauses.filter { context.pack.clause($0) != nil }.map { clause in
            let found = found(clause, context).first
            let course = YearlyCourse(due: due, found: found, today: context.today)
                .stands(context.calendar, warn: context.pack[.yearlyWarnDays])
            return Duty(
                subject: .school, rule: words.id, reference: clause, due: due, state: course.state,
                late: course.late, reason: .shape(course.reason, words.noun),
                evidence: found?.keys ?? [])
        }
    }

    private func found(_ clause: String, _ context: SchoolContext) -> [Found] {
        context.school.attestations.filter {
            $0.clause == clause && context.year.first <= $0.on && $0.on <= context.today
                && !$0.evidence.isEmpty
        }.map { Found($0.on, $0) }.sorted { $0.on < $1.on }
    }

    private func working(_ duty: Duty, _ context: SchoolContext) -> Working {
        let found = found(duty.reference, context)
        let since = context.year.first
        let facts =
            found.isEmpty
            ? [Working.Fact("without \(words.noun) since \(since.long)", in: .attestations)]
            : found.flatMap(\.records).map {
                Working.Fact($0.factWords, in: .attestations, $0.key)
            }
        let example = Record.example(
            .attestations,
            [
                "clause": duty.reference, "on": context.today.iso, "by": "example",
                "evidence": "example",
            ])
        return Working(
            facts: facts, sum: "due \(due.words) → \(duty.due?.long ?? "")",
            numbers: [due, context.pack.number(.yearlyWarnDays)],
            leastAct: duty.state.isOpen
                ? LeastAct(
                    words.next.action, "say, with evidence, how \(duty.reference) is kept",
                    [.put(example)]) : nil)
    }
}

extension DueDay {
    /// The term that gives it, where one does.
    var term: TermName? {
        switch self {
        case .fixed: nil
        case .end(let name): name
        }
    }
}

extension SchoolContext {
    /// Children on roll today who are eligible for pupil premium.
    var premiumPupils: Int { school.premiumRolls.values.count { $0.contains(today) } }

    /// The day of this year; where records begin late, some weeks from then, within the year.
    fileprivate func yearlyDue(_ given: Day) -> Day {
        guard let begin = recordsFrom, let last = calendar.lastSchoolDay(of: year) else {
            return given
        }
        return max(given, min(calendar.schoolDay(pack[.yearlyArrivalDays], after: begin), last))
    }

    /// The same school on the same day, asked for what belongs to another year.
    func asked(of year: AcademicYear) -> SchoolContext {
        SchoolContext(facts: facts, today: today, pack: pack, year: year)
    }
}
