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
        switch duty.rule {
        case .pepTermly, .pepThreeAYear, .pepInitial, .pepAfterMove: self = .meeting
        case .pepPeople, .pepTargetsSet, .pepSignedOff, .pepTargetsReviewed:
            self = .pep(duty.reference)
        case .attendanceFirstDay, .attendanceUnexplained: self = .absence
        case .contactCarer, .contactSocialWorker, .contactVirtualSchool, .attendanceStillOpen:
            self = .concern(duty.reference.hasPrefix("punctuality") ? .punctuality : .attendance)
        case .attendanceLevel: self = duty.state == .unknown ? .register : .concern(.attendance)
        case .attendanceRecorded: self = .register
        case .calendarKnown, .fundingOverspent, .fundingIdle, .fundingLinked, .fundingImpact,
            .fundingEligible, .keyAdult, .roleDesignatedTeacher, .roleDesignatedGovernor, .roleDSL,
            .roleSENCO, .roleHead, .roleEducationAdviser:
            self = .rule(duty.rule)
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
