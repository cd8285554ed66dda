/// How each clause of the policy stands on a day: the policy page and `cksw policy` read it here.
public struct PolicyLedger: Sendable {
    /// One clause, with the duties behind it.
    public struct Line: Sendable {
        public let clause: Clause
        /// The rules that show it, by id.
        public let rules: [RuleID]
        /// The worst of its duties (`PolicyLedger.urgency`). Without any it is `not-applicable` where
        /// nothing has called on it, and `unknown` where the facts that would tell are missing.
        public let state: DutyState
        /// Why no duty stands, where none does and nothing has called on it.
        public let silence: String?
        /// Its duties that are not kept: overdue, missed or unknown.
        public let short: [DutyID]
        /// How many children the duties touch that are not kept.
        public let touched: Int
        /// Whether one of those duties is the law's, or is owed to a child on a protection plan: such
        /// a clause is put right first.
        public let isWeighty: Bool
        /// How many duties it has in each state.
        public let counts: [DutyState: Int]
        /// The day of the latest attestation in this year, of a clause that is attested.
        public let attestedOn: Day?
    }

    /// In the policy's order.
    public let lines: [Line]

    /// - Parameter duties: all duties of the school on the day.
    public init(_ duties: [Duty], _ facts: Facts, on today: Day, under pack: PolicyPack) {
        let school = facts.school
        let cohorts = facts.pupils.mapValues { $0.cohort(under: pack) }
        let known = cohorts.values.count { $0.isKnown(on: today) }
        var byClause: [String: [Duty]] = [:]
        for duty in duties {
            for clause in duty.clauses { byClause[clause, default: []].append(duty) }
        }
        var rules: [String: [Rule]] = [:]
        for rule in pack.rules {
            for clause in rule.clauses { rules[clause, default: []].append(rule) }
        }
        let year = AcademicYear(of: today)
        let attested = Dictionary(
            grouping: school.attestations.filter { year.first <= $0.on && $0.on <= today },
            by: \.clause)
        lines = pack.clauses.map { clause in
            let duties = byClause[clause.id] ?? []
            let short = duties.filter(\.state.isShort)
            let touched = Set(short.compactMap(\.subject.pupil))
            let silences = (rules[clause.id] ?? []).map { $0.silence(known: known, school) }
            let isSilent = duties.isEmpty && !silences.isEmpty && !silences.contains(nil)
            return Line(
                clause: clause, rules: (rules[clause.id] ?? []).map(\.id),
                state: isSilent ? .notApplicable : PolicyLedger.state(of: duties.map(\.state)),
                silence: isSilent ? silences[0] : nil, short: short.map(\.id),
                touched: touched.count,
                isWeighty: short.contains(where: \.isStatutory)
                    || touched.contains { cohorts[$0]?.holds(.cp, on: today) ?? false },
                counts: Dictionary(grouping: duties, by: \.state).mapValues(\.count),
                attestedOn: clause.isComputed ? nil : attested[clause.id]?.map(\.on).max())
        }
    }

    /// The clauses that are short, the weightiest first: the law's and those of children on a
    /// protection plan, then the worse state, then the more children.
    public var shortByWeight: [Line] {
        func rank(_ line: Line) -> (Int, Int, Int) {
            let state = PolicyLedger.urgency.firstIndex(of: line.state) ?? 0
            return (line.isWeighty ? 0 : 1, state, -line.touched)
        }
        return lines.enumerated().filter { $0.element.state.isShort }
            .sorted { one, other in
                let (first, second) = (rank(one.element), rank(other.element))
                return first == second ? one.offset < other.offset : first < second
            }
            .map(\.element)
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
