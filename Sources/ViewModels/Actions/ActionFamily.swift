import Domain

/// Actions that one key stands for; the form asks which of them is meant.
public enum ActionFamily: String, CaseIterable, Sendable {
    case contact, pep, target, status, keyAdult, people, roles, dates, money, register
    case child, school

    public var key: Key {
        switch self {
        case .contact: .character("c")
        case .pep: .character("p")
        case .target: .character("t")
        case .status: .character("s")
        case .keyAdult: .character("K")
        case .people: .character("e")
        case .roles: .character("r")
        case .dates: .character("D")
        case .money: .character("$")
        case .register: .character("i")
        case .child: .character("R")
        case .school: .character("M")
        }
    }

    /// The first is what the key means where nothing else is asked for.
    public var actions: [ActionID] {
        switch self {
        case .contact: [.contact]
        case .pep: [.pepPlan, .pepHold, .pepCancel, .pepPeople, .pepSignOff]
        case .target: [.target, .targetReview]
        case .status: [.statusBegin, .statusEnd]
        case .keyAdult: [.keyAdult]
        case .people: [.person]
        case .roles: [.role, .staff]
        case .dates: [.term, .closure]
        case .money: [.fundEntry, .fundLink, .fundImpact, .fundReason]
        case .register: [.marks]
        case .child:
            [
                .decision, .intervention, .progress, .check, .meeting, .responsibility, .profile,
                .senReview, .sdq, .checklist, .alternativeProvision, .suspension, .census,
            ]
        case .school:
            [
                .training, .trainingPerson, .acknowledge, .attest, .linkedPolicy,
                .governorsReport, .schoolDetails, .peers,
            ]
        }
    }

    /// The family of an action; every action has one, and a test says so.
    public static func of(_ action: ActionID) -> ActionFamily? {
        allCases.first { $0.actions.contains(action) }
    }
}

extension ActionID {
    /// As a footer says it: `log call`.
    public var shortTitle: String {
        switch self {
        case .contact: "log call"
        case .pepPlan: "plan PEP"
        case .pepHold: "hold PEP"
        case .pepCancel: "cancel PEP"
        case .pepPeople: "invite"
        case .pepSignOff: "sign off PEP"
        case .target: "add target"
        case .targetReview: "review target"
        case .statusBegin: "begin status"
        case .statusEnd: "end status"
        case .keyAdult: "key adult"
        case .person: "add person"
        case .role: "name role"
        case .staff: "add staff"
        case .term: "term dates"
        case .closure: "closures"
        case .fundEntry: "enter money"
        case .fundLink: "link money"
        case .fundImpact: "impact"
        case .fundReason: "reason"
        case .marks: "import"
        case .decision: "decision"
        case .intervention: "support"
        case .progress: "progress"
        case .check: "classroom check"
        case .meeting: "meeting"
        case .responsibility: "responsibility"
        case .profile: "needs profile"
        case .senReview: "SEN review"
        case .sdq: "SDQ"
        case .checklist: "tick checklist"
        case .alternativeProvision: "alternative provision"
        case .suspension: "suspension"
        case .census: "census"
        case .training: "training"
        case .trainingPerson: "who was trained"
        case .acknowledge: "what was read"
        case .attest: "attest"
        case .linkedPolicy: "linked policy"
        case .governorsReport: "governors' report"
        case .schoolDetails: "school's details"
        case .peers: "peers' figures"
        }
    }

    /// As the form's first field says it, where a key stands for several.
    var choiceWords: String {
        switch self {
        case .pepPlan: "plan or move"
        case .pepHold: "record as held"
        case .pepCancel: "cancel"
        case .pepPeople: "invite"
        case .pepSignOff: "sign off"
        case .target: "add"
        case .targetReview: "review"
        case .statusBegin: "begin"
        case .statusEnd: "end"
        case .role: "role"
        case .staff: "member of staff"
        case .term: "term"
        case .closure: "days without school"
        case .fundEntry: "new entry"
        case .fundLink: "link to target"
        case .fundImpact: "impact"
        case .fundReason: "reason"
        case .contact, .keyAdult, .person, .marks, .decision, .intervention, .progress, .check,
            .meeting, .responsibility, .profile, .senReview, .sdq, .checklist,
            .alternativeProvision, .suspension, .census, .training, .trainingPerson,
            .acknowledge, .attest, .linkedPolicy, .governorsReport, .schoolDetails, .peers:
            shortTitle
        }
    }
}
