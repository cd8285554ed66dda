import Domain

extension Sheet {
    /// The child's own accounts, what each pound was for, and every entry in the child's name.
    static func money(_ ref: PupilRef, _ model: Model) -> Sheet {
        let funds = model.facts.school.funds.sorted {
            ($0.year.start, $1.id) > ($1.year.start, $0.id)
        }
        let entries = model.facts.school.entries
        let own = entries.filter { $0.pupil == ref && $0.on <= model.today }
        let concerned = funds.filter { fund in own.contains { $0.fund == fund.id } }
        let accounts = concerned.flatMap { fund in lines(of: ref, fund, model) }
        return Sheet(
            id: "money", digit: 5, title: "PP+",
            content: .list(
                EntryRow.columns,
                EntryRow.items(own, model, namesPupil: false)),
            notes: accounts, empty: "No money is on record in this child's name.")
    }

    /// `CLA 2026-27: allocated £2,000.00 · …`; where the child draws on the pot, what was drawn.
    private static func lines(of ref: PupilRef, _ fund: Fund, _ model: Model) -> [TextLine] {
        let book = FundBook(fund: fund, entries: model.facts.school.entries, today: model.today)
        let ledger = book.ledger
        let targets = Dictionary(
            (model.facts.pupils[ref]?.targets ?? []).map { ($0.id, $0) },
            uniquingKeysWith: { first, _ in first })
        let use = FundUse(book, targets: targets).items.filter { $0.pupil == ref }
        let sums: [(String, Pence?)]
        if ledger.owners.contains(ref) {
            let line = ledger.line(.pupil(ref))
            sums = [
                ("allocated", line.allocated), ("asked", line.asked), ("received", line.received),
                ("committed", line.committed), ("spent", line.spent), ("returned", line.returned),
                ("left", line.left),
            ]
        } else {
            sums = [
                ("from the pot: committed", sum(use.filter { !$0.isSpent })),
                ("spent", sum(use.filter(\.isSpent))),
            ]
        }
        let words = sums.compactMap { name, sum in sum.map { "\(name) \($0.inPounds)" } }
        let outcomes = FundUse.Outcome.allCases.compactMap { outcome -> String? in
            let spent = sum(use.filter { $0.isSpent && $0.outcome == outcome })
            return spent > .zero ? "\(spent.inPounds) \(outcome.words)" : nil
        }
        return [TextLine("\(fund.words): \(words.joined(separator: " · "))")]
            + (outcomes.isEmpty
                ? [] : [TextLine("Spent on: \(outcomes.joined(separator: ", "))", .muted)])
    }

    private static func sum(_ items: [FundUse.Item]) -> Pence {
        items.reduce(.zero) { $0 + $1.amount }
    }
}

/// Entries of funds as rows.
enum EntryRow {
    static let columns = [
        TableColumn("On", minimum: 11), TableColumn("", minimum: 10),
        TableColumn("£", side: .right, minimum: 10),
        TableColumn("What", minimum: 14, share: 3), TableColumn("Impact", minimum: 7, priority: 1),
    ]

    /// - Parameter namesPupil: on a fund's page each entry names its child, and opens the child.
    static func items(_ entries: [FundEntry], _ model: Model, namesPupil: Bool) -> [SheetItem] {
        entries.sorted { ($0.on, $0.id) > ($1.on, $1.id) }.map { entry in
            let pupil = namesPupil ? entry.pupil : nil
            let name = pupil.map { model.name(of: .pupil($0)) }
            let impact = entry.kind == .spend ? entry.impact ?? "not said" : ""
            let row = Row(
                id: entry.id,
                cells: [
                    [Phrase(entry.on.dayMonthYear)], [Phrase(entry.kind.rawValue)],
                    [Phrase(entry.amount.grouped, .money)],
                    [Phrase(entry.what)]
                        + (name.map { [Phrase(" · "), Phrase($0, .child)] } ?? []),
                    [Phrase(impact, entry.kind == .spend && entry.impact == nil ? .soon : .normal)],
                ],
                spoken: "\(entry.on.dayMonthYear), \(entry.kind.rawValue) of "
                    + "\(entry.amount.inPounds): \(entry.what)" + (name.map { ", \($0)" } ?? "")
                    + (impact.isEmpty ? "" : ", impact \(impact)"))
            return SheetItem(
                id: entry.id, opens: pupil.map(PageName.pupil), pupil: entry.pupil,
                duty: impactDuty(entry, model), record: entry.key,
                search: { _ in "\(entry.what) \(entry.kind.rawValue) \(name ?? "")" },
                row: { _ in row })
        }
    }

    /// What is still owed about an entry.
    private static func impactDuty(_ entry: FundEntry, _ model: Model) -> DutyID? {
        guard let ref = entry.pupil else { return nil }
        return model.duties(of: ref).first {
            $0.topic == .money && $0.reference == .record(entry.id) && $0.state.isPressing
        }?.id
    }
}
