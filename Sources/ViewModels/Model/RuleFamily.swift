import Domain

/// Which pane shows a rule's duties.
enum RuleFamily {
    case pep, attendance, money, people
}

extension RuleID {
    var family: RuleFamily {
        switch self {
        case .pepTermly, .pepThreeAYear, .calendarKnown, .pepInitial, .pepAfterMove, .pepPeople,
            .pepTargetsSet, .pepSignedOff, .pepTargetsReviewed:
            .pep
        case .attendanceLevel, .attendanceRecorded, .contactCarer, .contactSocialWorker,
            .contactVirtualSchool, .attendanceStillOpen, .attendanceFirstDay,
            .attendanceUnexplained:
            .attendance
        case .fundingOverspent, .fundingIdle, .fundingLinked, .fundingImpact, .fundingEligible:
            .money
        case .keyAdult, .roleDesignatedTeacher, .roleDesignatedGovernor, .roleDSL, .roleSENCO,
            .roleHead, .roleEducationAdviser:
            .people
        }
    }
}
