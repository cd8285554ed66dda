/// The six forms that almost every promise of a policy takes (rules.md, Six shapes).
public enum Shape: String, CaseIterable, Sendable {
    case eachPeriod = "each period"
    case afterEvent = "after an event"
    case standing
    case checklist
    case everyone
    case threshold
}

/// One rule: what it carries out, and how it judges facts on a day.
public struct Rule: Sendable {
    /// On what a rule is judged, with the two functions that judge and explain.
    enum Scope: Sendable {
        case pupil(
            judge: @Sendable (PupilContext) -> [Duty],
            explain: @Sendable (Duty, PupilContext) -> Working)
        case school(
            judge: @Sendable (SchoolContext) -> [Duty],
            explain: @Sendable (Duty, SchoolContext) -> Working)
    }

    public let id: RuleID
    /// `Carer told of a concern`.
    public let title: String
    /// Ids of the clauses that it shows.
    public let clauses: [String]
    public let shape: Shape
    let scope: Scope
    /// What to do next where one of its duties is open.
    public let next: NextAction

    /// What comes first where the facts that would decide are not on record; `nil`: the same.
    let nextWhenUnknown: NextAction?

    init(
        _ id: RuleID, _ title: String, clauses: [String], _ shape: Shape, next: NextAction,
        whenUnknown: NextAction? = nil, _ scope: Scope
    ) {
        self.id = id
        self.title = title
        self.clauses = clauses
        self.shape = shape
        self.next = next
        nextWhenUnknown = whenUnknown
        self.scope = scope
    }

    /// All rules, in the order of `rules.md`.
    public static let all: [Rule] =
        pepRules + attendanceRules + fundingRules + [namedKeyAdult] + roleRules

    private static let byID = Dictionary(uniqueKeysWithValues: all.map { ($0.id, $0) })

    /// The rule of this id.
    public static func of(_ id: RuleID) -> Rule {
        guard let rule = byID[id] else {
            preconditionFailure("every RuleID has its rule; a test counts them")
        }
        return rule
    }
}

extension RuleID {
    func next(for duty: Duty) -> NextAction {
        let rule = Rule.of(self)
        return duty.state == .unknown ? rule.nextWhenUnknown ?? rule.next : rule.next
    }
}

// MARK: What is owed

/// The duties owed to one child on a day, in the order of the rules.
public func duties(
    for pupil: PupilFacts, in school: SchoolFacts, on today: Day, under pack: PolicyPack
) -> [Duty] {
    let context = PupilContext(pupil, in: school, on: today, under: pack)
    guard context.cohort.isOnRoll(today) else { return [] }
    var found: [Duty] = []
    for rule in Rule.all {
        if case .pupil(let judge, _) = rule.scope { found += judge(context) }
    }
    return found
}

/// The duties of the school as a whole and of its funds; those of funds need every child's
/// statuses.
public func schoolDuties(_ facts: Facts, on today: Day, under pack: PolicyPack) -> [Duty] {
    let context = SchoolContext(
        facts: facts, today: today, pack: pack, year: AcademicYear(of: today))
    var found: [Duty] = []
    for rule in Rule.all {
        if case .school(let judge, _) = rule.scope { found += judge(context) }
    }
    return found
}

/// Every duty of a school on a day, sorted by due (none last), subject, rule and reference.
public func allDuties(_ facts: Facts, on today: Day, under pack: PolicyPack) -> [Duty] {
    let ofPupils = facts.pupils.values.flatMap {
        duties(for: $0, in: facts.school, on: today, under: pack)
    }
    return (ofPupils + schoolDuties(facts, on: today, under: pack)).sorted(by: Duty.inOrder)
}

extension Duty {
    /// By due (none last), subject, rule and reference: the order of `cksw duties`.
    public static func inOrder(_ one: Duty, _ other: Duty) -> Bool {
        if one.due != other.due {
            return (one.due?.rawValue ?? .max) < (other.due?.rawValue ?? .max)
        }
        let left = [one.subject.text, one.rule.rawValue, one.reference]
        let right = [other.subject.text, other.rule.rawValue, other.reference]
        for (first, second) in zip(left, right) where first != second {
            return first.utf8.lexicographicallyPrecedes(second.utf8)
        }
        return false
    }
}

/// How a duty came out as it did; `nil` where the facts give no such duty on that day.
public func working(
    of id: DutyID, in facts: Facts, on today: Day, under pack: PolicyPack
) -> (duty: Duty, working: Working)? {
    switch Rule.of(id.rule).scope {
    case .pupil(let judge, let explain):
        guard let ref = id.subject.pupil, let pupil = facts.pupils[ref] else { return nil }
        let context = PupilContext(pupil, in: facts.school, on: today, under: pack)
        guard context.cohort.isOnRoll(today),
            let duty = judge(context).first(where: { $0.id == id })
        else { return nil }
        return (duty, explain(duty, context))
    case .school(let judge, let explain):
        let context = SchoolContext(
            facts: facts, today: today, pack: pack, year: AcademicYear(of: today))
        guard let duty = judge(context).first(where: { $0.id == id }) else { return nil }
        return (duty, explain(duty, context))
    }
}
