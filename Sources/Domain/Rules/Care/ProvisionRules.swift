extension RuleID {
    public static let provisionAgreed: RuleID = "ap-agreed"
    public static let provisionHours: RuleID = "ap-hours"
    public static let provisionQuality: RuleID = "ap-quality"
    public static let provisionReview: RuleID = "ap-review"
}

extension Rule {
    static let provisionRules: [Rule] = [
        provision(
            .provisionAgreed, "Alternative provision agreed", clauses: ["AP-1"], .checklist,
            beforeRecords: .stands, "Get the agreements, set an end", offRoll: true
        ) { context in context.begun.map { agreed($0) } },
        provision(
            .provisionHours, "Full-time, or agreed part-time", clauses: ["AP-2"], .threshold,
            "Raise or report the hours"
        ) { context in context.running.map { hours($0) } },
        provision(
            .provisionQuality, "The provider's quality checked", clauses: ["AP-3"], .afterEvent,
            "See how the provider teaches", offRoll: true
        ) { context in context.begun.map { quality($0) } },
        provision(
            .provisionReview, "Alternative provision reviewed", clauses: ["AP-1", "AP-3"],
            .afterEvent, beforeRecords: .stands, "Review whether it still helps"
        ) { context in context.running.map { review($0) } },
    ]

    private static func provision(
        _ id: RuleID, _ title: String, clauses: [String], _ shape: Shape,
        beforeRecords: BeforeRecords = .passed, _ next: String, offRoll: Bool = false,
        _ rulings: @escaping @Sendable (PupilContext) -> [Ruling]
    ) -> Rule {
        Rule(
            id, title, clauses: clauses, shape, .alternativeProvision,
            beforeRecords: beforeRecords, next: NextAction(.alternativeProvision, next),
            .pupil(offRoll: offRoll, rulings))
    }

    /// AP-1: home and social care agree beforehand, and there is an end.
    private static func agreed(_ place: Provision) -> Ruling {
        let (row, context) = (place.row, place.context)
        let words = agreedWords(row.provider.shortened(to: 30))
        let agreed = place.agreements.compactMap { $0.1 }
        let isMet = agreed.count == place.agreements.count && row.span.to != nil
        let last = agreed.max() ?? row.span.from
        let missing =
            place.agreements.filter { $0.1 == nil }.map(\.0)
            + (row.span.to == nil ? ["to"] : [])
        return Ruling(
            reference: .record(row.id), due: row.span.from, state: isMet ? .met : .overdue,
            late: context.late(row.span.from, isMet ? last : nil),
            reason: isMet
                ? .done(words, last) : .missing(words, parts: missing.map(\.columnWords)),
            evidence: [row.key]
        ) {
            Working(
                facts: [row.fact]
                    + context.statusFacts(from: row.span.from, through: row.span.from),
                sum: "agreed before it begins, \(row.span.from.long)",
                leastAct: place.act(
                    "record the agreements and the last day",
                    missing.map { column in
                        let end = max(row.span.from, context.today) + 90
                        return (column, column == "to" ? end.iso : context.today.iso)
                    }))
        }
    }

    /// AP-2: full-time, or part-time for a time and reported.
    private static func hours(_ place: Provision) -> Ruling {
        let (row, context) = (place.row, place.context)
        let asked = context.facts.pupil.isOfCompulsoryAge(on: context.today)
        let hours = row.hoursHere + row.hoursThere
        let isFull = hours >= Figure(context.pack[.provisionHours])
        let isAgreed =
            row.isPartTime && row.span.to != nil && context.upToToday(row.reportedOn) != nil
        let isThere = isFull || isAgreed
        return Ruling(
            reference: .record(row.id), due: nil,
            state: asked ? (isThere ? .met : .overdue) : .notApplicable,
            reason: asked ? (isThere ? .there(hoursWords) : .missing(hoursWords)) : .notOfAge,
            evidence: [row.key]
        ) {
            let end = row.span.to ?? context.today + 42
            return Working(
                facts: [row.fact, context.facts.pupil.bornFact],
                sum: "\(row.hoursHere.words) + \(row.hoursThere.words) = \(hours.words) of "
                    + "\(context.pack.number(.provisionHours).words)",
                numbers: context.pack.numbers(.provisionHours),
                leastAct: place.act(
                    "report the part-time timetable, with its end",
                    [
                        ("part_time", "yes"), ("to", end.iso),
                        ("reported_on", context.today.iso),
                    ]))
        }
    }

    /// AP-3: the school sees for itself.
    private static func quality(_ place: Provision) -> Ruling {
        let (row, context) = (place.row, place.context)
        let due = context.calendar.schoolDay(
            context.pack[.provisionQualityDays], after: row.span.from)
        return context.step(
            qualityWords(row.provider.shortened(to: 30)), .record(row.id), due: due,
            done: context.upToToday(row.qualityCheckedOn), evidence: [row.key]
        ) {
            Working(
                facts: [row.fact],
                sum: "\(row.span.from.long) + \(context.pack[.provisionQualityDays]) school days "
                    + "→ \(due.long)",
                numbers: context.pack.numbers(.provisionQualityDays),
                leastAct: place.act(
                    "record the quality check", [("quality_checked_on", context.today.iso)]))
        }
    }

    /// AP-1, AP-3: it is reviewed while it runs.
    private static func review(_ place: Provision) -> Ruling {
        let (row, context) = (place.row, place.context)
        func working(_ sum: String, _ words: String, _ column: String, _ day: Day) -> Working {
            Working(
                facts: [row.fact], sum: sum,
                numbers: context.pack.numbers(.provisionReviewWarnDays),
                leastAct: place.act(words, [(column, day.iso)]))
        }
        guard let due = row.reviewBy else {
            return Ruling(
                reference: .record(row.id), due: nil, state: .unknown,
                reason: .reviewUndated(row.provider), evidence: [row.key]
            ) {
                working(
                    "no date of review on record", "say by when it is reviewed", "review_by",
                    context.today + 42)
            }
        }
        let done = context.upToToday(row.reviewedOn).flatMap { $0 >= row.span.from ? $0 : nil }
        return context.step(
            reviewWords(row.provider.shortened(to: 30)), .record(row.id), due: due, done: done,
            isNear: context.isNear(due, schoolDays: .provisionReviewWarnDays), evidence: [row.key]
        ) {
            working("review by \(due.long)", "record the review", "reviewed_on", context.today)
        }
    }
}

// MARK: Words

extension Rule {
    private static func agreedWords(_ provider: String) -> Wording {
        Wording(
            "all agreements, and an end, for \(provider)", short: "Provision agreements",
            missing: "Alternative provision not agreed", done: "Alternative provision agreed",
            lacks: "Still missing for \(provider)", shows: "All was agreed for \(provider)")
    }

    private static let hoursWords = Wording(
        "full-time hours, or a part-time timetable that is reported", short: "Full-time hours",
        missing: "Too few hours, nothing agreed", done: "Hours full, or agreed",
        lacks: "The hours are neither full-time nor part-time as agreed and reported",
        shows: "The hours are full-time, or part-time as agreed and reported")

    private static func qualityWords(_ provider: String) -> Wording {
        Wording(
            "a quality check of \(provider)", short: "Provider check",
            missing: "Provider not checked", done: "Provider checked",
            lacks: "No quality check of \(provider) is recorded",
            shows: "The quality of \(provider) was checked")
    }

    private static func reviewWords(_ provider: String) -> Wording {
        Wording(
            "a review of the time at \(provider)", short: "Provision review",
            missing: "Provision not reviewed", done: "Provision reviewed",
            lacks: "No review of the time at \(provider) is recorded",
            shows: "The time at \(provider) was reviewed")
    }
}

/// One time of being taught elsewhere, of one child on one day.
private struct Provision {
    let row: AlternativeProvision
    let context: PupilContext

    /// Who has to agree, by column, and the day up to today on which they did.
    var agreements: [(String, Day?)] {
        let columns =
            ["parent_agreed_on"]
            + (context.cohort.hasSocialWorker(on: row.span.from) ? ["social_care_agreed_on"] : [])
        return columns.map { ($0, context.upToToday(row.record.day($0))) }
    }

    /// The same row with columns filled.
    func act(_ words: String, _ columns: [(String, String)]) -> LeastAct {
        LeastAct(
            .alternativeProvision, words,
            [.put(columns.reduce(row.record) { $0.with($1.0, $1.1) })])
    }
}

extension PupilContext {
    /// Rows that began this year or run today, of a child who was known when they began; on roll
    /// today or not.
    fileprivate var begun: [Provision] {
        facts.alternativeProvision.filter { row in
            row.span.from <= today && cohort.isKnown(on: row.span.from)
                && (row.span.from >= year.first || row.span.contains(today))
        }.map { Provision(row: $0, context: self) }
    }

    /// Rows that run today, of a child who is known today.
    fileprivate var running: [Provision] {
        guard isKnownToday else { return [] }
        return facts.alternativeProvision.filter { $0.span.contains(today) }
            .map { Provision(row: $0, context: self) }
    }
}

extension String {
    /// What a column holds, in a sentence.
    var columnWords: String {
        switch self {
        case "parent_agreed_on": "the parent's agreement"
        case "social_care_agreed_on": "social care's agreement"
        case "to": "the last day"
        case "adjustments": "reasonable adjustments"
        case "sen_endeavours": "what was done about SEN"
        default: replacing("_", with: " ")
        }
    }
}

extension Pupil {
    /// Compulsory school age: from the 31 August, 31 December or 31 March on or after the fifth
    /// birthday to the last Friday of June in the academic year of the sixteenth.
    ///
    /// Source: Education Act 1996 s.8; Education (Start of Compulsory School Age) Order 1998;
    /// Education (School Leaving Date) Order 1997.
    public func isOfCompulsoryAge(on day: Day) -> Bool {
        let five = born.addingYears(5)
        let starts = [five.year, five.year + 1].flatMap { year in
            [(3, 31), (8, 31), (12, 31)].compactMap { Day(year: year, month: $0.0, day: $0.1) }
        }
        guard let first = starts.filter({ $0 >= five }).min(), first <= day else { return false }
        let leaving = AcademicYear(of: born.addingYears(16))
        guard var last = Day(year: leaving.start + 1, month: 6, day: 30) else { return false }
        while last.weekday != 5 { last = last - 1 }
        return day <= last
    }
}
