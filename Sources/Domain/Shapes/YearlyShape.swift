/// How something that is due once a year stands.
struct YearlyCourse {
    let due: Day
    let found: Found?
    let today: Day

    /// - Parameter canTell: whether the facts that would decide are on record at all.
    func stands(
        _ calendar: SchoolCalendar, warn: Int, canTell: Bool = true
    ) -> (state: DutyState, late: Int, reason: ShapeReason) {
        if let found {
            return (.met, calendar.schoolDays(after: due, through: found.on), .onRecord(found.on))
        }
        if !canTell { return (.unknown, 0, .thisYear(due: due)) }
        if today > due { return (.overdue, 0, .lateThisYear(due: due)) }
        let left = calendar.schoolDays(after: today, through: due)
        return (left <= warn ? .soon : .upcoming, 0, .thisYear(due: due))
    }
}

/// Evidence dated within this year, by a day of it, for each child known today.
struct YearlyShape: Sendable {
    let words: RuleWords
    let due: DueDay
    let only: Condition
    let evidence: Evidencing<PupilContext>

    var rule: Rule {
        Rule(
            words, .eachPeriod, needsTerms: due.term != nil,
            .pupil(judge: duties, explain: working))
    }

    private func duties(_ context: PupilContext) -> [Duty] {
        guard context.isKnownToday, only.holds(on: context.today, context) else { return [] }
        guard let due = context.yearlyDue(due) else { return [unknown(context)].compactMap { $0 } }
        let found = found(context).first
        let course = YearlyCourse(due: due, found: found, today: context.today).stands(
            context.calendar, warn: context.pack[.yearlyWarnDays],
            canTell: evidence.canTell(context))
        return [
            Duty(
                subject: context.subject, rule: words.id, reference: context.year.label, due: due,
                state: course.state, late: course.late, reason: .shape(course.reason, words.noun),
                evidence: found?.keys ?? [])
        ]
    }

    private func unknown(_ context: PupilContext) -> Duty? {
        guard case .end(let name) = due else { return nil }
        return Duty(
            subject: context.subject, rule: words.id, reference: context.year.label, due: nil,
            state: .unknown, reason: .shape(.noTerm(name, context.year), words.noun))
    }

    private func found(_ context: PupilContext) -> [Found] {
        evidence.found(context, context.year.first, context.today)
    }

    private func working(_ duty: Duty, _ context: PupilContext) -> Working {
        let numbers =
            due.numbers + [NumberKey.yearlyWarnDays, .yearlyArrivalDays].map(context.pack.number)
        var facts = context.statusFacts(from: context.today, through: context.today)
        if let since = context.presentRun {
            facts.append(
                Working.Fact(
                    "on roll and known since \(since.long)", in: .pupils, context.facts.pupil.key))
        }
        guard let due = duty.due else {
            return Working(
                facts: facts + [Working.Fact("\(self.due.words): not on record", in: .terms)],
                sum: "due \(self.due.words) of \(context.year.label)", numbers: numbers,
                leastAct: Rule.enterTerms(
                    context.year, known: context.calendar.terms(of: context.year)))
        }
        return Working(
            facts: facts
                + evidence.facts(found(context), words.noun, since: context.year.first),
            sum: "due \(self.due.words), for a late arrival \(context.pack[.yearlyArrivalDays]) "
                + "school days after arriving → \(due.long)",
            numbers: numbers, leastAct: duty.state.isOpen ? evidence.act(words, context) : nil)
    }
}

extension PupilContext {
    /// The later of admission and the first day of the present unbroken run as known.
    var presentRun: Day? { cohort.runStart(on: today) }

    /// The day of the year; for a late arrival, and where records begin late, some weeks from then,
    /// within the year. `nil` where the term that gives it is not on record.
    func yearlyDue(_ due: DueDay) -> Day? {
        guard let given = due.day(in: year, calendar) else { return nil }
        guard let last = calendar.lastSchoolDay(of: year), let since = presentRun else {
            return given
        }
        let arrival = calendar.schoolDay(
            pack[.yearlyArrivalDays], after: counted(from: since))
        return max(given, min(arrival, last))
    }
}
