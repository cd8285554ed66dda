/// What the money of a fund was for: each pound that is spent or bound, by the outcome of its
/// target.
public struct FundUse: Sendable {
    /// How the target of an entry has come out.
    public enum Outcome: Hashable, CaseIterable, Sendable {
        case met, partly, notMet
        /// The target has not been reviewed yet.
        case open
        /// No target is named, or none of this id is on record.
        case none
    }

    /// One spend, or the part of a commitment that is still open.
    public struct Item: Hashable, Sendable {
        public let entry: String
        public let pupil: PupilRef?
        public let amount: Pence
        public let isSpent: Bool
        /// The id of the target that it serves: its own, or its commitment's.
        public let target: String?
        public let outcome: Outcome
    }

    public let items: [Item]

    /// - Parameter targets: of all children, by id.
    public init(_ book: FundBook, targets: [String: PEPTarget]) {
        let commitments = Dictionary(
            book.entries.filter { $0.kind == .commitment }.map { ($0.id, $0) },
            uniquingKeysWith: { first, _ in first })
        let spends = book.entries.filter { $0.kind == .spend }
        func item(_ entry: FundEntry, _ amount: Pence, isSpent: Bool) -> Item {
            let target = entry.target ?? entry.commitment.flatMap { commitments[$0]?.target }
            return Item(
                entry: entry.id, pupil: entry.pupil, amount: amount, isSpent: isSpent,
                target: target,
                outcome: Outcome(target.flatMap { targets[$0] }))
        }
        items =
            spends.map { item($0, $0.amount, isSpent: true) }
            + book.entries.filter { $0.kind == .commitment }.compactMap { commitment in
                guard let amount = book.ledger.open[commitment.id], amount > .zero else {
                    return nil
                }
                return item(commitment, amount, isSpent: false)
            }
    }

    /// What was spent on targets of this outcome.
    public func spent(_ outcome: Outcome) -> Pence {
        items.filter { $0.isSpent && $0.outcome == outcome }.reduce(.zero) { $0 + $1.amount }
    }

    /// What is bound for targets of this outcome.
    public func committed(_ outcome: Outcome) -> Pence {
        items.filter { !$0.isSpent && $0.outcome == outcome }.reduce(.zero) { $0 + $1.amount }
    }
}

extension FundUse.Outcome {
    /// The outcome of a target; `none` where there is no target.
    public init(_ target: PEPTarget?) {
        guard let target else {
            self = .none
            return
        }
        switch target.outcome {
        case "met": self = .met
        case "partly": self = .partly
        case "not-met": self = .notMet
        default: self = .open
        }
    }
}
