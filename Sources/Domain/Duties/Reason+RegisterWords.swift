extension Reason {
    var registerWords: String {
        switch self {
        case .marksNone(let year): "No mark of \(year.label) on record."
        case .marksFew(let possible):
            "\(plural(possible, "possible session")) so far: too few to judge."
        case .level(let level, let figure):
            "\(figure.percent ?? "–") % attended, \(figure.missed) of \(figure.possible) sessions "
                + "missed: \(level.words)."
        case .recorded(let day): "The register of \(day.long) is complete."
        case .notRecorded(let day, let morning, let afternoon):
            "The \(Self.missing(morning, afternoon)) of \(day.long) \(morning == afternoon ? "are" : "is") missing."
        case .noSchoolDayYet: "No school day on roll yet this year."
        default: ""
        }
    }

    private static func missing(_ morning: Bool, _ afternoon: Bool) -> String {
        switch (morning, afternoon) {
        case (true, _): "afternoon's mark"
        case (false, true): "morning's mark"
        case (false, false): "marks"
        }
    }

    var concernWords: String {
        switch self {
        case .concernTold(let who, let day, let opened, let kind):
            "\(who.title) told \(day.long) of \(kind.words) since \(opened.long)."
        case .concernNotTold(let who, let opened, let kind):
            "\(who.title) not told of \(kind.words) since \(opened.long)."
        case .concernClosedUntold(let who, let opened, let closed, let kind):
            "\(who.title) was never told of \(kind.words) from \(opened.long)"
                + (closed.map { " to \($0.long)." } ?? ".")
        case .followedUp(let day, let opened, let kind):
            "Home last heard \(day.long) of \(kind.words) since \(opened.long)."
        case .notFollowedUp(let opened, let kind):
            "Home has not heard yet of \(kind.words) since \(opened.long)."
        case .firstDayTold(let day): "Home and social worker heard on \(day.long)."
        case .firstDayNotTold(let day, let home, let socialWorker, let isToday):
            "No reason for the absence \(isToday ? "today" : "of \(day.long)"): "
                + "\(Self.toRing(home, socialWorker)) the same day."
        case .unexplained(let day, let sessions):
            "\(sessions == 1 ? "One session" : "Both sessions") of \(day.long) without a reason (N)."
        default: ""
        }
    }

    /// Who has still to hear, given whether home and social worker have.
    private static func toRing(_ home: Bool, _ socialWorker: Bool) -> String {
        switch (home, socialWorker) {
        case (false, false): "home and social worker hear"
        case (false, true): "home hears"
        case (true, _): "the social worker hears"
        }
    }

    var moneyWords: String {
        switch self {
        case .remaining(let left, let allocated):
            "£\(left.grouped) left of £\(allocated.grouped)."
        case .overspent(let left):
            "Overspent by £\(Pence(-left.value).grouped)."
        case .idle(let left, let year): "£\(left.grouped) of \(year.label) neither spent nor committed."
        case .idleSpent(let year): "Nothing of \(year.label) is left idle."
        case .linked(let target): "Serves target \(target)."
        case .notLinked(let kind, let amount, let day):
            "The \(kind.words) of £\(amount.grouped) on \(day.long) names no target."
        case .impactKnown(let impact, let day): "Impact of the spend of \(day.long): \(impact)."
        case .impactUnknown(let amount, let day):
            "The spend of £\(amount.grouped) on \(day.long) has no impact on record."
        case .ineligibleWithReason(let kind, let amount, let day):
            "£\(amount.grouped) of \(kind.words) on \(day.long) for a child outside its group, with a reason."
        case .ineligible(let kind, let amount, let day):
            "£\(amount.grouped) of \(kind.words) on \(day.long) for a child outside its group, without a reason."
        default: ""
        }
    }
}

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

extension ContactNeeded {
    var title: String {
        switch self {
        case .carer: "Carer"
        case .socialWorker: "Social worker"
        case .virtualSchool: "Virtual School"
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
