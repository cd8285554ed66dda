extension ActionID {
    /// The kinds of record that an action puts, without which it is not offered.
    ///
    /// What a command may change is decided on its records when it is applied; this list only keeps
    /// from a person's screen what would be refused.
    public var kinds: [RecordKind] {
        switch self {
        case .contact: [.contacts]
        case .pepPlan, .pepHold, .pepPeople: [.peps, .pepPeople]
        case .pepCancel, .pepSignOff: [.peps]
        case .target, .targetReview: [.targets]
        case .statusBegin, .statusEnd: [.status]
        case .term: [.terms]
        case .closure: [.closures]
        case .keyAdult: [.adults]
        case .role: [.roles]
        case .staff: [.staff]
        case .person: [.professionals]
        case .marks: [.attendance]
        case .fundEntry, .fundLink, .fundImpact, .fundReason: [.funding]
        }
    }
}
