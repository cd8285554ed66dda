/// The numbers of the rules. Their values, ranges, units, sources and the day each was last found
/// valid are data of the policy pack; no rule holds a number of its own.
public enum NumberKey: String, CaseIterable, Sendable {
    case everSixYears = "cohort.ever-years"
    case pepMinimumDays = "pep.minimum-days"
    case pepWarnDays = "pep.warn-days"
    case pepsPerYear = "pep.per-year"
    case pepInitialWorkingDays = "pep.initial-working-days"
    case pepReviewWorkingDays = "pep.review-working-days"
    case pepMoveWorkingDays = "pep.move-working-days"
    case pepEventWindowDays = "pep.event-window-days"
    case pepPeopleWarnDays = "pep.people-warn-days"
    case pepTargetsDays = "pep.targets-days"
    case pepSignOffDays = "pep.sign-off-days"
    case pepReviewDays = "pep.targets-reviewed-days"
    case minimumSessions = "attendance.minimum-sessions"
    case severePercent = "attendance.severe"
    case persistentPercent = "attendance.persistent"
    case concernPercent = "attendance.concern"
    case clearDays = "attendance.clear-days"
    case runDays = "attendance.run-days"
    case punctualityDays = "punctuality.window-days"
    case punctualityMarks = "punctuality.marks"
    case carerDays = "attendance.carer-days"
    case socialWorkerDays = "attendance.social-worker-days"
    case virtualSchoolDays = "attendance.virtual-school-days"
    case followUpDays = "attendance.follow-up-days"
    case followUpWarnDays = "attendance.follow-up-warn-days"
    case firstDayWindow = "attendance.first-day-window"
    case unexplainedDays = "attendance.unexplained-days"
    case idleWarnDays = "funding.idle-warn-days"
    case linkDays = "funding.link-days"
    case impactDays = "funding.impact-days"
    case impactWarnDays = "funding.impact-warn-days"
}

/// One number of the pack.
public struct PolicyNumber: Hashable, Sendable {
    public let key: NumberKey
    public let value: Int
    /// `school days`, `per cent`.
    public let unit: String
    public let source: String
    /// The day on which somebody last found it valid.
    public let checked: Day
    /// Common knowledge of the field that was not found in the source itself.
    public let needsCheck: Bool

    public init(
        key: NumberKey, value: Int, unit: String, source: String, checked: Day,
        needsCheck: Bool = false
    ) {
        self.key = key
        self.value = value
        self.unit = unit
        self.source = source
        self.checked = checked
        self.needsCheck = needsCheck
    }
}
