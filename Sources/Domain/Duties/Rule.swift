/// The six forms that almost every promise of a policy takes.
public enum Shape: String, CaseIterable, Sendable {
    case eachPeriod = "each period"
    case afterEvent = "after an event"
    case standing
    case checklist
    case everyone
    case threshold
}

/// One rule: what it carries out, and how it judges facts on a day. Immutable, and shared by all the
/// duties that it has judged.
public final class Rule: Sendable {
    /// On what a rule is judged, and how.
    enum Scope: Sendable {
        /// Each child on roll; and, where `offRoll` says so, those who are not on roll today.
        case pupil(offRoll: Bool = false, @Sendable (PupilContext) -> [Ruling])
        /// The school at once: duties of the school, of its funds, of members of staff; and of
        /// children where money or the whole cohort decides.
        case school(@Sendable (SchoolContext) -> [Ruling])
    }

    public let id: RuleID
    /// `Carer told of a concern`.
    public let title: String
    /// Ids of the clauses that it shows.
    public let clauses: [String]
    public let shape: Shape
    public let topic: RuleTopic
    public let sharedTask: SharedTask
    /// Who is to be spoken to, where a contact is what it asks for; home, where it names nobody.
    public let parties: [Contact.Party]
    /// What shows that it is met, as far as it is of the vocabulary: forms begin with it.
    public let shownBy: [Evidence]
    let beforeRecords: BeforeRecords
    let scope: Scope
    /// What to do next where one of its duties is open.
    public let next: NextAction

    /// What comes first where the facts that would decide are not on record; `nil`: the same.
    let nextWhenUnknown: NextAction?

    init(
        _ id: RuleID, _ title: String, clauses: [String], _ shape: Shape, _ topic: RuleTopic,
        sharedTask: SharedTask = .own, with parties: [Contact.Party] = [], shownBy: [Evidence] = [],
        beforeRecords: BeforeRecords = .passed, next: NextAction,
        whenUnknown: NextAction? = nil,
        _ scope: Scope
    ) {
        self.id = id
        self.title = title
        self.clauses = clauses
        self.shape = shape
        self.topic = topic
        self.sharedTask = sharedTask
        self.parties = parties
        self.shownBy = shownBy
        self.beforeRecords = beforeRecords
        self.next = next
        nextWhenUnknown = whenUnknown
        self.scope = scope
    }

    /// The rules that are written in code, in the order of `docs/clauses.md`. A pack adds those that it
    /// states, and leaves out those none of whose clauses it keeps.
    public static let builtIn: [Rule] =
        pepRules + attendanceRules + fundingRules + [namedKeyAdult] + roleRules
        + teacherRules + schoolPolicyRules + profileRules + progressRules + [actionDone] + careRules
        + sendRules + movingRules
        + provisionRules + suspensionRules + gapRules

    /// The same rule for a policy that has only some of its clauses; `nil` where it has none.
    func keeping(_ known: Set<String>) -> Rule? {
        let kept = clauses.filter(known.contains)
        if kept.isEmpty { return nil }
        if kept.count == clauses.count { return self }
        return Rule(
            id, title, clauses: kept, shape, topic, sharedTask: sharedTask, with: parties,
            shownBy: shownBy, beforeRecords: beforeRecords, next: next,
            whenUnknown: nextWhenUnknown, scope)
    }
}
