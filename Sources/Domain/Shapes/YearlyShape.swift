/// Evidence dated within this year, by a day of it, for each child known today.
struct YearlyShape: Sendable {
    let words: RuleWords
    let due: DueDay
    let only: Condition
    let evidence: Evidencing<PupilContext>

    var rule: Rule { Rule(words, .eachPeriod, needsTerms: due.term != nil, .pupil(rulings)) }

    private func rulings(_ context: PupilContext) -> [Ruling] {
        guard context.isKnownToday, only.holds(on: context.today, context) else { return [] }
        return [ruling(context)]
    }

    private func ruling(_ context: PupilContext) -> Ruling {
        let numbers = due.numbers + context.pack.numbers(.yearlyWarnDays, .yearlyArrivalDays)
        guard let day = context.yearlyDue(due) else {
            return context.withoutTerm(
                due, .noTerm(due.term ?? .summer, context.year), numbers
            ) { arrivalFacts(context) }
        }
        let found = evidence.found(context, context.year.first, context.today)
        return context.yearly(
            words.wording, .year(context.year), due: day, found.first,
            canTell: evidence.canTell(context)
        ) {
            Working(
                facts: arrivalFacts(context)
                    + evidence.facts(found, words.wording, since: context.year.first),
                sum: context.arrivalWords(due, day), numbers: numbers,
                leastAct: evidence.act(words, context))
        }
    }

    private func arrivalFacts(_ context: PupilContext) -> [Working.Fact] {
        context.statusFacts(from: context.today, through: context.today)
            + [context.presentRun].compactMap { $0 }.map {
                Working.Fact(
                    "on roll and known since \($0.long)", in: .pupils, context.facts.pupil.key)
            }
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

    /// How a day of the year came about that is later for late arrivals.
    func arrivalWords(_ due: DueDay, _ day: Day) -> String {
        "due \(due.words), for a late arrival \(pack[.yearlyArrivalDays]) school days after "
            + "arriving → \(day.long)"
    }
}
