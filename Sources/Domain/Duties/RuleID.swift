/// The rules, by the id that `cksw duties` prints. Each has its value in `Rule.all`.
public enum RuleID: String, CaseIterable, Comparable, Sendable {
    case pepTermly = "pep-termly"
    case pepThreeAYear = "pep-three-a-year"
    case calendarKnown = "calendar-known"
    case pepInitial = "pep-initial"
    case pepAfterMove = "pep-after-move"
    case pepPeople = "pep-people"
    case pepTargetsSet = "pep-targets-set"
    case pepSignedOff = "pep-signed-off"
    case pepTargetsReviewed = "pep-targets-reviewed"
    case attendanceLevel = "attendance-level"
    case attendanceRecorded = "attendance-recorded"
    case contactCarer = "attendance-contact-carer"
    case contactSocialWorker = "attendance-contact-social-worker"
    case contactVirtualSchool = "attendance-contact-virtual-school"
    case attendanceStillOpen = "attendance-still-open"
    case attendanceFirstDay = "attendance-first-day"
    case attendanceUnexplained = "attendance-unexplained"
    case fundingOverspent = "funding-overspent"
    case fundingIdle = "funding-idle"
    case fundingLinked = "funding-linked"
    case fundingImpact = "funding-impact"
    case fundingEligible = "funding-eligible"
    case keyAdult = "key-adult"
    case roleDesignatedTeacher = "role-designated-teacher"
    case roleDesignatedGovernor = "role-designated-governor"
    case roleDSL = "role-dsl"
    case roleSENCO = "role-senco"
    case roleHead = "role-head"
    case roleEducationAdviser = "role-education-adviser"

    public static func < (one: RuleID, other: RuleID) -> Bool {
        one.rawValue.utf8.lexicographicallyPrecedes(other.rawValue.utf8)
    }
}
