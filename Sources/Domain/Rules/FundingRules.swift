extension Rule {
    static let fundingRules: [Rule] = [overspent, idle] + fundEntryRules

    /// AIM-4, DT-3: nobody spends what is not there.
    private static let overspent = Rule(
        .fundingOverspent, "Within the allocation", clauses: ["AIM-4", "DT-3"], .threshold, .money,
        beforeRecords: .stands, next: NextAction(.fundEntry, "Correct the entries or ask for more"),
        .school(
            judge: { context in context.books.flatMap { overspent($0, context) } },
            explain: explainBook))

    /// DT-3: looked-after children's money does not lie idle until it goes back.
    private static let idle = Rule(
        .fundingIdle, "No money left on 31 March", clauses: ["DT-3"], .threshold, .money,
        next: NextAction(.fundEntry, "Commit or spend what is left"),
        .school(
            judge: { context in
                context.books.filter { $0.fund.kind == .plusLookedAfter }
                    .flatMap { idle($0, context) }
            }, explain: explainBook))

    private static func overspent(_ book: FundBook, _ context: SchoolContext) -> [Duty] {
        func duty(_ subject: Subject, _ account: FundAccount) -> Duty {
            let isOver = account.remaining < .zero
            return Duty(
                subject: subject, rule: .fundingOverspent, reference: book.fund.id, due: nil,
                state: isOver ? .overdue : .met,
                reason: isOver
                    ? .overspent(account.remaining)
                    : .remaining(account.remaining, allocated: account.allocated),
                evidence: account.keys)
        }
        let pot = book.pot.entries.isEmpty ? [] : [duty(.fund(book.fund.id), book.pot)]
        return book.own.map { duty(.pupil($0), $1) } + pot
    }

    private static func idle(_ book: FundBook, _ context: SchoolContext) -> [Duty] {
        let due = book.fund.year.last
        return book.own.map { pupil, account in
            let state: DutyState =
                if account.remaining <= .zero {
                    .met
                } else if context.today > due {
                    .missed
                } else {
                    due - context.today <= context.pack[.idleWarnDays] ? .soon : .upcoming
                }
            return Duty(
                subject: .pupil(pupil), rule: .fundingIdle, reference: book.fund.id, due: due,
                state: state,
                reason: state == .met
                    ? .idleSpent(book.fund.year) : .idle(account.remaining, book.fund.year),
                evidence: account.keys)
        }
    }

    private static func explainBook(_ duty: Duty, _ context: SchoolContext) -> Working {
        guard let book = context.books.first(where: { $0.fund.id == duty.reference }) else {
            return Working()
        }
        let account = duty.subject.pupil.flatMap { book.own[$0] } ?? book.pot
        let rows = book.entries.filter { account.entries.contains($0.id) }
        let isIdle = duty.rule == .fundingIdle
        var sum =
            "\(account.allocated.grouped) allocated − \(account.spent.grouped) spent − "
            + "\(account.committed.grouped) committed = \(account.remaining.grouped) pounds left"
        if isIdle, let due = duty.due {
            sum += "; \(max(0, due - context.today)) days to \(due.long)"
        }
        return Working(
            facts: [Working.Fact(book.fund.words, in: .funds, book.fund.key)]
                + rows.map { Working.Fact($0.words, in: .funding, $0.key) },
            sum: sum, numbers: isIdle ? [context.pack.number(.idleWarnDays)] : [],
            leastAct: duty.state.isOpen ? bookAct(duty, account, context) : nil)
    }

    /// The example: one entry that brings what is left to nothing.
    private static func bookAct(
        _ duty: Duty, _ account: FundAccount, _ context: SchoolContext
    ) -> LeastAct {
        let isOver = account.remaining < .zero
        let amount = Pence(abs(account.remaining.value))
        let entry = Record.example(
            .funding,
            [
                "entry_id": "example-\(duty.reference)", "fund_id": duty.reference,
                "pupil": duty.subject.pupil?.text ?? "",
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
            + (target.map { "; target \($0)" } ?? "")
    }
}
