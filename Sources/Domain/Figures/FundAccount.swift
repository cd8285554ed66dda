/// What a child's allocation, or a fund's pot, has come to: whole pence up to a day.
public struct FundAccount: Hashable, Sendable {
    /// Allocations less returns.
    public var allocated: Pence
    public var spent: Pence
    /// What commitments still bind: each less its spends, never below zero.
    public var committed: Pence
    /// The ids of the entries that make it up.
    public let entries: [String]

    /// What is left: allocated less spent and committed; negative where overspent.
    public var remaining: Pence { allocated - spent - committed }

    fileprivate init(_ line: FundLine, _ entries: [FundEntry]) {
        allocated = line.allocated - line.returned
        spent = line.spent
        committed = line.committed
        self.entries = entries.map(\.id)
    }
}

/// The accounts of one fund on one day, as its ledger has them.
public struct FundBook: Sendable {
    public let ledger: FundLedger
    /// The entries dated up to the day.
    public let entries: [FundEntry]
    /// Children with an allocation of their own.
    public let own: [PupilRef: FundAccount]
    /// The pot: entries without a child, and those of children without an allocation of their own.
    public let pot: FundAccount

    public var fund: Fund { ledger.fund }

    /// - Parameter entries: of all funds; those dated after today do not count.
    public init(fund: Fund, entries: [FundEntry], today: Day) {
        let ledger = FundLedger(fund: fund, entries: entries, today: today)
        self.ledger = ledger
        self.entries = entries.filter { $0.fund == fund.id && $0.on <= today }
        let byHolder = Dictionary(grouping: self.entries, by: ledger.holder)
        func account(_ holder: FundLedger.Holder) -> FundAccount {
            FundAccount(ledger.line(holder), byHolder[holder] ?? [])
        }
        own = Dictionary(uniqueKeysWithValues: ledger.owners.map { ($0, account(.pupil($0))) })
        pot = account(.pot)
    }
}
