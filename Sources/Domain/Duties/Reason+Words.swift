extension Reason {
    /// The reason as one sentence of plain English, naming the facts.
    public var sentence: String {
        switch self {
        case .pepFewDays, .pepHeld, .pepTermOver, .pepCeased, .pepSlipped, .pepPlanned,
            .pepNonePlanned, .pepsHeld, .pepsOutOfReach, .pepsToCome, .pepsNoneExpected,
            .termsUnknown, .termsKnown:
            termWords
        case .firstPEPHeld, .firstPEPNotNeeded, .firstPEPToCome, .firstPEPLate: firstWords
        case .peopleTookPart, .peopleMissing, .peopleInvited, .peopleNotInvited, .peopleNoneNeeded,
            .targetsSet, .targetsNone, .signedOff, .notSignedOff, .targetsReviewed,
            .targetsUnreviewed, .targetsNoneEarlier:
            meetingWords
        case .marksNone, .marksFew, .level, .recorded, .notRecorded, .noSchoolDayYet: registerWords
        case .concernTold, .concernNotTold, .concernClosedUntold, .followedUp, .notFollowedUp,
            .firstDayTold, .firstDayNotTold, .unexplained:
            concernWords
        case .remaining, .overspent, .idle, .idleSpent, .linked, .notLinked, .impactKnown,
            .impactUnknown, .ineligibleWithReason, .ineligible:
            moneyWords
        case .keyAdult, .keyAdultNone, .roleHeld, .roleVacant: peopleWords
        }
    }

    private var termWords: String {
        switch self {
        case .pepFewDays(let days, let minimum):
            "\(plural(days, "school day")) known to a social worker this term, fewer than \(minimum)."
        case .pepHeld(let day): "PEP held \(day.long)."
        case .pepTermOver(let day): "The term ended \(day.long) without a PEP."
        case .pepCeased(let day): "No PEP was held up to \(day.long), the child's last day here."
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
        default: ""
        }
    }

    private var firstWords: String {
        switch self {
        case .firstPEPHeld(let day, let event): "\(event.title) held \(day.long), \(event.words)."
        case .firstPEPNotNeeded(let ended):
            "No longer looked after since \(ended.long), before the PEP was due."
        case .firstPEPToCome(let event, let left):
            "\(event.title) to hold, \(event.words); \(plural(left, "working day")) left."
        case .firstPEPLate(let event, let late):
            "\(event.title) not held, \(event.words); \(plural(late, "working day")) late."
        default: ""
        }
    }

    private var meetingWords: String {
        switch self {
        case .peopleTookPart(let roles, let day):
            "At the PEP of \(day.long): \(roles.words) took part."
        case .peopleMissing(let roles, let day):
            "At the PEP of \(day.long) without a word from: \(roles.words)."
        case .peopleInvited(let roles, let day): "Invited to the PEP of \(day.long): \(roles.words)."
        case .peopleNotInvited(let roles, let day):
            "Not yet invited to the PEP of \(day.long): \(roles.words)."
        case .peopleNoneNeeded(let day): "Nobody else is needed at the PEP of \(day.long)."
        case .targetsSet(let count, let day): "PEP of \(day.long) has \(plural(count, "target"))."
        case .targetsNone(let day): "PEP of \(day.long) has no target."
        case .signedOff(let day, let held): "PEP of \(held.long) signed off \(day.long)."
        case .notSignedOff(let held): "PEP of \(held.long) is not signed off."
        case .targetsReviewed(let count, let day):
            "\(plural(count, "target")) of the PEP of \(day.long) reviewed."
        case .targetsUnreviewed(let open, let count, let day):
            "\(open) of \(plural(count, "target")) of the PEP of \(day.long) not reviewed."
        case .targetsNoneEarlier(let day): "The PEP of \(day.long) had no targets to review."
        default: ""
        }
    }

    private var peopleWords: String {
        switch self {
        case .keyAdult(let name): "\(name) is the key adult."
        case .keyAdultNone(let day): "No key adult since \(day.long)."
        case .roleHeld(let role, let name): "\(name) is the \(role.words)."
        case .roleVacant(let role): "Nobody is named as \(role.words)."
        default: ""
        }
    }
}

extension PEPEvent {
    var title: String {
        switch self {
        case .lookedAfter: "First PEP"
        case .admitted: "PEP after the move"
        }
    }

    var words: String {
        switch self {
        case .lookedAfter(let day): "looked after since \(day.long)"
        case .admitted(let day): "here since \(day.long)"
        }
    }
}

extension [PersonNeeded] {
    var words: String { map(\.rawValue).joined(separator: ", ") }
}

/// `1 school day`, `3 school days`.
func plural(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }
