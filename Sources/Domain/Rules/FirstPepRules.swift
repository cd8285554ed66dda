extension Rule {
    static let firstPepRules: [Rule] = [pepInitial, pepAfterMove]

    /// PEP-1: the first PEP of a child who becomes looked after, ready for the first review.
    private static let pepInitial = Rule(
        .pepInitial, "First PEP", clauses: ["PEP-1"], .afterEvent, .pep, errand: .meeting,
        next: NextAction(.pepPlan, "Plan the first PEP"),
        .pupil(
            judge: { context in
                initialSpells(context).map { spell in
                    firstPEP(
                        context, rule: .pepInitial, event: .lookedAfter(spell.from), spell: spell,
                        within: .pepInitialWorkingDays)
                }
            },
            explain: { duty, context in
                explainFirst(duty, context, within: .pepInitialWorkingDays)
            }))

    /// PEP-1, ADM-4: a looked-after child who comes from another school.
    private static let pepAfterMove = Rule(
        .pepAfterMove, "PEP after a move", clauses: ["PEP-1", "ADM-4"], .afterEvent, .pep,
        errand: .meeting,
        next: NextAction(.pepPlan, "Plan the PEP after the move"),
        .pupil(
            judge: { context in
                moveSpells(context).map { spell in
                    firstPEP(
                        context, rule: .pepAfterMove,
                        event: .admitted(context.facts.pupil.roll.from), spell: spell,
                        within: .pepMoveWorkingDays)
                }
            },
            explain: { duty, context in explainFirst(duty, context, within: .pepMoveWorkingDays) }))

    private static func initialSpells(_ context: PupilContext) -> [Span] {
        context.cohort.lookedAfterSpells.filter { spell in
            context.facts.pupil.roll.from <= spell.from && spell.from <= context.today
                && context.today - spell.from <= context.pack[.pepEventWindowDays]
        }
    }

    private static func moveSpells(_ context: PupilContext) -> [Span] {
        let admitted = context.facts.pupil.roll.from
        guard admitted <= context.today,
            context.today - admitted <= context.pack[.pepEventWindowDays]
        else { return [] }
        return context.cohort.lookedAfterSpells.filter {
            $0.from < admitted && $0.contains(admitted)
        }
    }

    private static func firstPEP(
        _ context: PupilContext, rule: RuleID, event: PEPEvent, spell: Span, within: NumberKey
    ) -> Duty {
        let due = context.calendar.workingDay(context.pack[within], after: event.day)
        func duty(
            _ state: DutyState, _ reason: Reason, late: Int = 0, evidence: [RecordKey] = []
        ) -> Duty {
            Duty(
                subject: context.subject, rule: rule, reference: event.day.iso, due: due,
                state: state, late: late, reason: reason, isStatutory: true, evidence: evidence)
        }
        if let first = context.heldPEPs.first(where: { $0.on >= event.day }) {
            return duty(
                .met, .firstPEPHeld(first.on, after: event),
                late: context.calendar.workingDays(after: due, through: first.on),
                evidence: [first.pep.key])
        }
        if let ended = spell.to, ended < due, ended < context.today {
            return duty(.notApplicable, .firstPEPNotNeeded(ended: ended))
        }
        if context.today <= due {
            let left = context.calendar.workingDays(after: context.today, through: due)
            return duty(.soon, .firstPEPToCome(event, workingDaysLeft: left))
        }
        let late = context.calendar.workingDays(after: due, through: context.today)
        return duty(.overdue, .firstPEPLate(event, workingDaysLate: late))
    }

    private static func explainFirst(
        _ duty: Duty, _ context: PupilContext, within: NumberKey
    ) -> Working {
        guard let start = Day(iso: duty.reference), let due = duty.due else { return Working() }
        var facts = context.statusFacts(from: start, through: context.today)
        facts.insert(
            Working.Fact(
                "on roll since \(context.facts.pupil.roll.from.long)", in: .pupils,
                context.facts.pupil.key), at: 0)
        if let first = context.heldPEPs.first(where: { $0.on >= start }) {
            facts.append(Working.Fact(first.pep.words, in: .peps, first.pep.key))
        } else {
            facts.append(Working.Fact("no PEP held since \(start.long)", in: .peps))
        }
        let days = context.pack[within]
        let holidays = context.calendar.bankHolidays(after: start, through: due)
        let review = context.calendar.workingDay(
            context.pack[.pepReviewWorkingDays], after: start)
        let sum =
            "\(days) working days from \(start.long)"
            + (holidays.isEmpty
                ? ""
                : "; \(holidays.map(\.dayAndMonth).joined(separator: " and ")) no working day")
            + " → \(due.long); first review by \(review.long)"
        return Working(
            facts: facts, sum: sum,
            numbers: [within, .pepReviewWorkingDays, .pepEventWindowDays].map(context.pack.number),
            leastAct: duty.state.isOpen ? holdAct(context) : nil)
    }
}

extension PEPEvent {
    /// The day from which working days count.
    public var day: Day {
        switch self {
        case .lookedAfter(let day), .admitted(let day): day
        }
    }
}

extension SchoolCalendar {
    /// Bank holidays on weekdays strictly after `day` up to and including `last`.
    func bankHolidays(after day: Day, through last: Day) -> [Day] {
        guard day < last else { return [] }
        return (day.rawValue + 1...last.rawValue).map(Day.init(rawValue:)).filter {
            $0.isWeekday && !isWorkingDay($0)
        }
    }
}
