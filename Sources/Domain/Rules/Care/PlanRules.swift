extension RuleID {
    public static let planReview: RuleID = "ehcp-review"
    public static let planPeople: RuleID = "ehcp-people"
    public static let planPhase: RuleID = "ehcp-phase"
}

extension Rule {
    /// SEND-6: an EHC plan is reviewed within twelve months.
    static let planReview = Rule(
        .planReview, "EHC plan reviewed within a year", clauses: ["SEND-6"], .eachPeriod,
        .send, shownBy: [.senReview([.ehcpReview], withTargets: false)], beforeRecords: .stands,
        next: NextAction(.senReview, "Hold the review and record it"),
        .pupil { context in
            guard context.isKnownToday, context.facts.pupil.sen == .plan else { return [] }
            return [planReview(context)]
        })

    private static func planReview(_ context: PupilContext) -> Ruling {
        let last = context.senReviews { $0 == .ehcpPlan || $0 == .ehcpReview }.last
        let months = context.pack[.planReviewMonths]
        func working(_ sum: String) -> Working {
            Working(
                facts: Condition.sen.facts(from: context.today, through: context.today, context)
                    + [last?.review].compactMap { $0 }.facts(orNone: planWords.lacks.uncapitalised),
                sum: sum, numbers: context.pack.numbers(.planReviewMonths, .planReviewWarnDays),
                leastAct: last?.on == context.today ? nil : context.holdPlanReview)
        }
        guard let last else {
            return Ruling(
                due: nil, state: .unknown, reason: .undated(planWords), isStatutory: true
            ) { working("counted from the last, which is not on record") }
        }
        let due = last.on.addingMonths(months) - 1
        return context.round(
            planWords, last: last.on, since: last.on, due: due,
            isNear: context.isNear(due, days: .planReviewWarnDays), isStatutory: true,
            evidence: [last.review.key]
        ) { working("\(last.on.long) + \(months) months − 1 day → \(due.long)") }
    }

    private static let planWords = Wording(
        "a review of the EHC plan", short: "EHCP review", missing: "No EHCP review",
        done: "EHCP reviewed", lacks: "No EHC plan or review is recorded",
        shows: "The EHC plan was made or reviewed")

    /// SEND-6: home and case worker are invited to a review, and their views are obtained.
    static let planPeople = Rule(
        .planPeople, "All heard at the EHC plan's review", clauses: ["SEND-6"], .afterEvent,
        .send, shownBy: [.senReview([.ehcpReview], withTargets: false)],
        next: NextAction(.senReview, "Record who was heard"),
        .pupil { context in
            guard context.isKnownToday else { return [] }
            return context.senReviews { $0 == .ehcpReview }
                .filter { $0.on >= context.year.first }.map { heard($0.review, $0.on, context) }
        })

    private static func heard(
        _ review: SENReview, _ on: Day, _ context: PupilContext
    ) -> Ruling {
        let needed = context.peopleNeeded(on: on)
        let missing = needed.filter { person in
            ![review.invited, review.views].allSatisfy { list in
                list.contains(where: person.roles.contains)
            }
        }
        let words = heardWords(on)
        return Ruling(
            reference: .record(review.id), due: on, state: missing.isEmpty ? .met : .missed,
            reason: missing.isEmpty
                ? .there(words) : .missing(words, parts: missing.map(\.words)),
            evidence: [review.key]
        ) {
            Working(
                facts: [review.fact] + context.statusFacts(from: on, through: on),
                sum: "invited, with a view: \(needed.words)")
        }
    }

    /// A review lies in this year, so that its date needs none.
    private static func heardWords(_ on: Day) -> Wording {
        Wording(
            "an invitation to the review, and a view for it", short: "EHCP review: views",
            missing: "EHCP review: not all heard", done: "EHCP review: all heard",
            lacks: "Not invited to the review on \(on.short), or not heard",
            shows: "All were invited to the review on \(on.short), and heard")
    }

    /// SEND-6, ADM-4: an EHC plan is reviewed in time before the child leaves for the next school.
    static let planPhase = Rule(
        .planPhase, "EHC plan reviewed before leaving", clauses: ["SEND-6", "ADM-4"],
        .eachPeriod, .send, shownBy: [.senReview([.ehcpReview], withTargets: false)],
        beforeRecords: .stands,
        next: NextAction(.senReview, "Hold the review of the last year"),
        .pupil { context in
            guard context.isKnownToday, context.facts.pupil.sen == .plan, context.isInLastYear
            else { return [] }
            return [phase(context)]
        })

    private static let phaseWords = Wording(
        "a review of the EHC plan in the last year here", short: "Last EHCP review",
        missing: "No EHCP review this year", done: "EHCP reviewed",
        lacks: "No review of the EHC plan in the last year is recorded",
        shows: "The EHC plan was reviewed in the last year here")

    private static func phase(_ context: PupilContext) -> Ruling {
        let isSecondary = context.school.school?.phase == .secondary
        let keys: [NumberKey] = [
            isSecondary ? .phaseDueSecondary : .phaseDue, .phaseWarnFrom,
            isSecondary ? .phaseUntilSecondary : .phaseUntil,
        ]
        let days = keys.map { context.pack.number($0).day(in: context.year) }
        let (due, warnFrom, until) = (days[0], days[1], days[2])
        let found = context.senReviews { $0 == .ehcpReview }.first { $0.on >= context.year.first }
        return context.step(
            phaseWords, .year(context.year), due: due,
            done: found?.on, isLost: context.today > until, isNear: context.today >= warnFrom,
            isStatutory: true, evidence: found.map { [$0.review.key] } ?? []
        ) {
            Working(
                facts: Condition.sen.facts(from: context.today, through: context.today, context)
                    + [context.lastYearFact]
                    + [found?.review].compactMap { $0 }.facts(
                        orNone: phaseWords.noneSince(context.year.first)),
                sum: "due \(due.long); it can still be held up to \(until.long)",
                numbers: keys.map(context.pack.number), leastAct: context.holdPlanReview)
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

    /// A review of the EHC plan, held today.
    fileprivate var holdPlanReview: LeastAct {
        let example = Record.example(
            .senReviews,
            [
                "review_id": Rule.exampleID(facts.ref), "pupil": facts.ref.text,
                "kind": SENReview.Kind.ehcpReview.rawValue, "held_on": today.iso,
            ])
        return LeastAct(.senReview, "hold the review and record it", [.put(example)])
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
