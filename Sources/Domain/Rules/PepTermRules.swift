extension Rule {
    static let pepRules: [Rule] =
        [pepTermly, pepThreeAYear, calendarKnown] + firstPepRules + pepMeetingRules

    /// AIM-5, PEP-1: a PEP in every term.
    private static let pepTermly = Rule(
        .pepTermly, "PEP held this term", clauses: ["AIM-5", "PEP-1"], .eachPeriod, .pep,
        errand: .meeting, beforeRecords: .passedWhereMissed,
        next: NextAction(.pepPlan, "Plan the PEP"),
        .pupil(
            judge: { context in
                context.terms.filter { $0.term.start <= context.today }
                    .map { termly($0, context) }
            },
            explain: { duty, context in explainTermly(duty, context) }))

    /// PEP-2: at least three in a school year.
    private static let pepThreeAYear = Rule(
        .pepThreeAYear, "Three PEPs this year", clauses: ["PEP-2"], .eachPeriod, .pep,
        errand: .meeting,
        next: NextAction(.pepPlan, "Plan the PEP"),
        whenUnknown: NextAction(.term, "Enter the year's terms"),
        .pupil(judge: threeAYear, explain: explainThree))

    /// PEP-2: without the year's terms nobody can tell which PEPs are owed.
    private static let calendarKnown = Rule(
        .calendarKnown, "The year's terms are on record", clauses: ["PEP-2"], .standing,
        .pep,
        next: NextAction(.term, "Enter the year's terms"),
        .school(
            judge: { context in
                let terms = context.calendar.terms(of: context.year)
                let isKnown = terms.count >= TermName.allCases.count
                return [
                    Duty(
                        subject: .school, rule: .calendarKnown, reference: context.year.label,
                        due: nil, state: isKnown ? .met : .unknown,
                        reason: isKnown
                            ? .termsKnown(context.year)
                            : .termsUnknown(onRecord: terms.count, context.year),
                        evidence: terms.map(\.record.key))
                ]
            },
            explain: { duty, context in explainCalendar(context) }))

    // MARK: pep-termly

    private static func termly(_ term: TermOfPupil, _ context: PupilContext) -> Duty {
        let isStatutory = context.cohort.isLookedAfterByLaw(
            on: min(context.today, term.lastSchoolDay))
        func duty(
            _ state: DutyState, _ reason: Reason, due: Day? = nil, evidence: [RecordKey] = []
        ) -> Duty {
            Duty(
                subject: context.subject, rule: .pepTermly, reference: term.term.label,
                due: due ?? term.lastSchoolDay, state: state, reason: reason,
                isStatutory: isStatutory, evidence: evidence)
        }
        if !term.isExpected {
            return duty(
                .notApplicable, .pepFewDays(term.days.count, of: context.pack[.pepMinimumDays]))
        }
        if let held = term.held, let day = held.heldOn {
            return duty(.met, .pepHeld(day), evidence: [held.key])
        }
        if context.today > term.lastChance {
            return duty(
                .missed,
                term.lastChance < term.lastSchoolDay
                    ? .pepCeased(term.lastChance) : .pepTermOver(term.lastSchoolDay))
        }
        if let slipped = slippedPEP(in: term.term, context) {
            return duty(
                .overdue, .pepSlipped(slipped.day), due: slipped.day, evidence: [slipped.pep.key])
        }
        let left = context.calendar.schoolDays(after: context.today, through: term.lastSchoolDay)
        let planned = plannedPEP(in: term.term, context)
        return duty(
            left <= context.pack[.pepWarnDays] ? .soon : .upcoming,
            planned.map { .pepPlanned($0.day, schoolDaysLeft: left) }
                ?? .pepNonePlanned(schoolDaysLeft: left),
            evidence: planned.map { [$0.pep.key] } ?? [])
    }

    /// The earliest PEP that was planned for a day of the term before today and was not held.
    private static func slippedPEP(
        in term: Term, _ context: PupilContext
    ) -> (pep: PEP, day: Day)? {
        openPlans(in: term, context).first { $0.day < context.today }
    }

    /// The next PEP planned in the term.
    private static func plannedPEP(
        in term: Term, _ context: PupilContext
    ) -> (pep: PEP, day: Day)? {
        openPlans(in: term, context).first { $0.day >= context.today }
    }

    private static func openPlans(
        in term: Term, _ context: PupilContext
    ) -> [(pep: PEP, day: Day)] {
        context.facts.peps
            .compactMap { pep in
                guard let day = pep.plannedFor, term.contains(day), !pep.isCancelled,
                    pep.held(by: context.today) == nil
                else { return nil }
                return (pep, day)
            }
            .sorted { ($0.1, $0.0.id) < ($1.1, $1.0.id) }
    }

    private static func explainTermly(_ duty: Duty, _ context: PupilContext) -> Working {
        guard let term = context.terms.first(where: { $0.term.label == duty.reference }) else {
            return Working()
        }
        var facts = context.statusFacts(from: term.term.start, through: term.lastSchoolDay)
        facts.append(
            Working.Fact(
                "\(term.term.label): \(term.term.start.long) to \(term.term.end.long), "
                    + "\(term.days.count) school days on roll and known to a social worker",
                in: .terms, term.term.record.key))
        let inTerm = context.facts.peps.filter { pep in
            [pep.plannedFor, pep.heldOn].contains { $0.map(term.term.contains) ?? false }
        }
        facts += inTerm.map { Working.Fact($0.words, in: .peps, $0.key) }
        if inTerm.isEmpty {
            facts.append(Working.Fact("no PEP planned or held in the term", in: .peps))
        }
        return Working(
            facts: facts, sum: termlySum(term, context),
            numbers: termlyNumbers(context).map(context.pack.number),
            leastAct: duty.state.isOpen ? holdAct(context) : nil)
    }

    private static func termlyNumbers(_ context: PupilContext) -> [NumberKey] {
        [.pepMinimumDays, .pepWarnDays]
            + (context.cohort.isEverSix(on: context.today) ? [.everSixYears] : [])
    }

    private static func termlySum(_ term: TermOfPupil, _ context: PupilContext) -> String {
        let minimum = context.pack[.pepMinimumDays]
        let days =
            "\(term.days.count) school days "
            + (term.isExpected ? "≥ \(minimum): a PEP is owed" : "< \(minimum): none is owed")
        guard term.isExpected else { return days }
        let left = context.calendar.schoolDays(after: context.today, through: term.lastSchoolDay)
        return days + "; last school day \(term.lastSchoolDay.long), "
            + (context.today > term.lastSchoolDay ? "past" : "\(left) school days left after today")
    }

    // MARK: pep-three-a-year

    private static func threeAYear(_ context: PupilContext) -> [Duty] {
        let terms = context.terms
        guard terms.count >= TermName.allCases.count else {
            guard context.isKnownToday else { return [] }
            return [
                Duty(
                    subject: context.subject, rule: .pepThreeAYear, reference: context.year.label,
                    due: nil, state: .unknown,
                    reason: .termsUnknown(onRecord: terms.count, context.year))
            ]
        }
        let expected = min(terms.filter(\.isOwed).count, context.pack[.pepsPerYear])
        let held = terms.filter { $0.isExpected && $0.held != nil }
        let possible = terms.filter {
            $0.held == nil && $0.isExpected && context.today <= $0.lastChance
        }
        let (state, reason): (DutyState, Reason) =
            if expected == 0 {
                (.notApplicable, .pepsNoneExpected)
            } else if held.count >= expected {
                (.met, .pepsHeld(held.count, of: expected))
            } else if held.count + possible.count < expected {
                (
                    .missed,
                    .pepsOutOfReach(held: held.count, possible: possible.count, of: expected)
                )
            } else {
                (.upcoming, .pepsToCome(held: held.count, of: expected))
            }
        return [
            Duty(
                subject: context.subject, rule: .pepThreeAYear, reference: context.year.label,
                due: terms.map(\.lastSchoolDay).max(), state: state, reason: reason,
                isStatutory: context.cohort.isLookedAfterByLaw(on: context.today),
                evidence: held.compactMap { $0.held?.key })
        ]
    }

    private static func explainThree(_ duty: Duty, _ context: PupilContext) -> Working {
        let facts = context.terms.map { term in
            let owed =
                term.isOwed
                ? "a PEP is owed"
                : term.isExpected ? "before our records begin, none is owed" : "none is owed"
            let held = term.held?.heldOn.map { "held \($0.long)" } ?? "none held"
            return Working.Fact(
                "\(term.term.label): \(term.days.count) school days, \(owed); \(held)",
                in: term.held == nil ? .terms : .peps, term.held?.key ?? term.term.record.key)
        }
        let expected = min(
            context.terms.filter(\.isOwed).count, context.pack[.pepsPerYear])
        let held = context.terms.filter { $0.isExpected && $0.held != nil }.count
        return Working(
            facts: facts.isEmpty
                ? [Working.Fact("no term of \(context.year.label) on record", in: .terms)] : facts,
            sum: "\(held) of the terms that owe a PEP have one, \(expected) expected",
            numbers: [.pepsPerYear, .pepMinimumDays].map(context.pack.number),
            leastAct: leastActForThree(duty, missing: expected - held, context))
    }

    /// Several PEPs are no single act of today: the next of them comes first.
    private static func leastActForThree(
        _ duty: Duty, missing: Int, _ context: PupilContext
    ) -> LeastAct? {
        switch duty.state {
        case .unknown:
            return enterTerms(context.year, known: context.calendar.terms(of: context.year))
        case .upcoming:
            let open = context.terms.filter { $0.isOwed && $0.held == nil }
            let others = "one in each term that still owes one"
            if open.contains(where: { $0.term.contains(context.today) }) {
                let act = holdAct(context)
                return missing == 1
                    ? act : LeastAct(act.action, act.text, act.changes, then: others)
            }
            let next = open.first { $0.term.start > context.today && !isPlanned($0.term, context) }
            guard let next else { return nil }
            return LeastAct(
                .pepPlan, "plan the PEP of the \(next.term.name.rawValue) term",
                [.put(planExample(context, for: next.term.start))], then: "hold it")
        case .met, .soon, .overdue, .missed, .notApplicable: return nil
        }
    }

    private static func isPlanned(_ term: Term, _ context: PupilContext) -> Bool {
        context.facts.peps.contains { pep in
            pep.isOpen && pep.plannedFor.map(term.contains) == true
        }
    }

    /// The next PEP of the child, planned for a day.
    private static func planExample(_ context: PupilContext, for day: Day) -> Record {
        Record.example(
            .peps,
            [
                "pep_id": "\(exampleID(context.facts.ref))-\(day.iso)",
                "pupil": context.facts.ref.text, "planned_for": day.iso,
            ])
    }

    // MARK: calendar-known

    private static func explainCalendar(_ context: SchoolContext) -> Working {
        let terms = context.calendar.terms(of: context.year)
        let facts = terms.map {
            Working.Fact(
                "\($0.name.rawValue): \($0.start.long) to \($0.end.long)", in: .terms, $0.record.key
            )
        }
        return Working(
            facts: facts.isEmpty
                ? [Working.Fact("no term of \(context.year.label) on record", in: .terms)] : facts,
            sum: "\(terms.count) of \(TermName.allCases.count) terms of \(context.year.label)",
            leastAct: terms.count >= TermName.allCases.count
                ? nil : enterTerms(context.year, known: terms))
    }

    /// The missing terms as an example: a week in each of the usual months.
    static func enterTerms(_ year: AcademicYear, known: [Term]) -> LeastAct {
        let months: [(TermName, Int, Int)] = [(.autumn, 0, 10), (.spring, 1, 2), (.summer, 1, 6)]
        let missing = months.compactMap { name, offset, month -> RecordChange? in
            guard !known.contains(where: { $0.name == name }),
                let start = Day(year: year.start + offset, month: month, day: 3)
            else { return nil }
            return .put(Term(year: year, name: name, start: start, end: start + 20).record)
        }
        return LeastAct(.term, "enter the terms of \(year.label) that are missing", missing)
    }
}
