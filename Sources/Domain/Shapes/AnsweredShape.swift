/// Questions that each suspension of a kind answers when it is decided.
struct AnsweredShape: Sendable {
    let id: RuleID
    let title: String
    let wording: Wording
    let clauses: [String]
    /// The columns of the answers; all of them are needed.
    let columns: [String]
    let asks: @Sendable (SuspensionCase) -> Bool

    init(
        _ id: RuleID, _ title: String, _ wording: Wording, clauses: [String], _ columns: [String],
        where asks: @escaping @Sendable (SuspensionCase) -> Bool = { _ in true }
    ) {
        (self.id, self.title, self.wording, self.clauses) = (id, title, wording, clauses)
        (self.columns, self.asks) = (columns, asks)
    }

    var rule: Rule {
        Rule(
            id, title, clauses: clauses, .checklist, .suspension,
            next: NextAction(.suspension, "Answer it for the suspension"),
            .pupil(offRoll: true) { $0.suspensionCases.filter(asks).map(ruling) })
    }

    private func ruling(_ one: SuspensionCase) -> Ruling {
        let open = columns.filter { one.row.record[$0].isEmpty }
        return Ruling(
            reference: .record(one.row.id), due: one.row.decidedOn,
            state: open.isEmpty ? .met : .overdue,
            reason: open.isEmpty
                ? .there(wording)
                : .missing(wording, parts: columns.count > 1 ? open.map(\.columnWords) : []),
            evidence: [one.row.key]
        ) {
            let pupil = one.context.facts.pupil
            return Working(
                facts: [
                    one.row.fact,
                    Working.Fact(
                        "\(pupil.sen?.words ?? "SEN not on record"), "
                            + (pupil.isDisabled == true ? "disabled" : "not known as disabled"),
                        in: .pupils, pupil.key),
                ], sum: "answered when it is decided, \(one.row.decidedOn.long)",
                numbers: one.context.pack.numbers(.suspensionWindowDays),
                leastAct: one.act("record \(wording.noun)", open, "example"))
        }
    }
}
