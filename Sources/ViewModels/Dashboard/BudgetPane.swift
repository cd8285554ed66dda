import Domain

extension Sheet {
    /// Pane 4: this financial year's pots, and what is left of each.
    static func budget(_ model: Model) -> Sheet {
        let money = model.allDuties.lazy.filter { $0.topic == .money }
        return Sheet(
            id: "budget", digit: 4, title: "PP+ budget", tab: "PP+", counts: money.stateCounts,
            content: .list(BudgetRow.columns, model.books.map { BudgetRow.item($0.fund.id) }),
            notes: BudgetRow.notes(model),
            empty: "No fund of \(FinancialYear(of: model.today).label) on record.")
    }
}

/// Funds as rows: pounds and pence.
enum BudgetRow {
    static let columns = [
        // The name whole: what is committed has its part of the bar, and a wider screen the sum.
        TableColumn("Pot", minimum: 27, share: 1),
        TableColumn("Allocated", side: .right, minimum: 10, priority: 2),
        TableColumn("Committed", side: .right, minimum: 10, priority: 3),
        TableColumn("Spent", side: .right, minimum: 10, priority: 1),
        TableColumn("Left", side: .right, minimum: 10),
    ]

    static func item(_ id: String) -> SheetItem {
        SheetItem(
            id: id, opens: .fund(id), record: RecordKey(kind: .funds, parts: [id]),
            search: { $0.name(of: .fund(id)) },
            row: { model in
                guard let book = model.book(id) else {
                    return Row(
                        id: id, cells: [[Phrase(id)], [], [], [], []], spoken: "\(id): no such fund"
                    )
                }
                return row(id: id, name: book.fund.name, book.total)
            })
    }

    static func row(id: String, name: String, _ account: FundAccount, tone: Tone = .normal) -> Row {
        let sums = [account.allocated, account.committed, account.spent]
        return Row(
            id: id,
            cells: [[Phrase(name, tone)]] + sums.map { [Phrase($0.grouped, .money)] }
                + [
                    [
                        Phrase(
                            account.remaining.grouped, account.remaining < .zero ? .overdue : .money
                        )
                    ]
                ],
            spoken: "\(name): allocated \(account.allocated.inPounds), "
                + "committed \(account.committed.inPounds), spent \(account.spent.inPounds), "
                + "left \(account.remaining.inPounds)")
    }

    static func notes(_ model: Model) -> [TextLine] {
        let year = FinancialYear(of: model.today)
        let plus = model.books.filter { $0.fund.kind.isPlus }.map(\.total)
        let total = plus.dropFirst().reduce(plus.first) { $0?.adding($1) }
        let days = year.last - model.today
        var lines: [TextLine] = []
        if let total, total.allocated > .zero {
            lines.append(
                TextLine(
                    bar(total, width: 30), right: [Phrase("\(days.days) to 31 March", .muted)]))
            lines.append(TextLine("# spent   = committed   . left", .muted))
            lines.append(TextLine(forecast(model), .muted))
        }
        let without = model.count(of: .spendWithoutImpact)
        let idle = model.count(of: .idleMoney)
        lines.append(
            TextLine([
                Phrase(
                    "\(without.counted("spend")) without impact", without > 0 ? .overdue : .muted),
                Phrase(" · "),
                Phrase("\(idle.counted("allocation")) not yet spent", idle > 0 ? .soon : .muted),
            ]))
        return lines
    }

    /// What will be left of all Pupil Premium Plus at the rate of each fund so far.
    private static func forecast(_ model: Model) -> String {
        model.books.filter { $0.fund.kind.isPlus }.map { book in
            FundForecast(
                fund: book.fund, entries: model.facts.school.entries, today: model.today
            ).leftByEnd
        }
        .reduce(Pence.zero, +).atYearsEnd
    }

    /// What is spent, bound and left, as a bar; it never shows more than the whole.
    static func bar(_ account: FundAccount, width: Int) -> [Phrase] {
        let whole = max(account.allocated.value, 1)
        let spent = min(width, max(0, account.spent.value) * width / whole)
        let bound = min(width - spent, max(0, account.committed.value) * width / whole)
        return [
            Phrase(String(repeating: "#", count: spent)),
            Phrase(String(repeating: "=", count: bound), .money),
            Phrase(String(repeating: ".", count: width - spent - bound), .muted),
        ]
    }
}

extension FundBook {
    /// The whole fund: the pot and every child's allocation.
    var total: FundAccount { own.values.reduce(pot) { $0.adding($1) } }
}

extension FundAccount {
    fileprivate func adding(_ other: FundAccount) -> FundAccount {
        var sum = self
        sum.allocated += other.allocated
        sum.spent += other.spent
        sum.committed += other.committed
        return sum
    }
}
