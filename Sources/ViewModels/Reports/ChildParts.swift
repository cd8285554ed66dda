import Domain

/// What reports about one child have in common; each part is made of what the person sees.
extension ReportDesk {
    /// The part, where the topic is for this person; else that it is left out.
    func part(
        _ title: String, _ topic: Topic, level: Int = 2, _ blocks: @autoclosure () -> [ReportBlock]
    ) -> ReportSection {
        ReportSection(
            title, level: level,
            model.access.sees(topic)
                ? blocks() : [.text("Left out: it is not for the role of who made this.")])
    }

    /// The statuses of today; nothing of a plan for whom that is not.
    func standing(_ facts: PupilFacts) -> [ReportWords] {
        let statuses = facts.statuses.filter { $0.span.contains(today) }
        guard !statuses.isEmpty else {
            return [ReportWords(model.child(facts.ref)?.statusWords ?? "No status holds today.")]
        }
        return statuses.map { status in
            ReportWords(status.words, ids: ids(rows: [status]))
        }
    }

    // MARK: Attendance

    /// The year's figure, and the half-terms as a plot.
    func attendance(of facts: PupilFacts) -> [ReportBlock] {
        let figure = facts.attendance(upTo: today, under: pack)
        guard let percent = figure.percent else {
            return [
                .text("No mark of this year is on record."),
                .gap(ReportGap("The child's attendance of this year is not on record")),
            ]
        }
        let peers = school.peers("attendance", in: AcademicYear(of: today), by: today)
        return [
            .figure(
                ReportFigure(
                    "Attendance this year",
                    ReportWords("\(percent) %", ids: ids(["pupil:\(facts.ref) attendance"])),
                    of: "\(figure.attended) of \(figure.possible) sessions",
                    note: peers.map { "other pupils \($0.value) % of \($0.pupils)" }
                        ?? "other pupils not on record")),
            .figure(
                ReportFigure(
                    "Late marks this year",
                    ReportWords("\(lateMarks(facts))", ids: ids(["pupil:\(facts.ref) attendance"])),
                    of: "\(figure.possible) sessions")),
            .plot(halfTerms(facts)),
        ]
    }

    private func lateMarks(_ facts: PupilFacts) -> Int {
        let year = AcademicYear(of: today)
        guard let marks = facts.marks[year] else { return 0 }
        return marks.days.filter { $0 <= today && facts.pupil.roll.contains($0) }.reduce(0) {
            count, day -> Int in
            let (am, pm) = marks.codes(on: day)
            return count + [am, pm].count { $0?.isLate ?? false }
        }
    }

    private func halfTerms(_ facts: PupilFacts) -> ReportPlot {
        let points = spans.map { label, first, last -> ReportPlot.Point in
            let figure = facts.attendance(from: first, through: min(last, today), under: pack)
            let words =
                figure.percent.map {
                    "\($0) %, \(figure.missed) of \(figure.possible) sessions missed"
                } ?? "no mark"
            return ReportPlot.Point(label, tenths: figure.tenthsOfPercent, words)
        }
        return ReportPlot(
            "attendance", "Attendance by half-term", axis: "Half-term",
            unit: "Sessions attended", most: 1000, points)
    }

    /// The halves of this year's terms that have begun.
    private var spans: [(label: String, first: Day, last: Day)] {
        let calendar = school.calendar
        return calendar.terms(of: AcademicYear(of: today)).flatMap {
            term -> [(label: String, first: Day, last: Day)] in
            let name = term.name.rawValue.sentenceCase
            let half = calendar.closures.first {
                $0.kind == .halfTerm && term.contains($0.from) && term.contains($0.to)
            }
            guard let half else { return [(name, term.start, term.end)] }
            return [
                ("\(name) 1", term.start, half.from - 1), ("\(name) 2", half.to + 1, term.end),
            ]
        }.filter { $0.first <= today }
    }

    // MARK: Learning

    /// The last judgement of each subject beside the one before.
    func progress(of facts: PupilFacts) -> [ReportBlock] {
        let own = facts.progress.filter { $0.on <= today }
        let rows = Progress.Subject.allCases.compactMap { subject -> [ReportWords]? in
            let rows = own.filter { $0.subject == subject }
                .sorted { ($0.on, $0.id) > ($1.on, $1.id) }
            guard let last = rows.first else { return nil }
            let before = rows.dropFirst().first
            return [
                ReportWords(subject.rawValue.sentenceCase),
                ReportWords(Self.words(last), ids: ids(rows: [last])),
                before.map { ReportWords(Self.words($0), ids: ids(rows: [$0])) }
                    ?? ReportWords("none"),
            ]
        }
        let table = ReportBlock.table(
            ReportTable(
                "progress", "Judgements by subject",
                ["Subject", "Last", "Before"].map { ReportTable.Column($0) }, rows,
                empty: "No judgement is on record.",
                note: "PK below, WTS towards, EXS at, GDS above the expected standard."))
        return rows.isEmpty
            ? [table, .gap(ReportGap("No judgement of progress is on record", .progress))] : [table]
    }

    private static func words(_ progress: Progress) -> String {
        [
            progress.judgement?.rawValue, progress.progress.map { "progress \($0.rawValue)" },
            progress.on.dayMonthYear,
        ].compactMap { $0 }.joined(separator: ", ")
    }

    /// What the child needs and what helps, with the SEN stage where that is seen.
    func needs(of facts: PupilFacts) -> [ReportBlock] {
        let profile = facts.profiles.filter { $0.on <= today }.max { $0.on < $1.on }
        var blocks: [ReportBlock] = []
        if model.access.sees(.sen) {
            let sen = facts.pupil.sen?.words ?? "SEN not on record"
            blocks.append(.text("\(sen.sentenceCase)."))
        }
        guard let profile else {
            return blocks + [
                .text("No needs profile is on record."),
                .gap(ReportGap("What the child needs and what helps is not on record", .profile)),
            ]
        }
        let source = ids(rows: [profile])
        blocks.append(.list([.typed("Needs: \(profile.needs)", ids: source)]))
        if let strategies = profile.strategies {
            blocks.append(.list([.typed("What helps: \(strategies)", ids: source)]))
        }
        return blocks
    }

    // MARK: PEPs

    /// The PEPs that were held, the latest first: kind of standing, grade, voice, targets.
    func pepChain(of facts: PupilFacts) -> [ReportBlock] {
        let rows = facts.held(by: today).reversed().map { pep -> [ReportWords] in
            let targets = facts.targets.filter { $0.pep == pep.id }
            let met = targets.count { $0.isReviewed(by: today) && $0.outcome == "met" }
            return [
                ReportWords(pep.day.dayMonthYear, ids: ids(rows: [pep])),
                ReportWords(model.stage(of: pep, facts).words),
                ReportWords(seesPEPRecord ? pep.grade ?? "none" : ""),
                ReportWords(seesPEPRecord ? pep.hasPupilViews ? "yes" : "no" : ""),
                ReportWords("\(met) of \(targets.count)"),
            ]
        }
        return [
            .table(
                ReportTable(
                    "peps", "PEPs held",
                    [
                        ReportTable.Column("Held"), ReportTable.Column("Stands at"),
                        ReportTable.Column("Grade"), ReportTable.Column("Child's views"),
                        ReportTable.Column("Targets met", isNumber: true),
                    ], rows, empty: "No PEP was held."))
        ]
    }

    var seesPEPRecord: Bool { model.access.sees(.pepRecord) }

    /// The targets of a PEP with what became of them.
    func targets(of pep: PEP, _ facts: PupilFacts, id: String = "targets") -> ReportTable {
        let rows = facts.targets.filter { $0.pep == pep.id }.sorted { $0.id < $1.id }.map {
            target -> [ReportWords] in
            let isReviewed = target.isReviewed(by: today)
            return [
                .typed(target.text, ids: ids(rows: [target])), ReportWords(target.area),
                ReportWords(target.who ?? ""), ReportWords(target.by?.dayMonthYear ?? ""),
                ReportWords(target.cost?.words ?? "not said"),
                ReportWords(isReviewed ? target.outcome?.roleWords ?? "" : "not reviewed"),
            ]
        }
        return ReportTable(
            id, "Targets of \(pep.day.long)",
            [
                ReportTable.Column("Target"), ReportTable.Column("Area"),
                ReportTable.Column("Who"), ReportTable.Column("By"),
                ReportTable.Column("Cost", isNumber: true), ReportTable.Column("Outcome"),
            ], rows, empty: "It left no target.")
    }

    /// The PEP that was held last.
    func lastPEP(_ facts: PupilFacts) -> PEP? { facts.held(by: today).last }

    // MARK: Money and time out

    /// Pupil Premium Plus in the child's name, by target and cost.
    func premium(of facts: PupilFacts) -> [ReportBlock] {
        let targets = Dictionary(
            facts.targets.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        let items = plusBooks.flatMap { book in
            FundUse(book, targets: targets).items.filter { $0.pupil == facts.ref }
                .map { (item: $0, book: book) }
        }
        let rows = items.map { item, book -> [ReportWords] in
            let what = book.entries.first { $0.id == item.entry }?.what ?? ""
            return [
                .typed(what, ids: ids(["funding \(item.entry)"])),
                .typed(item.target.flatMap { targets[$0]?.text } ?? "no target named"),
                ReportWords(item.outcome.words), ReportWords(item.isSpent ? "spent" : "committed"),
                ReportWords(item.amount.words),
            ]
        }
        let left = model.plusRemaining(facts.ref)
        return [
            .table(
                ReportTable(
                    "premium", "Pupil Premium Plus, \(FinancialYear(of: today).label)",
                    [
                        ReportTable.Column("What"), ReportTable.Column("Target"),
                        ReportTable.Column("Outcome"), ReportTable.Column("State"),
                        ReportTable.Column("Amount", isNumber: true),
                    ], rows, empty: "Nothing is spent or committed in the child's name.")),
            .text(
                ReportWords(
                    left.map { "Left of the child's own allocation: \($0.words)." }
                        ?? "The child has no allocation of its own on record.")),
        ]
    }

    /// Days out of school, against the law's limit.
    func suspensions(of facts: PupilFacts) -> [ReportBlock] {
        let rows = facts.suspensions.filter { $0.decidedOn <= today }
        let days = DaysOut(rows, school.calendar, on: today, under: pack)
        return [
            .figure(
                ReportFigure(
                    "Days out since \(days.since.dayMonthYear)",
                    ReportWords(days.ofYear.dayWords, ids: ids(rows: rows)),
                    of: "at most \(pack.number(.suspensionMostDays).value) days"))
        ]
    }

    /// What was agreed about the child: open first, then done, by day.
    func agreed(_ facts: PupilFacts, onlyOpen: Bool) -> ReportTable {
        let rows = facts.actions.filter { !onlyOpen || $0.done(by: today) == nil }
            .sorted { ($0.due, $0.id) < ($1.due, $1.id) }
            .map { action -> [ReportWords] in
                [
                    .typed(action.what, ids: ids(rows: [action])),
                    ReportWords(model.staffName(action.owner)),
                    ReportWords(action.due.dayMonthYear),
                    ReportWords(action.done(by: today)?.dayMonthYear ?? "open"),
                ]
            }
        return ReportTable(
            "agreed", onlyOpen ? "Actions that are open" : "What was promised and when it was done",
            ["What", "Who", "By", "Done"].map { ReportTable.Column($0) }, rows,
            empty: onlyOpen ? "No action is open." : "Nothing was agreed.")
    }
}
