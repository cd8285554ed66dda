import Domain

extension ReportDesk {
    /// Section B: what came of it, and the money.
    func outcomesAndMoney(_ numbers: CohortNumbers, _ told: ToldCounts) -> [ReportSection] {
        [
            ReportSection(
                "Section B: outcomes and money",
                [.text("Other pupils are those without a social worker, as the school has them.")]),
            ReportSection(
                "Attainment beside other pupils", level: 3, attainment(numbers, told)),
            ReportSection("Attendance and suspensions", level: 3, attendance(numbers, told)),
            ReportSection("PEPs", level: 3, [.table(peps(numbers, told))] + targets(told)),
            ReportSection("Pupil Premium Plus", level: 3, premium(told)),
            ReportSection(
                "Wellbeing and support", level: 3,
                [
                    told.figure("With an SDQ done this year", "SDQ", of: "known", "children"),
                    told.figure(
                        "With targeted or specialist support", "support", of: "known", "children"),
                    told.figure(
                        "Of these, not eligible for pupil premium", "support outside",
                        of: "support", "children with support"),
                    told.figure(
                        "With a decision about support this year", "support decided", of: "known",
                        "children"),
                ]),
        ]
    }

    /// The share at the expected standard, the last term of this year with a figure beside that of last
    /// year.
    func attainment(_ numbers: CohortNumbers, _ told: ToldCounts) -> [ReportBlock] {
        let rows = numbers.gaps.map { id, gap -> [ReportWords] in
            let percent = told.percent("\(id) expected", of: "\(id) judged")
            return [
                ReportWords(gap.subject.rawValue.sentenceCase), ReportWords(gap.term.label),
                ReportWords(told.share("\(id) expected", of: "\(id) judged")),
                ReportWords("\(gap.peers) % of \(gap.peerPupils)"),
                // The gap is the share told otherwise.
                ReportWords(!isPublic || !percent.isEmpty ? gap.gap : ""),
            ]
        }
        let table = ReportBlock.table(
            ReportTable(
                "attainment", "At the expected standard or above",
                [
                    ReportTable.Column("Subject"), ReportTable.Column("Term"),
                    ReportTable.Column("Children", isNumber: true),
                    ReportTable.Column("Other pupils", isNumber: true),
                    ReportTable.Column("Gap, points", isNumber: true),
                ], rows, empty: "No term has both judgements and figures of other pupils."))
        let known = Set(
            numbers.gaps.filter { $0.figure.term.year == year }.map { $0.figure.subject })
        let missing = [Progress.Subject.reading, .writing, .maths].filter { !known.contains($0) }
        return [table]
            + missing.map { subject in
                ReportBlock.gap(
                    ReportGap(
                        "\(subject.rawValue.sentenceCase) of \(year.label) cannot be compared: "
                            + "judgements or other pupils' figures are missing", .peers))
            }
    }

    /// Of a group under five people outside get no share.
    func attendance(_ numbers: CohortNumbers, _ told: ToldCounts) -> [ReportBlock] {
        let all = numbers.figures.lines[0]
        let isTold = !isPublic || told.isExact("known") && all.children >= ShownCount.least
        let peers = numbers.figures.peers.map {
            "other pupils \($0) % of \(numbers.figures.peerPupils)"
        }
        var blocks: [ReportBlock] = [
            .figure(
                ReportFigure(
                    "Attendance this year",
                    ReportWords(
                        isTold ? all.sessions.percent.map { "\($0) %" } ?? "not known" : "hidden",
                        ids: ids(model.children.map { "pupil:\($0.ref)" })),
                    of: isTold
                        ? "\(all.sessions.attended) of \(all.sessions.possible) sessions" : "",
                    note: peers ?? "other pupils not on record")),
            told.figure("Missing 10 % or more", "persistent", of: "known", "children"),
            told.figure(
                "Of these, missing half or more", "severe", of: "persistent",
                "children missing 10 % or more"),
            told.figure("With an open concern about lateness", "late", of: "known", "children"),
            suspended(numbers, told),
        ]
        if peers == nil {
            blocks.append(
                .gap(
                    ReportGap(
                        "Other pupils' attendance of \(year.label) is not on record", .peers)))
        }
        return blocks
    }

    private func suspended(_ numbers: CohortNumbers, _ told: ToldCounts) -> ReportBlock {
        let others = school.peers("suspended", in: year, by: today).map {
            "other pupils \($0.value) % of \($0.pupils)"
        }
        let days = numbers.suspensions.map(\.daysOut).reduce(.zero, +)
        let isTold = !isPublic || told.isExact("suspended")
        return .figure(
            ReportFigure(
                "Suspended or excluded since "
                    + pack.suspensionYearFirst(on: today).dayMonthYear,
                ReportWords(told["suspended"], ids: ids(rows: numbers.suspensions)),
                of: "\(told["known"]) children",
                note: [isTold ? "\(days.dayWords) days in all" : nil, others]
                    .compactMap { $0 }.joined(separator: "; ")))
    }

    /// Term by term.
    func peps(_ numbers: CohortNumbers, _ told: ToldCounts) -> ReportTable {
        let columns = [
            "Children", "Held", "On time", "PEPs", "All came", "Targets", "Signed off", "Views",
        ]
        let parts = [
            "expected", "held", "on time", "meetings", "all came", "targets", "signed off", "views",
        ]
        let rows = numbers.terms.map { term -> [ReportWords] in
            let name = term.term.name.rawValue
            return [ReportWords(term.term.label)]
                + parts.map { part in
                    ReportWords(
                        told["\(name) \(part)"],
                        ids: part == "expected" ? ids(term.duties.map(\.text)) : [])
                }
        }
        return ReportTable(
            "peps", "PEPs by term",
            [ReportTable.Column("Term")]
                + columns.map { ReportTable.Column($0, isNumber: true) }, rows,
            empty: "No term of this year has begun.",
            note: "Children: of whom a PEP is asked for in the term; of them, held and on time. "
                + "PEPs: held in the term; of them, everybody needed there or heard, targets set, "
                + "signed off, the child's views in it.")
    }

    private func targets(_ told: ToldCounts) -> [ReportBlock] {
        ["met", "partly", "not-met"].map { outcome in
            told.figure(
                "Targets reviewed this year: \(outcome.roleWords)", "target \(outcome)",
                of: "reviewed", "targets reviewed")
        }
    }

    // MARK: Money

    private func premium(_ told: ToldCounts) -> [ReportBlock] {
        let books = plusBooks
        guard !books.isEmpty else {
            return [
                .text("No fund of Pupil Premium Plus is on record."),
                .gap(ReportGap("No fund of Pupil Premium Plus is on record", .fund)),
            ]
        }
        let rows = books.map { book -> [ReportWords] in
            let line = book.ledger.total
            return [
                ReportWords(book.fund.words, isTyped: true, ids: ids(rows: [book.fund])),
                ReportWords(line.allocated.words), ReportWords(line.received.words),
                ReportWords(line.committed.words),
                ReportWords(line.spent.words), ReportWords(line.left.words),
            ]
        }
        let table = ReportBlock.table(
            ReportTable(
                "premium", "Pupil Premium Plus by fund",
                [
                    ReportTable.Column("Fund"), ReportTable.Column("Allocated", isNumber: true),
                    ReportTable.Column("Received", isNumber: true),
                    ReportTable.Column("Committed", isNumber: true),
                    ReportTable.Column("Spent", isNumber: true),
                    ReportTable.Column("Left", isNumber: true),
                ], rows))
        return [table] + use(books)
    }

    /// The funds of Pupil Premium Plus of this financial year.
    var plusBooks: [FundBook] { model.books.filter(\.fund.kind.isPlus) }

    /// What was spent by area and outcome; of fewer than five children it would tell whose it was.
    private func use(_ books: [FundBook]) -> [ReportBlock] {
        let targets = model.targets
        let items = books.flatMap { FundUse($0, targets: targets).items }.filter(\.isSpent)
        let children = Set(items.compactMap(\.pupil)).count
        guard !isPublic || children >= ShownCount.least || items.isEmpty else {
            return [.text("What it was spent on is left out: it would tell for whom.")]
        }
        let areas = items.map { $0.target.flatMap { targets[$0]?.area } ?? "no target" }
        let rows = areas.eachOnce().sorted().flatMap { area in
            FundUse.Outcome.allCases.compactMap { outcome -> [ReportWords]? in
                let own = zip(areas, items).filter { $0 == area && $1.outcome == outcome }
                    .map { $0.1 }
                guard !own.isEmpty else { return nil }
                let sum = own.reduce(Pence.zero) { $0 + $1.amount }
                return [
                    ReportWords(area.sentenceCase), ReportWords(outcome.words),
                    ReportWords(sum.words, ids: ids(own.map { "funding \($0.entry)" })),
                ]
            }
        }
        return [
            .table(
                ReportTable(
                    "use", "What was spent, by area and outcome",
                    [
                        ReportTable.Column("Area"), ReportTable.Column("Outcome"),
                        ReportTable.Column("Spent", isNumber: true),
                    ], rows, empty: "Nothing is spent."))
        ]
    }
}
