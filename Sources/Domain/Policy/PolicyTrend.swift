/// How each clause has stood through the academic year: at the end of each month that is over, and
/// today, by the rules of those days on what is on record now.
public struct PolicyTrend: Sendable {
    /// The last day of each month of this academic year that is over, then today.
    public let days: [Day]
    private let states: [String: [DutyState]]

    /// - Parameter ledger: how the clauses stand today.
    public init(_ ledger: PolicyLedger, _ facts: Facts, on today: Day, under pack: PolicyPack) {
        let first = AcademicYear(of: today).first
        let ends = (1...12).map { first.addingMonths($0) - 1 }.filter { $0 < today }
        days = ends + [today]
        let ledgers =
            ends.map { day in
                PolicyLedger(
                    allDuties(facts, on: day, under: pack), facts, on: day, under: pack)
            } + [ledger]
        states = ledgers.reduce(into: [:]) { found, ledger in
            for line in ledger.lines { found[line.clause.id, default: []].append(line.state) }
        }
    }

    /// The states of a clause, one for each of `days`.
    public func states(of clause: String) -> [DutyState] { states[clause] ?? [] }

    /// How many clauses were in one of these states on each of `days`.
    public func count(of wanted: Set<DutyState>) -> [Int] {
        days.indices.map { index in
            states.values.count { wanted.contains($0[index]) }
        }
    }
}
