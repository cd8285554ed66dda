extension RecordKind {
    /// The topic of the kind as a whole: who does not see it, sees no row.
    public var topic: Topic {
        switch self {
        case .school, .terms, .closures: .school
        case .staff, .roles: .staff
        case .pupils: .identity
        case .status: .cohort
        case .professionals: .circle
        case .adults: .adults
        case .peps, .targets: .pep
        case .pepPeople: .pepRecord
        case .attendance: .register
        case .peers: .comparison
        case .contacts: .contacts
        case .funds, .funding: .money
        case .decisions, .interventions, .progress, .checks, .responsibilities: .support
        case .profiles, .senReviews: .needs
        case .sdq: .wellbeing
        case .checklists, .alternativeProvision, .suspensions: .moves
        case .meetings: .meetings
        case .census: .registration
        case .training, .trainingPeople, .acknowledgements: .training
        case .attestations, .linkedPolicies, .governorsReports: .policy
        }
    }

    /// The topic that one must be allowed to change in order to change a row: naming who holds a
    /// role gives that role's sight, so that it is more than a fact about staff.
    public var topicOfChange: Topic { self == .roles ? .accounts : topic }

    /// The topic of a column.
    public func topic(of column: String) -> Topic { Self.columns[self]?[column] ?? topic }

    /// The columns that tell more than their kind.
    private static let columns: [RecordKind: [String: Topic]] = [
        .staff: ["login": .accounts],
        .roles: ["login": .accounts],
        .pupils: [
            "upn": .registration, "family": .registration, "sen": .sen, "disabled": .sen,
            "pp_eligible": .eligibility,
        ],
        .status: [
            "legal_status": .care, "local_authority": .care, "note": .plan, "category": .plan,
        ],
        .peps: ["note": .pepRecord, "pupil_views": .pepRecord],
    ]
}

extension Record {
    /// Meetings at which a plan is made or reviewed.
    private static let conferences = [
        Meeting.Kind.conference, .coreGroup, .childInNeedReview, .jointPlanning,
    ].map(\.rawValue)

    /// The topic of a column in this row.
    func topic(of column: String) -> Topic {
        switch kind {
        case .contacts where column == "summary" && self["about"] == "safeguarding": .plan
        case .meetings where column == "note" && Self.conferences.contains(self["kind"]): .plan
        default: kind.topic(of: column)
        }
    }
}
