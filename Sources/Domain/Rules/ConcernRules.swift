extension Rule {
    static let concernRules: [Rule] = [
        told(.carer, .contactCarer, "Carer told of a concern", .carerDays),
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
            id, title, clauses: ["ATT-1", "ATT-2"], .afterEvent, .attendance, errand: .concern,
            with: needed.parties,
            next: NextAction(.contact, "Log contact with the \(needed.rawValue)"),
            .pupil(
                judge: { context in
                    guard context.isKnownToday else { return [] }
                    return context.concerns.filter { isNeeded(needed, $0, context) }
                        .map { told($0, needed, id, within, context) }
                },
                explain: { duty, context in explainTold(duty, needed, within, context) }))
    }

    /// ATT-2: a concern that stays open is talked about again and again.
    private static let stillOpen = Rule(
        .attendanceStillOpen, "An open concern is followed up", clauses: ["ATT-2"], .eachPeriod,
        .attendance, errand: .concern, with: ContactNeeded.carer.parties, beforeRecords: .stands,
        next: NextAction(.contact, "Talk to home again"),
        .pupil(
            judge: { context in
                guard context.isKnownToday else { return [] }
                return context.concerns.filter { $0.isOpen(on: context.today) }
                    .map { stillOpen($0, context) }
            },
            explain: explainStillOpen))

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
        _ concern: Concern, _ needed: ContactNeeded, _ rule: RuleID, _ within: NumberKey,
        _ context: PupilContext
    ) -> Duty {
        let due = context.calendar.schoolDay(context.pack[within], after: concern.opened)
        func duty(
            _ state: DutyState, _ reason: Reason, late: Int = 0, evidence: [RecordKey] = []
        ) -> Duty {
            Duty(
                subject: context.subject, rule: rule, reference: concern.reference, due: due,
                state: state, late: late, reason: reason, evidence: evidence)
        }
        if let contact = evidence(concern, needed, context).first {
            return duty(
                .met, .concernTold(needed, contact.day, opened: concern.opened, concern.kind),
                late: context.calendar.schoolDays(after: due, through: contact.day),
                evidence: [contact.key])
        }
        guard concern.isOpen(on: context.today) || context.today <= due else {
            return duty(
                .missed,
                .concernClosedUntold(
                    needed, opened: concern.opened, closed: concern.closed, concern.kind))
        }
        return duty(
            context.today <= due ? .soon : .overdue,
            .concernNotTold(needed, opened: concern.opened, concern.kind))
    }

    /// Contacts with the right people about the concern since it opened, by time.
    private static func evidence(
        _ concern: Concern, _ needed: ContactNeeded, _ context: PupilContext
    ) -> [Contact] {
        context.contacts.filter {
            $0.isAboutAttendance && needed.parties.contains($0.with) && $0.day >= concern.opened
        }
    }

    private static func concern(_ reference: String, _ context: PupilContext) -> Concern? {
        context.concerns.first { $0.reference == reference }
    }

    private static func explainTold(
        _ duty: Duty, _ needed: ContactNeeded, _ within: NumberKey, _ context: PupilContext
    ) -> Working {
        guard let concern = concern(duty.reference, context) else { return Working() }
        let made = context.facts.contacts.filter {
            $0.isAboutAttendance && needed.parties.contains($0.with)
                && $0.day >= concern.opened && $0.day <= context.today
        }
        let days = context.pack[within]
        var sum =
            "concern opened \(concern.opened.long) + \(days) school day\(days == 1 ? "" : "s") → "
            + (duty.due?.long ?? "")
        if duty.state == .overdue, let due = duty.due {
            sum +=
                "; today \(context.today.long): +"
                + "\(context.calendar.schoolDays(after: due, through: context.today))"
        }
        let example = contactExample(
            context, with: needed.parties[0], about: concern.topic, on: context.today)
        return Working(
            facts: concernFacts(concern, context)
                + contactFacts(made, "no contact with the \(needed.rawValue)", since: concern),
            sum: sum, numbers: numbers(concern, context) + [context.pack.number(within)],
            leastAct: duty.state.isOpen
                ? LeastAct(
                    .contact,
                    "log a call, message or meeting with the \(needed.rawValue) on or after "
                        + concern.opened.dayAndMonth, [example]) : nil)
    }

    // MARK: attendance-still-open

    private static func stillOpen(_ concern: Concern, _ context: PupilContext) -> Duty {
        let last = evidence(concern, .carer, context).last
        let due = context.calendar.schoolDay(
            context.pack[.followUpDays],
            after: last?.day ?? context.counted(from: concern.opened))
        let left = context.calendar.schoolDays(after: context.today, through: due)
        let state: DutyState =
            if context.today > due {
                .overdue
            } else if left <= context.pack[.followUpWarnDays] {
                .soon
            } else {
                last == nil ? .upcoming : .met
            }
        return Duty(
            subject: context.subject, rule: .attendanceStillOpen, reference: concern.reference,
            due: due, state: state,
            reason: last.map { .followedUp($0.day, opened: concern.opened, concern.kind) }
                ?? .notFollowedUp(opened: concern.opened, concern.kind),
            evidence: last.map { [$0.key] } ?? [])
    }

    private static func explainStillOpen(_ duty: Duty, _ context: PupilContext) -> Working {
        guard let concern = concern(duty.reference, context) else { return Working() }
        let made = evidence(concern, .carer, context)
        let from = made.last?.day ?? context.counted(from: concern.opened)
        let example = contactExample(
            context, with: .carer, about: concern.topic, on: context.today)
        return Working(
            facts: concernFacts(concern, context)
                + contactFacts(made, "no contact with carer or parent", since: concern),
            sum: "\(from.long) + \(context.pack[.followUpDays]) school days → "
                + (duty.due?.long ?? ""),
            numbers: [.followUpDays, .followUpWarnDays].map(context.pack.number),
            leastAct: duty.state.isOpen
                ? LeastAct(.contact, "talk to carer or parent again, and log it", [example]) : nil)
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
        if contacts.isEmpty {
            return [
                Working.Fact(
                    "\(none) about attendance or punctuality since \(concern.opened.dayAndMonth)",
                    in: .contacts)
            ]
        }
        return contacts.map { Working.Fact($0.words, in: .contacts, $0.key) }
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
