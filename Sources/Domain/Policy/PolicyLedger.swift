/// How each clause of the policy stands on a day: the policy page and `cksw policy` read it here.
public struct PolicyLedger: Sendable {
    /// One clause, with the duties behind it.
    public struct Line: Sendable {
        public let clause: Clause
        /// The rules that show it, by id.
        public let rules: [RuleID]
        /// The worst of its duties (`PolicyLedger.urgency`); `unknown` without any, because nobody
        /// knows; `not-applicable` only where every duty says that it does not apply.
        public let state: DutyState
        /// Its duties that are not kept: overdue, missed or unknown.
        public let short: [DutyID]
        /// How many duties it has in each state.
        public let counts: [DutyState: Int]
        /// The day of the latest attestation in this year, of a clause that is attested.
        public let attestedOn: Day?
    }

    /// In the policy's order.
    public let lines: [Line]

    /// - Parameter duties: all duties of the school on the day.
    public init(_ duties: [Duty], _ school: SchoolFacts, on today: Day, under pack: PolicyPack) {
        var byClause: [String: [Duty]] = [:]
        for duty in duties {
            for clause in duty.clauses { byClause[clause, default: []].append(duty) }
        }
        var rules: [String: [RuleID]] = [:]
        for rule in pack.rules {
            for clause in rule.clauses { rules[clause, default: []].append(rule.id) }
        }
        let year = AcademicYear(of: today)
        let attested = Dictionary(
            grouping: school.attestations.filter { year.first <= $0.on && $0.on <= today },
            by: \.clause)
        lines = pack.clauses.map { clause in
            let duties = byClause[clause.id] ?? []
            return Line(
                clause: clause, rules: rules[clause.id] ?? [],
                state: PolicyLedger.state(of: duties.map(\.state)),
                short: duties.filter(\.state.isShort).map(\.id),
                counts: Dictionary(grouping: duties, by: \.state).mapValues(\.count),
                attestedOn: clause.isComputed
                    ? nil : attested[clause.id]?.map(\.on).max())
        }
    }

    /// The states by what they ask of a reader, the worst first.
    public static let urgency: [DutyState] = [
        .overdue, .missed, .unknown, .soon, .upcoming, .met, .notApplicable,
    ]

    /// What several duties come to: the worst of them, and `unknown` where there are none.
    public static func state(of states: [DutyState]) -> DutyState {
        urgency.first(where: states.contains) ?? .unknown
    }
}

extension DutyState {
    /// Whether a promise is not kept, or nobody knows.
    public var isShort: Bool {
        switch self {
        case .overdue, .missed, .unknown: true
        case .met, .upcoming, .soon, .notApplicable: false
        }
    }
}
