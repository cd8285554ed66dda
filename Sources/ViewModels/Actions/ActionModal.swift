import Domain

/// Which page an action opens over the others.
public enum ActionModal {
    /// - Parameter draft: what was typed the last time and not saved.
    /// - Returns: `nil` where the action cannot be done here; `ActionCatalogue.whyNot` says why.
    public static func open(
        _ action: ActionID, in context: CommandContext, draft: String? = nil
    ) -> (any Modal)? {
        switch action {
        case .marks: ImportModal(in: context)
        case .term, .closure: DatesModal(in: context)
        case .contact, .pepPlan, .pepHold, .pepCancel, .pepSignOff, .pepPeople, .target,
            .targetReview, .statusBegin, .statusEnd, .keyAdult, .role, .staff, .person, .fundEntry,
            .fundLink, .fundImpact, .fundReason, .decision, .intervention, .progress, .check,
            .meeting, .responsibility, .profile, .senReview, .sdq, .checklist,
            .alternativeProvision, .suspension, .census, .training, .trainingPerson,
            .acknowledge, .attest, .linkedPolicy, .governorsReport, .schoolDetails, .peers:
            FormModal(action, in: context, draft: draft)
        }
    }
}
