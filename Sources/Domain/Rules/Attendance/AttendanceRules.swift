extension Rule {
    static let attendanceRules: [Rule] =
        [attendanceLevel, attendanceRecorded] + concernRules + absenceRules

    /// ATT-3, INT-6: which side of the lines the child's attendance is on.
    private static let attendanceLevel = Rule(
        .attendanceLevel, "Attendance this year", clauses: ["ATT-3", "INT-6"], .threshold,
        .attendance, sharedTask: .concern,
        next: NextAction(.contact, "Talk to home about attendance"),
        whenUnknown: NextAction(.importFile, "Import the register"),
        .pupil { context in context.isKnownToday ? [level(context)] : [] })

    /// ATT-3, SAFE-1: the register of the last school day is there.
    private static let attendanceRecorded = Rule(
        .attendanceRecorded, "Register up to date", clauses: ["ATT-3", "SAFE-1"], .standing,
        .attendance, sharedTask: .register,
        next: NextAction(.importFile, "Import the register"),
        .pupil { context in context.isKnownToday ? [recorded(context)] : [] })

    // MARK: attendance-level

    private static func level(_ context: PupilContext) -> Ruling {
        let figure = context.register.figure(through: context.today)
        let level = figure.level(under: context.pack)
        let (state, reason): (DutyState, Reason) =
            if figure.possible == 0 {
                (.unknown, .marksNone(context.year))
            } else if figure.possible < context.pack[.minimumSessions] {
                (.notApplicable, .marksFew(possible: figure.possible))
            } else {
                (level == .fine ? .met : .overdue, .level(level, figure))
            }
        let reference: Duty.Reference =
            state == .met || state == .overdue ? .level(level) : .none
        return Ruling(reference: reference, due: nil, state: state, reason: reason) {
            let fact = Working.Fact(
                "\(context.year.label) to \(context.today.long): \(figure.possible) possible "
                    + "sessions, \(figure.attended) attended, \(figure.missed) missed",
                in: .attendance)
            return Working(
                facts: [fact], sum: levelSum(figure, context.pack),
                numbers: context.pack.numbers(
                    .minimumSessions, .severePercent, .persistentPercent, .concernPercent),
                leastAct: state == .unknown
                    ? firstMarksAct(context) : decideAct(reference, context))
        }
    }

    /// No call turns a year's figure: what is done about it is decided, and until when.
    private static func decideAct(_ reference: Duty.Reference, _ context: PupilContext) -> LeastAct
    {
        let what = NoAction(
            rule: .attendanceLevel, reference: reference, until: context.today + 14,
            agreedBy: "example")
        let decision = Record.example(
            .decisions,
            [
                "decision_id": exampleID(context.facts.ref), "pupil": context.facts.ref.text,
                "on": context.today.iso, "about": Decision.Topic.noAction.rawValue,
                "outcome": what.outcome, "reason": "example",
            ])
        return LeastAct(
            .noAction, "decide what is done about it, and until when it rests", [.put(decision)])
    }

    private static func firstMarksAct(_ context: PupilContext) -> LeastAct? {
        marksAct(lastSchoolDay(context) ?? max(context.today, context.year.first), context)
    }

    /// The comparison that decided, in whole numbers: `100 × 8 = 800 > 5 × 152 = 760`.
    static func levelSum(_ figure: AttendanceFigure, _ pack: PolicyPack) -> String {
        guard let percent = figure.percent else { return "no possible session" }
        func compare(_ key: NumberKey, _ sign: String) -> String {
            "\(percent) % attended; 100 × \(figure.missed) = \(100 * figure.missed) \(sign) "
                + "\(pack[key]) × \(figure.possible) = \(pack[key] * figure.possible)"
        }
        if figure.possible < pack[.minimumSessions] {
            return "\(figure.possible) possible sessions < \(pack[.minimumSessions])"
        }
        switch figure.level(under: pack) {
        case .severe: return compare(.severePercent, "≥")
        case .persistent: return compare(.persistentPercent, "≥")
        case .concern: return compare(.concernPercent, ">")
        case .fine: return compare(.concernPercent, "≤")
        }
    }

    // MARK: attendance-recorded

    private static func lastSchoolDay(_ context: PupilContext) -> Day? {
        let roll = context.facts.pupil.roll
        let last = min(context.today - 1, roll.to ?? context.today)
        return context.calendar.schoolDays(from: max(context.year.first, roll.from), through: last)
            .last
    }

    private static func recorded(_ context: PupilContext) -> Ruling {
        guard let day = lastSchoolDay(context) else {
            return Ruling(due: nil, state: .notApplicable, reason: .noSchoolDayYet) {
                Working(
                    facts: [
                        Working.Fact("no school day on roll this year before today", in: .terms)
                    ], sum: "nothing to record yet")
            }
        }
        let (am, pm) = context.register.bytes(on: day)
        let isComplete = context.register.isComplete(on: day)
        return Ruling(
            due: day, state: isComplete ? .met : .unknown,
            reason: isComplete
                ? .recorded(day) : .notRecorded(day, morning: am >= 2, afternoon: pm >= 2)
        ) {
            Working(
                facts: [context.markFact(day)],
                sum: "the last school day before \(context.today.long) is \(day.long)",
                leastAct: marksAct(day, context))
        }
    }

    private static func marksAct(_ day: Day, _ context: PupilContext) -> LeastAct? {
        guard let am = RegisterCode("/"), let pm = RegisterCode("\\") else { return nil }
        var marks = context.facts.marks[context.year] ?? YearMarks(year: context.year)
        marks.set(day, am: am, pm: pm)
        return LeastAct(
            .importFile, "import the register of \(day.long)", [.marks(context.facts.ref, marks)])
    }
}

extension PupilContext {
    /// `Mon 23 Nov 2026: N in the morning, no mark in the afternoon`.
    private func markWords(on day: Day) -> String {
        let codes = facts.marks[AcademicYear(of: day)]?.codes(on: day)
        let am = codes?.am.map { "\($0.text) in the morning" } ?? "no mark in the morning"
        let pm = codes?.pm.map { "\($0.text) in the afternoon" } ?? "no mark in the afternoon"
        return "\(day.long): \(am), \(pm)"
    }

    /// The marks of a day as a fact of a working.
    func markFact(_ day: Day) -> Working.Fact {
        Working.Fact(markWords(on: day), in: .attendance, markKey(day))
    }

    /// The row of this day, `nil` where there is none.
    func markKey(_ day: Day) -> RecordKey? {
        guard facts.marks[AcademicYear(of: day)]?.hasRow(on: day) == true else { return nil }
        return RecordKey(kind: .attendance, parts: [facts.ref.text, day.iso])
    }
}
