import Domain

/// Actions that one key stands for; the form asks which of them is meant.
public enum ActionFamily: String, CaseIterable, Sendable {
    case contact, pep, target, status, keyAdult, people, roles, roll, dates, money, register, marks
    case noAction, child, school, correction

    public var key: Key {
        switch self {
        case .contact: "c"
        case .pep: "p"
        case .target: "t"
        case .status: "s"
        case .keyAdult: "K"
        case .people: "e"
        case .roles: "r"
        case .roll: "E"
        case .dates: "D"
        case .money: "$"
        case .register: "i"
        case .marks: "m"
        case .noAction: "X"
        case .child: "A"
        case .school: "M"
        case .correction: "x"
        }
    }

    /// The first is what the key means where nothing else is asked for.
    public var actions: [ActionID] {
        switch self {
        case .contact: [.contact, .contactCorrect]
        case .pep:
            [
                .pepPlan, .pepMove, .pepHold, .pepCancel, .pepPeople, .pepVoice, .pepSignOff,
                .pepSend, .pepReturn, .pepGrade,
            ]
        case .target: [.target, .targetReview, .targetChange]
        case .status: [.statusBegin, .statusEnd, .statusChange]
        case .keyAdult: [.keyAdult, .keyAdultEnd]
        case .people: [.person, .personChange, .personEnd, .personCheck]
        case .roles: [.role, .roleEnd, .staff, .staffChange, .staffLeave]
        case .roll: [.pupilChange, .pupilAdd, .pupilNumber, .pupilLeave]
        case .dates: [.term, .closure]
        case .money: [.fundEntry, .fundLink, .fundImpact, .fundReason, .fund]
        case .register: [.importFile]
        case .marks: [.marks, .classMarks]
        case .noAction: [.noAction]
        case .child:
            [
                .decision, .intervention, .progress, .check, .meeting, .responsibility, .profile,
                .senReview, .sdq, .checklist, .alternativeProvision, .suspension, .census,
                .action, .actionDone,
            ]
        case .school:
            [
                .training, .trainingPerson, .acknowledge, .attest, .linkedPolicy,
                .governorsReport, .reportText, .letterSent, .schoolDetails, .school, .peers,
            ]
        case .correction: [.correct]
        }
    }

    /// Whether a form that no duty asked for begins with the question which action is meant; of the
    /// others the first is meant nearly always.
    var asksFirst: Bool {
        switch self {
        case .contact, .keyAdult, .noAction, .marks: false
        case .pep, .target, .status, .people, .roles, .roll, .dates, .money, .register, .child,
            .school, .correction:
            true
        }
    }

    /// The family of an action; every action has one, and a test says so.
    public static func of(_ action: ActionID) -> ActionFamily? {
        allCases.first { $0.actions.contains(action) }
    }
}
