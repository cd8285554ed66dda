extension Rule {
    static let firstPepRules: [Rule] = [pepInitial, pepAfterMove]

    /// PEP-1: the first PEP of a child who becomes looked after, ready for the first review.
    private static let pepInitial = Rule(
        .pepInitial, "First PEP", clauses: ["PEP-1"], .afterEvent, .pep, sharedTask: .meeting,
        next: NextAction(.pepPlan, "Plan the first PEP"),
        .pupil { context in
            initialSpells(context).map {
                firstPEP(
                    context, .lookedAfter($0.from), spell: $0, within: .pepInitialWorkingDays)
            }
        })

    /// PEP-1, ADM-4: a looked-after child who comes from another school.
    private static let pepAfterMove = Rule(
        .pepAfterMove, "PEP after a move", clauses: ["PEP-1", "ADM-4"], .afterEvent, .pep,
        sharedTask: .meeting,
        next: NextAction(.pepPlan, "Plan the PEP after the move"),
        .pupil { context in
            moveSpells(context).map {
                firstPEP(
                    context, .admitted(context.facts.pupil.roll.from), spell: $0,
                    within: .pepMoveWorkingDays)
            }
        })

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
        _ context: PupilContext, _ event: PEPEvent, spell: Span, within: NumberKey
    ) -> Ruling {
        let calendar = context.calendar
        let start = event.day
        let due = calendar.workingDay(context.pack[within], after: start)
        let first = context.heldPEPs.first { $0.on >= start && $0.pep.kind != .review }
        let ended =
            first == nil ? spell.to.flatMap { $0 < min(due, context.today) ? $0 : nil } : nil
        let state =
            ended == nil ? context.state(by: due, isDone: first != nil) : .notApplicable
        let reason: Reason =
            if let first {
                .firstPEPHeld(first.on, after: event)
            } else if let ended {
                .firstPEPNotNeeded(ended: ended)
            } else if state == .overdue {
                .firstPEPLate(
                    event, due: due,
                    workingDaysLate: calendar.workingDays(after: due, through: context.today))
            } else {
                .firstPEPToCome(
                    event, due: due,
                    workingDaysLeft: calendar.workingDays(after: context.today, through: due))
            }
        return Ruling(
            reference: .day(start), due: due, state: state,
            late: first.map { calendar.workingDays(after: due, through: $0.on) } ?? 0,
            reason: reason, isStatutory: true, evidence: first.map { [$0.pep.key] } ?? []
        ) {
            let holidays = calendar.bankHolidays(after: start, through: due)
            let review = calendar.workingDay(context.pack[.pepReviewWorkingDays], after: start)
            return Working(
                facts: [
                    Working.Fact(
                        "on roll since \(context.facts.pupil.roll.from.long)", in: .pupils,
                        context.facts.pupil.key)
                ] + context.statusFacts(from: start, through: context.today) + [
                    first.map { Working.Fact($0.pep.words, in: .peps, $0.pep.key) }
                        ?? Working.Fact("no PEP held since \(start.long)", in: .peps)
                ],
                sum: "\(context.pack[within]) working days from \(start.long)"
                    + (holidays.isEmpty
                        ? ""
                        : "; \(holidays.map(\.dayAndMonth).joined(separator: " and ")) "
                            + "no working day")
                    + " → \(due.long); first review by \(review.long)",
                numbers: context.pack.numbers(within, .pepReviewWorkingDays, .pepEventWindowDays),
                leastAct: holdAct(context))
        }
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
