extension ActionID {
    /// The kinds of record that an action puts, without which it is not offered.
    ///
    /// What a command may change is decided on its records when it is applied; this list only keeps
    /// from a person's screen what would be refused.
    public var kinds: [RecordKind] {
        switch self {
        case .contact, .contactCorrect: [.contacts]
        case .pepPlan, .pepHold, .pepPeople: [.peps, .pepPeople]
        case .pepMove, .pepCancel, .pepSignOff: [.peps]
        case .target, .targetChange, .targetReview: [.targets]
        case .statusBegin, .statusChange, .statusEnd: [.status]
        case .term: [.terms]
        case .closure: [.closures]
        case .keyAdult, .keyAdultEnd: [.adults]
        case .role, .roleEnd: [.roles]
        case .staff, .staffChange, .staffLeave: [.staff]
        case .person, .personChange, .personEnd, .personCheck: [.professionals]
        case .pupilAdd, .pupilChange, .pupilLeave: [.pupils]
        case .marks: [.attendance]
        case .fund: [.funds]
        case .fundEntry, .fundLink, .fundImpact, .fundReason: [.funding]
        case .noAction, .decision: [.decisions]
        case .intervention: [.interventions]
        case .progress: [.progress]
        case .check: [.checks]
        case .meeting: [.meetings]
        case .responsibility: [.responsibilities]
        case .profile: [.profiles]
        case .senReview: [.senReviews]
        case .sdq: [.sdq]
        case .checklist: [.checklists]
        case .alternativeProvision: [.alternativeProvision]
        case .suspension: [.suspensions]
        case .census: [.census]
        case .training: [.training]
        case .trainingPerson: [.trainingPeople]
        case .acknowledge: [.acknowledgements]
        case .attest: [.attestations]
        case .linkedPolicy: [.linkedPolicies]
        case .governorsReport: [.governorsReports]
        case .schoolDetails, .school: [.school]
        case .peers: [.peers]
        // Any kind: what it may touch is decided on the record.
        case .correct: []
        }
    }
}
