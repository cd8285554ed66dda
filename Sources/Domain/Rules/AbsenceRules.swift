extension Rule {
    static let absenceRules: [Rule] = [firstDay, unexplained]

    /// SAFE-1, ATT-3: an unexplained absence is followed up the same day, with home and social
    /// worker.
    private static let firstDay = Rule(
        .attendanceFirstDay, "Same-day calls about an absence", clauses: ["SAFE-1", "ATT-3"],
        .afterEvent, .attendance, errand: .absence,
        with: ContactNeeded.carer.parties + ContactNeeded.socialWorker.parties,
        next: NextAction(.contact, "Ring home and social worker"),
        .pupil(
            judge: { context in firstDays(context).map { firstDay($0, context) } },
            explain: explainFirstDay))

    /// ATT-1: the reason for an absence is found out.
    private static let unexplained = Rule(
        .attendanceUnexplained, "A reason for every absence", clauses: ["ATT-1"], .afterEvent,
        .attendance, errand: .absence,
        next: NextAction(.marks, "Find the reason and correct the mark"),
        .pupil(judge: unexplainedDays, explain: explainUnexplained))

    // MARK: attendance-first-day

    private static func firstDays(_ context: PupilContext) -> [Day] {
        let before = context.calendar.schoolDays(
            last: context.pack[.firstDayWindow], upTo: context.today - 1)
        let today = context.calendar.isSchoolDay(context.today) ? [context.today] : []
        return (before + today).filter { day in
            context.cohort.isOnRoll(day) && context.cohort.hasSocialWorker(on: day)
                && context.codes(on: day).contains(where: \.isUnexplained)
        }
    }

    private static func firstDayContacts(
        _ day: Day, _ context: PupilContext
    ) -> (home: Contact?, socialWorker: Contact?) {
        let contacts = context.contacts.filter {
            $0.day == day && ($0.about == .attendance || $0.about == .safeguarding)
        }
        return (
            contacts.first { $0.with.isHome }, contacts.first { $0.with == .socialWorker }
        )
    }

    private static func firstDay(_ day: Day, _ context: PupilContext) -> Duty {
        let made = firstDayContacts(day, context)
        let isMet = made.home != nil && made.socialWorker != nil
        return Duty(
            subject: context.subject, rule: .attendanceFirstDay, reference: day.iso, due: day,
            state: isMet ? .met : .overdue,
            reason: isMet
                ? .firstDayTold(day)
                : .firstDayNotTold(
                    day, home: made.home != nil, socialWorker: made.socialWorker != nil,
                    isToday: day == context.today),
            evidence: [made.home, made.socialWorker].compactMap { $0?.key })
    }

    private static func explainFirstDay(_ duty: Duty, _ context: PupilContext) -> Working {
        guard let day = duty.due else { return Working() }
        let made = firstDayContacts(day, context)
        let onDay = context.facts.contacts.filter { $0.day == day }
        var facts = [
            Working.Fact(context.markWords(on: day), in: .attendance, context.markKey(day))
        ]
        facts += context.cohort.statuses(on: day).map {
            Working.Fact($0.words, in: .status, $0.key)
        }
        facts += onDay.map { Working.Fact($0.words, in: .contacts, $0.key) }
        if made.home == nil {
            facts.append(Working.Fact("no contact with carer or parent on the day", in: .contacts))
        }
        if made.socialWorker == nil {
            facts.append(
                Working.Fact("no contact with the social worker on the day", in: .contacts))
        }
        let missing: [Contact.Party] =
            (made.home == nil ? [.carer] : []) + (made.socialWorker == nil ? [.socialWorker] : [])
        let examples = missing.map {
            contactExample(context, with: $0, about: .attendance, on: day)
        }
        return Working(
            facts: facts, sum: "both hear on \(day.long), the day of the mark",
            numbers: [context.pack.number(.firstDayWindow)],
            leastAct: duty.state.isOpen
                ? LeastAct(
                    .contact,
                    "log a contact of \(day.dayAndMonth) with "
                        + missing.map(\.words).joined(separator: " and "), examples) : nil)
    }

    // MARK: attendance-unexplained

    private static func unexplainedDays(_ context: PupilContext) -> [Duty] {
        guard context.isKnownToday else { return [] }
        let roll = context.facts.pupil.roll
        let years = [AcademicYear(start: context.year.start - 1), context.year]
        return years.flatMap { year -> [Duty] in
            guard let marks = context.facts.marks[year] else { return [] }
            return marks.unexplainedDays.compactMap { day in
                guard day <= context.today, roll.contains(day) else { return nil }
                return unexplained(day, context)
            }
        }
    }

    private static func unexplained(_ day: Day, _ context: PupilContext) -> Duty? {
        let due = context.calendar.schoolDay(context.pack[.unexplainedDays], after: day)
        guard context.year.contains(day) || due >= context.year.first else { return nil }
        let sessions = context.codes(on: day).filter(\.awaitsReason).count
        return Duty(
            subject: context.subject, rule: .attendanceUnexplained, reference: day.iso, due: due,
            state: context.today <= due ? .soon : .overdue,
            reason: .unexplained(day, sessions: sessions),
            evidence: [context.markKey(day)].compactMap { $0 })
    }

    private static func explainUnexplained(_ duty: Duty, _ context: PupilContext) -> Working {
        guard let day = Day(iso: duty.reference) else { return Working() }
        let days = context.pack[.unexplainedDays]
        return Working(
            facts: [
                Working.Fact(context.markWords(on: day), in: .attendance, context.markKey(day))
            ],
            sum: "\(day.long) + \(days) school days → \(duty.due?.long ?? "")",
            numbers: [context.pack.number(.unexplainedDays)], leastAct: reasonAct(day, context))
    }

    /// The example: the N becomes I, illness.
    private static func reasonAct(_ day: Day, _ context: PupilContext) -> LeastAct? {
        let year = AcademicYear(of: day)
        guard var marks = context.facts.marks[year], let ill = RegisterCode("I") else { return nil }
        let (am, pm) = marks.codes(on: day)
        marks.set(
            day, am: am?.awaitsReason == true ? ill : am, pm: pm?.awaitsReason == true ? ill : pm,
            late: marks.lateMinutes(on: day))
        return LeastAct(
            .marks, "find the reason, correct the mark in the register and import it",
            [.marks(context.facts.ref, marks)])
    }
}

extension PupilContext {
    /// The codes of any day on record, on roll or not.
    func codes(on day: Day) -> [RegisterCode] {
        guard let marks = facts.marks[AcademicYear(of: day)] else { return [] }
        let (am, pm) = marks.codes(on: day)
        return [am, pm].compactMap { $0 }
    }
}

extension YearMarks {
    /// The days with a mark whose reason is still to be found out, in order.
    var unexplainedDays: [Day] {
        guard let byte = RegisterCode("N")?.byte else { return [] }
        return bytes.withUnsafeBufferPointer { bytes in
            (0..<366).filter { bytes[2 * $0] == byte || bytes[2 * $0 + 1] == byte }
        }.map { year.first + $0 }
    }
}
