extension AttendanceLevel {
    /// The level in words.
    public var words: String {
        switch self {
        case .severe: "severely absent"
        case .persistent: "persistently absent"
        case .concern: "a concern"
        case .fine: "fine"
        }
    }

    /// One letter beside a figure: `P`, `C`, `S`; none where it is fine.
    public var letter: String {
        switch self {
        case .severe: "S"
        case .persistent: "P"
        case .concern: "C"
        case .fine: ""
        }
    }
}

extension Concern.Kind {
    var words: String {
        switch self {
        case .attendance: "the absences"
        case .punctuality: "the lateness"
        }
    }
}

extension Fund.Kind {
    /// The money in words.
    public var words: String {
        switch self {
        case .plusLookedAfter: "PP+ for looked-after children"
        case .plusPreviouslyLookedAfter: "PP+ for previously looked-after children"
        case .pupilPremium: "pupil premium"
        case .other: "the fund"
        }
    }
}

extension FundEntry.Kind {
    /// The kind in words.
    public var words: String {
        switch self {
        case .allocation: "allocation"
        case .commitment: "commitment"
        case .spend: "spend"
        case .giveBack: "return"
        }
    }
}

extension Meeting.Kind {
    /// `core group`.
    public var words: String {
        switch self {
        case .conference: "conference"
        case .coreGroup: "core group"
        case .childInNeedReview: "child in need review"
        case .lookedAfterReview: "looked-after review"
        case .virtualSchoolVisit: "Virtual School visit"
        case .monitoring: "monitoring of the Designated Teacher"
        case .jointPlanning: "planning with the DSL"
        case .report: "report to head and governors"
        case .staffAdvice: "advice to staff"
        case .cohortCheck: "check of the list with the authority"
        case .other: "other meeting"
        }
    }
}

extension SENReview.Kind {
    /// `SEN review`.
    public var words: String {
        switch self {
        case .plan: "SEN plan"
        case .review: "SEN review"
        case .ehcpPlan: "EHC plan"
        case .ehcpReview: "EHC review"
        }
    }
}
