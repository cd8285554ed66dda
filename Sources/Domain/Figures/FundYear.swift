/// Where the present rate of a fund leads by 31 March.
public struct FundForecast: Sendable {
    public let allocated: Pence
    fileprivate let spent: Pence
    fileprivate let isRunning: Bool
    private let committed: Pence
    private let year: FinancialYear
    /// Days of the year up to today.
    private let passed: Int

    /// - Parameter entries: of all funds; those dated after today do not count.
    public init(fund: Fund, entries: [FundEntry], today: Day) {
        let now = FundLedger(fund: fund, entries: entries, today: today).total
        allocated = now.allocated - now.returned
        spent = now.spent
        committed = now.committed
        year = fund.year
        passed = today - year.first + 1
        isRunning = (1...year.last - year.first + 1).contains(passed)
    }

    /// What will have been spent on 31 March if it goes on as since 1 April, and at least what is
    /// spent and bound today; in a year that is over, what was spent.
    public var spentByEnd: Pence {
        isRunning ? max(spent(by: year.last), spent + committed) : spent
    }

    /// What will then be left; negative where it will not be enough.
    public var leftByEnd: Pence { allocated - spentByEnd }

    /// What will have been spent by a day of a year that runs, at the rate of the days that have
    /// passed.
    fileprivate func spent(by day: Day) -> Pence {
        Pence(spent.value * (day - year.first + 1) / passed)
    }
}

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
    public let forecast: FundForecast
    public let months: [Month]

    /// - Parameter entries: of all funds; those dated after today do not count.
    public init(fund: Fund, entries: [FundEntry], today: Day) {
        year = fund.year
        let forecast = FundForecast(fund: fund, entries: entries, today: today)
        self.forecast = forecast
        months = FundYear.months(of: fund.year).map { month in
            let isForecast = month.first > today
            let line = FundLedger(
                fund: fund, entries: entries, today: min(month.last, today)
            ).total
            return Month(
                first: month.first,
                spent: isForecast && forecast.isRunning
                    ? max(forecast.spent, forecast.spent(by: month.last)) : line.spent,
                committed: isForecast ? .zero : line.committed, isForecast: isForecast)
        }
    }

    /// April to March.
    private static func months(of year: FinancialYear) -> [(first: Day, last: Day)] {
        let starts = (0...12).compactMap { index in
            Day(
                year: year.start + (index + 3) / 12, month: (index + 3) % 12 + 1, day: 1)
        }
        return zip(starts, starts.dropFirst()).map { ($0, $1 - 1) }
    }
}
