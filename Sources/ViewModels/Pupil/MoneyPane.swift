import Domain

extension Sheet {
    /// The child's own accounts and every entry in the child's name, the latest first.
    static func money(_ ref: PupilRef, _ model: Model) -> Sheet {
        let books = model.facts.school.funds.sorted { $0.year > $1.year }
            .map { FundBook(fund: $0, entries: model.facts.school.entries, today: model.today) }
        let accounts = books.compactMap { book in
            book.own[ref].map { (book.fund, $0) }
        }
        .map { fund, account in
            TextLine(
                "\(fund.name): £\(account.remaining.grouped) left of £\(account.allocated.grouped)")
        }
        let own = model.facts.school.entries.filter { $0.pupil == ref }
        return Sheet(
            id: "money", digit: 5, title: "PP+",
            content: .list(EntryRow.columns, EntryRow.items(own, model, namesPupil: false)),
            notes: accounts, empty: "No money is on record in this child's name.")
    }
}

/// Entries of funds as rows.
enum EntryRow {
    static let columns = [
        Column("On", minimum: 11), Column("", minimum: 10), Column("£", side: .right, minimum: 10),
        Column("What", minimum: 14, share: 3), Column("Impact", minimum: 7, priority: 1),
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
                    + "£\(entry.amount.grouped): \(entry.what)" + (name.map { ", \($0)" } ?? "")
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
            $0.reference == entry.id && $0.topic == .money && $0.state.isPressing
        }?.id
    }
}

extension PageContent {
    /// A fund: its pot, each child's allocation, and every entry.
    static func fund(_ id: String, _ model: Model) -> PageContent? {
        guard let book = model.book(id) else { return nil }
        let own = book.own.sorted { $0.key < $1.key }.map { ref, account in
            let row = BudgetRow.row(
                id: ref.text, name: model.name(of: .pupil(ref)), account, tone: .child)
            return SheetItem(
                id: ref.text, opens: .pupil(ref), pupil: ref, search: { $0.searchWords(ref) },
                row: { _ in row })
        }
        let pot = BudgetRow.row(id: "pot", name: "The pot", book.pot)
        let rows = own + [SheetItem(id: "pot", search: { _ in "pot" }, row: { _ in pot })]
        let title = "\(book.fund.name), \(book.fund.year.label)"
        return PageContent(
            title: "Fund", header: model.schoolHeader(title),
            sheets: [
                Sheet(
                    id: "accounts", digit: 0, title: "Accounts",
                    content: .list(BudgetRow.columns, rows)),
                Sheet(
                    id: "entries", digit: 1, title: "Entries",
                    content: .list(
                        EntryRow.columns, EntryRow.items(book.entries, model, namesPupil: true)),
                    empty: "No entry is on record."),
            ], detail: { $1.detail(of: $0) })
    }
}
