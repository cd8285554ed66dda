import Domain

extension PageContent {
    /// A fund: who has what of it, the year in a plot, what the money was for, and every entry.
    static func fund(_ id: String, _ model: Model) -> PageContent? {
        guard let book = model.book(id) else { return nil }
        let year = FundYear(
            fund: book.fund, entries: model.facts.school.entries, today: model.today)
        let manager = book.fund.isManagedBySchool ? "the school" : "the Virtual School"
        let targets = model.targets
        return PageContent(
            title: "Fund",
            header: model.schoolHeader("\(book.fund.name), \(book.fund.year.label)")
                + [TextLine("Managed by \(manager). \(year.forecast.words)")],
            sheets: [
                .accounts(book, model), .plot(year, model),
                .use(FundUse(book, targets: targets), book, targets, model),
                Sheet(
                    id: "entries", digit: 3, title: "Entries",
                    content: .list(
                        EntryRow.columns, EntryRow.items(book.entries, model, namesPupil: true)),
                    empty: "No entry is on record."),
            ], detail: { $1.detail(of: $0) })
    }
}

extension Model {
    /// The targets of all children, by id.
    var targets: [String: PEPTarget] {
        Dictionary(
            facts.pupils.values.flatMap(\.targets).map { ($0.id, $0) },
            uniquingKeysWith: { first, _ in first })
    }
}

extension Sheet {
    /// The pot, each child with an allocation of their own, and both together, to the penny.
    fileprivate static func accounts(_ book: FundBook, _ model: Model) -> Sheet {
        let ledger = book.ledger
        let own = ledger.owners.sorted().map { ref in
            LedgerRow.item(
                id: ref.text, model.name(of: .pupil(ref)), ledger.line(.pupil(ref)), of: book.fund,
                pupil: ref)
        }
        let drawn = Set(book.entries.compactMap(\.pupil)).subtracting(ledger.owners).sorted()
        let onPot = drawn.map { ref in LedgerRow.drawn(ref, book, model) }
        let rows =
            own + [LedgerRow.item(id: "pot", "The pot", ledger.line(.pot), of: book.fund)] + onPot
            + [LedgerRow.item(id: "total", "Together", ledger.total, of: book.fund)]
        return Sheet(
            id: "accounts", digit: 0, title: "Accounts", content: .list(LedgerRow.columns, rows),
            notes: ledger.fund.isManagedBySchool
                ? []
                : [
                    TextLine(
                        "Asked: committed, or spent without a commitment. Received: as spent.",
                        .muted)
                ])
    }

    /// Each pound by the outcome of its target.
    fileprivate static func use(
        _ use: FundUse, _ book: FundBook, _ targets: [String: PEPTarget], _ model: Model
    ) -> Sheet {
        let names = Dictionary(
            book.entries.map { ($0.id, $0.what) }, uniquingKeysWith: { first, _ in first })
        let items = FundUse.Outcome.allCases.flatMap { outcome -> [SheetItem] in
            let found = use.items.filter { $0.outcome == outcome }
            guard !found.isEmpty else { return [] }
            let sum = "\(use.spent(outcome).inPounds) spent"
            let bound = use.committed(outcome)
            let heading = bound > .zero ? "\(sum), \(bound.inPounds) committed" : sum
            return [.heading("use \(outcome.words)", "\(outcome.words.sentenceCase): \(heading)")]
                + found.map {
                    UseRow.item(
                        $0, what: names[$0.entry] ?? "", $0.target.flatMap { targets[$0] }, model)
                }
        }
        return Sheet(
            id: "use", digit: 2, title: "Each pound by its target",
            content: .list(UseRow.columns, items), empty: "Nothing is spent or committed.")
    }
}

/// Lines of a fund's ledger as rows.
enum LedgerRow {
    static let columns = [
        TableColumn("Whose", minimum: 14, share: 1),
        TableColumn("Allocated", side: .right, minimum: 10),
        TableColumn("Asked", side: .right, minimum: 10, priority: 4),
        TableColumn("Received", side: .right, minimum: 10, priority: 3),
        TableColumn("Committed", side: .right, minimum: 10, priority: 1),
        TableColumn("Spent", side: .right, minimum: 10),
        TableColumn("Returned", side: .right, minimum: 10, priority: 2),
        TableColumn("Left", side: .right, minimum: 10),
    ]

    static func item(
        id: String, _ name: String, _ line: FundLine, of fund: Fund, pupil: PupilRef? = nil
    ) -> SheetItem {
        let sums: [(String, Pence?)] = [
            ("allocated", line.allocated), ("asked", line.asked), ("received", line.received),
            ("committed", line.committed), ("spent", line.spent), ("returned", line.returned),
        ]
        let row = Row(
            id: id,
            cells: [[Phrase(name, pupil == nil ? .normal : .child)]]
                + sums.map { [Phrase($0.1?.grouped ?? "–", .money)] }
                + [[Phrase(line.left.grouped, line.left < .zero ? .overdue : .money)]],
            spoken: "\(name): "
                + sums.compactMap { name, sum in sum.map { "\(name) \($0.inPounds)" } }
                .joined(separator: ", ") + ", left \(line.left.inPounds)")
        return SheetItem(
            id: id, opens: pupil.map(PageName.pupil), pupil: pupil, shows: shows(fund, pupil),
            record: RecordKey(kind: .funds, parts: [fund.id]),
            search: { model in pupil.map(model.searchWords) ?? name }, row: { _ in row })
    }

    /// What is owed of the fund, or of the money in a child's name.
    private static func shows(
        _ fund: Fund, _ pupil: PupilRef?
    ) -> @Sendable (Model) -> [Duty] {
        { model in
            pupil.map { model.openDuties(of: $0, on: .money) }
                ?? model.schoolDuties.filter { $0.subject == .fund(fund.id) && $0.state.isOpen }
        }
    }

    /// What a child without an allocation has drawn from the pot: a part of the line above.
    static func drawn(_ ref: PupilRef, _ book: FundBook, _ model: Model) -> SheetItem {
        let use = FundUse(book, targets: [:]).items.filter { $0.pupil == ref }
        let spent = use.filter(\.isSpent).reduce(Pence.zero) { $0 + $1.amount }
        let bound = use.filter { !$0.isSpent }.reduce(Pence.zero) { $0 + $1.amount }
        let name = model.name(of: .pupil(ref))
        let row = Row(
            id: ref.text,
            cells: [
                [Phrase("  of it "), Phrase(name, .child)], [], [], [],
                [Phrase(bound.grouped, .money)], [Phrase(spent.grouped, .money)], [], [],
            ],
            spoken: "of the pot, \(name): committed \(bound.inPounds), spent \(spent.inPounds)")
        return SheetItem(
            id: ref.text, opens: .pupil(ref), pupil: ref, shows: shows(book.fund, ref),
            record: RecordKey(kind: .funds, parts: [book.fund.id]),
            search: { $0.searchWords(ref) }, row: { _ in row })
    }
}

/// What money was for, as rows.
enum UseRow {
    static let columns = [
        TableColumn("£", side: .right, minimum: 10), TableColumn("", minimum: 9, priority: 2),
        TableColumn("What", minimum: 14, share: 2), TableColumn("Target", minimum: 14, share: 3),
        TableColumn("Outcome", minimum: 12, priority: 1),
    ]

    static func item(
        _ item: FundUse.Item, what: String, _ target: PEPTarget?, _ model: Model
    ) -> SheetItem {
        let state = item.isSpent ? "spent" : "committed"
        let name = item.pupil.map { model.name(of: .pupil($0)) }
        let words = target?.text ?? "no target named"
        let row = Row(
            id: "use \(item.entry)",
            cells: [
                [Phrase(item.amount.grouped, .money)], [Phrase(state, .muted)],
                [Phrase(what)] + (name.map { [Phrase(" · "), Phrase($0, .child)] } ?? []),
                [Phrase(words, target == nil ? .soon : .normal)], [Phrase(item.outcome.words)],
            ],
            spoken: "\(item.amount.inPounds) \(state): \(what)" + (name.map { ", \($0)" } ?? "")
                + "; target: \(words); outcome: \(item.outcome.words)")
        return SheetItem(
            id: row.id, opens: target.map { .pep($0.pep) }, pupil: item.pupil,
            record: RecordKey(kind: .funding, parts: [item.entry]),
            search: { _ in row.spoken }, row: { _ in row })
    }
}

extension FundUse.Outcome {
    var words: String {
        switch self {
        case .met: "target met"
        case .partly: "partly met"
        case .notMet: "not met"
        case .open: "not reviewed yet"
        case .none: "no target"
        }
    }
}
