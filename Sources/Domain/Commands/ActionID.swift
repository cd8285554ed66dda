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
}
