/// Evidence that is never older than some days, for each child concerned.
struct FreshShape: Sendable {
    let words: RuleWords
    let days: PolicyNumber
    let only: Condition
    let parties: [Contact.Party]
    let evidence: Evidencing<PupilContext>

    var rule: Rule {
        Rule(
            words, .eachPeriod, with: parties, beforeRecords: .stands,
            .pupil { context in since(context).map { [ruling($0, context)] } ?? [] })
    }

    /// The later of admission and the first day of the present run of what is asked; `nil` where it
    /// does not hold today.
    private func since(_ context: PupilContext) -> Day? {
        guard context.isKnownToday else { return nil }
        guard only != .known else { return context.presentRun }
        guard only == .socialWorker, only.holds(on: context.today, context) else { return nil }
        return context.socialWorkerRun.map { max($0, context.facts.pupil.roll.from) }
    }

    private func ruling(_ since: Day, _ context: PupilContext) -> Ruling {
        let last = evidence.found(context, since, context.today).last
        let start = last?.on ?? context.counted(from: since)
        let due = context.calendar.schoolDay(days.value, after: start)
        return context.round(
            words.wording, last: last?.on, since: start, due: due,
            isNear: context.isNear(due, schoolDays: .freshWarnDays), lastCounts: true,
            evidence: last?.keys ?? []
        ) {
            Working(
                facts: context.statusFacts(from: context.today, through: context.today)
                    + evidence.facts([last].compactMap { $0 }, words.wording, since: since),
                sum: "\(start.long) + \(days.value) school days → \(due.long)",
                numbers: [days] + context.pack.numbers(.freshWarnDays),
                leastAct: evidence.act(words, context))
        }
    }
}

extension PupilContext {
    /// The first day of the present unbroken run of CLA, CP or CIN; `nil` without one today.
    var socialWorkerRun: Day? { cohort.runStart(of: [.cla, .cp, .cin], on: today) }
}
