/// What a person can record; each is a key of the dashboard and a `cksw record` action.
public enum ActionID: String, CaseIterable, Sendable {
    case contact
    case pepPlan = "pep-plan"
    case pepHold = "pep-hold"
    case pepCancel = "pep-cancel"
    case pepSignOff = "pep-sign-off"
    case pepPeople = "pep-people"
    case target
    case targetReview = "target-review"
    case statusBegin = "status-begin"
    case statusEnd = "status-end"
    case term, closure
    case keyAdult = "key-adult"
    case role
    case staff
    case person
    case marks
    case fundEntry = "fund-entry"
    case fundLink = "fund-link"
    case fundImpact = "fund-impact"
    case fundReason = "fund-reason"
    case decision, intervention, progress, check, meeting, responsibility, profile
    case senReview = "sen-review"
    case sdq, checklist
    case alternativeProvision = "alternative-provision"
    case suspension, census, training
    case trainingPerson = "training-person"
    case acknowledge, attest
    case linkedPolicy = "linked-policy"
    case governorsReport = "governors-report"
    case schoolDetails = "school-details"
    case peers
}
