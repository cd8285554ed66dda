import Domain

/// What lies behind several duties of one child, so that they are one line and one sharedTask.
enum Cause: Hashable {
    /// No PEP this term, or none after a new start: one meeting turns them all.
    case meeting
    /// What is still to be written down about one PEP.
    case pep(String)
    /// Marks without a reason.
    case absence
    /// Low attendance, or lateness, and who has to hear of it.
    case concern(Concern.Kind)
    /// Marks that have not come in.
    case register
    /// What each member of staff has to have read or been trained in.
    case staff(RuleID)
    /// Somebody to be spoken to again, as is due from time to time.
    case calls
    /// Items of a checklist.
    case checklist
    /// What one suspension asks.
    case suspension(String)
    case rule(RuleID)

    init(_ duty: Duty) {
        switch duty.sharedTask {
        case .meeting: self = .meeting
        case .pep: self = .pep(duty.reference.text)
        case .absence: self = .absence
        // Without marks there is no telling of a concern.
        case .concern where duty.state == .unknown: self = .register
        case .concern:
            if case .concern(let kind, _) = duty.reference {
                self = .concern(kind)
            } else {
                self = .concern(.attendance)
            }
        case .register: self = .register
        case .own:
            if let rule = duty.ruleOfEachMember {
                self = .staff(rule)
            } else if duty.topic == .suspension, let id = duty.reference.record {
                self = .suspension(id)
            } else {
                switch duty.next?.action {
                case .contact: self = .calls
                case .checklist: self = .checklist
                default: self = .rule(duty.rule)
                }
            }
        }
    }

    var isOfStaff: Bool {
        if case .staff = self { return true }
        return false
    }

    /// What tells the causes of one subject apart.
    var text: String {
        switch self {
        case .meeting: "pep"
        case .pep(let id): "pep \(id)"
        case .absence: "absence"
        case .concern(let kind): "concern \(kind.rawValue)"
        case .register: "register"
        case .staff(let rule): "staff \(rule.rawValue)"
        case .calls: "calls"
        case .checklist: "checklist"
        case .suspension(let id): "suspension \(id)"
        case .rule(let rule): rule.rawValue
        }
    }
}
