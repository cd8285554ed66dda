/// The id of a rule, as `cksw duties` prints it. The rules that are built in have names here and
/// beside their values; a pack may state others.
public struct RuleID: RawRepresentable, Hashable, Comparable, Sendable, ExpressibleByStringLiteral {
    public let rawValue: String

    public init(rawValue: String) { self.rawValue = rawValue }

    public init(_ text: String) { rawValue = text }

    public init(stringLiteral text: String) { rawValue = text }

    public static func < (one: RuleID, other: RuleID) -> Bool {
        one.rawValue.utf8.lexicographicallyPrecedes(other.rawValue.utf8)
    }
}

extension RuleID: CustomStringConvertible {
    public var description: String { rawValue }
}

extension RuleID {
    public static let pepTermly: RuleID = "pep-termly"
    public static let pepThreeAYear: RuleID = "pep-three-a-year"
    public static let calendarKnown: RuleID = "calendar-known"
    public static let pepInitial: RuleID = "pep-initial"
    public static let pepAfterMove: RuleID = "pep-after-move"
    public static let pepPeople: RuleID = "pep-people"
    public static let pepTargetsSet: RuleID = "pep-targets-set"
    public static let pepSignedOff: RuleID = "pep-signed-off"
    public static let pepTargetsReviewed: RuleID = "pep-targets-reviewed"
    public static let pepVoice: RuleID = "pep-voice"
    public static let attendanceLevel: RuleID = "attendance-level"
    public static let attendanceRecorded: RuleID = "attendance-recorded"
    public static let contactCarer: RuleID = "attendance-contact-carer"
    public static let contactSocialWorker: RuleID = "attendance-contact-social-worker"
    public static let contactVirtualSchool: RuleID = "attendance-contact-virtual-school"
    public static let attendanceStillOpen: RuleID = "attendance-still-open"
    public static let attendanceFirstDay: RuleID = "attendance-first-day"
    public static let attendanceUnexplained: RuleID = "attendance-unexplained"
    public static let fundingOverspent: RuleID = "funding-overspent"
    public static let fundingIdle: RuleID = "funding-idle"
    public static let fundingLinked: RuleID = "funding-linked"
    public static let fundingImpact: RuleID = "funding-impact"
    public static let fundingEligible: RuleID = "funding-eligible"
    public static let keyAdult: RuleID = "key-adult"
    public static let roleDesignatedTeacher: RuleID = "role-designated-teacher"
    public static let roleDesignatedGovernor: RuleID = "role-designated-governor"
    public static let roleDSL: RuleID = "role-dsl"
    public static let roleSENCO: RuleID = "role-senco"
    public static let roleHead: RuleID = "role-head"
    public static let roleEducationAdviser: RuleID = "role-education-adviser"
}
