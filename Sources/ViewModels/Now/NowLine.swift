import Domain

/// A line of Now: what one child, the school or a fund needs for one cause.
public struct NowLine: Sendable {
    /// The four bands of the list, in their order.
    public enum Band: Int, Comparable, CaseIterable, Sendable {
        /// First-day contacts and unexplained absence of today.
        case today, overdue, unknown, soon

        public static func < (one: Band, other: Band) -> Bool { one.rawValue < other.rawValue }
    }

    /// The duty whose words stand on the line: the most pressing of its cause.
    public let duty: Duty
    /// The others of the same child and cause, the most pressing first.
    let rest: [Duty]
    public let band: Band
    /// Stays the same while the duties of the cause come and go.
    public let id: String
    /// Where the line stands for duties of several members of staff: their rule, whose page it opens.
    public let rule: RuleID?

    /// The others of the same child and cause.
    public var others: [DutyID] { rest.map(\.id) }

    /// The list of a day: one order, a pure function of the duties.
    static func list(_ model: Model) -> [NowLine] {
        var ranked: [Ranked] = []
        for (place, child) in model.children.enumerated() {
            ranked += lines(of: child.duties, Rank(child.label, place: place), model)
        }
        // Children who are not known today, and the school, stand behind all the others.
        let rank = Rank(nil, place: model.children.count)
        // What every member of staff owes is one errand of the school.
        let others = Dictionary(
            grouping: model.schoolDuties.filter(\.state.isPressing),
            by: { $0.ruleOfEachMember == nil ? $0.subject : .school })
        for (_, duties) in others { ranked += lines(of: duties, rank, model) }
        return ranked.sorted().map(\.line)
    }

    private static func lines(of duties: [Duty], _ rank: Rank, _ model: Model) -> [Ranked] {
        let pressing = duties.filter { $0.state.isPressing && !model.hasLeftNow($0) }
        guard !pressing.isEmpty else { return [] }
        return Dictionary(grouping: pressing, by: Cause.init).compactMap { cause, duties in
            let ranked = duties.map { Ranked($0, rank, model) }.sorted()
            // The school's own duty says how many members of staff there are, and how many are late.
            guard
                let first = ranked.first(where: {
                    $0.line.duty.subject == .school && cause.isOfStaff
                })
                    ?? ranked.first
            else { return nil }
            let duty = first.line.duty
            let subject = cause.isOfStaff ? Subject.school : duty.subject
            let line = NowLine(
                duty: duty, rest: ranked.map(\.line.duty).filter { $0.id != duty.id },
                band: first.line.band, id: "\(subject.text) \(cause.text)",
                rule: cause.isOfStaff ? duty.ruleOfEachMember : nil)
            return Ranked(line: line, rank: rank, late: first.late, rule: first.rule)
        }
    }

    static func band(of duty: Duty, on today: Day) -> Band {
        let isOfToday = duty.reference == .day(today)
        if duty.sharedTask == .absence && isOfToday { return .today }
        switch duty.state {
        case .overdue: return .overdue
        case .unknown: return .unknown
        case .soon, .upcoming, .met, .missed, .notApplicable: return .soon
        }
    }
}

extension DutyState {
    /// Whether it stands in Now.
    var isPressing: Bool {
        switch self {
        case .overdue, .unknown, .soon: true
        case .met, .upcoming, .missed, .notApplicable: false
        }
    }
}

/// Where a subject stands among the others.
struct Rank: Comparable {
    /// CP, CLA, CIN, PLA, Ever-6, then the school and staff.
    let label: Int
    /// The place by surname.
    let place: Int

    init(_ label: CohortLabel?, place: Int) {
        self.label =
            switch label {
            case .cp: 0
            case .cla: 1
            case .cin: 2
            case .pla: 3
            case .everSix: 4
            case nil: 5
            }
        self.place = place
    }

    static func < (one: Rank, other: Rank) -> Bool {
        (one.label, one.place) < (other.label, other.place)
    }
}

/// A line with what decides its place.
private struct Ranked: Comparable {
    let line: NowLine
    let rank: Rank
    /// School days after due; most late stands first.
    let late: Int
    /// The place of the duty's rule among the rules.
    let rule: Int

    init(line: NowLine, rank: Rank, late: Int, rule: Int) {
        self.line = line
        self.rank = rank
        self.late = late
        self.rule = rule
    }

    init(_ duty: Duty, _ rank: Rank, _ model: Model) {
        let band = NowLine.band(of: duty, on: model.today)
        self.init(
            line: NowLine(duty: duty, rest: [], band: band, id: "", rule: nil), rank: rank,
            late: band == .overdue ? duty.due.map(model.daysLate) ?? 0 : 0,
            rule: model.pack.index(of: duty.rule))
    }

    static func < (one: Ranked, other: Ranked) -> Bool {
        if one.line.band != other.line.band { return one.line.band < other.line.band }
        switch one.line.band {
        case .overdue:
            if one.rank.label != other.rank.label { return one.rank.label < other.rank.label }
            if one.late != other.late { return one.late > other.late }
        case .soon:
            if one.line.due != other.line.due { return one.line.due < other.line.due }
        case .today, .unknown: break
        }
        if one.rank.place != other.rank.place { return one.rank.place < other.rank.place }
        let (duty, than) = (one.line.duty, other.line.duty)
        if duty.subject != than.subject { return duty.subject.text < than.subject.text }
        if one.rule != other.rule { return one.rule < other.rule }
        return duty.reference.text < than.reference.text
    }

    static func == (one: Ranked, other: Ranked) -> Bool { one.line.duty.id == other.line.duty.id }
}

extension NowLine {
    /// Due days in order, those without one last.
    fileprivate var due: Int32 { duty.due?.rawValue ?? .max }
}
