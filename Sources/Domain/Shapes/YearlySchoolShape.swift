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

    var rule: Rule { Rule(words, .eachPeriod, needsTerms: due.term != nil, .school(rulings)) }

    private func rulings(_ context: SchoolContext) -> [Ruling] {
        [yearBefore(context), thisYear(context)].compactMap { $0 }
    }

    private func thisYear(_ context: SchoolContext) -> Ruling {
        let year = context.year
        guard let day = due.day(in: year, context.calendar).map(context.yearlyDue) else {
            return context.withoutTerm(
                due, .noTerm(due.term ?? .summer, year), numbers(context))
        }
        let found = evidence.found(context, year.first, context.today)
        let working = { self.working(year, day, found, context) }
        if let premiumLimit, context.premiumPupils <= premiumLimit.value {
            return Ruling(
                reference: .year(year), due: day, state: .notApplicable,
                reason: .notAsked(context.premiumPupils, atMost: premiumLimit.value),
                working: working)
        }
        return context.yearly(words.wording, .year(year), due: day, found.first, working: working)
    }

    private func yearBefore(_ now: SchoolContext) -> Ruling? {
        let year = AcademicYear(start: now.year.start - 1)
        guard let yearBeforeUntil, let day = now.calendar.lastSchoolDay(of: year) else {
            return nil
        }
        let context = now.asked(of: year)
        let found = evidence.found(context, year.first, context.today)
        let isOpen = context.today <= yearBeforeUntil.day(in: now.year)
        let reason: Reason =
            found.first.map { .done(words.wording, $0.on) }
            ?? (isOpen
                ? .ofYear(words.wording, year, due: day)
                : .closedYear(words.wording, year, due: day))
        return Ruling(
            reference: .year(year), due: day,
            state: found.isEmpty ? isOpen ? .overdue : .missed : .met,
            late: context.late(day, found.first?.on), reason: reason,
            evidence: found.first?.keys ?? []
        ) { working(year, day, found, context) }
    }

    private func numbers(_ context: SchoolContext) -> [PolicyNumber] {
        due.numbers + [yearBeforeUntil, premiumLimit].compactMap { $0 }
            + context.pack.numbers(.yearlyWarnDays)
    }

    private func working(
        _ year: AcademicYear, _ day: Day, _ found: [Found], _ context: SchoolContext
    ) -> Working {
        var facts = evidence.facts(found, words.wording, since: year.first)
        if premiumLimit != nil {
            facts.append(
                Working.Fact("\(context.premiumPupils) on roll with pupil premium", in: .pupils))
        }
        return Working(
            facts: facts, sum: "due \(due.words) of \(year.label) → \(day.long)",
            numbers: numbers(context), leastAct: evidence.act(words, context))
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
    func yearlyDue(_ given: Day) -> Day {
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
