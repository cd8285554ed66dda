/// A pot of money for one financial year.
public struct Fund: FactRow {
    public static let kind = RecordKind.funds

    /// Whose money it is.
    public enum Kind: String, CaseIterable, Sendable {
        case plusLookedAfter = "pp-plus-cla"
        case plusPreviouslyLookedAfter = "pp-plus-pla"
        case pupilPremium = "pupil-premium"
        case other

        /// Pupil Premium Plus of either kind.
        public var isPlus: Bool { self == .plusLookedAfter || self == .plusPreviouslyLookedAfter }
    }

    public let record: Record
    public let id: String
    public let kind: Kind
    public let year: FinancialYear

    public init(_ record: Record) {
        self.record = record
        id = record["fund_id"]
        kind = record.word("kind")
        guard let year = FinancialYear(record["financial_year"]) else {
            preconditionFailure("funds.financial_year is checked when a record is made")
        }
        self.year = year
    }

    public var name: String { record["name"] }
}

/// Money given to, promised by, spent by or returned from a fund.
public struct FundEntry: FactRow {
    public static let kind = RecordKind.funding

    public enum Kind: String, CaseIterable, Sendable {
        case allocation, commitment, spend
        case giveBack = "return"
    }

    public let record: Record
    public let id: String
    public let fund: String
    /// The child, or `nil` for the whole fund.
    public let pupil: PupilRef?
    public let kind: Kind
    public let on: Day
    public let amount: Pence
    /// The commitment that a spend settles.
    public let commitment: String?
    public let target: String?

    public init(_ record: Record) {
        self.record = record
        id = record["entry_id"]
        fund = record["fund_id"]
        pupil = record.pupil
        kind = record.word("kind")
        on = record.requiredDay("on")
        amount = Pence(pounds: record["amount"]) ?? .zero
        commitment = record.text("commitment")
        target = record.text("target_id")
    }

    public var what: String { record["what"] }
    public var reason: String? { record.text("reason") }
    public var impact: String? { record.text("impact") }
}
