extension Reason {
    /// The reason as one sentence of plain English, naming the facts.
    public var sentence: String {
        switch self {
        // PEPs
        case .pepFewDays(let days, let minimum):
            "\(plural(days, "school day")) known to a social worker this term, "
                + "fewer than \(minimum)."
        case .pepHeld(let day): "PEP held \(day.long)."
        case .pepTermOver(let day): "The term ended \(day.long) without a PEP."
        case .pepCeased(let day):
            "No PEP was held up to \(day.long), the last day known to a social worker."
        case .pepSlipped(let day): "PEP planned for \(day.long) was not held."
        case .pepPlanned(let day, let left):
            "PEP planned for \(day.long); \(plural(left, "school day")) left in the term."
        case .pepNonePlanned(let left):
            "No PEP held this term and none planned; \(plural(left, "school day")) left."
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
            "\(event.title) to hold, \(event.words); \(plural(left, "working day")) left."
        case .firstPEPLate(let event, let late):
            "\(event.title) not held, \(event.words); \(plural(late, "working day")) late."
        case .peopleTookPart(let roles, let day):
            "At the PEP of \(day.long): \(roles.words) took part."
        case .peopleMissing(let roles, let day):
            "At the PEP of \(day.long) without a word from: \(roles.words)."
        case .peopleInvited(let roles, let day):
            "Invited to the PEP of \(day.long): \(roles.words)."
        case .peopleNotInvited(let roles, let day):
            "Not yet invited to the PEP of \(day.long): \(roles.words)."
        case .targetsSet(let count, let day): "PEP of \(day.long) has \(plural(count, "target"))."
        case .targetsNone(let day): "PEP of \(day.long) has no target."
        case .signedOff(let day, let held): "PEP of \(held.long) signed off \(day.long)."
        case .notSignedOff(let held): "PEP of \(held.long) is not signed off."
        case .targetsReviewed(let count, let day):
            "\(plural(count, "target")) of the PEP of \(day.long) reviewed."
        case .targetsUnreviewed(let open, let count, let day):
            "\(open) of \(plural(count, "target")) of the PEP of \(day.long) not reviewed."
        case .targetsNoneEarlier(let day): "The PEP of \(day.long) had no targets to review."

        // Attendance
        case .marksNone(let year): "No mark of \(year.label) on record."
        case .marksFew(let possible):
            "\(plural(possible, "possible session")) so far: too few to judge."
        case .level(let level, let figure):
            "\(figure.percent ?? "–") % attended, \(figure.missed) of \(figure.possible) sessions "
                + "missed: \(level.words)."
        case .recorded(let day): "The register of \(day.long) is complete."
        case .notRecorded(let day, let morning, let afternoon):
            "The \(Self.missing(morning, afternoon)) of \(day.long) "
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
        case .keyAdultNone(let day): "No key adult since \(day.long)."
        case .roleHeld(let role, let name): "\(name) is the \(role.words)."
        case .roleVacant(let role): "Nobody is named as \(role.words)."

        case .beforeRecords(let due, let begin):
            "This was due on \(due.long), before our records begin on \(begin.long)."

        case .shape(let reason, let noun): reason.sentence(noun)
        case .teacher(let reason): reason.sentence
        case .policy(let reason): reason.sentence
        case .profile(let reason): reason.sentence
        case .step(let reason, let noun): reason.sentence(noun)
        case .cohort(let reason): reason.sentence
        }
    }

    private static func missing(_ morning: Bool, _ afternoon: Bool) -> String {
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
