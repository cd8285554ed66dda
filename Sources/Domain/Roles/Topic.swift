/// What a column of a record tells, as far as who needs to know it goes.
///
/// Every column of every kind belongs to one topic (`KindDefinition`); the table of
/// roles says who sees and who changes it.
public enum Topic: String, CaseIterable, Sendable {
    // The school
    case school, staff, accounts, comparison, training, policy
    // Every child on roll
    case identity, registration, sen, eligibility, register
    // Children known to a social worker
    case cohort, care, plan, origins, professionals, adults, pep
    case pepRecord = "pep-record"
    case contacts, money, needs, support, wellbeing, moves, meetings

    /// What it holds, for the table in the documents.
    public var words: String {
        switch self {
        case .school: "the school's name and details, terms and closures"
        case .staff: "staff and who holds which role"
        case .accounts: "logins, and naming who holds a role"
        case .comparison: "figures of pupils without a social worker"
        case .training: "training, and who has read what"
        case .policy: "policies, attestations, reports to governors, duties of the school"
        case .identity: "names, date of birth, year, class, on roll from and to"
        case .registration: "UPN, family, census"
        case .sen: "SEN stage and disability as the roster has them"
        case .eligibility: "whether pupil premium is paid"
        case .register: "attendance marks"
        case .cohort: "which status a child has, from when to when, and its duties"
        case .care: "legal status and responsible authority"
        case .plan: "notes of a status, category of a plan, summaries about safeguarding"
        case .origins: "an adopted child's former names and birth family"
        case .professionals: "social worker, carers and others, with how to reach them"
        case .adults: "key adult, mentor and teacher"
        case .pep: "dates of PEPs and their targets"
        case .pepRecord: "who was at a PEP, the child's words, its grade and note"
        case .contacts: "calls, messages, meetings and visits"
        case .money: "funds and every entry"
        case .needs: "needs, strategies and SEN reviews"
        case .support: "interventions, progress, decisions, responsibilities and checks"
        case .wellbeing: "answers of the SDQ"
        case .moves: "admission, transition, other provision and suspensions"
        case .meetings: "reviews, conferences and other meetings"
        }
    }
}

/// What somebody may do besides seeing and changing topics.
public enum Right: String, CaseIterable, Sendable {
    /// The policy's clauses, and how each is shown.
    case policy
    /// Numbers of the whole school without names, small ones hidden.
    case figures
    /// Who changed what, and who looked.
    case history
    /// Taking out, as a bundle or a calendar, what may be seen.
    case export
    /// Checking and saving the store as a whole.
    case maintenance

    /// What it allows, for the table in the documents.
    public var words: String {
        switch self {
        case .policy: "the policy page: clauses, and how each is shown"
        case .figures: "numbers without names, 1 to 4 as `<5`"
        case .history: "history and `cksw audit show`: who changed and who looked"
        case .export:
            "`cksw export bundle`, `export child` and `export calendar`, of what may be seen"
        case .maintenance:
            "`cksw verify`, `audit verify`, `retention`, and reading or writing whole bundles"
        }
    }
}

extension RecordKind {
    /// The topic of the kind as a whole: who does not see it, sees no row.
    public var topic: Topic { definition.topic }

    /// The topic of a column.
    func topic(of column: Column) -> Topic { column.topic ?? topic }
}

extension Record {
    /// The topic of a column in this row.
    func topic(of column: Column) -> Topic {
        column.plan?.holds(self) == true ? .plan : kind.topic(of: column)
    }
}
