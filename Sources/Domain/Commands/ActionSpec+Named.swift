extension ActionSpec {
    /// The specification of an action, made when it is asked for; `nil` for an import, which
    /// has a page of its own, and for a correction, which has the fields of the kind that it corrects.
    public static func of(_ id: ActionID) -> ActionSpec? {
        switch id {
        case .contact: contact
        case .contactCorrect: contactCorrect
        case .letterSent: letterSent
        case .pepPlan: pepPlan
        case .pepMove: pepMove
        case .pepHold: pepHold
        case .pepCancel: pepCancel
        case .pepSignOff: pepSignOff
        case .pepPeople: pepPeople
        case .pepVoice: pepVoice
        case .pepSend: pepSend
        case .pepReturn: pepReturn
        case .pepGrade: pepGrade
        case .target: target
        case .targetChange: targetChange
        case .targetReview: targetReview
        case .statusBegin: statusBegin
        case .statusChange: statusChange
        case .statusEnd: statusEnd
        case .term: term
        case .closure: closure
        case .keyAdult: keyAdult
        case .keyAdultEnd: keyAdultEnd
        case .role: role
        case .roleEnd: roleEnd
        case .staff: staff
        case .staffChange: staffChange
        case .staffLeave: staffLeave
        case .person: person
        case .personChange: personChange
        case .personEnd: personEnd
        case .personCheck: personCheck
        case .pupilAdd: pupilAdd
        case .pupilChange: pupilChange
        case .pupilLeave: pupilLeave
        case .pupilNumber: pupilNumber
        case .fund: fund
        case .fundEntry: fundEntry
        case .fundLink: fundLink
        case .fundImpact: fundImpact
        case .fundReason: fundReason
        case .noAction: noAction
        case .decision: decision
        case .intervention: intervention
        case .progress: progress
        case .check: check
        case .meeting: meeting
        case .responsibility: responsibility
        case .profile: profile
        case .senReview: senReview
        case .sdq: sdq
        case .checklist: checklist
        case .alternativeProvision: alternativeProvision
        case .suspension: suspension
        case .census: census
        case .training: training
        case .action: action
        case .actionDone: actionDone
        case .trainingPerson: trainingPerson
        case .acknowledge: acknowledge
        case .attest: attest
        case .linkedPolicy: linkedPolicy
        case .governorsReport: governorsReport
        case .reportText: reportText
        case .schoolDetails: schoolDetails
        case .school: school
        case .peers: peers
        case .marks: marks
        case .classMarks: classMarks
        case .importFile, .correct: nil
        }
    }
}
