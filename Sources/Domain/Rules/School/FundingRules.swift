extension Rule {
    static let fundingRules: [Rule] = [overspent, idle] + fundEntryRules

    /// AIM-4, DT-3: nobody spends what is not there.
    private static let overspent = Rule(
        .fundingOverspent, "Within the allocation", clauses: ["AIM-4", "DT-3"], .threshold, .money,
        beforeRecords: .stands, next: NextAction(.fundEntry, "Correct it, or ask for more"),
        .school { context in context.books.flatMap { overspent($0, context) } })

    /// DT-3: looked-after children's money does not lie idle until it goes back.
    private static let idle = Rule(
        .fundingIdle, "No money left on 31 March", clauses: ["DT-3"], .threshold, .money,
        next: NextAction(.fundEntry, "Commit or spend what is left"),
        .school { context in
            context.books.filter { $0.fund.kind == .plusLookedAfter }
                .flatMap { idle($0, context) }
        })

    private static func overspent(_ book: FundBook, _ context: SchoolContext) -> [Ruling] {
        func ruling(_ subject: Subject, _ account: FundAccount) -> Ruling {
            let isOver = account.remaining < .zero
            return Ruling(
                subject: subject, reference: .record(book.fund.id), due: nil,
                state: isOver ? .overdue : .met,
                reason: isOver
                    ? .overspent(account.remaining)
                    : .remaining(account.remaining, allocated: account.allocated),
                evidence: account.keys
            ) { working(book, account, of: subject, context) }
        }
        let pot = book.pot.entries.isEmpty ? [] : [ruling(.fund(book.fund.id), book.pot)]
        return book.own.map { ruling(.pupil($0), $1) } + pot
    }

    private static func idle(_ book: FundBook, _ context: SchoolContext) -> [Ruling] {
        let due = book.fund.year.last
        return book.own.map { pupil, account in
            let state = context.state(
                by: due, isDone: account.remaining <= .zero, isLost: true,
                isNear: context.isNear(due, days: .idleWarnDays))
            return Ruling(
                subject: .pupil(pupil), reference: .record(book.fund.id), due: due, state: state,
                reason: idleReason(state, account.remaining, book.fund.year),
                evidence: account.keys
            ) {
                var working = working(book, account, of: .pupil(pupil), context)
                working.sum += "; \(max(0, due - context.today)) days to \(due.long)"
                working.numbers = context.pack.numbers(.idleWarnDays)
                return working
            }
        }
    }

    private static func idleReason(
        _ state: DutyState, _ left: Pence, _ year: FinancialYear
    ) -> Reason {
        switch state {
        case .met: .idleSpent(year)
        case .missed: .idleLost(left, year)
        case .overdue, .soon, .upcoming, .unknown, .notApplicable: .idle(left, year)
        }
    }

    private static func working(
        _ book: FundBook, _ account: FundAccount, of subject: Subject, _ context: SchoolContext
    ) -> Working {
        let rows = book.entries.filter { account.entries.contains($0.id) }
        return Working(
            facts: [Working.Fact(book.fund.words, in: .funds, book.fund.key)]
                + rows.map { Working.Fact($0.words, in: .funding, $0.key) },
            sum: "\(account.allocated.grouped) allocated − \(account.spent.grouped) spent − "
                + "\(account.committed.grouped) committed = \(account.remaining.grouped) "
                + "pounds left",
            leastAct: act(book.fund, account, of: subject, context))
    }

    /// The example: one entry that brings what is left to nothing.
    private static func act(
        _ fund: Fund, _ account: FundAccount, of subject: Subject, _ context: SchoolContext
    ) -> LeastAct {
        let isOver = account.remaining < .zero
        let amount = Pence(abs(account.remaining.value))
        let entry = Record.example(
            .funding,
            [
                "entry_id": "example-\(fund.id)", "fund_id": fund.id,
                "pupil": subject.pupil?.text ?? "",
                "kind": isOver ? "allocation" : "commitment", "on": context.today.iso,
                "amount": amount.pounds, "what": "example",
            ])
        return LeastAct(
            .fundEntry,
            isOver
                ? "record \(amount.grouped) pounds more, or correct an entry"
                : "commit or spend \(amount.grouped) pounds, or return them", [.put(entry)])
    }
}

extension SchoolContext {
    /// The books of all funds up to today, in the order of their ids.
    var books: [FundBook] {
        school.funds.sorted { $0.id < $1.id }.map {
            FundBook(fund: $0, entries: school.entries, today: today)
        }
    }
}

extension FundAccount {
    var keys: [RecordKey] { entries.map { RecordKey(kind: .funding, parts: [$0]) } }
}

extension Fund {
    /// `PP+ looked after 2026-27`.
    public var words: String { "\(name) \(year.label)" }
}

extension FundEntry {
    /// `spend of 250.00 on 3 Nov 2026: Tutor`.
    public var words: String {
        "\(kind.rawValue) of \(amount.grouped) on \(on.dayMonthYear): \(what)"
            + (reason.map { "; reason: \($0)" } ?? "")
            + (impact.map { "; impact: \($0)" } ?? "")
            + (target == nil ? "" : "; for a target")
    }
}
