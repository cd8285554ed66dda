/// The self-check of a PEP before it is sent, point by point.
public struct PEPSelfCheck: Hashable, Sendable {
    /// The points in their order, each once.
    public let checks: [PEPCheck]
    /// The day on which the figures should be fresh: that of its sending while the authority has
    /// it, that of the next PEP where one was held since, else today.
    public let asOf: Day

    public init(
        of pep: PEP, _ facts: PupilFacts, in school: SchoolFacts, on today: Day,
        under pack: PolicyPack
    ) {
        let reading = Reading(pep, facts, school, today, pack)
        checks = PEPCheck.Point.allCases.map(reading.check)
        asOf = reading.asOf
    }
}

/// One PEP with what stands around it.
private struct Reading {
    let pep: PEP
    let facts: PupilFacts
    let school: SchoolFacts
    let today: Day
    let pack: PolicyPack
    let asOf: Day
    /// The PEP that was held before this one.
    let earlier: PEP?
    /// The targets of this one.
    let targets: [PEPTarget]

    init(
        _ pep: PEP, _ facts: PupilFacts, _ school: SchoolFacts, _ today: Day, _ pack: PolicyPack
    ) {
        self.pep = pep
        self.facts = facts
        self.school = school
        self.today = today
        self.pack = pack
        let others = facts.held(by: today).filter { $0.id != pep.id }
        earlier = others.last { ($0.day, $0.id) < (pep.day, pep.id) }
        let later = others.first { ($0.day, $0.id) > (pep.day, pep.id) }
        asOf = pep.sentAndKept(by: today) ?? later?.day ?? today
        targets = facts.targets.filter { $0.pep == pep.id }.sorted { $0.id < $1.id }
    }

    func check(_ point: PEPCheck.Point) -> PEPCheck {
        switch point {
        case .voice: voice
        case .earlierTargets: earlierTargets
        case .targets: enoughTargets
        case .details: details
        case .premium: premium
        case .people: people
        case .attendance: fresh(.attendance, "mark", lastMark, mend: .importFile)
        case .progress: fresh(.progress, "judgement of progress", lastProgress, mend: .progress)
        case .next: next
        }
    }

    // MARK: How a point stands

    private func done(_ point: PEPCheck.Point, _ words: String) -> PEPCheck {
        PEPCheck(point: point, state: .done, words: words, action: nil, record: pep.key)
    }

    /// - Parameter record: where the action begins; the PEP unless another is named.
    private func lacks(
        _ point: PEPCheck.Point, _ words: String, as state: PEPCheck.State = .missing,
        mend action: ActionID, from record: RecordKey? = nil
    ) -> PEPCheck {
        PEPCheck(
            point: point, state: state, words: words, action: action, record: record ?? pep.key)
    }

    // MARK: The child and the targets

    private var voice: PEPCheck {
        if pep.voice != nil { return done(.voice, "on record, as the child said it") }
        return lacks(
            .voice,
            pep.hasPupilViews
                ? "the child's views are in it, not in the child's own words"
                : "nothing that the child said", mend: .pepVoice)
    }

    private var earlierTargets: PEPCheck {
        guard let earlier else { return done(.earlierTargets, "no earlier PEP on record") }
        let day = earlier.day.dayMonthYear
        let left = facts.targets.filter { $0.pep == earlier.id }.sorted { $0.id < $1.id }
        guard !left.isEmpty else {
            return done(.earlierTargets, "the PEP of \(day) left no target")
        }
        let unreviewed = left.filter { !$0.isReviewed(by: today) }
        let count = left.count.counted("target")
        guard let first = unreviewed.first else {
            return done(.earlierTargets, "\(count) of \(day) with an outcome")
        }
        return lacks(
            .earlierTargets, "\(unreviewed.count) of \(count) of \(day) without an outcome",
            mend: .targetReview, from: first.key)
    }

    /// How many targets a PEP should have at the least, one of them in English or maths.
    ///
    /// Source: this check's choice; the forms of several authorities have places for English, maths
    /// and one other.
    private static let leastTargets = 2

    private var enoughTargets: PEPCheck {
        guard !targets.isEmpty else { return noTarget(.targets) }
        let isFew = targets.count < Reading.leastTargets
        let hasCore = targets.contains(where: \.isCore)
        guard isFew || !hasCore else {
            let areas = targets.map(\.area).joined(separator: ", ")
            return done(.targets, "\(targets.count.counted("target")): \(areas)")
        }
        return lacks(
            .targets,
            targets.count.counted("target") + (hasCore ? "" : ", none in English or maths")
                + (isFew ? "; two are asked for" : ""), mend: .target)
    }

    private var details: PEPCheck {
        guard !targets.isEmpty else { return noTarget(.details) }
        let short = targets.filter { !$0.unsaid.isEmpty }
        guard let first = short.first else {
            return done(.details, "each target says why, who, by when and what it costs")
        }
        let parts = PEPTarget.Detail.allCases.filter { detail in
            short.contains { $0.unsaid.contains(detail) }
        }
        return lacks(
            .details,
            "\(short.count) of \(targets.count.counted("target")) without "
                + parts.map(\.rawValue).joined(separator: ", "), mend: .targetChange,
            from: first.key)
    }

    private func noTarget(_ point: PEPCheck.Point) -> PEPCheck {
        lacks(point, "no target yet", mend: .target)
    }

    // MARK: Money

    private var premium: PEPCheck {
        let entries = plusEntries
        guard !entries.isEmpty else { return withoutPremium }
        let untied = entries.filter { tiedTarget(of: $0) == nil }
        let count = entries.count == 1 ? "1 entry" : "\(entries.count) entries"
        guard let first = untied.first else {
            return done(.premium, "\(count) of PP+, each with a target")
        }
        return lacks(
            .premium,
            "\(untied.count) of \(count) of PP+ without a target: \(first.amount.inPounds) of "
                + first.on.dayMonthYear, mend: .fundLink, from: first.key)
    }

    /// What was promised or spent of Pupil Premium Plus for the child since the PEP before.
    private var plusEntries: [FundEntry] {
        let plus = Set(school.funds.filter(\.kind.isPlus).map(\.id))
        let since = earlier?.day ?? AcademicYear(of: asOf).first
        return school.entries.filter { entry in
            entry.pupil == facts.ref && plus.contains(entry.fund)
                && (entry.kind == .commitment || entry.kind == .spend)
                && since <= entry.on && entry.on <= asOf
        }
        .sorted { ($0.on, $0.id) < ($1.on, $1.id) }
    }

    /// Its own target, or that of the commitment which it settles.
    private func tiedTarget(of entry: FundEntry) -> String? {
        if let target = entry.target { return target }
        guard let commitment = entry.commitment else { return nil }
        return school.entries.first { $0.id == commitment }?.target
    }

    private var withoutPremium: PEPCheck {
        let cost = targets.compactMap(\.cost).reduce(Pence.zero, +)
        if cost > .zero {
            return lacks(
                .premium, "the targets cost \(cost.inPounds), and no PP+ is on record for them",
                as: .unknown, mend: .fundEntry)
        }
        if let first = targets.first(where: { $0.cost == nil }) {
            return lacks(
                .premium, "no PP+ on record, and not every target says what it costs",
                as: .unknown, mend: .targetChange, from: first.key)
        }
        return done(.premium, "no PP+ this term")
    }

    // MARK: People

    private var people: PEPCheck {
        guard pep.kind != .review else {
            return done(.people, "a review by the Designated Teacher alone needs nobody else")
        }
        guard let held = pep.held(by: today) else {
            return lacks(.people, "not held yet", as: .unknown, mend: .pepHold)
        }
        let needed = facts.cohort(under: pack).peopleNeeded(on: held)
        let rows = facts.pepPeople.filter { $0.pep == pep.id }
        let missing = needed.missing(in: rows, unless: \.tookPart)
        guard !missing.isEmpty else {
            return done(.people, "\(needed.words): there or heard")
        }
        return lacks(.people, "not there and not heard: \(missing.words)", mend: .pepPeople)
    }

    // MARK: Figures

    private var lastMark: Day? {
        facts.marks.values.compactMap { $0.lastMark(upTo: asOf) }.max()
    }

    private var lastProgress: Day? { facts.progress.map(\.on).filter { $0 <= asOf }.max() }

    private func fresh(
        _ point: PEPCheck.Point, _ noun: String, _ last: Day?, mend action: ActionID
    ) -> PEPCheck {
        guard let last else {
            return lacks(point, "no \(noun) on record", as: .unknown, mend: action)
        }
        let age = school.calendar.schoolDays(after: last, through: asOf)
        let most = pack[.pepFreshDays]
        let words = "the last \(noun) is of \(last.dayMonthYear)"
        guard age > most else { return done(point, words) }
        return lacks(
            point, "\(words), \(age.counted("school day")) ago; at most \(most)", mend: action)
    }

    // MARK: The next one

    private var next: PEPCheck {
        let planned = facts.peps.filter { !$0.isCancelled && $0.id != pep.id }.map(\.day)
        let days = (pep.nextOn.map { [$0] } ?? []) + planned.sorted()
        guard let next = days.first(where: { $0 > pep.day }) else {
            return lacks(.next, "no day is set", mend: .pepPlan)
        }
        return done(.next, "next PEP on \(next.long)")
    }
}

extension YearMarks {
    /// The last day up to `day` on which a mark stands, be it of one session.
    fileprivate func lastMark(upTo day: Day) -> Day? {
        days.last { one in
            let codes = codes(on: one)
            return one <= day && (codes.am ?? codes.pm) != nil
        }
    }
}
