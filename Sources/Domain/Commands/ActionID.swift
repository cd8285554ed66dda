/// What a person can record; each is a key of the dashboard and a `cksw record` action.
public enum ActionID: String, CaseIterable, Sendable {
    case contact
    case contactCorrect = "contact-correct"
    case letterSent = "letter-sent"
    case pepPlan = "pep-plan"
    case pepMove = "pep-move"
    case pepHold = "pep-hold"
    case pepCancel = "pep-cancel"
    case pepSignOff = "pep-sign-off"
    case pepPeople = "pep-people"
    case pepVoice = "pep-voice"
    case pepSend = "pep-send"
    case pepReturn = "pep-return"
    case pepGrade = "pep-grade"
    case target
    case targetChange = "target-change"
    case targetReview = "target-review"
    case statusBegin = "status-begin"
    case statusChange = "status-change"
    case statusEnd = "status-end"
    case term, closure
    case keyAdult = "key-adult"
    case keyAdultEnd = "key-adult-end"
    case role
    case roleEnd = "role-end"
    case staff
    case staffChange = "staff-change"
    case staffLeave = "staff-leave"
    case person
    case personChange = "person-change"
    case personEnd = "person-end"
    case personCheck = "person-check"
    case pupilAdd = "pupil-add"
    case pupilChange = "pupil-change"
    case pupilLeave = "pupil-leave"
    /// The admission number of a child who came without one, or was entered under another.
    case pupilNumber = "pupil-number"
    /// The marks of one child's day, by hand.
    case marks
    /// The marks of a whole class, by hand.
    case classMarks = "class-marks"
    /// A file of the school's own system.
    case importFile = "import"
    case fund
    case fundEntry = "fund-entry"
    case fundLink = "fund-link"
    case fundImpact = "fund-impact"
    case fundReason = "fund-reason"
    case noAction = "no-action"
    case decision, intervention, progress, check, meeting, responsibility, profile
    case senReview = "sen-review"
    case sdq, checklist
    case alternativeProvision = "alternative-provision"
    case suspension, census, training, action
    case actionDone = "action-done"
    case trainingPerson = "training-person"
    case acknowledge, attest
    case linkedPolicy = "linked-policy"
    case governorsReport = "governors-report"
    case reportText = "report-text"
    case schoolDetails = "school-details"
    /// The school's own record, and the day from which it keeps these records here.
    case school
    case peers
    /// A record of any kind, put right; the journal keeps what it said before.
    case correct

    /// Those that have fields of their own: an import has a page, and a correction has the fields of
    /// the kind that it corrects.
    public static let withFields: [ActionID] = allCases.filter {
        $0 != .importFile && $0 != .correct
    }
}
