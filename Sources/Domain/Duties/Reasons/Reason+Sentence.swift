extension Reason {
    /// The reason as one sentence of plain English, naming the facts. Every word that a reason is
    /// shown in stands here.
    public var sentence: String {
        switch self {
        // What is asked for once
        case .done(let noun, let day): "On record: \(noun), \(day.long)."
        case .there(let noun): "On record: \(noun)."
        case .notNeeded(let noun): "Not needed, with a reason: \(noun)."
        case .missing(let noun, let parts):
            parts.isEmpty
                ? "Without \(noun)."
                : "Without \(noun): not on record \(parts.joined(separator: ", "))."
        case .toDo(let noun, let due): "Without \(noun) so far; due \(due.long)."
        case .late(let noun, let due): "Without \(noun); it was due \(due.long)."
        case .lost(let noun, let due): "\(due.long) went by without \(noun)."
        case .tooLate(let noun, let day, let due):
            "\(due.long) came before \(noun) of \(day.long)."
        case .undated(let noun): "Nobody can tell when the next is due: \(noun)."
        case .begunBeforeChild(let noun, let day):
            "Begun \(day.long), before the child came: without \(noun) on record nobody can tell "
                + "when the next is due."
        case .begunBeforeRecords(let noun, let day):
            "Begun \(day.long), before our records begin; nobody has recorded \(noun) since."
        case .termMissing(let noun, let year):
            "A term of \(year.label) is not on record, so that nobody can tell when \(noun) is due."
        case .notOfAge(let noun):
            "Not of compulsory school age today, so that \(noun) is not asked for."

        // What is asked for each term
        case .fewDays(let days, let minimum, let condition):
            "\(days.counted("school day")) \(condition.words) this term, fewer than \(minimum)."
        case .thisTerm(let noun, let left):
            "Without \(noun) so far this term; \(left.counted("school day")) left."
        case .termOver(let noun, let day): "The term ended \(day.long) without \(noun)."
        case .ceased(let noun, let day, let condition):
            "Without \(noun) up to \(day.long), the last day \(condition.words)."
        case .noTerm(let name, let year):
            "The \(name.rawValue) term of \(year.label) is not on record; enter its dates."

        // What is asked for each year
        case .thisYear(let noun, let due): "Without \(noun) so far this year; due \(due.long)."
        case .lateThisYear(let noun, let due): "Without \(noun) this year; it was due \(due.long)."
        case .ofYear(let noun, let year, let due):
            "Without \(noun) for \(year.label); it was due \(due.long)."
        case .closedYear(let noun, let year, let due):
            "\(year.label) went by without \(noun), which was due \(due.long)."
        case .notAsked(let count, let limit):
            "\(count) of pupil premium on roll, and \(limit) or fewer need none."

        // What comes round again
        case .recent(let noun, let day, let next):
            "The last: \(noun) on \(day.long); the next is due \(next.long)."
        case .stale(let noun, let day, let due):
            "Without \(noun) since \(day.long); the next was due \(due.long)."
        case .never(let noun, let since, let due):
            "Without \(noun) since \(since.long); one is due \(due.long)."

        // What each member of staff does
        case .everyone(let noun, let count): "All \(count) members of staff: \(noun)."
        case .some(let noun, let done, let count, let overdue):
            "\(done) of \(count) members of staff: \(noun)"
                + (overdue == 0 ? "." : "; \(overdue) overdue.")
        case .nobody: "No current member of staff is on record."

        case .beforeRecords(let due, let begin):
            "This was due on \(due.long), before our records begin on \(begin.long)."

        // PEPs
        case .pepHeld(let day): "PEP held \(day.long)."
        case .pepCeased(let day):
            "No PEP was held up to \(day.long), the last day known to a social worker."
        case .pepSlipped(let day): "PEP planned for \(day.long) was not held."
        case .pepPlanned(let day, let left):
            "PEP planned for \(day.long); \(left.counted("school day")) left in the term."
        case .pepNonePlanned(let left):
            "No PEP held this term and none planned; \(left.counted("school day")) left."
        case .pepsHeld(let held, let expected): "\(held) of \(expected) PEPs held this year."
        case .pepsOutOfReach(let held, let possible, let expected):
            "\(held) held and \(possible) still possible; \(expected) were owed this year."
        case .pepsToCome(let held, let expected):
            "\(held) of \(expected) PEPs held; the others can still be."
        case .pepsNoneExpected: "No term of this year has enough days for a PEP."
        case .termsUnknown(let count, let year):
            "\(count) of 3 terms of \(year.label) on record; enter the school's dates."
        case .termsKnown(let year): "The three terms of \(year.label) are on record."
        case .firstPEPHeld(let day, let event): "\(event.title) held \(day.long), \(event.words)."
        case .firstPEPNotNeeded(let ended):
            "No longer looked after since \(ended.long), before the PEP was due."
        case .firstPEPToCome(let event, let left):
            "\(event.title) to hold, \(event.words); \(left.counted("working day")) left."
        case .firstPEPLate(let event, let late):
            "\(event.title) not held, \(event.words); \(late.counted("working day")) late."
        case .peopleTookPart(let roles, let day):
            "At the PEP of \(day.long): \(roles.words) took part."
        case .peopleMissing(let roles, let day):
            "At the PEP of \(day.long) without a word from: \(roles.words)."
        case .peopleInvited(let roles, let day):
            "Invited to the PEP of \(day.long): \(roles.words)."
        case .peopleNotInvited(let roles, let day):
            "Not yet invited to the PEP of \(day.long): \(roles.words)."
        case .peopleNotNeeded(let day):
            "The Designated Teacher alone reviews the PEP of \(day.long)."
        case .targetsSet(let count, let day): "PEP of \(day.long) has \(count.counted("target"))."
        case .targetsNone(let day): "PEP of \(day.long) has no target."
        case .signedOff(let day, let held): "PEP of \(held.long) signed off \(day.long)."
        case .notSignedOff(let held): "PEP of \(held.long) is not signed off."
        case .targetsReviewed(let count, let day):
            "\(count.counted("target")) of the PEP of \(day.long) reviewed."
        case .targetsUnreviewed(let open, let count, let day):
            "\(open) of \(count.counted("target")) of the PEP of \(day.long) not reviewed."
        case .targetsNoneEarlier(let day): "The PEP of \(day.long) had no targets to review."
        case .pepSent(let day, let held): "PEP of \(held.long) sent \(day.long)."
        case .pepNotSent(let held, let due):
            "PEP of \(held.long) is not sent to the authority; it takes it up to \(due.long)."
        case .pepSentBack(let day, let held):
            "The authority sent the PEP of \(held.long) back on \(day.long)."
        case .voiceHeard(let held): "The PEP of \(held.long) has the child's own views."
        case .voiceMissing(let held): "The PEP of \(held.long) lacks the child's own views."

        // Attendance
        case .marksNone(let year): "No mark of \(year.label) on record."
        case .marksFew(let possible):
            "\(possible.counted("possible session")) so far: too few to judge."
        case .level(let level, let figure):
            "\(figure.percent ?? "–") % attended, \(figure.missed) of \(figure.possible) sessions "
                + "missed: \(level.words)."
        case .recorded(let day): "The register of \(day.long) is complete."
        case .notRecorded(let day, let morning, let afternoon):
            "The \(Self.missingMarks(morning, afternoon)) of \(day.long) "
                + "\(morning == afternoon ? "are" : "is") missing."
        case .noSchoolDayYet: "No school day on roll yet this year."
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
            "\(sessions == 1 ? "One session" : "Both sessions") of \(day.long) "
                + "without a reason (N)."

        // Money
        case .remaining(let left, let allocated):
            "£\(left.grouped) left of £\(allocated.grouped)."
        case .overspent(let left):
            "Overspent by £\(Pence(-left.value).grouped)."
        case .idle(let left, let year):
            "£\(left.grouped) of \(year.label) neither spent nor committed."
        case .idleSpent(let year): "Nothing of \(year.label) is left idle."
        case .linked(let target): "Serves target \(target)."
        case .notLinked(let kind, let amount, let day):
            "The \(kind.words) of £\(amount.grouped) on \(day.long) names no target."
        case .impactKnown(let impact, let day): "Impact of the spend of \(day.long): \(impact)."
        case .impactUnknown(let amount, let day):
            "The spend of £\(amount.grouped) on \(day.long) has no impact on record."
        case .ineligibleWithReason(let kind, let amount, let day):
            "£\(amount.grouped) of \(kind.words) on \(day.long) "
                + "for a child outside its group, with a reason."
        case .ineligible(let kind, let amount, let day):
            "£\(amount.grouped) of \(kind.words) on \(day.long) "
                + "for a child outside its group, without a reason."

        // People
        case .keyAdult(let name): "\(name) is the key adult."
        case .keyAdultNone(let gap, let due):
            "\(gap.sentenceStart), and no key adult is named; due \(due.long)."
        case .roleHeld(let role, let name): "\(name) is the \(role.words)."
        case .roleVacant(let role): "Nobody is named as \(role.words)."
        case .teacherQualified(let name): "\(name) is a qualified teacher and leads."
        case .teacherNotQualified(let name, let qts, let leads):
            switch (qts, leads) {
            case (false, false): "\(name) has neither qualified teacher status nor leadership."
            case (false, true): "\(name) has no qualified teacher status on record."
            case (true, _): "\(name) is not on the leadership team on record."
            }
        case .teacherNotStaff(let name): "\(name) is not on record as staff."
        case .teacherTrained(let name, let days, let needed):
            "\(name): \(days.words) of \(needed) days of training."

        // Needs profiles
        case .profileWritten(let day): "Needs profile of \(day.long)."
        case .profileNone(let due): "No needs profile on record; due \(due.long)."
        case .profileRead(let count): "Read by \(count.counted("adult")) of the child."
        case .profileUnread(let names): "Not read by \(names.joined(separator: ", "))."
        case .profileWithoutAdults: "No current adult of the child is on record."

        // Other policies, and the Virtual School
        case .virtualSchoolKnown(let name): "\(name) is on record with a way to reach it."
        case .virtualSchoolUnknown:
            "The Virtual School's name, or a way to reach it, is not on record."
        case .policyUnknown(let policy): "The policy \(policy) is not on record."
        case .policySilent(let policy): "The policy \(policy) is not known to name these children."
        case .policyUndated(let policy): "The policy \(policy) has no date of review on record."
        case .policyReviewDue(let policy, let day):
            "The policy \(policy) was to be reviewed by \(day.long)."
        case .policyReviewBy(let policy, let day):
            "The policy \(policy) is to be reviewed by \(day.long)."

        // What was agreed
        case .actionDone(let what, let day): "“\(what)” was done \(day.long)."
        case .actionOpen(let what, let owner, let due):
            "\(owner) undertook “\(what)” by \(due.long)."

        // Figures of a child and of the cohort
        case .belowActedOn(let subject, let judged, let day):
            "\(subject.title) judged below expected on \(judged.long); support decided or begun "
                + "\(day.long)."
        case .belowNotActedOn(let subject, let judged, let due):
            "\(subject.title) judged below expected on \(judged.long); decide what is done by "
                + "\(due.long)."
        case .daysOut(let days, let since, let limit):
            "\(days.dayWords) days out since \(since.long), of at most \(limit)."
        case .suspended(let count, let all, let peers, let isHigher):
            "Suspended: \(count) of \(all) known with SEN, \(isHigher ? "more" : "no more") than "
                + "the \(peers) % of other pupils."
        case .nobodyWithSEN: "No child known to a social worker has SEN."
        case .noPeers(let measure): "The figure of other pupils, \(measure), is not on record."
        case .noJudgement(let subject, let term):
            "No judgement in \(subject.rawValue) of the \(term.rawValue) term is on record."
        case .gap(let subject, let size, let expected, let all, let before):
            "In \(subject.rawValue) \(expected) of \(all) are at the expected standard: \(size) "
                + "points beside other pupils" + (before.map { ", \($0) before." } ?? ".")
        }
    }

    private static func missingMarks(_ morning: Bool, _ afternoon: Bool) -> String {
        switch (morning, afternoon) {
        case (true, _): "afternoon's mark"
        case (false, true): "morning's mark"
        case (false, false): "marks"
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
}
