extension RuleID {
    public static let planReview: RuleID = "ehcp-review"
    public static let planPeople: RuleID = "ehcp-people"
    public static let planPhase: RuleID = "ehcp-phase"
}

extension Rule {
    /// SEND-6: an EHC plan is reviewed within twelve months.
    static let planReview = Rule(
        .planReview, "The EHC plan reviewed within a year", clauses: ["SEND-6"], .eachPeriod,
        .send, shownBy: [.senReview([.ehcpReview], withTargets: false)], beforeRecords: .stands,
        next: NextAction(.senReview, "Hold the review and record it"),
        ofPupil: { context in
            guard context.isKnownToday, context.facts.pupil.sen == .plan else { return [] }
            return [planReview(context)]
        })

    private static func planReview(_ context: PupilContext) -> Standing {
        let noun = "an EHC plan or its review"
        let last = context.senReviews { $0 == .ehcpPlan || $0 == .ehcpReview }.last
        let numbers = [NumberKey.planReviewMonths, .planReviewWarnDays].map(context.pack.number)
        let act =
            last?.on == context.today
            ? nil
            : LeastAct(
                .senReview, "hold the review and record it", [.put(context.planReviewExample)])
        let facts =
            Condition.sen.facts(from: context.today, through: context.today, context)
            + [last?.review].compactMap { $0 }.facts(orNone: "without \(noun) on record")
        guard let last else {
            return Standing(
                due: nil, state: .unknown, reason: .step(.undated, noun), isStatutory: true
            ) {
                Working(
                    facts: facts, sum: "counted from the last, which is not on record",
                    numbers: numbers, leastAct: act)
            }
        }
        let months = context.pack[.planReviewMonths]
        let due = last.on.addingMonths(months) - 1
        let state: DutyState =
            if context.today > due {
                .overdue
            } else {
                due - context.today <= context.pack[.planReviewWarnDays] ? .soon : .upcoming
            }
        return Standing(
            due: due, state: state,
            reason: .shape(
                state == .overdue ? .stale(last.on, due: due) : .recent(last.on, next: due), noun),
            isStatutory: true, evidence: [last.review.key]
        ) {
            Working(
                facts: facts, sum: "\(last.on.long) + \(months) months − 1 day → \(due.long)",
                numbers: numbers, leastAct: act)
        }
    }

    /// SEND-6: home and social worker are invited to a review, and their views are obtained.
    static let planPeople = Rule(
        .planPeople, "Everybody heard at the EHC plan's review", clauses: ["SEND-6"], .afterEvent,
        .send, shownBy: [.senReview([.ehcpReview], withTargets: false)],
        next: NextAction(.senReview, "Record who was invited, and the views"),
        ofPupil: { context in
            guard context.isKnownToday else { return [] }
            return context.senReviews { $0 == .ehcpReview }
                .filter { $0.on >= context.year.first }.map { heard($0.review, $0.on, context) }
        })

    private static func heard(
        _ review: SENReview, _ on: Day, _ context: PupilContext
    ) -> Standing {
        let needed: [PersonNeeded] =
            context.cohort.hasSocialWorker(on: on) ? [.socialWorker, .home] : [.home]
        let missing = needed.filter { person in
            ![review.invited, review.views].allSatisfy { list in
                list.contains(where: person.roles.contains)
            }
        }
        let noun = "an invitation to, and a view for, the review of \(on.long)"
        return Standing(
            reference: review.id, due: on, state: missing.isEmpty ? .met : .missed,
            reason: .step(missing.isEmpty ? .there : .partly(missing.map(\.rawValue)), noun),
            evidence: [review.key]
        ) {
            Working(
                facts: [review.fact] + context.statusFacts(from: on, through: on),
                sum: "invited, with a view: \(needed.words)")
        }
    }

    /// SEND-6, ADM-4: an EHC plan is reviewed in time before the child leaves for the next school.
    static let planPhase = Rule(
        .planPhase, "The EHC plan reviewed before the next school", clauses: ["SEND-6", "ADM-4"],
        .eachPeriod, .send, shownBy: [.senReview([.ehcpReview], withTargets: false)],
        beforeRecords: .stands,
        next: NextAction(.senReview, "Hold the review of the last year"),
        ofPupil: { context in
            guard context.isKnownToday, context.facts.pupil.sen == .plan, context.isInLastYear
            else { return [] }
            return [phase(context)]
        })

    private static func phase(_ context: PupilContext) -> Standing {
        let isSecondary = context.school.school?.phase == .secondary
        let keys: [NumberKey] = [
            isSecondary ? .phaseDueSecondary : .phaseDue, .phaseWarnFrom,
            isSecondary ? .phaseUntilSecondary : .phaseUntil,
        ]
        let days = keys.map { context.pack.number($0).day(in: context.year) }
        let (due, warnFrom, until) = (days[0], days[1], days[2])
        let found = context.senReviews { $0 == .ehcpReview }.first { $0.on >= context.year.first }
        let step = Step(due: due, done: found?.on, warn: nil)
        var (state, late, reason) = step.stands(
            on: context.today, context.calendar, isLost: context.today > until)
        if state == .soon && context.today < warnFrom { state = .upcoming }
        return Standing(
            reference: context.year.label, due: due, state: state, late: late,
            reason: .step(reason, "a review of the EHC plan in the last year here"),
            isStatutory: true, evidence: [found?.review.key].compactMap { $0 }
        ) {
            Working(
                facts: Condition.sen.facts(from: context.today, through: context.today, context)
                    + [context.lastYearFact]
                    + [found?.review].compactMap { $0 }.facts(
                        orNone: "without a review since \(context.year.first.long)"),
                sum: "due \(due.long); it can still be held up to \(until.long)",
                numbers: keys.map(context.pack.number),
                leastAct: state.isOpen
                    ? LeastAct(
                        .senReview, "hold the review and record it",
                        [.put(context.planReviewExample)]) : nil)
        }
    }
}

extension PupilContext {
    /// Plans and reviews of some kinds, held up to today, by day.
    fileprivate func senReviews(
        _ isAsked: (SENReview.Kind) -> Bool
    ) -> [(review: SENReview, on: Day)] {
        facts.senReviews.filter { isAsked($0.kind) }
            .compactMap { review in review.held(by: today).map { (review, $0) } }
            .sorted { ($0.1, $0.0.id) < ($1.1, $1.0.id) }
    }

    /// The example of a review of the EHC plan, held today.
    fileprivate var planReviewExample: Record {
        Record.example(
            .senReviews,
            [
                "review_id": Rule.exampleID(facts.ref), "pupil": facts.ref.text,
                "kind": SENReview.Kind.ehcpReview.rawValue, "held_on": today.iso,
            ])
    }

    /// Whether the child is in the last year of this school, as its row says today.
    var isInLastYear: Bool {
        school.school?.phase?.lastYearGroup == facts.pupil.yearGroup
    }

    /// The year group as a fact of a working.
    var lastYearFact: Working.Fact {
        Working.Fact(
            "\(facts.pupil.yearWords), the last year of this school", in: .pupils,
            facts.pupil.key)
    }
}

extension School {
    /// What the school teaches up to.
    public enum Phase: String, CaseIterable, Sendable {
        case nursery, infant, primary, secondary
        case allThrough = "all-through"
        case special

        /// The year group after which all children go to another school; `nil` where there is none.
        public var lastYearGroup: String? {
            switch self {
            case .nursery: "N2"
            case .infant: "2"
            case .primary: "6"
            case .secondary: "11"
            case .allThrough, .special: nil
            }
        }
    }

    public var phase: Phase? { Phase(rawValue: record["phase"]) }
}
