/// What a child's allocation, or a fund's pot, has come to: whole pence up to a day.
public struct FundAccount: Hashable, Sendable {
    /// Allocations less returns.
    public var allocated = Pence.zero
    public var spent = Pence.zero
    /// What commitments still bind: each less its spends, never below zero.
    public var committed = Pence.zero
    /// The entries that make it up.
    public var entries: [String] = []

    /// What is left: allocated less spent and committed; negative where overspent.
    public var remaining: Pence { allocated - spent - committed }
}

/// The accounts of one fund on one day.
public struct FundBook: Sendable {
    public let fund: Fund
    /// The entries dated up to the day.
    public let entries: [FundEntry]
    /// Children with an allocation of their own.
    public private(set) var own: [PupilRef: FundAccount] = [:]
    /// The pot: entries without a child, and those of children without an allocation of their own.
    public private(set) var pot = FundAccount()

    public init(fund: Fund, entries: [FundEntry], today: Day) {
        self.fund = fund
        self.entries = entries.filter { $0.fund == fund.id && $0.on <= today }
        let spends = self.entries.filter { $0.kind == .spend }
        let settled = Dictionary(grouping: spends.filter { $0.commitment != nil }) {
            $0.commitment ?? ""
        }.mapValues { $0.reduce(Pence.zero) { $0 + $1.amount } }
        let allocated = Set(self.entries.filter { $0.kind == .allocation }.compactMap(\.pupil))
        for pupil in allocated { own[pupil] = FundAccount() }
        for entry in self.entries {
            if let pupil = entry.pupil, allocated.contains(pupil) {
                own[pupil]?.add(entry, settled: settled[entry.id] ?? .zero)
            } else {
                pot.add(entry, settled: settled[entry.id] ?? .zero)
            }
        }
    }
}

extension FundAccount {
    fileprivate mutating func add(_ entry: FundEntry, settled: Pence) {
        entries.append(entry.id)
        switch entry.kind {
        case .allocation: allocated += entry.amount
        case .giveBack: allocated -= entry.amount
        case .spend: spent += entry.amount
        case .commitment: committed += max(.zero, entry.amount - settled)
        }
    }
}
