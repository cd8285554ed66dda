import Domain

/// Actions that one key stands for; the form asks which of them is meant.
public enum ActionFamily: String, CaseIterable, Sendable {
    case contact, pep, target, status, keyAdult, people, roles, dates, money, register

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
        case .contact, .keyAdult, .person, .marks: shortTitle
        }
    }
}
