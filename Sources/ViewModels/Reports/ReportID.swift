import Domain

/// Every report, in the order in which they are offered. All that is to be known of one beside what
/// stands in it is asked here: for whom it is, what it needs, who may make it.
public enum ReportID: String, CaseIterable, Sendable {
    case morning, governors, teacher, policy, money, meeting, child
    case file = "case"
    case virtualSchool = "return"
    case handover, transfer, conference, chase

    /// `Progress report for governors`.
    public var title: String {
        switch self {
        case .morning: "Now"
        case .governors: "Progress report for governors"
        case .teacher: "Designated Teacher's report to the head and governors"
        case .policy: "The policy, clause by clause"
        case .money: "Pupil Premium Plus"
        case .meeting: "PEP meeting"
        case .child: "One page"
        case .file: "One child's chain"
        case .virtualSchool: "Return to the Virtual School"
        case .handover: "Handover"
        case .transfer: "Transfer to the next school"
        case .conference: "Report to the child protection conference"
        case .chase: "Who owes the school what"
        }
    }

    /// For whom it is made.
    public var reader: String {
        switch self {
        case .morning: "the inbox of the Designated Teacher and the DSL"
        case .governors: "governing body; Virtual School"
        case .teacher: "head and governors"
        case .policy: "head, inspector"
        case .money: "bursar, Virtual School"
        case .meeting: "those who come to the PEP meeting"
        case .child: "supply teacher, SENCO"
        case .file: "inspector, head"
        case .virtualSchool: "Virtual School"
        case .handover: "a deputy"
        case .transfer: "the next school"
        case .conference: "child protection conference, core group"
        case .chase: "Designated Teacher"
        }
    }

    /// Whether it is about one child, who is then named.
    public var isOfChild: Bool {
        switch self {
        case .meeting, .child, .file, .transfer, .conference: true
        case .morning, .governors, .teacher, .policy, .money, .virtualSchool, .handover, .chase:
            false
        }
    }

    /// The audience where none is asked for; the careful one where there are two.
    public var audience: Report.Audience { hasPublicForm ? .public : .confidential }

    /// Whether there is a form of it from which no child can be told.
    public var hasPublicForm: Bool { self == .governors || self == .policy }

    /// The span of which it tells; `nil` for one that tells of today.
    public var span: ReportPeriod.Kind? {
        switch self {
        case .governors: .year
        case .teacher: .term
        case .file, .conference: .days
        case .morning, .policy, .money, .meeting, .child, .virtualSchool, .handover, .transfer,
            .chase:
            nil
        }
    }

    /// Whether somebody may make it, as far as that does not hang on the child.
    public func isFor(_ clearance: Clearance, _ audience: Report.Audience) -> Bool {
        let isWholeCohort = clearance.reach(.cohort) == .everyone
        switch self {
        case .morning, .child: return clearance.sees(.cohort)
        case .governors, .teacher, .handover:
            return isWholeCohort && clearance.sees(.policy) && clearance.sees(.training)
                && clearance.sees(.money)
        case .policy:
            return clearance.holds(.policy)
                && (audience == .public || isWholeCohort && clearance.sees(.policy))
        case .money: return clearance.reach(.money) == .everyone
        case .chase:
            return isWholeCohort && clearance.sees(.pepRecord) && clearance.sees(.professionals)
                && clearance.sees(.contacts)
        case .meeting: return clearance.sees(.pepRecord)
        case .virtualSchool:
            return isWholeCohort && clearance.sees(.pepRecord) && clearance.sees(.money)
        // One child's whole chain is for the DSL and the head.
        case .file: return clearance.sees(.plan)
        case .transfer: return clearance.holds(.export)
        case .conference:
            return clearance.sees(.plan)
                && (clearance.isKeeper || !clearance.roles.isDisjoint(with: [.dsl, .deputyDSL]))
        }
    }
}

/// The span of which a report tells.
public enum ReportPeriod: Hashable, Sendable {
    /// What kind of span a report can tell of.
    public enum Kind: Hashable, Sendable { case year, term, days }

    case year(AcademicYear)
    case term(Term)
    case days(Day, Day)

    public var kind: Kind {
        switch self {
        case .year: .year
        case .term: .term
        case .days: .days
        }
    }

    public var first: Day {
        switch self {
        case .year(let year): year.first
        case .term(let term): term.start
        case .days(let first, _): first
        }
    }

    public var last: Day {
        switch self {
        case .year(let year): year.last
        case .term(let term): term.end
        case .days(_, let last): last
        }
    }

    /// `academic year 2026-27`.
    public var words: String {
        switch self {
        case .year(let year): "academic year \(year.label)"
        case .term(let term): "\(term.label) term"
        case .days(let first, let last): "\(first.dayMonthYear) to \(last.dayMonthYear)"
        }
    }

    func contains(_ day: Day) -> Bool { first <= day && day <= last }
}

/// How children are called in a report that lists several.
public enum ReportNames: String, CaseIterable, Sendable {
    case full, initials, none
}

/// What report is wanted.
public struct ReportRequest: Hashable, Sendable {
    public let id: ReportID
    public let pupil: PupilRef?
    public let period: ReportPeriod?
    public let audience: Report.Audience
    public let names: ReportNames
    /// Whether what is not on record is said in its place too.
    public let isDraft: Bool
    /// Whether a public one says what can be worked out of each number that it hides.
    public let isProved: Bool
    /// The day on which it is made; the figures are those of the model's day, which may be earlier.
    public let made: Day

    /// - Parameters:
    ///   - audience: `nil` for the usual one.
    ///   - names: `nil` for the usual: initials in an inbox, else full.
    public init(
        _ id: ReportID, pupil: PupilRef? = nil, period: ReportPeriod? = nil,
        audience: Report.Audience? = nil, names: ReportNames? = nil, isDraft: Bool = false,
        isProved: Bool = false, made: Day
    ) {
        self.id = id
        self.pupil = pupil
        self.period = period
        self.audience = audience ?? id.audience
        self.names = names ?? (id == .morning ? .initials : .full)
        self.isDraft = isDraft
        self.isProved = isProved
        self.made = made
    }
}

/// Why a report was not made.
public enum ReportRefusal: Error, Hashable, Sendable {
    /// It is not for this person's roles.
    case notForRole
    /// No such child is on record, or for this person.
    case noPupil
    /// There is no form of it for everybody.
    case notPublic
    /// It tells of a span of another kind, or of none.
    case wrongPeriod
    /// A text that was typed names a child: the text, and the word in it.
    case names(text: String, word: String)
}
