extension Rehearsal {
    /// One thing that was done about one duty.
    public struct Act: Sendable {
        public let day: Day
        /// The first day on which it would have counted, as far as the rehearsal knows: where it can
        /// be planned for, not before the rehearsal's first day.
        public let from: Day
        /// The duty, as it stood before.
        public let duty: Duty
        public let action: ActionID
        public let kind: Kind
        public let who: Who
        public let minutes: Int
        /// Whether it was owed already when the rehearsal began.
        public let isBacklog: Bool
    }

    /// What kind of work an act is; how long each takes is a number of the policy.
    public enum Kind: String, CaseIterable, Sendable {
        case pep = "PEP meeting"
        case pepRecord = "PEP record"
        case review, call, training, reading, report, decision, money, register, record
    }

    /// Who must do it.
    public enum Who: String, CaseIterable, Sendable {
        case designatedTeacher = "Designated Teacher"
        case dsl = "DSL"
        case head
        case classTeacher = "class teacher"
        case allStaff = "all staff"
    }
}

extension Duty {
    /// The action that plans what it asks for ahead; `nil` where that is done on the day.
    public var planned: ActionID? {
        switch judgedBy?.next.action {
        case .pepPlan, .pepMove, .pepHold: .pepPlan
        case .meeting: .meeting
        case .senReview: .senReview
        default: nil
        }
    }
}

extension Rehearsal.Kind {
    /// The kind of an act about a duty.
    static func of(_ action: ActionID, about duty: Duty) -> Rehearsal.Kind {
        // It is recorded on the row of a meeting, and is none.
        if duty.rule == .conferenceReport { return .report }
        return switch action {
        case .pepHold: .pep
        case .pepPlan, .pepMove, .pepCancel, .pepSignOff, .pepPeople, .pepVoice, .pepSend,
            .pepReturn, .pepGrade, .target, .targetChange, .targetReview:
            .pepRecord
        case .meeting, .senReview: .review
        case .contact, .contactCorrect, .letterSent: .call
        case .training, .trainingPerson: .training
        case .acknowledge: .reading
        case .governorsReport: .report
        case .decision, .noAction: .decision
        case .fund, .fundEntry, .fundLink, .fundImpact, .fundReason: .money
        case .marks, .classMarks, .importFile: .register
        case .statusBegin, .statusChange, .statusEnd, .term, .closure, .keyAdult, .keyAdultEnd,
            .role, .roleEnd, .staff, .staffChange, .staffLeave, .person, .personChange, .personEnd,
            .personCheck, .pupilAdd, .pupilChange, .pupilLeave, .pupilNumber, .intervention,
            .progress,
            .check, .responsibility, .profile, .sdq, .checklist, .alternativeProvision, .suspension,
            .census, .action, .actionDone, .attest, .linkedPolicy, .schoolDetails, .school, .peers,
            .correct, .reportText:
            .record
        }
    }

    /// The number of the policy that says how many minutes one takes.
    public var number: NumberKey {
        switch self {
        case .pep: .workloadPEPMeeting
        case .pepRecord: .workloadPEPRecord
        case .review: .workloadReview
        case .call: .workloadCall
        case .training: .workloadTraining
        case .reading: .workloadReading
        case .report: .workloadReport
        case .decision: .workloadDecision
        case .money: .workloadMoney
        case .register: .workloadRegister
        case .record: .workloadRecord
        }
    }
}

extension Rehearsal.Who {
    /// Who does an act about a duty, by the action and by what the rule is about.
    static func of(_ action: ActionID, about duty: Duty) -> Rehearsal.Who {
        if duty.judgedBy?.shape == .everyone { return .allStaff }
        if let one = exceptions[duty.rule] { return one }
        switch action {
        case .acknowledge, .trainingPerson: return .allStaff
        case .marks, .classMarks, .importFile, .progress: return .classTeacher
        case .role, .roleEnd, .staff, .staffChange, .staffLeave, .attest, .linkedPolicy,
            .schoolDetails, .school:
            return .head
        case .sdq, .actionDone, .governorsReport: return .designatedTeacher
        default: break
        }
        return switch duty.topic {
        case .care: .dsl
        case .suspension, .policy: .head
        case .pep, .attendance, .money, .people, .learning, .send, .staff, .school, .moving,
            .alternativeProvision:
            .designatedTeacher
        }
    }

    /// Whose the work is not that of its topic.
    private static let exceptions: [RuleID: Rehearsal.Who] = [
        .lookedAfterReview: .designatedTeacher, "dt-monitoring": .head,
    ]
}
