extension Rule {
    static let concernRules: [Rule] = [
        told(.carer, .contactCarer, "Home told of a concern", .carerDays),
        told(
            .socialWorker, .contactSocialWorker, "Social worker told of a concern",
            .socialWorkerDays),
        told(
            .virtualSchool, .contactVirtualSchool, "Virtual School told of a concern",
            .virtualSchoolDays),
        stillOpen,
    ]

    /// ATT-1, ATT-2: whom a concern calls for, and how soon.
    private static func told(
        _ needed: ContactNeeded, _ id: RuleID, _ title: String, _ within: NumberKey
    ) -> Rule {
        Rule(
            id, title, clauses: ["ATT-1", "ATT-2"], .afterEvent, .attendance, sharedTask: .concern,
            with: needed.parties,
            next: NextAction(.contact, "Tell \(needed.object)"),
            .pupil { context in
                guard context.isKnownToday else { return [] }
                return context.concerns.filter { isNeeded(needed, $0, context) }
                    .map { told($0, needed, within, context) }
            })
    }

    /// ATT-2: a concern that stays open is talked about again and again.
    private static let stillOpen = Rule(
        .attendanceStillOpen, "Open concern followed up", clauses: ["ATT-2"], .eachPeriod,
        .attendance, sharedTask: .concern, with: ContactNeeded.carer.parties,
        beforeRecords: .stands,
        next: NextAction(.contact, "Talk to home again"),
        .pupil { context in
            guard context.isKnownToday else { return [] }
            return context.concerns.filter { $0.isOpen(on: context.today) }
                .map { stillOpen($0, context) }
        })

    private static func isNeeded(
        _ needed: ContactNeeded, _ concern: Concern, _ context: PupilContext
    ) -> Bool {
        switch needed {
        case .socialWorker: context.cohort.hasSocialWorker(on: concern.opened)
        case .carer, .virtualSchool: true
        }
    }

    // MARK: told

    private static func told(
        _ concern: Concern, _ needed: ContactNeeded, _ within: NumberKey, _ context: PupilContext
    ) -> Ruling {
        let opened = concern.opened
        let days = context.pack[within]
        let due = context.calendar.schoolDay(days, after: opened)
        let tried = attempts(concern, needed, context)
        let told = tried.reachedByTime.first
        let state = context.state(
            by: due, isDone: told != nil, isLost: !concern.isOpen(on: context.today))
        let reason: Reason =
            if let told {
                .concernTold(needed, told.day, opened: opened, concern.kind)
            } else if state == .missed {
                .concernClosedUntold(
                    needed, opened: opened, closed: concern.closed, concern.kind)
            } else {
                .concernNotTold(needed, opened: opened, concern.kind)
            }
        return Ruling(
            reference: concern.reference, due: due, state: state,
            late: context.late(due, told?.day), reason: reason,
            evidence: told.map { [$0.key] } ?? []
        ) {
            // Where it was due before records begin, nobody here is late.
            let isLate = state == .overdue && context.counted(from: due) == due
            return Working(
                facts: concernFacts(concern, context)
                    + contactFacts(tried, "no contact with the \(needed.rawValue)", since: concern),
                sum: "concern opened \(opened.long) + \(days.counted("school day")) → \(due.long)"
                    + (isLate
                        ? "; today \(context.today.long): "
                            + "+\(context.calendar.schoolDays(after: due, through: context.today))"
                        : ""),
                numbers: numbers(concern, context) + context.pack.numbers(within),
                leastAct: LeastAct(
                    .contact,
                    "log a call, message or meeting with the \(needed.rawValue) on or after "
                        + opened.dayAndMonth,
                    [
                        contactExample(
                            context, with: needed.parties[0], about: concern.topic,
                            on: context.today)
                    ]))
        }
    }

    /// Contacts with the right people about the concern from the day it opened to today. Only one
    /// that reached somebody is evidence; the others show in the working.
    private static func attempts(
        _ concern: Concern, _ needed: ContactNeeded, _ context: PupilContext
    ) -> [Contact] {
        context.facts.contacts.filter {
            $0.isAboutAttendance && concern.opened <= $0.day && $0.day <= context.today
                && needed.isReached(by: $0, of: context.cohort)
        }
    }

    // MARK: attendance-still-open

    private static func stillOpen(_ concern: Concern, _ context: PupilContext) -> Ruling {
        let made = attempts(concern, .carer, context).reachedByTime
        let from = made.last?.day ?? context.counted(from: concern.opened)
        let due = context.calendar.schoolDay(context.pack[.followUpDays], after: from)
        let state = context.state(
            by: due, isNear: context.isNear(due, schoolDays: .followUpWarnDays),
            far: made.isEmpty ? .upcoming : .met)
        return Ruling(
            reference: concern.reference, due: due, state: state,
            reason: made.last.map {
                .followedUp($0.day, opened: concern.opened, concern.kind, isDue: state != .met)
            } ?? .notFollowedUp(opened: concern.opened, concern.kind),
            evidence: made.last.map { [$0.key] } ?? []
        ) {
            Working(
                facts: concernFacts(concern, context)
                    + contactFacts(made, "no contact with home", since: concern),
                sum: "\(from.long) + \(context.pack[.followUpDays]) school days → \(due.long)",
                numbers: context.pack.numbers(.followUpDays, .followUpWarnDays),
                leastAct: LeastAct(
                    .contact, "talk to home again, and log it",
                    [
                        contactExample(
                            context, with: .carer, about: concern.topic, on: context.today)
                    ]))
        }
    }

    // MARK: Facts of a concern

    private static func concernFacts(
        _ concern: Concern, _ context: PupilContext
    ) -> [Working.Fact] {
        let opened = Working.Fact(
            "\(concern.opened.long): \(openingWords(concern, context))", in: .attendance,
            context.markKey(concern.opened))
        guard let closed = concern.closed else { return [opened] }
        let clear = context.pack[.clearDays]
        return [
            opened,
            Working.Fact(
                "closed \(closed.long), after \(clear) clear school days", in: .attendance),
        ]
    }

    private static func openingWords(_ concern: Concern, _ context: PupilContext) -> String {
        switch concern.kind {
        case .punctuality:
            "\(concern.lateMarks) marks L or U in \(context.pack[.punctualityDays]) school days"
        case .attendance where concern.isRun:
            "a session missed on each of \(context.pack[.runDays]) school days running"
        case .attendance:
            "\(concern.figure.missed) of \(concern.figure.possible) sessions missed, "
                + levelSum(concern.figure, context.pack)
        }
    }

    private static func contactFacts(
        _ contacts: [Contact], _ none: String, since concern: Concern
    ) -> [Working.Fact] {
        contacts.facts(
            orNone: "\(none) about attendance or punctuality since \(concern.opened.dayAndMonth)")
    }

    private static func numbers(_ concern: Concern, _ context: PupilContext) -> [PolicyNumber] {
        let keys: [NumberKey] =
            switch concern.kind {
            case .punctuality: [.punctualityDays, .punctualityMarks]
            case .attendance where concern.isRun: [.runDays]
            case .attendance: [.concernPercent, .minimumSessions]
            }
        return (keys + (concern.closed == nil ? [] : [.clearDays])).map(context.pack.number)
    }
}

extension Concern {
    var topic: Contact.Topic {
        switch kind {
        case .attendance: .attendance
        case .punctuality: .punctuality
        }
    }
}

extension Contact {
    var isAboutAttendance: Bool { about == .attendance || about == .punctuality }

    /// `phone with carer, Mon 16 Nov 2026 09:22, about attendance (nobody reached)`.
    public var words: String {
        "\(record["how"]) with \(with.words), \(day.long) \(at.londonClock), "
            + "about \(about.rawValue)"
            + (reached ? "" : " (nobody reached)")
    }
}

extension Contact.Party {
    /// The party in words: `social worker`.
    public var words: String { rawValue.replacing("-", with: " ") }
}
