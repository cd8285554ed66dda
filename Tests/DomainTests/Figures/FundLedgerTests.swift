import Domain
import Support
import Testing

@Suite("A fund's money, booked twice")
struct FundLedgerTests {
    private static let today = Day(iso: "2026-11-23") ?? Day(rawValue: 0)

    private static func fund(_ manager: String) throws -> Fund {
        Fund(
            try Record(
                .funds,
                [
                    "fund_id": "F1", "name": "PP+", "kind": "pp-plus-cla",
                    "financial_year": "2026-27", "managed_by": manager,
                ]))
    }

    private static func entry(
        _ id: String, _ kind: String, _ amount: String, _ more: [String: String] = [:]
    )
        throws -> FundEntry
    {
        var fields = [
            "entry_id": id, "fund_id": "F1", "kind": kind, "amount": amount, "what": "Tutor",
            "on": "2026-10-01",
        ]
        fields.merge(more) { $1 }
        return FundEntry(try Record(.funding, fields))
    }

    private static func line(
        _ manager: String, _ entries: [FundEntry], _ holder: FundLedger.Holder = .pot
    ) throws -> FundLine {
        FundLedger(fund: try fund(manager), entries: entries, today: today).line(holder)
    }

    @Test("Of 500 pounds 120 are committed, 100 of them spent and 50 given back: 330 are left")
    func example() throws {
        let line = try Self.line(
            "school",
            [
                try Self.entry("A", "allocation", "500"), try Self.entry("C", "commitment", "120"),
                try Self.entry("S", "spend", "100", ["commitment": "C"]),
                try Self.entry("R", "return", "50"),
            ])
        #expect(line.allocated == Pence(50_000))
        #expect(line.received == Pence(50_000))
        #expect(line.asked == nil)
        #expect(line.committed == Pence(2_000))
        #expect(line.spent == Pence(10_000))
        #expect(line.returned == Pence(5_000))
        #expect(line.left == Pence(33_000))
    }

    @Test("Of the Virtual School's money the school asks by committing, and receives by spending")
    func virtualSchool() throws {
        let line = try Self.line(
            "virtual-school",
            [
                try Self.entry("A", "allocation", "500"), try Self.entry("C", "commitment", "120"),
                try Self.entry("S", "spend", "150", ["commitment": "C"]),
                try Self.entry("T", "spend", "30.50"),
            ])
        #expect(line.asked == Pence(12_000 + 3_000 + 3_050))
        #expect(line.received == Pence(18_050))
        #expect(line.committed == .zero)
        #expect(line.left == Pence(50_000 - 18_050))
    }

    @Test("A child with an allocation has an account; another's spend comes from the pot")
    func holders() throws {
        let entries = [
            try Self.entry("A", "allocation", "200", ["pupil": "K1"]),
            try Self.entry("B", "allocation", "100"),
            try Self.entry("S", "spend", "40", ["pupil": "K1"]),
            try Self.entry("T", "spend", "30", ["pupil": "K2"]),
        ]
        #expect(try Self.line("school", entries, .pupil(PupilRef("K1"))).left == Pence(16_000))
        #expect(try Self.line("school", entries).left == Pence(7_000))
    }

    @Test("What is dated after today does not count")
    func later() throws {
        let line = try Self.line(
            "school", [try Self.entry("A", "allocation", "9", ["on": "2026-11-24"])])
        #expect(line.allocated == .zero)
    }

    // MARK: Whatever is entered

    /// Entries as careless as the form of the bundle allows: money without an allocation, spends
    /// above what they settle, several spends of one commitment, of another child's too.
    static func entries(_ seed: UInt64) throws -> [FundEntry] {
        var random = SplitMix64(seed: seed)
        var made: [FundEntry] = []
        for place in 0..<Int.random(in: 0...40, using: &random) {
            let kind =
                ["allocation", "commitment", "spend", "spend", "return"]
                .randomElement(using: &random) ?? "spend"
            var more = ["on": (today - Int.random(in: -20...230, using: &random)).iso]
            if Bool.random(using: &random) {
                more["pupil"] = "K\(Int.random(in: 1...4, using: &random))"
            }
            let open = made.filter { $0.kind == .commitment }
            if kind == "spend", Bool.random(using: &random),
                let one = open.randomElement(using: &random)
            {
                more["commitment"] = one.id
            }
            if kind != "allocation", Bool.random(using: &random) {
                more["target_id"] = "T\(Int.random(in: 1...6, using: &random))"
            }
            let amount = Pence(Int.random(in: 0...200_000, using: &random)).pounds
            made.append(try entry("E\(place)", kind, amount, more))
        }
        return made.shuffled(using: &random)
    }

    @Test("Debits equal credits: all accounts together come to nothing", arguments: Soak.seeds(100))
    func balances(seed: UInt64) throws {
        for manager in ["school", "virtual-school"] {
            let ledger = FundLedger(
                fund: try Self.fund(manager), entries: try Self.entries(seed), today: Self.today)
            let sum = ledger.accounts.map { ledger.balance($0).value }.reduce(0, +)
            #expect(sum == 0)
            for posting in ledger.postings {
                #expect(posting.amount > .zero)
                #expect(posting.debit != posting.credit)
            }
            for account in ledger.accounts {
                if case .received = account { #expect(ledger.balance(account) == .zero) }
            }
        }
    }

    @Test(
        "Pot and children are to the penny what their entries come to, and together the fund",
        arguments: Soak.seeds(100))
    func agrees(seed: UInt64) throws {
        for manager in ["school", "virtual-school"] {
            let fund = try Self.fund(manager)
            let entries = try Self.entries(seed)
            let book = FundBook(fund: fund, entries: entries, today: Self.today)
            let ledger = book.ledger
            #expect(ledger.owners == Set(book.own.keys))
            let accounts = [(FundLedger.Holder.pot, book.pot)] + book.own.map { (.pupil($0), $1) }
            for (holder, account) in accounts {
                let own = book.entries.filter { ledger.holder(of: $0) == holder }
                func sum(_ kind: FundEntry.Kind) -> Int {
                    own.filter { $0.kind == kind }.map(\.amount.value).reduce(0, +)
                }
                let bound = own.filter { $0.kind == .commitment }.map { commitment in
                    let settled = book.entries
                        .filter { $0.kind == .spend && $0.commitment == commitment.id }
                        .map(\.amount.value).reduce(0, +)
                    return max(0, commitment.amount.value - settled)
                }.reduce(0, +)
                #expect(account.entries == own.map(\.id))
                #expect(account.allocated.value == sum(.allocation) - sum(.giveBack))
                #expect(account.spent.value == sum(.spend))
                #expect(account.committed.value == bound)
                #expect(account.remaining == ledger.line(holder).left)
            }
            func sum(_ kind: FundEntry.Kind) -> Pence {
                book.entries.filter { $0.kind == kind }.reduce(.zero) { $0 + $1.amount }
            }
            let total = ledger.total
            #expect(total.allocated == sum(.allocation))
            #expect(total.spent == sum(.spend))
            #expect(total.returned == sum(.giveBack))
            #expect(
                total.left
                    == total.allocated - total.returned - total.committed - total.spent)
            if let asked = total.asked { #expect(asked == total.committed + total.spent) }
        }
    }

    /// What entries were for, with the targets T1 met, T2 partly met, T3 not met and T4 open.
    private static func use(_ entries: [FundEntry]) throws -> FundUse {
        var targets: [String: PEPTarget] = [:]
        for (place, outcome) in ["met", "partly", "not-met", ""].enumerated() {
            let target = PEPTarget(
                try Record(
                    .targets,
                    [
                        "target_id": "T\(place + 1)", "pep_id": "P1", "area": "reading",
                        "target": "Reads", "success": "Yes", "outcome": outcome,
                    ]))
            targets[target.id] = target
        }
        let book = FundBook(fund: try fund("school"), entries: entries, today: today)
        return FundUse(book, targets: targets)
    }

    @Test(
        "A spend serves its own target, else that of the commitment which it settles",
        arguments: [
            (["commitment": "C"], FundUse.Outcome.met), (["target_id": "T3"], .notMet),
            (["commitment": "C", "target_id": "T2"], .partly), ([:], .none),
            (["commitment": "D"], .none),
        ])
    func serves(_ more: [String: String], _ outcome: FundUse.Outcome) throws {
        let use = try Self.use([
            try Self.entry("C", "commitment", "120", ["target_id": "T1"]),
            try Self.entry("S", "spend", "100", more),
        ])
        #expect(use.items.first { $0.entry == "S" }?.outcome == outcome)
    }

    @Test(
        "Of a commitment is left what is not spent; one that is settled is left out",
        arguments: [("119.99", ["S 119.99", "C 0.01"]), ("120", ["S 120.00"])])
    func settled(_ spent: String, _ items: [String]) throws {
        let use = try Self.use([
            try Self.entry("C", "commitment", "120"),
            try Self.entry("S", "spend", spent, ["commitment": "C"]),
        ])
        #expect(use.items.map { "\($0.entry) \($0.amount.pounds)" } == items)
    }

    @Test("Each pound spent or bound has one target or none", arguments: Soak.seeds(100))
    func use(seed: UInt64) throws {
        let fund = try Self.fund("school")
        let entries = try Self.entries(seed)
        let total = FundLedger(fund: fund, entries: entries, today: Self.today).total
        let use = try Self.use(entries)
        let outcomes = FundUse.Outcome.allCases
        #expect(outcomes.map(use.spent).reduce(.zero, +) == total.spent)
        #expect(outcomes.map(use.committed).reduce(.zero, +) == total.committed)
    }

    // MARK: The year

    @Test("A fund of 365 pounds that has spent one a day for 237 days has nothing left on 31 March")
    func rate() throws {
        let day = FinancialYear(of: Self.today).first + 236
        let year = FundYear(
            fund: try Self.fund("school"),
            entries: [
                try Self.entry("A", "allocation", "365"), try Self.entry("S", "spend", "237"),
            ], today: day)
        #expect(year.forecast.spentByEnd == Pence(36_500))
        #expect(year.forecast.leftByEnd == .zero)
        #expect(
            year.months.map(\.isForecast) == Array(repeating: false, count: 8)
                + Array(repeating: true, count: 4))
        #expect(year.months.last?.spent == Pence(36_500))
    }

    @Test("What is bound will be spent, be the rate ever so low")
    func bound() throws {
        let year = FundYear(
            fund: try Self.fund("school"),
            entries: [
                try Self.entry("A", "allocation", "100"), try Self.entry("C", "commitment", "80"),
            ], today: Self.today)
        #expect(year.forecast.leftByEnd == Pence(2_000))
    }

    @Test(
        "A year runs from 1 April to 31 March, both included",
        arguments: [
            ("2026-03-31", "0.00"), ("2026-04-01", "365.00"), ("2026-04-02", "182.50"),
            ("2027-03-31", "1.50"), ("2027-04-01", "1.00"),
        ])
    func runs(_ today: String, _ byEnd: String) throws {
        let forecast = FundForecast(
            fund: try Self.fund("school"),
            entries: [
                try Self.entry("S", "spend", "1", ["on": "2026-04-01"]),
                try Self.entry("C", "commitment", "0.50", ["on": "2026-04-01"]),
            ], today: Written.day(today))
        #expect(forecast.spentByEnd.pounds == byEnd)
    }

    @Test(
        "A month is worked out from the rate until its first day",
        arguments: [("2026-10-31", 5), ("2026-11-01", 4), ("2026-11-02", 4)])
    func toCome(_ today: String, _ months: Int) throws {
        let year = FundYear(
            fund: try Self.fund("school"), entries: [], today: Written.day(today))
        #expect(year.months.count(where: \.isForecast) == months)
    }

    @Test("A year that is over keeps what was spent, and one to come has spent nothing")
    func otherYears() throws {
        let entries = [
            try Self.entry("A", "allocation", "100"), try Self.entry("S", "spend", "80"),
        ]
        let fund = try Self.fund("school")
        let over = FundYear(fund: fund, entries: entries, today: fund.year.last + 30)
        #expect(over.forecast.leftByEnd == Pence(2_000))
        #expect(over.months.allSatisfy { !$0.isForecast })
        let toCome = FundYear(fund: fund, entries: entries, today: fund.year.first - 30)
        #expect(toCome.forecast.spentByEnd == .zero)
        #expect(toCome.months.count == 12)
    }
}
