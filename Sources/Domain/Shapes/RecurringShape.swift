/// A meeting about a child that comes round again and again while a status runs.
struct RecurringShape: Sendable {
    let id: RuleID
    let title: String
    let wording: Wording
    let clauses: [String]
    let kind: Meeting.Kind
    let warn: NumberKey
    /// The numbers of the law that its working shows beside the warning.
    let numbers: [NumberKey]
    var isStatutory = false
    /// Whether a meeting on the first day of the run counts.
    var countsFirstDay = true
    /// The first day of the present run; `nil` where the child is not asked about.
    let since: @Sendable (PupilContext) -> Day?
    /// When the first is due, given the first day of the run.
    let first: @Sendable (PupilContext, Day) -> Day
    /// When the next is due, given how many there were and the last.
    let next: @Sendable (PupilContext, Int, Day) -> Day

    var rule: Rule {
        Rule(
            id, title, clauses: clauses, .eachPeriod, .care,
            shownBy: [.meeting(kind, parts: [])], beforeRecords: .stands,
            next: NextAction(.meeting, "Record it, or ask for the date"),
            .pupil { context in since(context).map { [ruling($0, context)] } ?? [] })
    }

    private func ruling(_ since: Day, _ context: PupilContext) -> Ruling {
        let held = context.meetings(kind).filter {
            countsFirstDay ? $0.on >= since : $0.on > since
        }
        let (last, admitted) = (held.last, context.facts.pupil.roll.from)
        func working(_ sum: String) -> Working {
            Working(
                facts: context.statusFacts(from: context.today, through: context.today)
                    + held.map(\.meeting).facts(orNone: wording.noneSince(since)),
                sum: sum, numbers: (numbers + [warn]).map(context.pack.number),
                leastAct: last?.on == context.today || since >= context.today
                    ? nil : context.holdMeeting(kind, wording.noun))
        }
        // Begun elsewhere, or before records begin, and without one since: nobody can tell.
        if last == nil, since < context.counted(from: admitted) {
            let isBeforeChild = since < admitted
            return Ruling(
                due: nil, state: .unknown,
                reason: isBeforeChild
                    ? .begunBeforeChild(wording, since) : .begunBeforeRecords(wording, since),
                isStatutory: isStatutory
            ) {
                working(
                    "begun \(since.long), before "
                        + (isBeforeChild ? "admission \(admitted.long)" : "our records begin"))
            }
        }
        let due = last.map { next(context, held.count, $0.on) } ?? first(context, since)
        return context.round(
            wording, last: last?.on, since: since, due: due,
            isNear: context.isNear(due, schoolDays: warn), isStatutory: isStatutory,
            evidence: last.map { [$0.meeting.key] } ?? []
        ) { working("counted from \((last?.on ?? since).long) → \(due.long)") }
    }
}

extension PupilContext {
    /// Meetings of a kind about this child, held up to today, by day.
    func meetings(_ kind: Meeting.Kind) -> [(meeting: Meeting, on: Day)] {
        facts.meetings.filter { $0.kind == kind }
            .compactMap { meeting in meeting.held(by: today).map { (meeting, $0) } }
            .sorted { ($0.1, $0.0.id) < ($1.1, $1.0.id) }
    }

    /// The first day of the present run of a status; `nil` where it does not hold today.
    func planRun(_ kind: CareKind) -> Day? { cohort.runStart(of: [kind], on: today) }

    /// The time of being looked after that runs today, short breaks apart.
    var lookedAfterSpell: Span? { cohort.lookedAfterSpells.first { $0.contains(today) } }

    /// A meeting of a kind, held today.
    fileprivate func holdMeeting(_ kind: Meeting.Kind, _ noun: String) -> LeastAct {
        let example = Record.example(
            .meetings,
            [
                "meeting_id": Rule.exampleID(facts.ref), "kind": kind.rawValue,
                "pupil": facts.ref.text, "held_on": today.iso,
            ])
        return LeastAct(.meeting, "hold \(noun) and record it", [.put(example)])
    }
}
