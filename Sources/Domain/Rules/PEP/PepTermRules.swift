extension Rule {
    static let pepRules: [Rule] =
        [pepTermly, pepThreeAYear, calendarKnown] + firstPepRules + pepMeetingRules + [pepSent]

    /// AIM-5, PEP-1: a PEP in every term.
    private static let pepTermly = Rule(
        .pepTermly, "PEP held this term", clauses: ["AIM-5", "PEP-1"], .eachPeriod, .pep,
        sharedTask: .meeting, beforeRecords: .passedWhereMissed,
        next: NextAction(.pepPlan, "Plan the PEP"),
        .pupil { context in
            context.terms.filter { $0.term.start <= context.today }.map { termly($0, context) }
        })

    /// PEP-2: at least three in a school year.
    private static let pepThreeAYear = Rule(
        .pepThreeAYear, "Three PEPs this year", clauses: ["PEP-2"], .eachPeriod, .pep,
        sharedTask: .meeting,
        next: NextAction(.pepPlan, "Plan the PEP"),
        whenUnknown: NextAction(.term, "Enter the year's terms"),
        .pupil { context in [threeAYear(context)].compactMap { $0 } })

    /// PEP-2: without the year's terms nobody can tell which PEPs are owed.
    private static let calendarKnown = Rule(
        .calendarKnown, "Term dates entered", clauses: ["PEP-2"], .standing,
        .pep,
        next: NextAction(.term, "Enter the year's terms"),
        .school { [calendarKnown($0)] })

    // MARK: pep-termly

    private static let termlyWords = Wording(
        "a PEP", short: "PEP", missing: "No PEP", done: "PEP held", lacks: "No PEP is recorded",
        shows: "The PEP was held")

    private static func termly(_ owed: TermOfPupil, _ context: PupilContext) -> Ruling {
        let term = owed.term
        let slipped = slippedPEP(in: term, context)
        let planned = plannedPEP(in: term, context)
        let left = context.schoolDays(to: owed.lastSchoolDay)
        var (due, evidence) = (owed.lastSchoolDay, [] as [RecordKey])
        let (state, reason): (DutyState, Reason)
        if !owed.isExpected {
            (state, reason) = (
                .notApplicable, .fewDays(owed.days.count, of: context.pack[.pepMinimumDays], .known)
            )
        } else if let held = owed.held, let day = held.heldOn {
            (state, reason, evidence) = (.met, .pepHeld(day), [held.key])
        } else if context.today > owed.lastChance {
            (state, reason) = (
                .missed,
                owed.lastChance < owed.lastSchoolDay
                    ? .pepCeased(owed.lastChance) : .termOver(termlyWords, term.name)
            )
        } else if let slipped {
            (state, reason, evidence) = (.overdue, .pepSlipped(slipped.day), [slipped.pep.key])
            due = slipped.day
        } else {
            state = left <= context.pack[.pepWarnDays] ? .soon : .upcoming
            reason =
                planned.map { .pepPlanned($0.day, schoolDaysLeft: left) }
                ?? .pepNonePlanned(schoolDaysLeft: left)
            evidence = planned.map { [$0.pep.key] } ?? []
        }
        return Ruling(
            reference: .term(term.year, term.name), due: due, state: state, reason: reason,
            isStatutory: context.cohort.isLookedAfterByLaw(
                on: min(context.today, owed.lastSchoolDay)), evidence: evidence
        ) { termlyWorking(owed, context) }
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
                    pep.held(by: context.today) == nil, context.countsInTerm(pep, on: day)
                else { return nil }
                return (pep, day)
            }
            .sorted { ($0.1, $0.0.id) < ($1.1, $1.0.id) }
    }

    private static func termlyWorking(
        _ owed: TermOfPupil, _ context: PupilContext
    ) -> Working {
        let term = owed.term
        let inTerm = context.facts.peps.filter { pep in
            [pep.plannedFor, pep.heldOn].contains { $0.map(term.contains) ?? false }
        }
        return Working(
            facts: context.statusFacts(from: term.start, through: owed.lastSchoolDay) + [
                Working.Fact(
                    "\(term.label): \(term.start.long) to \(term.end.long), "
                        + "\(owed.days.count) school days on roll and known to a social worker",
                    in: .terms, term.record.key)
            ]
                + (inTerm.isEmpty
                    ? [Working.Fact("no PEP planned or held in the term", in: .peps)]
                    : inTerm.map { Working.Fact($0.words, in: .peps, $0.key) }),
            sum: termlySum(owed, context),
            numbers: termlyNumbers(context).map(context.pack.number), leastAct: holdAct(context))
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
        return days + "; " + context.lastDayWords(term.lastSchoolDay)
    }

    // MARK: pep-three-a-year

    private static func threeAYear(_ context: PupilContext) -> Ruling? {
        let terms = context.terms
        let isKnown = terms.count >= TermName.allCases.count
        guard isKnown || context.isKnownToday else { return nil }
        let expected = min(terms.filter(\.isOwed).count, context.pack[.pepsPerYear])
        let held = terms.filter { $0.isExpected && $0.held != nil }
        let possible = terms.filter {
            $0.held == nil && $0.isExpected && context.today <= $0.lastChance
        }
        let (state, reason): (DutyState, Reason) =
            if !isKnown {
                (.unknown, .termsUnknown(onRecord: terms.count, context.year))
            } else if expected == 0 {
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
        return Ruling(
            reference: .year(context.year),
            due: isKnown ? terms.map(\.lastSchoolDay).max() : nil, state: state, reason: reason,
            isStatutory: isKnown && context.cohort.isLookedAfterByLaw(on: context.today),
            evidence: isKnown ? held.compactMap { $0.held?.key } : []
        ) {
            Working(
                facts: termFacts(context),
                sum: "\(held.count) of the terms that owe a PEP have one, \(expected) expected",
                numbers: context.pack.numbers(.pepsPerYear, .pepMinimumDays),
                leastAct: isKnown
                    ? nextPEP(missing: expected - held.count, context)
                    : .enterTerms(
                        context.year, known: context.calendar.terms(of: context.year)))
        }
    }

    private static func termFacts(_ context: PupilContext) -> [Working.Fact] {
        if context.terms.isEmpty {
            return [Working.Fact("no term of \(context.year.label) on record", in: .terms)]
        }
        return context.terms.map { term in
            let owed =
                term.isOwed
                ? "a PEP is owed"
                : term.isExpected ? "before our records begin, none is owed" : "none is owed"
            let held = term.held?.heldOn.map { "held \($0.long)" } ?? "none held"
            return Working.Fact(
                "\(term.term.label): \(term.days.count) school days, \(owed); \(held)",
                in: term.held == nil ? .terms : .peps, term.held?.key ?? term.term.record.key)
        }
    }

    /// Several PEPs are no single act of today: the next of them comes first.
    private static func nextPEP(missing: Int, _ context: PupilContext) -> LeastAct? {
        let open = context.terms.filter { $0.isOwed && $0.held == nil }
        if open.contains(where: { $0.term.contains(context.today) }) {
            let act = holdAct(context)
            return missing == 1
                ? act
                : LeastAct(
                    act.action, act.text, act.changes,
                    then: "one in each term that still owes one")
        }
        return open.first { $0.term.start > context.today && !isPlanned($0.term, context) }.map {
            LeastAct(
                .pepPlan, "plan the PEP of the \($0.term.name.rawValue) term",
                [.put(planExample(context, for: $0.term.start))], then: "hold it")
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

    private static func calendarKnown(_ context: SchoolContext) -> Ruling {
        let year = context.year
        let terms = context.calendar.terms(of: year)
        let isKnown = terms.count >= TermName.allCases.count
        return Ruling(
            reference: .year(year), due: nil, state: isKnown ? .met : .unknown,
            reason: isKnown ? .termsKnown(year) : .termsUnknown(onRecord: terms.count, year),
            evidence: terms.map(\.record.key)
        ) {
            Working(
                facts: terms.isEmpty
                    ? [Working.Fact("no term of \(year.label) on record", in: .terms)]
                    : terms.map {
                        Working.Fact(
                            "\($0.name.rawValue): \($0.start.long) to \($0.end.long)",
                            in: .terms, $0.record.key)
                    },
                sum: "\(terms.count) of \(TermName.allCases.count) terms of \(year.label)",
                leastAct: .enterTerms(year, known: terms))
        }
    }
}

extension LeastAct {
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
