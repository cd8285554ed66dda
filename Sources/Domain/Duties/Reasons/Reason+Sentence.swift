extension Reason {
    /// The most characters of a sentence.
    public static let sentenceLength = 110

    /// The reason as one sentence of plain English that says the facts, with its stop; a date as
    /// `Sun 18 Jan`, with the year only outside an academic year.
    public func sentence(in year: AcademicYear) -> String {
        func day(_ day: Day) -> String { day.written(in: year) }
        func fit(_ texts: String...) -> String { .fitting(Reason.sentenceLength, texts) }
        return switch self {
        // What is asked for once
        case .done(let it, let on): fit("\(it.shows) on \(day(on)).")
        case .there(let it): fit("\(it.shows).")
        case .notNeeded(let it): fit("Not needed, and the reason is recorded: \(it.noun).")
        case .missing(let it, let parts):
            parts.isEmpty
                ? fit("\(it.lacks).")
                : fit("\(it.lacks): \(parts.joined(separator: ", ")).", "\(it.lacks).")
        case .toDo(let it, let due): fit("\(it.lacks) yet; due by \(day(due)).", "\(it.lacks) yet.")
        case .late(let it, let due):
            fit("\(it.lacks); it was due by \(day(due)).", "\(it.lacks).")
        case .lost(let it, let due):
            fit("\(it.lacks); the last day for it was \(day(due)).", "\(it.lacks).")
        case .tooLate(let it, let on, let limit):
            fit(
                "\(it.shows) only on \(day(on)), after the decision of \(day(limit)).",
                "\(it.shows) only on \(day(on)).")
        case .undated(let it):
            fit("\(it.lacks), so nobody can tell when the next is due.", "\(it.lacks).")
        case .begunBeforeChild(let it, let began):
            fit(
                "\(it.begins ?? "It began") on \(day(began)), before the child came here; ask when "
                    + "the last \(it.name) was.",
                "\(it.begins ?? "It began") before the child came here; ask when the last "
                    + "\(it.name) was.")
        case .begunBeforeRecords(let it, _):
            fit(
                "\(it.begins ?? "It began") before our records begin; nobody has recorded when the "
                    + "last \(it.name) was.")
        case .termMissing(let it, let year):
            fit(
                "The dates of a term of \(year.label) are missing, so nobody can tell when "
                    + "\(it.noun) is due.",
                "The dates of a term of \(year.label) are missing.")

        // What is asked for each term
        case .fewDays(let days, let minimum, let condition):
            "\(days.counted("school day")) \(condition.words) in the term; nothing is due for "
                + "fewer than \(minimum)."
        case .thisTerm(let it, let left):
            fit("\(it.lacks) yet this term; \(Self.left(left)).", "\(it.lacks) yet this term.")
        case .termOver(let it, let term):
            fit("\(it.lacks) for the \(term.rawValue) term.")
        case .ceased(let it, let last, let condition):
            fit(
                "\(it.lacks) up to \(day(last)), the last day \(condition.words).",
                "\(it.lacks) up to \(day(last)).")
        case .noTerm(let name, let year):
            "The dates of the \(name.rawValue) term of \(year.label) are missing; enter them."

        // What is asked for each year
        case .thisYear(let it, let due):
            fit(
                "\(it.lacks) yet this year; due by \(day(due)).",
                "\(it.lacks) yet; due by \(day(due)).", "\(it.lacks) yet this year.")
        case .lateThisYear(let it, let due):
            fit(
                "\(it.lacks) this year; it was due by \(day(due)).",
                "\(it.lacks); it was due by \(day(due)).", "\(it.lacks) this year.")
        case .ofYear(let it, let year, let due):
            fit(
                "\(it.lacks) for \(year.label); it was due by \(day(due)).",
                "\(it.lacks) for \(year.label).")
        case .closedYear(let it, let year, let due):
            fit(
                "\(it.lacks) for \(year.label); the last day for it was \(day(due)).",
                "\(it.lacks) for \(year.label).")
        case .notAsked(let count, let limit):
            "Pupils on roll with pupil premium: \(count); with \(limit) or fewer it is not needed."
        case .noProfessionals:
            "Nobody around the child is recorded, so nobody can tell whether the details are right."

        // What comes round again
        case .recent(let it, let on, let next), .coming(let it, let on, let next):
            fit(
                "\(it.shows) on \(day(on)); the next is due by \(day(next)).",
                "\(it.shows) on \(day(on)).")
        case .stale(let it, let last, let due):
            fit(
                "\(it.lacks) since \(day(last)); the next was due by \(day(due)).",
                "\(it.lacks) since \(day(last)).")
        case .firstDue(let it, let since, let due):
            it.begins.map {
                fit("\($0) on \(day(since)); the first \(it.name) is due by \(day(due)).")
            } ?? fit("\(it.lacks) since \(day(since)); due by \(day(due)).")
        case .never(let it, let since, let due):
            fit(
                "\(it.lacks) since \(it.begins.map { "\($0.uncapitalised) on " } ?? "")\(day(since)); "
                    + "it was due by \(day(due)).",
                "\(it.lacks) since \(day(since)); it was due by \(day(due)).",
                "\(it.lacks) since \(day(since)).")

        // What each member of staff does
        case .everyone(let it, let count):
            it.did.map {
                count == 1
                    ? fit("The one member of staff has \($0).")
                    : fit("All \(count) members of staff have \($0).")
            } ?? fit("All \(count) members of staff: \(it.noun).")
        case .some(let it, let done, let count, let overdue):
            it.did.map { did in
                let whole =
                    "\(count - done) of \(count) members of staff "
                    + "\(count - done == 1 ? "has" : "have") not \(did)"
                return overdue == 0 || overdue == count - done
                    ? fit("\(whole).") : fit("\(whole); \(overdue) overdue.", "\(whole).")
            } ?? fit("Recorded for \(done) of \(count) members of staff: \(it.noun).")
        case .nobody: "No current member of staff is entered."

        case .beforeRecords(let due, let begin):
            "This was due on \(day(due)), before our records begin on \(day(begin))."

        // PEPs
        case .pepHeld(let on): "The PEP was held on \(day(on))."
        case .pepCeased(let last):
            "No PEP was held up to \(day(last)), the last day known to a social worker."
        case .pepSlipped(let planned): "The PEP planned for \(day(planned)) was not held."
        case .pepPlanned(let planned, let left):
            "The PEP is planned for \(day(planned)); \(Self.left(left)) in the term."
        case .pepNonePlanned(let left): "No PEP is planned for this term; \(Self.left(left))."
        case .pepsHeld(let held, let expected): "PEPs held this year: \(held) of \(expected)."
        case .pepsOutOfReach(let held, let possible, let expected):
            "PEPs held this year: \(held); still possible: \(possible); due this year: \(expected)."
        case .pepsToCome(let held, let expected):
            "PEPs held this year: \(held) of \(expected); the rest can still be held."
        case .pepsNoneExpected: "No term of this year has enough days for a PEP."
        case .termsUnknown(let count, let year):
            "Terms of \(year.label) with their dates: \(count) of 3; enter the school's dates."
        case .termsKnown(let year): "The dates of the three terms of \(year.label) are entered."
        case .firstPEPHeld(let on, let event):
            "\(event.subject) was held on \(day(on)); \(event.words(in: year))."
        case .firstPEPNotNeeded(let ended):
            "Care ended on \(day(ended)), before the PEP was due."
        case .firstPEPToCome(let event, let due, let left):
            "\(event.subject) is due by \(day(due)), \(left.counted("working day")) left; "
                + "\(event.words(in: year))."
        case .firstPEPLate(let event, let due, let late):
            "\(event.subject) was due by \(day(due)), \(late.counted("working day")) ago; "
                + "\(event.words(in: year))."
        case .peopleTookPart(let roles, let on): "Heard at the PEP on \(day(on)): \(roles.words)."
        case .peopleMissing(let roles, let on):
            "Not heard at the PEP on \(day(on)): \(roles.words)."
        case .peopleInvited(let roles, let on):
            "Invited to the PEP on \(day(on)): \(roles.words)."
        case .peopleNotInvited(let roles, let on):
            "Not yet invited to the PEP on \(day(on)): \(roles.words)."
        case .peopleNotNeeded(let on):
            "The Designated Teacher alone reviews the PEP of \(day(on))."
        case .targetsSet(let count, let on): "The PEP of \(day(on)) has \(count.counted("target"))."
        case .targetsNone(let on): "The PEP of \(day(on)) has no target."
        case .signedOff(let on, let held): "The PEP of \(day(held)) was signed off on \(day(on))."
        case .notSignedOff(let held): "The PEP of \(day(held)) is not signed off."
        case .targetsReviewed(let count, let set):
            count == 1
                ? "The target of the PEP of \(day(set)) is reviewed."
                : "All \(count) targets of the PEP of \(day(set)) are reviewed."
        case .targetsUnreviewed(let open, let count, let set):
            "\(open) of \(count.counted("target")) of the PEP of \(day(set)) "
                + "\(open == 1 ? "is" : "are") still to be reviewed."
        case .targetsNoneEarlier(let held): "The PEP of \(day(held)) had no targets to review."
        case .pepSent(let on, let held): "The PEP of \(day(held)) was sent on \(day(on))."
        case .pepNotSent(let held, let due):
            "The PEP of \(day(held)) is not sent to the authority, which takes it up to \(day(due))."
        case .pepSentBack(let on, let held):
            "The authority sent the PEP of \(day(held)) back on \(day(on))."
        case .voiceHeard(let held): "The PEP of \(day(held)) has the child's own views."
        case .voiceMissing(let held): "The PEP of \(day(held)) lacks the child's own views."

        // Attendance
        case .marksNone(let year): "The register has no mark of \(year.label) yet."
        case .marksFew(let possible):
            "\(possible.counted("possible session")) this year: too few to judge."
        case .level(let level, let figure):
            "\(figure.percent ?? "–") % attended: \(figure.missed) of \(figure.possible) sessions "
                + "missed\(level.sentenceWords)."
        case .recorded(let on): "The register of \(day(on)) is complete."
        case .notRecorded(let on, let morning, let afternoon):
            "The \(Self.marksMissing(morning, afternoon)) of \(day(on)) "
                + "\(morning == afternoon ? "are" : "is") missing."
        case .noSchoolDayYet: "The child has had no school day here yet this year."
        case .concernTold(let who, let on, let opened, let kind):
            "\(who.subject) was told on \(day(on)) of \(kind.words) since \(day(opened))."
        case .concernNotTold(let who, let opened, let kind):
            who == .carer
                ? "Nobody has spoken to home about \(kind.words) since \(day(opened))."
                : "\(who.subject) has not been told of \(kind.words) since \(day(opened))."
        case .concernClosedUntold(let who, let opened, let closed, let kind):
            "\(who.subject) was never told of \(kind.words) from \(day(opened))"
                + (closed.map { " to \(day($0))." } ?? ".")
        case .followedUp(let on, let opened, let kind, _):
            "Home last heard on \(day(on)) of \(kind.words) since \(day(opened))."
        case .notFollowedUp(let opened, let kind):
            "Nobody has spoken to home about \(kind.words) since \(day(opened))."
        case .firstDayTold(let on): "Home and the social worker heard of the absence on \(day(on))."
        case .firstDayNotTold(let on, let home, let socialWorker, let isToday):
            isToday
                ? "No reason is known for today's absence; \(Self.toHear(home, socialWorker)) today."
                : "No reason is known for the absence on \(day(on)); "
                    + "\(Self.notTold(home, socialWorker)) that day."
        case .unexplained(let on, let sessions):
            sessions == 1
                ? "One session of \(day(on)) has no reason yet (code N)."
                : "Both sessions of \(day(on)) have no reason yet (code N)."

        // Money
        case .remaining(let left, let allocated):
            "£\(left.grouped) of £\(allocated.grouped) is left."
        case .overspent(let left): "The money is overspent by £\(Pence(-left.value).grouped)."
        case .idle(let left, let year):
            "£\(left.grouped) of \(year.label) is neither spent nor committed."
        case .idleLost(let left, let year):
            "£\(left.grouped) of \(year.label) was neither spent nor committed by 31 March."
        case .idleSpent(let year): "All the money of \(year.label) is spent or committed."
        case .linked: "The money is for a target of a PEP."
        case .notLinked(let kind, let amount, let on):
            "The \(kind.words) of £\(amount.grouped) on \(day(on)) names no target."
        case .impactKnown(let impact, let on):
            fit("The impact of the spend on \(day(on)): \(impact.shortened(to: 50)).")
        case .impactUnknown(let amount, let on):
            "The spend of £\(amount.grouped) on \(day(on)) has no impact recorded."
        case .ineligibleWithReason(let kind, let amount, let on):
            "£\(amount.grouped) of \(kind.short) was for another child on \(day(on)); the reason is "
                + "recorded."
        case .ineligible(let kind, let amount, let on):
            "£\(amount.grouped) of \(kind.short) was for another child on \(day(on)); no reason is "
                + "recorded."

        // People
        case .keyAdult(let name): "\(name.shortened(to: 60)) is the key adult."
        case .keyAdultNone(let gap, _):
            switch gap {
            case .left(let last):
                "The key adult left on \(day(last)), and nobody has been named since."
            case .known(let since), .admitted(let since), .recordsBegin(let since):
                "No key adult has been named since \(day(since))."
            }
        case .roleHeld(let role, let name): "\(name.shortened(to: 60)) is the \(role.words)."
        case .roleVacant(let role): "Nobody is named as \(role.words)."
        case .teacherQualified(let name):
            "\(name.shortened(to: 60)) is a qualified teacher and leads."
        case .teacherNotQualified(let name, let qts, let leads):
            switch (qts, leads) {
            case (false, false):
                "\(name.shortened(to: 40)) has neither qualified teacher status nor leadership."
            case (false, true):
                "\(name.shortened(to: 40)) has no qualified teacher status by the staff list."
            case (true, _):
                "\(name.shortened(to: 40)) is not on the leadership team by the staff list."
            }
        case .teacherNotStaff(let name):
            "\(name.shortened(to: 40)), the Designated Teacher, is not entered as staff."
        case .teacherTrained(let name, let days, let needed):
            "\(name.shortened(to: 40)) has had \(days.words) of \(needed) days of training for the role."

        // Needs profiles
        case .profileWritten(let on): "The needs profile was written on \(day(on))."
        case .profileNone(let due): "No needs profile is written yet; due by \(day(due))."
        case .profileRead(let count):
            count == 1
                ? "The one adult of the child has read the needs profile."
                : "All \(count) adults of the child have read the needs profile."
        case .profileUnread(let names):
            "The needs profile is not read by \(names.joined(separator: ", ").shortened(to: 70))."
        case .profileWithoutAdults:
            "Nobody is named who works with the child, so nobody can tell who read the profile."

        // Alternative provision
        case .reviewUndated(let provider):
            "No date is set for the review of the time at \(provider.shortened(to: 40))."
        case .notOfAge:
            "The child is not of compulsory school age today, so full-time hours are not asked for."

        // Other policies, and the Virtual School
        case .virtualSchoolKnown(let name):
            "\(name.shortened(to: 50)) is entered with a way to reach it."
        case .virtualSchoolUnknown: "The Virtual School's name, or a way to reach it, is missing."
        case .policyUnknown(let policy): "\(policy.policySubject) is not entered."
        case .policySilent(let policy):
            "\(policy.policySubject) is not known to name these children."
        case .policyUndated(let policy): "\(policy.policySubject) has no date of review."
        case .policyReviewDue(let policy, let due):
            "\(policy.policySubject) was to be reviewed by \(day(due))."
        case .policyReviewBy(let policy, let due):
            "\(policy.policySubject) is to be reviewed by \(day(due))."

        // What was agreed
        case .actionDone(let what, let on): "“\(what.shortened(to: 60))” was done on \(day(on))."
        case .actionOpen(let what, let owner, let due):
            "\(owner.shortened(to: 24)) agreed to do “\(what.shortened(to: 40))” by \(day(due))."

        // Figures of a child and of the cohort
        case .belowActedOn(let subject, let judged, let on):
            "\(subject.title) was judged below expected on \(day(judged)); support followed on "
                + "\(day(on))."
        case .belowNotActedOn(let subject, let judged, let due):
            "\(subject.title) was judged below expected on \(day(judged)); decide by \(day(due)) "
                + "what is done."
        case .daysOut(let days, let since, let limit):
            "Suspended for \(days.dayWords) days since \(day(since)); the limit is \(limit)."
        case .suspended(let count, let all, let peers, let isHigher):
            "Suspended: \(count) of \(all) known with SEN, \(isHigher ? "more" : "no more") than "
                + "the \(peers) % of other pupils."
        case .nobodyWithSEN: "No child known to a social worker has SEN."
        case .noPeers(let measure): "The figure of other pupils for \(measure) is missing."
        case .noJudgement(let subject, let term):
            "No judgement in \(subject.rawValue) is recorded for the \(term.rawValue) term."
        case .gap(let subject, let gap):
            "In \(subject.rawValue) \(gap.expected) of \(gap.judged) are at the expected standard: "
                + "\(gap.isBehind ? "−" : "")\(gap.points) points beside others"
                + (gap.before.map { ", \($0) before." } ?? ".")
        }
    }

    /// `1 school day is left`.
    private static func left(_ days: Int) -> String {
        "\(days.counted("school day")) \(days == 1 ? "is" : "are") left"
    }

    private static func marksMissing(_ morning: Bool, _ afternoon: Bool) -> String {
        switch (morning, afternoon) {
        case (true, _): "afternoon mark"
        case (false, true): "morning mark"
        case (false, false): "marks"
        }
    }

    /// Who is to hear, given whether home and social worker have.
    private static func toHear(_ home: Bool, _ socialWorker: Bool) -> String {
        switch (home, socialWorker) {
        case (false, false): "home and the social worker are to hear"
        case (false, true): "home is to hear"
        case (true, _): "the social worker is to hear"
        }
    }

    /// Who was not told, given whether home and social worker were.
    private static func notTold(_ home: Bool, _ socialWorker: Bool) -> String {
        switch (home, socialWorker) {
        case (false, false): "home and the social worker were not told"
        case (false, true): "home was not told"
        case (true, _): "the social worker was not told"
        }
    }
}
