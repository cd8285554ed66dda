/// Every movement of one fund's money, booked twice: what one account is given another has lost, so
/// that nothing can be counted twice or go missing.
///
/// The bundle knows four kinds of entry. What they say of money that is asked for and received
/// follows from who manages the fund:
/// - **managed by the school**: an allocation is money in the school's hands, received on its day;
///   nothing has to be asked for.
/// - **managed by the Virtual School**: an allocation is a promise; a commitment, or a spend without
///   one, is what the school has asked for; it is received when it is spent.
public struct FundLedger: Sendable {
    /// Whose money it is: a child with an allocation of their own, or all others together.
    public enum Holder: Hashable, Sendable {
        case pot
        case pupil(PupilRef)
    }

    public enum Account: Hashable, Sendable {
        /// The authority that gives, and takes back what is returned.
        case provider
        /// Free to be committed or spent.
        case free(Holder)
        /// Bound by commitments that are not spent yet.
        case bound(Holder)
        /// Passed through the school's hands; always comes to nothing.
        case received(Holder)
        case spent(Holder)
    }

    /// One movement: `amount` leaves `credit` and comes to `debit`.
    public struct Posting: Hashable, Sendable {
        /// The entry of funding.csv that it books.
        public let entry: String
        public let on: Day
        public let debit: Account
        public let credit: Account
        public let amount: Pence
    }

    public let fund: Fund
    public private(set) var postings: [Posting] = []
    /// Children with an allocation of their own.
    public let owners: Set<PupilRef>
    private var turnovers: [Account: (debit: Pence, credit: Pence)] = [:]
    private var allocated: [Holder: Pence] = [:]
    private var returned: [Holder: Pence] = [:]
    private var asked: [Holder: Pence] = [:]
    /// What each commitment still binds, by its id.
    public private(set) var open: [String: Pence] = [:]

    /// - Parameter today: entries dated later do not count.
    public init(fund: Fund, entries: [FundEntry], today: Day) {
        self.fund = fund
        let own = entries.filter { $0.fund == fund.id && $0.on <= today }
        owners = Set(own.filter { $0.kind == .allocation }.compactMap(\.pupil))
        var bound: [String: Holder] = [:]
        // What binds comes before what settles it, whatever the days say.
        for entry in own where entry.kind != .spend { book(entry, &bound) }
        for entry in own where entry.kind == .spend { book(entry, &bound) }
    }

    /// Whose money an entry moves.
    public func holder(of entry: FundEntry) -> Holder {
        guard let pupil = entry.pupil, owners.contains(pupil) else { return .pot }
        return .pupil(pupil)
    }

    /// - Parameter bound: whose money each commitment binds, by its id.
    private mutating func book(_ entry: FundEntry, _ bound: inout [String: Holder]) {
        let holder = holder(of: entry)
        switch entry.kind {
        case .allocation:
            allocated[holder, default: .zero] += entry.amount
            if fund.isManagedBySchool {
                post(entry, .received(holder), .provider, entry.amount)
                post(entry, .free(holder), .received(holder), entry.amount)
            } else {
                post(entry, .free(holder), .provider, entry.amount)
            }
        case .giveBack:
            returned[holder, default: .zero] += entry.amount
            post(entry, .provider, .free(holder), entry.amount)
        case .commitment:
            asked[holder, default: .zero] += entry.amount
            open[entry.id] = entry.amount
            bound[entry.id] = holder
            post(entry, .bound(holder), .free(holder), entry.amount)
        case .spend:
            let released = release(entry, bound)
            asked[holder, default: .zero] += entry.amount - released
            if fund.isManagedBySchool {
                post(entry, .spent(holder), .free(holder), entry.amount)
            } else {
                post(entry, .received(holder), .free(holder), entry.amount)
                post(entry, .spent(holder), .received(holder), entry.amount)
            }
        }
    }

    /// What a spend settles is bound no longer; more than was bound cannot be released.
    private mutating func release(_ entry: FundEntry, _ bound: [String: Holder]) -> Pence {
        guard let id = entry.commitment, let amount = open[id], let holder = bound[id] else {
            return .zero
        }
        let released = min(amount, entry.amount)
        open[id] = amount - released
        post(entry, .free(holder), .bound(holder), released)
        return released
    }

    private mutating func post(
        _ entry: FundEntry, _ debit: Account, _ credit: Account, _ amount: Pence
    ) {
        guard amount > .zero else { return }
        postings.append(
            Posting(entry: entry.id, on: entry.on, debit: debit, credit: credit, amount: amount))
        turnovers[debit, default: (.zero, .zero)].debit += amount
        turnovers[credit, default: (.zero, .zero)].credit += amount
    }

    /// What an account holds: all that came to it less all that left it.
    public func balance(_ account: Account) -> Pence {
        let turnover = turnovers[account] ?? (.zero, .zero)
        return turnover.debit - turnover.credit
    }

    /// All accounts that money has moved through.
    public var accounts: [Account] { Array(turnovers.keys) }

    /// The line of one holder.
    public func line(_ holder: Holder) -> FundLine {
        FundLine(
            allocated: allocated[holder] ?? .zero,
            asked: fund.isManagedBySchool ? nil : asked[holder] ?? .zero,
            received: turnovers[.received(holder)]?.debit ?? .zero,
            committed: balance(.bound(holder)), spent: balance(.spent(holder)),
            returned: returned[holder] ?? .zero, left: balance(.free(holder)))
    }

    /// The pot and every child with an allocation of their own, together.
    public var total: FundLine {
        owners.reduce(line(.pot)) { $0 + line(.pupil($1)) }
    }
}

/// What has become of an amount of money, each part in whole pence.
public struct FundLine: Hashable, Sendable {
    public var allocated: Pence
    /// What the Virtual School was asked for; `nil` where the school manages the fund itself.
    public var asked: Pence?
    public var received: Pence
    /// Bound and not yet spent.
    public var committed: Pence
    public var spent: Pence
    public var returned: Pence
    /// Free: allocated less returned, committed and spent; negative where overspent.
    public var left: Pence

    public static func + (one: FundLine, other: FundLine) -> FundLine {
        FundLine(
            allocated: one.allocated + other.allocated,
            asked: one.asked.map { $0 + (other.asked ?? .zero) } ?? other.asked,
            received: one.received + other.received, committed: one.committed + other.committed,
            spent: one.spent + other.spent, returned: one.returned + other.returned,
            left: one.left + other.left)
    }
}

extension Fund {
    /// Whether the money lies with the school, and not with the Virtual School.
    public var isManagedBySchool: Bool { record["managed_by"] == "school" }
}
