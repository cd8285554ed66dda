extension Rehearsal {
    /// How much work some acts are.
    public struct Load: Hashable, Sendable {
        public var acts = 0
        public var minutes = 0

        public init(acts: Int = 0, minutes: Int = 0) {
            self.acts = acts
            self.minutes = minutes
        }

        public static func - (one: Load, other: Load) -> Load {
            Load(acts: one.acts - other.acts, minutes: one.minutes - other.minutes)
        }

        mutating func add(_ act: Act) {
            acts += 1
            minutes += act.minutes
        }
    }

    /// One week, Monday to Sunday.
    public struct Week: Sendable {
        public let monday: Day
        /// How many of its days were school days; none in holidays.
        public let schoolDays: Int
        public let load: Load
        /// By kind; those without acts left out.
        public let kinds: [Kind: Load]
    }

    /// What cannot be kept, of one rule and its clauses.
    public struct UnkeptLine: Sendable {
        public let clauses: [String]
        public let rule: RuleID
        public let title: String
        public let count: Int
        /// The first day on which that was found.
        public let since: Day
        /// Each reason once, in the order of the days.
        public let why: [String]
    }

    /// What is open on the last day, of one rule in one state.
    public struct OpenLine: Sendable {
        public let rule: RuleID
        public let title: String
        public let state: DutyState
        public let count: Int
        /// The first of their days; `nil` where none has one.
        public let due: Day?
    }

    /// All of it.
    public var total: Load { sum { _ in true } }

    /// What was owed already when it began.
    public var backlog: Load { sum(where: \.isBacklog) }

    /// How much work the acts of some sort are.
    public func sum(where isAsked: (Act) -> Bool) -> Load {
        acts.reduce(into: Load()) { sum, act in
            if isAsked(act) { sum.add(act) }
        }
    }

    /// By kind.
    public var kinds: [Kind: Load] {
        acts.reduce(into: [:]) { $0[$1.kind, default: Load()].add($1) }
    }

    /// By who must do it.
    public var people: [Who: Load] {
        acts.reduce(into: [:]) { $0[$1.who, default: Load()].add($1) }
    }

    /// Every week from the first day to the last, holidays too.
    public var weeks: [Week] {
        let days = Dictionary(grouping: schoolDays, by: \.monday).mapValues(\.count)
        let acts = Dictionary(grouping: acts, by: \.day.monday)
        var weeks: [Week] = []
        var monday = setting.today.monday
        while monday <= setting.until {
            var load = Load()
            var kinds: [Kind: Load] = [:]
            for act in acts[monday] ?? [] {
                load.add(act)
                kinds[act.kind, default: Load()].add(act)
            }
            weeks.append(
                Week(monday: monday, schoolDays: days[monday] ?? 0, load: load, kinds: kinds))
            monday = monday + 7
        }
        return weeks
    }

    /// The weeks with the most minutes, the most first.
    public func peaks(_ count: Int = 3) -> [Week] {
        let busy = weeks.filter { $0.load.minutes > 0 }.sorted { one, other in
            one.load.minutes == other.load.minutes
                ? one.monday < other.monday : one.load.minutes > other.load.minutes
        }
        return Array(busy.prefix(count))
    }

    /// What cannot be kept, by clause.
    public var unkeptLines: [UnkeptLine] {
        let groups = Dictionary(grouping: unkept) {
            "\($0.duty.clauses.joined(separator: " ")) \($0.duty.rule)"
        }
        let lines = groups.values.compactMap { group -> UnkeptLine? in
            guard let first = group.first else { return nil }
            return UnkeptLine(
                clauses: first.duty.clauses, rule: first.duty.rule, title: first.duty.title,
                count: group.count, since: first.since,
                why: group.map(\.why).eachOnce())
        }
        return lines.sorted { one, other in
            let (left, right) = (one.clauses.first ?? "", other.clauses.first ?? "")
            if left != right { return left.utf8.lexicographicallyPrecedes(right.utf8) }
            return one.rule < other.rule
        }
    }

    /// What is open on the last day, the worst states first.
    public var openLines: [OpenLine] {
        let order: [DutyState] = [.overdue, .unknown, .soon, .upcoming]
        let groups = Dictionary(grouping: open) { "\($0.state.rawValue) \($0.rule)" }
        let lines = groups.values.compactMap { group -> OpenLine? in
            guard let first = group.first else { return nil }
            return OpenLine(
                rule: first.rule, title: first.title, state: first.state, count: group.count,
                due: group.compactMap(\.due).min())
        }
        return lines.sorted { one, other in
            let (left, right) = (order.firstIndex(of: one.state), order.firstIndex(of: other.state))
            return left == right ? one.rule < other.rule : (left ?? 0) < (right ?? 0)
        }
    }
}
