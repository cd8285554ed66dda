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
            .pupil(judge: duties, explain: working))
    }

    /// The later of admission and the first day of the present run of what is asked; `nil` where it
    /// does not hold today.
    private func since(_ context: PupilContext) -> Day? {
        guard context.isKnownToday else { return nil }
        guard only != .known else { return context.presentRun }
        guard only == .socialWorker, only.holds(on: context.today, context) else { return nil }
        return context.socialWorkerRun.map { max($0, context.facts.pupil.roll.from) }
    }

    private func last(since: Day, _ context: PupilContext) -> Found? {
        evidence.found(context, since, context.today).last
    }

    private func duties(_ context: PupilContext) -> [Duty] {
        guard let since = since(context) else { return [] }
        let last = last(since: since, context)
        let start = last?.on ?? context.counted(from: since)
        let due = context.calendar.schoolDay(days.value, after: start)
        let left = context.calendar.schoolDays(after: context.today, through: due)
        let state: DutyState =
            if context.today > due {
                .overdue
            } else if left <= context.pack[.freshWarnDays] {
                .soon
            } else {
                last == nil ? .upcoming : .met
            }
        let reason: ShapeReason =
            if let last {
                state == .overdue ? .stale(last.on, due: due) : .recent(last.on, next: due)
            } else {
                .never(since: start, due: due)
            }
        return [
            Duty(
                subject: context.subject, rule: words.id, due: due, state: state,
                reason: .shape(reason, words.noun), evidence: last?.keys ?? [])
        ]
    }

    private func working(_ duty: Duty, _ context: PupilContext) -> Working {
        guard let since = since(context) else { return Working() }
        let last = last(since: since, context)
        return Working(
            facts: context.statusFacts(from: context.today, through: context.today)
                + evidence.facts([last].compactMap { $0 }, words.noun, since: since),
            sum: "\((last?.on ?? context.counted(from: since)).long) + "
                + "\(days.value) school days → " + (duty.due?.long ?? ""),
            numbers: [days, context.pack.number(.freshWarnDays)],
            leastAct: duty.state.isOpen ? evidence.act(words, context) : nil)
    }
}

extension PupilContext {
    /// The first day of the present unbroken run of CLA, CP or CIN; `nil` without one today.
    var socialWorkerRun: Day? { cohort.runStart(of: [.cla, .cp, .cin], on: today) }
}
