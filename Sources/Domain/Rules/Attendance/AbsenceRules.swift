extension Rule {
    static let absenceRules: [Rule] = [firstDay, unexplained]

    /// SAFE-1, ATT-3: an unexplained absence is followed up the same day, with home and social
    /// worker.
    private static let firstDay = Rule(
        .attendanceFirstDay, "Same-day calls about an absence", clauses: ["SAFE-1", "ATT-3"],
        .afterEvent, .attendance, sharedTask: .absence,
        with: ContactNeeded.carer.parties + ContactNeeded.socialWorker.parties,
        next: NextAction(.contact, "Ring home and social worker"),
        .pupil { context in firstDays(context).map { firstDay($0, context) } })

    /// ATT-1: the reason for an absence is found out.
    private static let unexplained = Rule(
        .attendanceUnexplained, "A reason for every absence", clauses: ["ATT-1"], .afterEvent,
        .attendance, sharedTask: .absence,
        next: NextAction(.marks, "Find out the reason"),
        .pupil(unexplainedDays))

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

    private static func firstDay(_ day: Day, _ context: PupilContext) -> Ruling {
        let contacts = context.contacts.filter {
            $0.day == day && ($0.about == .attendance || $0.about == .safeguarding)
        }
        let home = contacts.first { context.cohort.isContact($0, with: .home) }
        let socialWorker = contacts.first { context.cohort.isContact($0, with: .caseWorker) }
        let isMet = home != nil && socialWorker != nil
        return Ruling(
            reference: .day(day), due: day, state: isMet ? .met : .overdue,
            reason: isMet
                ? .firstDayTold(day)
                : .firstDayNotTold(
                    day, home: home != nil, socialWorker: socialWorker != nil,
                    isToday: day == context.today),
            evidence: [home, socialWorker].compactMap { $0?.key }
        ) {
            let missing: [(party: Contact.Party, words: String)] =
                (home == nil ? [(.carer, context.needed(.home, on: day).words)] : [])
                + (socialWorker == nil
                    ? [(.socialWorker, context.needed(.caseWorker, on: day).words)] : [])
            return Working(
                facts: [context.markFact(day)]
                    + context.cohort.statuses(on: day).map {
                        Working.Fact($0.words, in: .status, $0.key)
                    } + context.facts.contacts.filter { $0.day == day }.map(\.fact)
                    + missing.map {
                        Working.Fact("no contact with \($0.words) on the day", in: .contacts)
                    }, sum: "both hear on \(day.long), the day of the mark",
                numbers: context.pack.numbers(.firstDayWindow),
                leastAct: LeastAct(
                    .contact,
                    "log a contact of \(day.dayAndMonth) with "
                        + missing.map(\.party.words).joined(separator: " and "),
                    missing.map {
                        contactExample(context, with: $0.party, about: .attendance, on: day)
                    }))
        }
    }

    // MARK: attendance-unexplained

    private static func unexplainedDays(_ context: PupilContext) -> [Ruling] {
        guard context.isKnownToday else { return [] }
        let roll = context.facts.pupil.roll
        let years = [AcademicYear(start: context.year.start - 1), context.year]
        return years.flatMap { year -> [Ruling] in
            guard let marks = context.facts.marks[year] else { return [] }
            return marks.unexplainedDays.compactMap { day in
                guard day <= context.today, roll.contains(day) else { return nil }
                return unexplained(day, context)
            }
        }
    }

    private static func unexplained(_ day: Day, _ context: PupilContext) -> Ruling? {
        let days = context.pack[.unexplainedDays]
        let due = context.calendar.schoolDay(days, after: day)
        guard context.year.contains(day) || due >= context.year.first else { return nil }
        let sessions = context.codes(on: day).filter(\.awaitsReason).count
        return Ruling(
            reference: .day(day), due: due, state: context.state(by: due),
            reason: .unexplained(day, sessions: sessions),
            evidence: [context.markKey(day)].compactMap { $0 }
        ) {
            Working(
                facts: [context.markFact(day)],
                sum: "\(day.long) + \(days) school days → \(due.long)",
                numbers: context.pack.numbers(.unexplainedDays), leastAct: reasonAct(day, context))
        }
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
            .marks, "find the reason and enter it in place of the N",
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
