/// Why a duty is in its state, as a value. Words come late (`sentence`): ten thousand children must
/// not build a million strings to show forty rows.
public enum Reason: Hashable, Sendable {
    // PEPs
    case pepFewDays(Int, of: Int)
    case pepHeld(Day)
    case pepTermOver(Day)
    case pepCeased(Day)
    case pepSlipped(Day)
    case pepPlanned(Day, schoolDaysLeft: Int)
    case pepNonePlanned(schoolDaysLeft: Int)
    case pepsHeld(Int, of: Int)
    case pepsOutOfReach(held: Int, possible: Int, of: Int)
    case pepsToCome(held: Int, of: Int)
    case pepsNoneExpected
    case termsUnknown(onRecord: Int, AcademicYear)
    case termsKnown(AcademicYear)
    case firstPEPHeld(Day, after: PEPEvent)
    case firstPEPNotNeeded(ended: Day)
    case firstPEPToCome(PEPEvent, workingDaysLeft: Int)
    case firstPEPLate(PEPEvent, workingDaysLate: Int)
    case peopleTookPart([PersonNeeded], Day)
    case peopleMissing([PersonNeeded], Day)
    case peopleInvited([PersonNeeded], Day)
    case peopleNotInvited([PersonNeeded], Day)
    case targetsSet(Int, Day)
    case targetsNone(Day)
    case signedOff(Day, held: Day)
    case notSignedOff(held: Day)
    case targetsReviewed(Int, of: Day)
    case targetsUnreviewed(Int, of: Int, set: Day)
    case targetsNoneEarlier(Day)

    // Attendance
    case marksNone(AcademicYear)
    case marksFew(possible: Int)
    case level(AttendanceLevel, AttendanceFigure)
    case recorded(Day)
    case notRecorded(Day, morning: Bool, afternoon: Bool)
    case noSchoolDayYet
    case concernTold(ContactNeeded, Day, opened: Day, Concern.Kind)
    case concernNotTold(ContactNeeded, opened: Day, Concern.Kind)
    case concernClosedUntold(ContactNeeded, opened: Day, closed: Day?, Concern.Kind)
    case followedUp(Day, opened: Day, Concern.Kind)
    case notFollowedUp(opened: Day, Concern.Kind)
    case firstDayTold(Day)
    case firstDayNotTold(Day, home: Bool, socialWorker: Bool, isToday: Bool)
    case unexplained(Day, sessions: Int)

    // Money
    case remaining(Pence, allocated: Pence)
    case overspent(Pence)
    case idle(Pence, FinancialYear)
    case idleSpent(FinancialYear)
    case linked(String)
    case notLinked(FundEntry.Kind, Pence, Day)
    case impactKnown(String, Day)
    case impactUnknown(Pence, Day)
    case ineligibleWithReason(Fund.Kind, Pence, Day)
    case ineligible(Fund.Kind, Pence, Day)

    // People
    case keyAdult(String)
    case keyAdultNone(since: Day)
    case roleHeld(Role.Name, by: String)
    case roleVacant(Role.Name)

    // The general shapes, with the noun of the rule
    case shape(ShapeReason, String)

    // What fell due before the school's records begin
    case beforeRecords(due: Day, begin: Day)

    // Staff, other policies, profiles
    case teacher(TeacherReason)
    case policy(PolicyReason)
    case profile(ProfileReason)

    // One thing to do, with its noun; figures of the cohort
    case step(StepReason, String)
    case cohort(CohortReason)
}

/// What a first PEP follows.
public enum PEPEvent: Hashable, Sendable {
    case lookedAfter(Day)
    case admitted(Day)
}

/// Whom a PEP needs.
public enum PersonNeeded: String, Hashable, CaseIterable, Sendable {
    case socialWorker = "social worker"
    case home = "carer or parent"

    /// The roles of `pep_people.csv` that fill it.
    var roles: [String] {
        switch self {
        case .socialWorker: ["social-worker"]
        case .home: ["carer", "parent"]
        }
    }
}

/// Who is to be told of a concern.
public enum ContactNeeded: String, Hashable, CaseIterable, Sendable {
    case carer
    case socialWorker = "social worker"
    case virtualSchool = "Virtual School"

    /// The parties of `contacts.csv` that count.
    var parties: [Contact.Party] {
        switch self {
        case .carer: [.carer, .parent]
        case .socialWorker: [.socialWorker]
        case .virtualSchool: [.virtualSchool, .educationAdviser]
        }
    }
}
