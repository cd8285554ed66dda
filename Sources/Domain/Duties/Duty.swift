/// Whom or what a duty is about.
public enum Subject: Hashable, Sendable {
    case pupil(PupilRef)
    case staff(String)
    case fund(String)
    case school

    /// `pupil:K017`, `fund:F1`, `school`.
    public var text: String {
        if case .school = self { return kind }
        return "\(kind):\(id)"
    }

    /// Reads `pupil:K017`, `staff:S01`, `fund:F1` or `school`.
    public init?(_ text: String) {
        if text == "school" {
            self = .school
            return
        }
        let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2, !parts[1].isEmpty else { return nil }
        switch parts[0] {
        case "pupil": self = .pupil(PupilRef(String(parts[1])))
        case "staff": self = .staff(String(parts[1]))
        case "fund": self = .fund(String(parts[1]))
        default: return nil
        }
    }

    public var pupil: PupilRef? {
        if case .pupil(let ref) = self { return ref }
        return nil
    }
}

// By the bytes of their texts, which are not put together for it.
extension Subject: Comparable {
    public static func < (one: Subject, other: Subject) -> Bool {
        one.kind == other.kind ? Duty.precedes(one.id, other.id) : one.kind < other.kind
    }

    /// What its text begins with.
    private var kind: String {
        switch self {
        case .fund: "fund"
        case .pupil: "pupil"
        case .school: "school"
        case .staff: "staff"
        }
    }

    private var id: String {
        switch self {
        case .pupil(let ref): ref.text
        case .staff(let id), .fund(let id): id
        case .school: ""
        }
    }
}

/// What a duty has come to.
public enum DutyState: String, CaseIterable, Sendable {
    case met, unknown, upcoming, soon, overdue, missed
    case notApplicable = "not-applicable"

    /// Whether somebody has something left to do.
    public var isOpen: Bool {
        switch self {
        case .unknown, .upcoming, .soon, .overdue: true
        case .met, .missed, .notApplicable: false
        }
    }
}

/// One thing that is owed, to one subject, by one date, under one rule.
public struct Duty: Sendable {
    /// Duties are listed, sorted and copied by the hundred at every start and change: what they hold
    /// is kept once, and a copy is two references.
    private final class Content: Sendable {
        let subject: Subject
        let rule: RuleID
        let reference: Reference
        let due: Day?
        let state: DutyState
        let late: Int
        let reason: Reason
        let isStatutory: Bool
        let evidence: [RecordKey]

        init(
            _ subject: Subject, _ rule: RuleID, _ reference: Reference, _ due: Day?,
            _ state: DutyState, _ late: Int, _ reason: Reason, _ isStatutory: Bool,
            _ evidence: [RecordKey]
        ) {
            self.subject = subject
            self.rule = rule
            self.reference = reference
            self.due = due
            self.state = state
            self.late = late
            self.reason = reason
            self.isStatutory = isStatutory
            self.evidence = evidence
        }
    }

    private let content: Content
    /// The rule that judged it, set by whoever asks the rule; `nil` for a duty made by hand.
    var judgedBy: Rule?

    public init(
        subject: Subject, rule: RuleID, reference: Reference = .none, due: Day?, state: DutyState,
        late: Int = 0, reason: Reason, isStatutory: Bool = false, evidence: [RecordKey] = []
    ) {
        content = Content(
            subject, rule, reference, due, state, late, reason, isStatutory, evidence)
    }

    public var subject: Subject { content.subject }
    public var rule: RuleID { content.rule }
    /// Tells the duties of one subject and rule apart: a term, a PEP's id, a day.
    public var reference: Reference { content.reference }
    public var due: Day? { content.due }
    public var state: DutyState { content.state }
    /// School days (working days for first PEPs) after due at which it was met; 0 otherwise.
    public var late: Int { content.late }
    public var reason: Reason { content.reason }
    /// The reason as a list shows it, at most 36 columns: `No core group since 18 Jan`.
    public func line(on today: Day) -> String { reason.line(in: AcademicYear(of: today)) }
    /// The reason as one sentence with the facts, at most 110 characters.
    public func sentence(on today: Day) -> String { reason.sentence(in: AcademicYear(of: today)) }
    /// Owed by law, not by this policy alone.
    public var isStatutory: Bool { content.isStatutory }
    /// The records that decided it.
    public var evidence: [RecordKey] { content.evidence }

    public var id: DutyID { DutyID(subject: subject, rule: rule, reference: reference) }

    /// What to do next; `nil` where nothing is left to do.
    public var next: NextAction? {
        guard state.isOpen, let judgedBy else { return nil }
        return state == .unknown ? judgedBy.nextWhenUnknown ?? judgedBy.next : judgedBy.next
    }

    /// What its rule is called: `Carer told of a concern`.
    public var title: String { judgedBy?.title ?? rule.rawValue }

    /// Ids of the clauses that it shows.
    public var clauses: [String] {
        if case .clause(let id) = reference { return [id] }
        return judgedBy?.clauses ?? []
    }

    /// The rule by which each member of staff owes something of one kind, of a member's own duty and of
    /// the school's for all of them; `nil` for every other duty.
    public var ruleOfEachMember: RuleID? {
        guard judgedBy?.shape == .everyone else { return nil }
        return EveryoneShape.ofEach(rule)
    }

    /// Whether it asks for the PEP of a term.
    public func isPEP(of term: Term) -> Bool {
        rule == .pepTermly && reference == .term(term.year, term.name)
    }

    /// What it is about.
    public var topic: RuleTopic { judgedBy?.topic ?? .policy }

    /// What it shares with other duties of its subject.
    public var sharedTask: SharedTask { judgedBy?.sharedTask ?? .own }

    /// Who is to be spoken to.
    public var parties: [Contact.Party] { judgedBy?.parties ?? [] }

    /// What would show that it is met.
    public var shownBy: [Evidence] { judgedBy?.shownBy ?? [] }
}

/// What tells one duty from all others, at any time.
public struct DutyID: Hashable, Sendable {
    public let subject: Subject
    public let rule: RuleID
    public let reference: Duty.Reference

    public init(subject: Subject, rule: RuleID, reference: Duty.Reference) {
        self.subject = subject
        self.rule = rule
        self.reference = reference
    }

    /// What tells it from the other duties of its subject: `pep-termly 2026-27 autumn`.
    public var name: String { reference.behind(rule) }

    /// `pupil:K017 pep-termly 2026-27 autumn`.
    public var text: String { "\(subject.text) \(name)" }
}

/// The next thing to do about a duty, and the action that does it.
public struct NextAction: Hashable, Sendable {
    public let action: ActionID
    /// `Plan the PEP`: a verb first, at most 32 columns.
    public let words: String

    /// The most columns of its words.
    public static let columns = 32

    public init(_ action: ActionID, _ words: String) {
        self.action = action
        self.words = words
    }
}
