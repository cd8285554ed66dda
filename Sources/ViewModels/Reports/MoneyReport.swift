import Domain

extension ReportDesk {
    /// Pupil Premium Plus by fund: whose it is, what it was for, and every entry.
    var money: [ReportSection] {
        let books = plusBooks
        guard !books.isEmpty else {
            let year = FinancialYear(of: today).label
            return [
                ReportSection(
                    ReportID.money.title,
                    [
                        .text("No fund of Pupil Premium Plus of \(year) is on record."),
                        .gap(ReportGap("No fund of Pupil Premium Plus is on record", .fund)),
                    ])
            ]
        }
        let targets = model.targets
        return books.enumerated().map { place, book in
            section(book, targets, place + 1)
        }
    }

    private func section(
        _ book: FundBook, _ targets: [String: PEPTarget], _ place: Int
    ) -> ReportSection {
        let manager = book.fund.isManagedBySchool ? "the school" : "the Virtual School"
        let forecast = FundForecast(fund: book.fund, entries: school.entries, today: today)
        let year = FundYear(fund: book.fund, entries: school.entries, today: today)
        var blocks: [ReportBlock] = [
            .text("Managed by \(manager). \(forecast.words)"),
            .table(accounts(book, place)),
            .table(use(FundUse(book, targets: targets), book, targets, place)),
            .plot(plot(year, place)),
            .table(journal(book, place)),
        ]
        let silent = book.entries.filter { $0.kind == .spend && $0.impact == nil }
        if !silent.isEmpty {
            blocks.append(
                .gap(
                    ReportGap(
                        "What came of \(silent.count.counted("spend")) of \(book.fund.words) is not "
                            + "on record", .fundImpact)))
        }
        return ReportSection(book.fund.words, blocks)
    }

    private func accounts(_ book: FundBook, _ place: Int) -> ReportTable {
        func row(_ whose: String, _ line: FundLine, _ rows: [FundEntry]) -> [ReportWords] {
            [
                ReportWords(whose, ids: ids(rows: rows)), ReportWords(line.allocated.words),
                ReportWords(line.received.words), ReportWords(line.committed.words),
                ReportWords(line.spent.words), ReportWords(line.returned.words),
                ReportWords(line.left.words),
            ]
        }
        let ledger = book.ledger
        let own = ledger.owners.sorted().map { ref in
            row(name(ref), ledger.line(.pupil(ref)), book.entries.filter { $0.pupil == ref })
        }
        let pot = book.entries.filter { ledger.holder(of: $0) == .pot }
        return ReportTable(
            "accounts-\(place)", "\(book.fund.words): accounts",
            [
                ReportTable.Column("Whose"), ReportTable.Column("Allocated", isNumber: true),
                ReportTable.Column("Received", isNumber: true),
                ReportTable.Column("Committed", isNumber: true),
                ReportTable.Column("Spent", isNumber: true),
                ReportTable.Column("Returned", isNumber: true),
                ReportTable.Column("Left", isNumber: true),
            ],
            own + [
                row("The pot", ledger.line(.pot), pot),
                row("Together", ledger.total, book.entries),
            ])
    }

    private func use(
        _ use: FundUse, _ book: FundBook, _ targets: [String: PEPTarget], _ place: Int
    ) -> ReportTable {
        let words = Dictionary(
            book.entries.map { ($0.id, $0.what) }, uniquingKeysWith: { first, _ in first })
        let rows = FundUse.Outcome.allCases.flatMap { outcome in
            use.items.filter { $0.outcome == outcome }.map { item -> [ReportWords] in
                let target = item.target.flatMap { targets[$0] }
                return [
                    ReportWords(item.pupil.map(name) ?? "the whole fund"),
                    ReportWords.typed(
                        words[item.entry] ?? "", ids: ids(["funding \(item.entry)"])),
                    target.map { ReportWords.typed($0.text, ids: ids(rows: [$0])) }
                        ?? ReportWords("no target named"),
                    ReportWords(outcome.words), ReportWords(item.isSpent ? "spent" : "committed"),
                    ReportWords(item.amount.words),
                ]
            }
        }
        return ReportTable(
            "use-\(place)", "\(book.fund.words): each pound by its target",
            [
                ReportTable.Column("For whom"), ReportTable.Column("What"),
                ReportTable.Column("Target"), ReportTable.Column("Outcome"),
                ReportTable.Column("State"), ReportTable.Column("Amount", isNumber: true),
            ], rows, empty: "Nothing is spent or committed.")
    }

    private func plot(_ year: FundYear, _ place: Int) -> ReportPlot {
        let points = year.months.map { month in
            ReportPlot.Point(
                month.first.monthWord, tenths: month.spent.value / 10,
                month.spent.words + (month.isForecast ? " at this rate" : ""))
        }
        let most = max(year.forecast.allocated, year.months.map(\.spent).max() ?? .zero)
        return ReportPlot(
            "months-\(place)", "Spent since 1 April, \(year.year.label)", axis: "Month",
            unit: "Spent", most: max(1, most.value / 10), points)
    }

    private func journal(_ book: FundBook, _ place: Int) -> ReportTable {
        let rows = book.entries.sorted { ($0.on, $0.id) < ($1.on, $1.id) }.map {
            entry -> [ReportWords] in
            [
                ReportWords(entry.on.dayMonthYear, ids: ids(rows: [entry])),
                ReportWords(entry.kind.words), ReportWords(entry.pupil.map(name) ?? ""),
                ReportWords.typed(entry.what),
                ReportWords(entry.kind == .spend ? entry.impact ?? "not said" : ""),
                ReportWords(entry.amount.words),
            ]
        }
        return ReportTable(
            "journal-\(place)", "\(book.fund.words): every entry",
            [
                ReportTable.Column("Day"), ReportTable.Column("Kind"),
                ReportTable.Column("For whom"), ReportTable.Column("What"),
                ReportTable.Column("Impact"), ReportTable.Column("Amount", isNumber: true),
            ], rows, empty: "No entry is on record.")
    }
}
