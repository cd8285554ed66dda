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

    /// What it is called behind the figure of a line: `: watch`.
    var lineWords: String {
        switch self {
        case .severe: ": severe"
        case .persistent: ": persistent"
        case .concern: ": watch"
        case .fine: ""
        }
    }

    /// What it is called at the end of a sentence: `, which is persistent absence`.
    var sentenceWords: String {
        switch self {
        case .severe: ", which is severe absence"
        case .persistent: ", which is persistent absence"
        case .concern: ", which is a concern"
        case .fine: ""
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

    /// `absences`.
    var thing: String {
        switch self {
        case .attendance: "absences"
        case .punctuality: "lateness"
        }
    }

    /// What the child is, as a line says it of whom it is told.
    func doing(_ who: ContactNeeded) -> String {
        switch self {
        case .attendance: who == .carer ? "away" : "absent"
        case .punctuality: "late"
        }
    }

    /// That it is time to ring home again.
    var goesOn: String {
        switch self {
        case .attendance: "Absence goes on: ring home again"
        case .punctuality: "Lateness goes on: ring home again"
        }
    }
}

extension [PersonNeeded] {
    /// The side of the child that the first of them stands for: `home`, `social worker`.
    var sideWords: String {
        first?.roles.contains(where: CloseParty.home.roles.contains) == true
            ? "home" : "social worker"
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

extension Fund.Kind {
    /// The money in few words, within a sentence.
    var short: String {
        switch self {
        case .plusLookedAfter: "PP+ (looked after)"
        case .plusPreviouslyLookedAfter: "PP+ (previously looked after)"
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
