extension Reason {
    /// The most columns of a line, so that every list shows it whole.
    public static let lineColumns = 36

    /// The reason as a list shows it: the thing or the fault first, no stop, at most 36 columns;
    /// a date as `18 Jan`, with the year only outside an academic year.
    public func line(in year: AcademicYear) -> String {
        func day(_ day: Day) -> String { day.brief(in: year) }
        func weekday(_ day: Day) -> String { day.written(in: year) }
        func fit(_ texts: String...) -> String { .fitting(Reason.lineColumns, texts) }
        return switch self {
        // What is asked for once
        case .done(let it, let on): fit("\(it.done) \(day(on))", it.done)
        case .there(let it): fit(it.done)
        case .notNeeded(let it): fit("\(it.short): not needed", it.short)
        case .missing(let it, _): fit(it.missing)
        case .toDo(let it, let due):
            fit("\(it.short) by \(weekday(due))", "\(it.short) by \(day(due))", it.short)
        case .late(let it, let due), .lateThisYear(let it, let due):
            fit("\(it.missing); was due \(day(due))", it.missing)
        case .lost(let it, let due): fit("\(it.missing) by \(day(due))", it.missing)
        case .tooLate(let it, let on, _):
            fit("\(it.done) too late, \(day(on))", "\(it.done) too late", it.done)
        case .undated(let it), .begunBeforeRecords(let it, _):
            fit("Not known: last \(it.name)", "Not known: the last")
        case .begunBeforeChild(let it, _):
            fit("Ask: when was the last \(it.name)?", "Not known: last \(it.name)")
        case .termMissing(_, let year): "Term dates missing: \(year.label)"

        // What is asked for each term
        case .fewDays(let days, _, _): "Not needed: \(days.counted("day")) in the term"
        case .thisTerm(let it, _):
            it.open.map { fit($0) }
                ?? fit("\(it.missing) yet this term", "\(it.missing) yet", it.missing)
        case .termOver(let it, let term): fit("\(it.missing) in \(term.rawValue)", it.missing)
        case .ceased(let it, let last, _): fit("\(it.missing) by \(day(last))", it.missing)
        case .noTerm(let name, let year):
            "No dates: \(name.rawValue) term \(year.label)"

        // What is asked for each year
        case .thisYear(let it, let due): fit("\(it.short) by \(day(due))", it.short)
        case .ofYear(let it, let year, _), .closedYear(let it, let year, _):
            fit("\(it.missing) for \(year.label)", it.missing)
        case .notAsked(let count, _): fit("Not needed: \(count) with pupil premium")
        case .noProfessionals: "Not known: who is around the child"

        // What comes round again
        case .recent(let it, let on, _): fit("\(it.done) \(day(on))", it.done)
        case .coming(let it, _, let due): fit("\(it.short) by \(day(due))", it.short)
        case .stale(let it, let last, _): fit("\(it.missing) since \(day(last))", it.missing)
        case .firstDue(let it, _, let due):
            it.begins == nil
                ? fit("\(it.short) by \(day(due))", it.short)
                : fit(
                    "First \(it.name) by \(weekday(due))", "First \(it.name) by \(day(due))",
                    "First \(it.name)", it.short)
        case .never(let it, let since, let due):
            if it.begins != nil {
                fit(
                    "\(it.short) overdue since \(day(due))", "\(it.short) overdue \(day(due))",
                    "\(it.short) overdue")
            } else if let open = it.open {
                fit("\(open); was due \(day(due))", open)
            } else {
                fit("\(it.missing) since \(day(since))", it.missing)
            }

        // What each member of staff does
        case .everyone(let it, let count):
            fit("All \(count) staff: \(it.done.uncapitalised)", it.done)
        case .some(let it, let done, let count, _):
            fit(
                it.staff.map { "\($0) \(count - done) of \(count) staff" }
                    ?? "\(count - done) of \(count) staff: \(it.missing.uncapitalised)",
                "\(count - done) of \(count): \(it.missing.uncapitalised)")
        case .nobody: "No staff entered yet"

        case .beforeRecords: "Not needed: before our records"

        // PEPs
        case .pepHeld(let on): "PEP held \(day(on))"
        case .pepCeased(let last): "No PEP by \(day(last))"
        case .pepSlipped(let planned): "PEP of \(day(planned)) not held"
        case .pepPlanned(let planned, _): "PEP planned for \(day(planned))"
        case .pepNonePlanned: "PEP this term, none planned"
        case .pepsHeld(let held, let expected), .pepsToCome(let held, let expected):
            "\(held) of \(expected) PEPs held this year"
        case .pepsOutOfReach(let held, let possible, let expected):
            "PEPs this year: at most \(held + possible) of \(expected)"
        case .pepsNoneExpected: "Not needed: too few days this year"
        case .termsUnknown(_, let year): "Term dates missing: \(year.label)"
        case .termsKnown(let year): "Term dates entered: \(year.label)"
        case .firstPEPHeld(let on, let event): "\(event.title) held \(day(on))"
        case .firstPEPNotNeeded(let ended): "Not needed: care ended \(day(ended))"
        case .firstPEPToCome(let event, let due, _): "\(event.title) by \(weekday(due))"
        case .firstPEPLate(let event, let due, _):
            fit("\(event.title) overdue since \(day(due))", "\(event.title) overdue \(day(due))")
        case .peopleTookPart(_, let on): "PEP \(day(on)): all took part"
        case .peopleMissing(let roles, let on):
            roles.count > 1
                ? "PEP \(day(on)): SW and home not heard"
                : fit(
                    "PEP \(day(on)): no word from \(roles.sideWords)",
                    "PEP \(day(on)): \(roles.sideWords) not heard",
                    "PEP: \(roles.sideWords) not heard")
        case .peopleInvited(_, let on): "PEP \(day(on)): all invited"
        case .peopleNotInvited(let roles, let on):
            fit(
                "PEP \(day(on)): invite "
                    + (roles.count > 1 ? "home and SW" : roles.sideWords),
                "PEP: invite \(roles.sideWords)")
        case .peopleNotNeeded: "Not needed: a review on paper"
        case .targetsSet(let count, let on): "PEP of \(day(on)): \(count.counted("target"))"
        case .targetsNone(let on): "PEP of \(day(on)): no target yet"
        case .signedOff(_, let held): "PEP of \(day(held)) signed off"
        case .notSignedOff(let held): "PEP of \(day(held)) not signed off"
        case .targetsReviewed(_, let set): "PEP of \(day(set)): targets reviewed"
        case .targetsUnreviewed(let open, _, let set):
            fit(
                "PEP of \(day(set)): \(open.counted("target")) to review",
                "PEP \(day(set)): review \(open.counted("target"))")
        case .targetsNoneEarlier: "Not needed: no targets before"
        case .pepSent(_, let held): "PEP of \(day(held)) sent"
        case .pepNotSent(let held, _): "PEP of \(day(held)) not sent"
        case .pepSentBack(_, let held): "PEP of \(day(held)) sent back"
        case .voiceHeard(let held): "PEP of \(day(held)): child's views in"
        case .voiceMissing(let held): "PEP of \(day(held)): no child's views"

        // Attendance
        case .marksNone: "Not known: no register this year"
        case .marksFew: "Not needed: too few sessions yet"
        case .level(let level, let figure):
            "Attendance \(figure.percent ?? "–") %" + level.lineWords
        case .recorded(let on): "Register of \(day(on)) complete"
        case .notRecorded(let on, let morning, let afternoon):
            fit(
                "\(weekday(on)): \(Self.missingMarks(morning, afternoon)) missing",
                "\(day(on)): \(Self.missingMarks(morning, afternoon)) missing")
        case .noSchoolDayYet: "Not needed: no school day yet"
        case .concernTold(let who, let on, _, _): "\(who.lineTitle) told \(day(on))"
        case .concernNotTold(let who, let opened, let kind):
            who == .socialWorker
                ? "Social worker not told of \(kind.thing)"
                : fit(
                    "\(who.lineTitle) not told: \(kind.doing(who)) since \(day(opened))",
                    "\(who.lineTitle) not told of \(kind.thing)")
        case .concernClosedUntold(let who, _, _, let kind):
            "\(who.lineTitle) never told of \(kind.thing)"
        case .followedUp(let on, _, let kind, let isDue):
            isDue ? kind.goesOn : "Home last heard \(day(on))"
        case .notFollowedUp(let opened, _): "Home not rung since \(day(opened))"
        case .firstDayTold(let on):
            fit("Home and social worker told \(day(on))", "Home and social worker told")
        case .firstDayNotTold(let on, let home, let socialWorker, let isToday):
            fit(
                "Absent \(isToday ? "today" : day(on)): "
                    + Self.toRing(home, socialWorker, isToday: isToday),
                "Absent: " + Self.toRing(home, socialWorker, isToday: isToday))
        case .unexplained(let on, _):
            fit("No reason for \(weekday(on)) (N)", "No reason for \(day(on)) (N)")

        // Money
        case .remaining(let left, let allocated):
            fit("£\(left.round) left of £\(allocated.round)", "£\(left.round) left")
        case .overspent(let left): fit("Overspent by £\(Pence(-left.value).round)")
        case .idle(let left, _): fit("£\(left.round) left: spend by 31 March")
        case .idleLost(let left, let year): fit("£\(left.round) of \(year.label) not used")
        case .idleSpent(let year): "Nothing of \(year.label) left over"
        case .linked: "Serves a target of the PEP"
        case .notLinked(_, let amount, let on):
            fit(
                "£\(amount.round) (\(day(on))): for which target?",
                "£\(amount.round): for which target?")
        case .impactKnown(_, let on):
            fit("Impact of \(day(on)) recorded", "Impact recorded")
        case .impactUnknown(let amount, let on):
            fit("£\(amount.round) (\(day(on))): did it help?", "£\(amount.round): did it help?")
        case .ineligibleWithReason(_, let amount, _):
            fit("£\(amount.round) not for this child: explained", "£\(amount.round): explained")
        case .ineligible(_, let amount, _):
            fit("£\(amount.round) not for this child: why?", "£\(amount.round): why this child?")

        // People
        case .keyAdult(let name): fit("Key adult: \(name)", "Key adult: \(name.initialled)")
        case .keyAdultNone(let gap, _): "No key adult since \(day(gap.since))"
        case .roleHeld(let role, let name):
            fit(
                "\(role.words.sentenceCase): \(name)",
                "\(role.words.sentenceCase): \(name.initialled)")
        case .roleVacant(let role): "No \(role.words)"
        case .teacherQualified: "Designated Teacher qualified, leads"
        case .teacherNotQualified(_, let qts, let leads):
            switch (qts, leads) {
            case (false, false): "Designated Teacher: no QTS, no lead"
            case (false, true): "Designated Teacher: no QTS"
            case (true, _): "Designated Teacher not a leader"
            }
        case .teacherNotStaff: "Designated Teacher not among staff"
        case .teacherTrained(_, let days, let needed):
            "Training: \(days.words) of \(needed) days"

        // Needs profiles
        case .profileWritten(let on): "Needs profile of \(day(on))"
        case .profileNone: "No needs profile yet"
        case .profileRead(let count): "Profile read by \(count.counted("adult"))"
        case .profileUnread(let names):
            names.count == 1
                ? fit("Profile not read by \(names[0].initialled)")
                : "Profile not read by \(names.count) adults"
        case .profileWithoutAdults: "Not known: who works with the child"

        // Alternative provision
        case .reviewUndated: "Provision: no review date set"
        case .notOfAge: "Not needed: not of school age"

        // Other policies, and the Virtual School
        case .virtualSchoolKnown: "Virtual School's details entered"
        case .virtualSchoolUnknown: "Virtual School's details missing"
        case .policyUnknown(let policy): fit("Not known: \(policy.policyWords)")
        case .policySilent(let policy):
            fit("Not yet in \(policy.policyWords)")
        case .policyUndated(let policy):
            fit(
                "\(policy.policyWords.sentenceCase): no review date",
                "\(policy.policyWords.sentenceCase): undated", "Undated: \(policy.policyWords)")
        case .policyReviewDue(let policy, let due):
            fit(
                "\(policy.policyWords.sentenceCase): review due \(day(due))",
                "\(policy.policyWords.sentenceCase): review due",
                "\(policy.policyWords.sentenceCase): review", "Review: \(policy.policyWords)")
        case .policyReviewBy(let policy, let due):
            fit(
                "\(policy.policyWords.sentenceCase): review by \(day(due))",
                "\(policy.policyWords.sentenceCase): \(day(due))",
                "\(policy.policyWords.sentenceCase): review", "Review: \(policy.policyWords)")

        // What was agreed
        case .actionDone(let what, let on):
            fit("Done \(day(on)): \(what.oneLine)")
        case .actionOpen(let what, _, _): fit("Agreed: \(what.oneLine)")

        // Figures of a child and of the cohort
        case .belowActedOn(let subject, _, let on):
            fit("\(subject.title) below: acted on \(day(on))", "\(subject.title) below: acted on")
        case .belowNotActedOn(let subject, _, _):
            fit(
                "\(subject.title) below expected: what next?",
                "\(subject.title) below: what next?")
        case .daysOut(let days, _, _): "Suspended \(days.dayWords) days this year"
        case .suspended(_, _, _, let isHigher):
            isHigher ? "SEN: suspended more than others" : "SEN: suspended no more than others"
        case .nobodyWithSEN: "Not needed: no child with SEN"
        case .noPeers: "Not known: other pupils' figure"
        case .noJudgement(let subject, let term):
            fit("Not known: \(subject.rawValue) in \(term.rawValue)")
        case .gap(let subject, let gap):
            if !gap.isBehind {
                fit("\(subject.title): no gap to other pupils")
            } else if gap.isClosing {
                fit("\(subject.title) gap \(gap.points) points, closing")
            } else {
                fit("\(subject.title) gap \(gap.points) points: what next?")
            }
        }
    }

    /// Which marks of a day are missing, given those that are there.
    private static func missingMarks(_ morning: Bool, _ afternoon: Bool) -> String {
        switch (morning, afternoon) {
        case (true, _): "PM mark"
        case (false, true): "AM mark"
        case (false, false): "both marks"
        }
    }

    /// Who has still to hear of an absence, given whether home and social worker have.
    private static func toRing(_ home: Bool, _ socialWorker: Bool, isToday: Bool) -> String {
        switch (home, socialWorker) {
        case (false, false): isToday ? "no reason yet" : "nobody was told"
        case (false, true): isToday ? "ring home" : "home not told"
        case (true, _): "tell social worker"
        }
    }
}
