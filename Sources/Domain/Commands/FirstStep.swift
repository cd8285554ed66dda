/// What is recorded first where an action, or a field of one, has nothing to choose among.
public struct FirstStep: Hashable, Sendable {
    public let action: ActionID
    /// `No staff are on record yet; add one first`.
    public let words: String

    private init(_ action: ActionID, _ words: String) {
        self.action = action
        self.words = words
    }

    /// The step before one that chooses among records of a kind; `nil` where no form does.
    static func of(_ kind: RecordKind) -> FirstStep? {
        switch kind {
        case .staff: FirstStep(.staff, "No staff are on record yet; add one first")
        case .pupils: FirstStep(.pupilAdd, "No pupil is on record yet; add one first")
        case .status:
            FirstStep(.statusBegin, "No status of this child is on record yet; enter one first")
        case .peps: FirstStep(.pepPlan, "No PEP of this child is on record yet; plan one first")
        case .targets: FirstStep(.target, "This child has no target yet; add one first")
        case .funds: FirstStep(.fund, "No fund is on record yet; enter one first")
        case .funding: FirstStep(.fundEntry, "No money is on record yet; enter it first")
        case .training: FirstStep(.training, "No training is on record yet; enter it first")
        case .professionals:
            FirstStep(.person, "Nobody around this child is on record yet; add them first")
        case .contacts:
            FirstStep(.contact, "No contact about this child is on record yet; log one first")
        case .adults: FirstStep(.keyAdult, "This child has no key adult yet; name one first")
        case .roles: FirstStep(.role, "Nobody holds a role yet; name somebody first")
        case .school:
            FirstStep(.schoolDetails, "The school is not on record yet; enter its details first")
        case .terms, .closures, .pepPeople, .attendance, .peers, .decisions, .interventions,
            .progress, .checks, .meetings, .trainingPeople, .acknowledgements, .attestations,
            .linkedPolicies, .governorsReports, .responsibilities, .profiles, .senReviews, .sdq,
            .checklists, .alternativeProvision, .suspensions, .census:
            nil
        }
    }
}

extension FieldSpec {
    /// The same field, which chooses among records of a kind.
    ///
    /// - Parameter orTyped: whether other words than theirs can be typed.
    func offering(_ kind: RecordKind, orTyped: Bool = false) -> FieldSpec {
        var field = self
        field.firstStep = FirstStep.of(kind)
        field.takesOthers = orTyped
        return field
    }
}
