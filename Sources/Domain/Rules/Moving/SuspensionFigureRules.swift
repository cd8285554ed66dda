extension RuleID {
    public static let suspensionTotal: RuleID = "suspension-total"
    public static let suspensionRate: RuleID = "suspension-rate"
}

extension Rule {
    /// EXC-5: the days out of a year stay a strict minimum, and on the right side of the law's limit.
    static let suspensionTotal = Rule(
        .suspensionTotal, "Suspension days this year", clauses: ["EXC-5"], .threshold, .suspension,
        next: NextAction(.suspension, "Find another way"),
        .pupil { context in
            guard context.isKnownToday else { return [] }
            let first = context.suspensionYearFirst
            let rows = context.facts.suspensions.filter {
                $0.kind.countsDays && first <= $0.decidedOn && $0.decidedOn <= context.today
            }
            return rows.isEmpty ? [] : [total(rows, since: first, context)]
        })

    private static func total(
        _ rows: [Suspension], since first: Day, _ context: PupilContext
    ) -> Ruling {
        let days = rows.map(\.daysOut).reduce(.zero, +)
        let limit = context.pack[.suspensionMostDays]
        let warn = context.pack[.suspensionWarnDays]
        let state: DutyState =
            days > Figure(limit) ? .overdue : days >= Figure(warn) ? .soon : .met
        return Ruling(
            reference: .daysOut(days), due: nil, state: state,
            reason: .daysOut(days, since: first, limit: limit), isStatutory: true,
            evidence: rows.map(\.key)
        ) {
            Working(
                facts: rows.map(\.fact),
                sum: rows.map(\.daysOut.dayWords).joined(separator: " + ")
                    + " = \(days.dayWords), of at most \(limit)",
                numbers: context.pack.numbers(
                    .suspensionMostDays, .suspensionWarnDays, .suspensionYearFirst))
        }
    }

    /// EXC-12: children known to a social worker with SEN are not suspended more often than others.
    static let suspensionRate = Rule(
        .suspensionRate, "Suspensions with SEN beside others", clauses: ["EXC-12"], .threshold,
        .suspension, next: NextAction(.suspension, "See what leads to suspensions"),
        whenUnknown: NextAction(.peers, "Enter the figure of other pupils"),
        .school { [rate($0)] })

    private static func rate(_ context: SchoolContext) -> Ruling {
        let rows = context.lastPeerFigures("suspended")
        let children = context.knownPupils.filter(\.pupil.hasSEN)
        let first = context.suspensionYearFirst
        let suspended = children.filter { child in
            !child.suspensions.exclusions(from: first, through: context.today).isEmpty
        }
        let (state, reason): (DutyState, Reason) =
            if let peers = Ratio(weighted: rows) {
                if let own = Ratio(percent: suspended.count, of: children.count) {
                    (
                        own > peers ? .overdue : .met,
                        .suspended(
                            suspended.count, of: children.count, peers: peers.words,
                            isHigher: own > peers)
                    )
                } else {
                    (.notApplicable, .nobodyWithSEN)
                }
            } else {
                (.unknown, .noPeers("suspended"))
            }
        return Ruling(
            due: nil, state: state, reason: reason, evidence: rows.map(\.key)
        ) {
            Working(
                facts: rows.facts(orNone: "no figure of other pupils on record") + [
                    Working.Fact(
                        "\(children.count) known with SEN, \(suspended.count) suspended since "
                            + first.long, in: .suspensions)
                ], sum: reason.sentence(in: context.year),
                numbers: context.pack.numbers(.suspensionYearFirst),
                leastAct: state == .unknown
                    ? LeastAct(
                        .peers, "enter the figure of other pupils",
                        [.put(context.peersExample("suspended"))]) : nil)
        }
    }
}

extension SchoolContext {
    /// The first day of the present year of suspensions.
    fileprivate var suspensionYearFirst: Day {
        let day = pack.number(.suspensionYearFirst).day(in: year)
        return day <= today ? day : day.addingYears(-1)
    }

    /// Other pupils' figures of the latest term that has begun.
    fileprivate func lastPeerFigures(_ measure: String) -> [PeerFigure] {
        let rows = school.peers.filter { row in
            guard row.measure == measure else { return false }
            let term = calendar.terms.first { $0.year == row.year && $0.name == row.term }
            return term.map { $0.start <= today } ?? (row.year <= year)
        }
        guard let last = rows.max(by: { ($0.year, $0.term) < ($1.year, $1.term) }) else {
            return []
        }
        return rows.filter { $0.year == last.year && $0.term == last.term }
    }

    /// A figure of last autumn, which has begun on any day.
    fileprivate func peersExample(_ measure: String) -> Record {
        Record.example(
            .peers,
            [
                "academic_year": AcademicYear(start: year.start - 1).label, "year_group": "R",
                "measure": measure, "term": TermName.autumn.rawValue, "value": "5",
                "pupils": "20",
            ])
    }
}
