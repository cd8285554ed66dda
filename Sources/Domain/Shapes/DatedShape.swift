/// Something that each suspension of a kind needs by a day, shown by dates of its row.
struct DatedShape: Sendable {
    let id: RuleID
    let title: String
    let wording: Wording
    /// What to do next.
    let next: String
    let clauses: [String]
    var numbers: [NumberKey] = []
    var isStatutory = false
    /// All of them are needed.
    let columns: @Sendable (SuspensionCase) -> [String]
    let due: @Sendable (SuspensionCase) -> Day
    var asks: @Sendable (SuspensionCase) -> Bool = { _ in true }
    /// Before this day it cannot be done yet, and is not near.
    var opens: (@Sendable (SuspensionCase) -> Day)?

    var rule: Rule {
        Rule(
            id, title, clauses: clauses, .afterEvent, .suspension,
            next: NextAction(.suspension, next),
            .pupil(offRoll: true) { $0.suspensionCases.filter(asks).map(ruling) })
    }

    private func ruling(_ one: SuspensionCase) -> Ruling {
        let (row, context, day) = (one.row, one.context, due(one))
        let columns = columns(one)
        let open = columns.filter { one.date($0) == nil }
        return context.step(
            wording, .record(row.id), due: day,
            done: open.isEmpty ? columns.compactMap(one.date).max() : nil,
            isNear: opens.map { context.today >= $0(one) } ?? true, isStatutory: isStatutory,
            evidence: [row.key]
        ) {
            Working(
                facts: [row.fact] + one.rowsOfTerm.filter { $0.id != row.id }.map(\.fact)
                    + context.statusFacts(from: row.decidedOn, through: row.decidedOn),
                sum: "decided \(row.decidedOn.long), from \(row.from.long); "
                    + "\(one.daysOfTerm.dayWords) days of the term with it; due \(day.long)",
                numbers: numbers.map(context.pack.number),
                leastAct: one.act("record the day", open, context.today.iso))
        }
    }
}
