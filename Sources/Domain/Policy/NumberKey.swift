/// The numbers of the built-in rules. Their values, ranges, units, sources and the day each was last
/// found valid are data of the policy pack; no rule holds a number of its own.
///
/// The raw value is the place in a pack's list, because every rule asks there for every child.
public enum NumberKey: Int, CaseIterable, Sendable {
    case everSixYears
    case pepMinimumDays
    case pepWarnDays
    case pepsPerYear
    case pepInitialWorkingDays
    case pepReviewWorkingDays
    case pepMoveWorkingDays
    case pepEventWindowDays
    case pepPeopleWarnDays
    case pepTargetsDays
    case pepSignOffDays
    case pepReviewDays
    case minimumSessions
    case severePercent
    case persistentPercent
    case concernPercent
    case clearDays
    case runDays
    case punctualityDays
    case punctualityMarks
    case carerDays
    case socialWorkerDays
    case virtualSchoolDays
    case followUpDays
    case followUpWarnDays
    case firstDayWindow
    case unexplainedDays
    case idleWarnDays
    case linkDays
    case impactDays
    case impactWarnDays
    case nowFoldDays
    case noActionDays
    case suspensionMostDays
    case termlyWarnDays
    case yearlyWarnDays
    case yearlyArrivalDays
    case starterDays
    case freshWarnDays
    case teacherTrainingDays
    case teacherWarnFrom
    case teacherLookBackUntil
    case policyWarnDays
    case retentionFileYears
    case retentionNeedsYears
    case retentionAttendanceYears
    case retentionAccountsYears
    case retentionTransferDays

    /// The name in a pack: `pep.minimum-days`.
    public var name: String {
        switch self {
        case .everSixYears: "cohort.ever-years"
        case .pepMinimumDays: "pep.minimum-days"
        case .pepWarnDays: "pep.warn-days"
        case .pepsPerYear: "pep.per-year"
        case .pepInitialWorkingDays: "pep.initial-working-days"
        case .pepReviewWorkingDays: "pep.review-working-days"
        case .pepMoveWorkingDays: "pep.move-working-days"
        case .pepEventWindowDays: "pep.event-window-days"
        case .pepPeopleWarnDays: "pep.people-warn-days"
        case .pepTargetsDays: "pep.targets-days"
        case .pepSignOffDays: "pep.sign-off-days"
        case .pepReviewDays: "pep.targets-reviewed-days"
        case .minimumSessions: "attendance.minimum-sessions"
        case .severePercent: "attendance.severe"
        case .persistentPercent: "attendance.persistent"
        case .concernPercent: "attendance.concern"
        case .clearDays: "attendance.clear-days"
        case .runDays: "attendance.run-days"
        case .punctualityDays: "punctuality.window-days"
        case .punctualityMarks: "punctuality.marks"
        case .carerDays: "attendance.carer-days"
        case .socialWorkerDays: "attendance.social-worker-days"
        case .virtualSchoolDays: "attendance.virtual-school-days"
        case .followUpDays: "attendance.follow-up-days"
        case .followUpWarnDays: "attendance.follow-up-warn-days"
        case .firstDayWindow: "attendance.first-day-window"
        case .unexplainedDays: "attendance.unexplained-days"
        case .idleWarnDays: "funding.idle-warn-days"
        case .linkDays: "funding.link-days"
        case .impactDays: "funding.impact-days"
        case .impactWarnDays: "funding.impact-warn-days"
        case .nowFoldDays: "now.fold-days"
        case .noActionDays: "now.no-action-days"
        case .suspensionMostDays: "suspension.most-days"
        case .termlyWarnDays: "termly.warn-days"
        case .yearlyWarnDays: "yearly.warn-days"
        case .yearlyArrivalDays: "yearly.arrival-days"
        case .starterDays: "staff.starter-days"
        case .freshWarnDays: "fresh.warn-days"
        case .teacherTrainingDays: "teacher.training-days"
        case .teacherWarnFrom: "due.teacher-training-warning"
        case .teacherLookBackUntil: "due.teacher-training-look-back"
        case .policyWarnDays: "policy.warn-days"
        case .retentionFileYears: "retention.file-years"
        case .retentionNeedsYears: "retention.needs-years"
        case .retentionAttendanceYears: "retention.attendance-years"
        case .retentionAccountsYears: "retention.accounts-years"
        case .retentionTransferDays: "retention.transfer-days"
        }
    }

    /// The number of this name in a pack.
    public init?(name: String) {
        guard let key = NumberKey.byName[name] else { return nil }
        self = key
    }

    private static let byName = Dictionary(
        uniqueKeysWithValues: allCases.map { ($0.name, $0) })
}
