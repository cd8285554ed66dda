/// Why a duty is in its state: what is the case, then the wording, days and numbers of it.
///
/// A value, because words come late: ten thousand children must not build a million strings to show
/// forty rows. Its words stand in two places: `line(in:)` for lists, `sentence(in:)` for all else.
public enum Reason: Hashable, Sendable {
    // What is asked for once
    case done(Wording, Day)
    case there(Wording)
    case notNeeded(Wording)
    /// Without it; where it has parts, these are missing.
    case missing(Wording, parts: [String] = [])
    case toDo(Wording, by: Day)
    case late(Wording, due: Day)
    case lost(Wording, due: Day)
    case tooLate(Wording, Day, notAfter: Day)
    case undated(Wording)
    case begunBeforeChild(Wording, Day)
    case begunBeforeRecords(Wording, Day)
    case termMissing(Wording, AcademicYear)

    // What is asked for each term
    case fewDays(Int, of: Int, Condition)
    case thisTerm(Wording, schoolDaysLeft: Int)
    case termOver(Wording, TermName)
    case ceased(Wording, Day, Condition)
    case noTerm(TermName, AcademicYear)

    // What is asked for each year
    case thisYear(Wording, due: Day)
    case lateThisYear(Wording, due: Day)
    case ofYear(Wording, AcademicYear, due: Day)
    case closedYear(Wording, AcademicYear, due: Day)
    case notAsked(Int, atMost: Int)
    case noProfessionals

    // What comes round again
    /// The last still counts.
    case recent(Wording, Day, next: Day)
    /// The last counts no more from a day that is to come.
    case coming(Wording, last: Day, due: Day)
    case stale(Wording, Day, due: Day)
    case firstDue(Wording, since: Day, due: Day)
    case never(Wording, since: Day, due: Day)

    // What each member of staff does
    case everyone(Wording, Int)
    case some(Wording, done: Int, of: Int, overdue: Int)
    case nobody

    // What fell due before the school's records begin
    case beforeRecords(due: Day, begin: Day)

    // PEPs
    case pepHeld(Day)
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
    case firstPEPToCome(PEPEvent, due: Day, workingDaysLeft: Int)
    case firstPEPLate(PEPEvent, due: Day, workingDaysLate: Int)
    case peopleTookPart([PersonNeeded], Day)
    case peopleMissing([PersonNeeded], Day)
    case peopleInvited([PersonNeeded], Day)
    case peopleNotInvited([PersonNeeded], Day)
    case peopleNotNeeded(Day)
    case targetsSet(Int, Day)
    case targetsNone(Day)
    case signedOff(Day, held: Day)
    case notSignedOff(held: Day)
    case targetsReviewed(Int, of: Day)
    case targetsUnreviewed(Int, of: Int, set: Day)
    case targetsNoneEarlier(Day)
    case pepSent(Day, held: Day)
    case pepNotSent(held: Day, due: Day)
    case pepSentBack(Day, held: Day)
    case voiceHeard(held: Day)
    case voiceMissing(held: Day)

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
    /// Home heard of it last on that day; `isDue`: it is time to ring again.
    case followedUp(Day, opened: Day, Concern.Kind, isDue: Bool)
    case notFollowedUp(opened: Day, Concern.Kind)
    case firstDayTold(Day)
    case firstDayNotTold(Day, home: Bool, socialWorker: Bool, isToday: Bool)
    case unexplained(Day, sessions: Int)

    // Money
    case remaining(Pence, allocated: Pence)
    case overspent(Pence)
    case idle(Pence, FinancialYear)
    case idleLost(Pence, FinancialYear)
    case idleSpent(FinancialYear)
    case linked(String)
    case notLinked(FundEntry.Kind, Pence, Day)
    case impactKnown(String, Day)
    case impactUnknown(Pence, Day)
    case ineligibleWithReason(Fund.Kind, Pence, Day)
    case ineligible(Fund.Kind, Pence, Day)

    // People
    case keyAdult(String)
    case keyAdultNone(KeyAdultGap, due: Day)
    case roleHeld(Role.Name, by: String)
    case roleVacant(Role.Name)
    case teacherQualified(String)
    case teacherNotQualified(String, qts: Bool, leads: Bool)
    case teacherNotStaff(String)
    case teacherTrained(String, Figure, of: Int)

    // Needs profiles
    case profileWritten(Day)
    case profileNone(due: Day)
    case profileRead(by: Int)
    case profileUnread([String])
    case profileWithoutAdults

    // Alternative provision, by its provider
    case reviewUndated(String)
    case notOfAge

    // Other policies, and the Virtual School
    case virtualSchoolKnown(String)
    case virtualSchoolUnknown
    case policyUnknown(String)
    case policySilent(String)
    case policyUndated(String)
    case policyReviewDue(String, Day)
    case policyReviewBy(String, Day)

    // What was agreed
    case actionDone(String, Day)
    case actionOpen(String, by: String, due: Day)

    // Figures of a child and of the cohort
    case belowActedOn(Progress.Subject, judged: Day, Day)
    case belowNotActedOn(Progress.Subject, judged: Day, due: Day)
    case daysOut(Figure, since: Day, limit: Int)
    case suspended(Int, of: Int, peers: String, isHigher: Bool)
    case nobodyWithSEN
    case noPeers(String)
    case noJudgement(Progress.Subject, TermName)
    case gap(Progress.Subject, GapFound)
}

/// How the children known stand beside other pupils in a subject and term.
public struct GapFound: Hashable, Sendable {
    /// Percentage points, without a sign: `19.6`.
    let points: String
    let isBehind: Bool
    /// Whether it has become smaller since the term before.
    let isClosing: Bool
    let expected: Int
    let judged: Int
    /// What it was before: `−21.0`.
    let before: String?
}
