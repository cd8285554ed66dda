import Domain

/// What lies behind several duties of one child, so that they are one line and one errand.
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
    case rule(RuleID)

    init(_ duty: Duty) {
        switch duty.errand {
        case .meeting: self = .meeting
        case .pep: self = .pep(duty.reference)
        case .absence: self = .absence
        // Without marks there is no telling of a concern.
        case .concern where duty.state == .unknown: self = .register
        case .concern:
            self = .concern(duty.reference.hasPrefix("punctuality") ? .punctuality : .attendance)
        case .register: self = .register
        case .own: self = .rule(duty.rule)
        }
    }

    /// What tells the causes of one subject apart.
    var text: String {
        switch self {
        case .meeting: "pep"
        case .pep(let id): "pep \(id)"
        case .absence: "absence"
        case .concern(let kind): "concern \(kind.rawValue)"
        case .register: "register"
        case .rule(let rule): rule.rawValue
        }
    }
}
