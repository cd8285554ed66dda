extension RuleID {
    public static let conferenceReport: RuleID = "conference-report"
    public static let sdq: RuleID = "sdq"
}

extension Rule {
    /// HGB-3, DT-11: the school's report is there before a conference, initial or review.
    static let conferenceReport = Rule(
        .conferenceReport, "Report before the conference", clauses: ["HGB-3", "DT-11"],
        .afterEvent, .care, beforeRecords: .passedWhereMissed,
        next: NextAction(.meeting, "Write and send the report"),
        .pupil { context in
            guard context.isKnownToday else { return [] }
            return context.facts.meetings.compactMap { meeting in
                guard meeting.kind == .conference, let planned = meeting.plannedFor,
                    planned >= context.facts.pupil.roll.from, planned >= context.year.first,
                    planned - context.today <= context.pack[.reportAheadDays],
                    let limit = reportLimit(planned, context)
                else { return nil }
                return report(meeting, planned, within: limit, context)
            }
        })

    /// How long before a conference its report is there: a review of the plan that runs, or the
    /// initial one of a child who is not on a plan, which leaves less time; `nil` of the plan's own
    /// first.
    private static func reportLimit(_ planned: Day, _ context: PupilContext) -> DayLimit? {
        guard let since = context.planRun(.cp) else { return context.reportLimit(isInitial: true) }
        return planned > since ? context.reportLimit(isInitial: false) : nil
    }

    private static func report(
        _ meeting: Meeting, _ planned: Day, within limit: DayLimit, _ context: PupilContext
    ) -> Ruling {
        let due = limit.count.day(before: planned, in: context.calendar)
        return context.step(
            reportWords(planned), .record(meeting.id), due: due,
            done: context.upToToday(meeting.reportSentOn), isLost: context.today > planned,
            isNear: context.isNear(due, schoolDays: .reportWarnDays), evidence: [meeting.key]
        ) {
            Working(
                facts: context.statusFacts(from: context.today, through: context.today)
                    + [meeting.fact],
                sum: "\(limit.count.words) before \(planned.long) → " + due.long,
                numbers: [limit.number]
                    + context.pack.numbers(.reportWarnDays, .reportAheadDays),
                leastAct: LeastAct(
                    .meeting, "record that the report is sent",
                    [.put(meeting.record.with("report_sent_on", context.today.iso))]))
        }
    }

    /// A conference lies in this year, so that its date needs none.
    private static func reportWords(_ planned: Day) -> Wording {
        let conference = "the conference on \(planned.short)"
        return Wording(
            "a report for \(conference)", short: "Conference report",
            missing: "No conference report", done: "Conference report sent",
            lacks: "No report for \(conference) is recorded",
            shows: "The report for \(conference) was sent")
    }

    /// DT-14: a complete questionnaire each year for a looked-after child.
    static let sdq = Rule(
        .sdq, "Yearly questionnaire (SDQ)", clauses: ["DT-14"], .eachPeriod, .care,
        beforeRecords: .stands, next: NextAction(.sdq, "Have the questionnaire completed"),
        .pupil { context in
            guard let spell = context.lookedAfterSpell, let since = sdqSince(spell, context)
            else { return [] }
            return [sdq(since, context)]
        })

    private static let sdqWords = Wording(
        "a complete SDQ", short: "SDQ", missing: "No SDQ", done: "SDQ done",
        lacks: "No complete SDQ is recorded", shows: "The SDQ was completed", open: "No SDQ yet")

    /// The latest of the spell's start, admission, the day on which records begin and the birthday
    /// from which it is asked; `nil` where the child is not of that age today.
    private static func sdqSince(_ spell: Span, _ context: PupilContext) -> Day? {
        let born = context.facts.pupil.born
        let ofAge = born.addingYears(context.pack[.sdqFromAge])
        guard ofAge <= context.today,
            context.today < born.addingYears(context.pack[.sdqToAge] + 1)
        else { return nil }
        return context.counted(from: max(spell.from, context.facts.pupil.roll.from, ofAge))
    }

    private static func sdq(_ since: Day, _ context: PupilContext) -> Ruling {
        let pack = context.pack
        let forms = context.facts.sdqs.filter {
            $0.on <= context.today && SDQScore(answers: $0.answers).isComplete
        }
        let last = forms.max { ($0.on, $0.id) < ($1.on, $1.id) }
        let first = since + pack[.sdqFirstDays]
        let due = last.map { max(first, $0.on.addingMonths(pack[.sdqMonths])) } ?? first
        return context.round(
            sdqWords, last: last?.on, since: since, due: due,
            isNear: context.isNear(due, days: .sdqWarnDays), lastCounts: true, isStatutory: true,
            evidence: last.map { [$0.key] } ?? []
        ) {
            let example = Record.example(
                .sdq,
                [
                    "sdq_id": exampleID(context.facts.ref), "pupil": context.facts.ref.text,
                    "on": context.today.iso, "informant": SDQ.Informant.carer.rawValue,
                    "form": SDQ.Form.school.rawValue,
                    "answers": String(repeating: "0", count: 25),
                ])
            return Working(
                facts: context.statusFacts(from: context.today, through: context.today)
                    + [context.facts.pupil.bornFact]
                    + forms.facts(orNone: sdqWords.lacks.uncapitalised),
                sum: "\(pack.number(.sdqMonths).words) after the last, and "
                    + "\(pack.number(.sdqFirstDays).words) after \(since.long) at the earliest "
                    + "→ \(due.long)",
                numbers: pack.numbers(
                    .sdqMonths, .sdqFirstDays, .sdqWarnDays, .sdqFromAge, .sdqToAge),
                leastAct: LeastAct(.sdq, "record \(sdqWords.noun)", [.put(example)]))
        }
    }
}

extension Pupil {
    /// The birthday as a fact of a working.
    var bornFact: Working.Fact { Working.Fact("born \(born.dayMonthYear)", in: .pupils, key) }
}
