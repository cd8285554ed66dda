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
    case pepVoiceDays
    case pepFreshDays
    case pepSentWarnDays
    case pepReturnedDays
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
    case newVersionDays
    case keyAdultDays
    case needsProfileDays
    case belowDays
    case freshWarnDays
    case teacherTrainingDays
    case teacherWarnFrom
    case teacherLookBackUntil
    case policyWarnDays
    case coreGroupFirstDays
    case coreGroupDays
    case coreGroupWarnDays
    case childInNeedMonths
    case conferenceFirstMonths
    case conferenceMonths
    case reviewWarnDays
    case reportDays
    case initialReportDays
    case reportWarnDays
    case reportAheadDays
    case lookedAfterFirstDays
    case lookedAfterSecondMonths
    case lookedAfterMonths
    case sdqMonths
    case sdqFirstDays
    case sdqWarnDays
    case sdqFromAge
    case sdqToAge
    case planReviewMonths
    case planReviewWarnDays
    case phaseDue
    case phaseDueSecondary
    case phaseWarnFrom
    case phaseUntil
    case phaseUntilSecondary
    case movingWindowDays
    case recordsDays
    case fileDays
    case movingWarnDays
    case provisionHours
    case provisionQualityDays
    case provisionReviewWarnDays
    case suspensionYearFirst
    case suspensionWindowDays
    case suspensionToldDays
    case provisionOverDays
    case provisionDay
    case governorsOverDays
    case governorsDays
    case representationsOverDays
    case representationsDays
    case suspensionWarnDays
    case interimPEPDays
    case actionWarnDays
    case chaseDays
    case retentionFileYears
    case retentionNeedsYears
    case retentionAttendanceYears
    case retentionAccountsYears
    case retentionTransferDays
    case workloadPEPMeeting
    case workloadPEPRecord
    case workloadReview
    case workloadCall
    case workloadTraining
    case workloadReading
    case workloadReport
    case workloadDecision
    case workloadMoney
    case workloadRegister
    case workloadRecord

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
        case .pepVoiceDays: "pep.voice-days"
        case .pepFreshDays: "pep.fresh-days"
        case .pepSentWarnDays: "pep.sent-warn-days"
        case .pepReturnedDays: "pep.returned-days"
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
        case .newVersionDays: "staff.new-version-days"
        case .keyAdultDays: "people.key-adult-days"
        case .needsProfileDays: "people.needs-profile-days"
        case .belowDays: "progress.below-days"
        case .freshWarnDays: "fresh.warn-days"
        case .teacherTrainingDays: "teacher.training-days"
        case .teacherWarnFrom: "due.teacher-training-warning"
        case .teacherLookBackUntil: "due.teacher-training-look-back"
        case .policyWarnDays: "policy.warn-days"
        case .coreGroupFirstDays: "care.core-group-first-working-days"
        case .coreGroupDays: "care.core-group-days"
        case .coreGroupWarnDays: "care.core-group-warn-days"
        case .childInNeedMonths: "care.cin-review-months"
        case .conferenceFirstMonths: "care.conference-first-months"
        case .conferenceMonths: "care.conference-months"
        case .reviewWarnDays: "care.review-warn-days"
        case .reportDays: "care.report-days"
        case .initialReportDays: "care.initial-report-days"
        case .reportWarnDays: "care.report-warn-days"
        case .reportAheadDays: "care.report-ahead-days"
        case .lookedAfterFirstDays: "care.lac-review-first-working-days"
        case .lookedAfterSecondMonths: "care.lac-review-second-months"
        case .lookedAfterMonths: "care.lac-review-months"
        case .sdqMonths: "sdq.months"
        case .sdqFirstDays: "sdq.first-days"
        case .sdqWarnDays: "sdq.warn-days"
        case .sdqFromAge: "sdq.from-age"
        case .sdqToAge: "sdq.to-age"
        case .planReviewMonths: "send.ehcp-review-months"
        case .planReviewWarnDays: "send.ehcp-review-warn-days"
        case .phaseDue: "due.ehcp-phase"
        case .phaseDueSecondary: "due.ehcp-phase-secondary"
        case .phaseWarnFrom: "due.ehcp-phase-warning"
        case .phaseUntil: "due.ehcp-phase-until"
        case .phaseUntilSecondary: "due.ehcp-phase-until-secondary"
        case .movingWindowDays: "moving.window-days"
        case .recordsDays: "moving.records-days"
        case .fileDays: "moving.file-days"
        case .movingWarnDays: "moving.warn-days"
        case .provisionHours: "alternative.hours"
        case .provisionQualityDays: "alternative.quality-days"
        case .provisionReviewWarnDays: "alternative.review-warn-days"
        case .suspensionYearFirst: "due.suspension-year"
        case .suspensionWindowDays: "suspension.window-days"
        case .suspensionToldDays: "suspension.told-days"
        case .provisionOverDays: "suspension.provision-over-days"
        case .provisionDay: "suspension.provision-day"
        case .governorsOverDays: "suspension.governors-over-days"
        case .governorsDays: "suspension.governors-days"
        case .representationsOverDays: "suspension.representations-over-days"
        case .representationsDays: "suspension.representations-days"
        case .suspensionWarnDays: "suspension.warn-days"
        case .interimPEPDays: "suspension.interim-pep-days"
        case .actionWarnDays: "actions.warn-days"
        case .chaseDays: "chase.days"
        case .retentionFileYears: "retention.file-years"
        case .retentionNeedsYears: "retention.needs-years"
        case .retentionAttendanceYears: "retention.attendance-years"
        case .retentionAccountsYears: "retention.accounts-years"
        case .retentionTransferDays: "retention.transfer-days"
        case .workloadPEPMeeting: "workload.pep-meeting"
        case .workloadPEPRecord: "workload.pep-record"
        case .workloadReview: "workload.review"
        case .workloadCall: "workload.call"
        case .workloadTraining: "workload.training"
        case .workloadReading: "workload.reading"
        case .workloadReport: "workload.report"
        case .workloadDecision: "workload.decision"
        case .workloadMoney: "workload.money"
        case .workloadRegister: "workload.register"
        case .workloadRecord: "workload.record"
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
