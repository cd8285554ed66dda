/// A fund through its financial year, month by month, with where its present rate leads.
public struct FundYear: Sendable {
    /// How the fund stands at the end of a month, or today in the month that runs.
    public struct Month: Hashable, Sendable {
        public let first: Day
        /// All that has been spent since 1 April.
        public let spent: Pence
        /// Bound and not yet spent; `zero` in months to come.
        public let committed: Pence
        /// Whether it is worked out from the rate so far.
        public let isForecast: Bool
    }

    public let year: FinancialYear
    public let allocated: Pence
    public let months: [Month]
    /// What will have been spent on 31 March if it goes on as since 1 April, and at least what is
    /// spent and bound today; in a year that is over, what was spent.
    public let spentByEnd: Pence
    /// What will then be left; negative where it will not be enough.
    public var leftByEnd: Pence { allocated - spentByEnd }

    /// - Parameter entries: of all funds; those dated after today do not count.
    public init(fund: Fund, entries: [FundEntry], today: Day) {
        year = fund.year
        let now = FundLedger(fund: fund, entries: entries, today: today).total
        allocated = now.allocated - now.returned
        let (first, last) = (fund.year.first, fund.year.last)
        let whole = last - first + 1
        let passed = today - first + 1
        /// By this day, at the rate of the days that have passed.
        func rate(_ day: Day) -> Pence {
            Pence(now.spent.value * (day - first + 1) / max(1, passed))
        }
        let isRunning = (1...whole).contains(passed)
        spentByEnd = isRunning ? max(rate(last), now.spent + now.committed) : now.spent
        months = FundYear.months(of: fund.year).map { month in
            let isForecast = month.first > today
            let line = FundLedger(
                fund: fund, entries: entries, today: min(month.last, today)
            ).total
            return Month(
                first: month.first,
                spent: isForecast && isRunning ? max(now.spent, rate(month.last)) : line.spent,
                committed: isForecast ? .zero : line.committed, isForecast: isForecast)
        }
    }

    /// April to March.
    private static func months(of year: FinancialYear) -> [(first: Day, last: Day)] {
        let starts = (0...12).compactMap { place in
            Day(
                year: year.start + (place + 3) / 12, month: (place + 3) % 12 + 1, day: 1)
        }
        return zip(starts, starts.dropFirst()).map { ($0, $1 - 1) }
    }
}
