import Domain

extension Sheet {
    /// What a PEP is checked for before it is sent, each point with the key that mends it.
    static func selfCheck(of pep: PEP, _ facts: PupilFacts, _ model: Model) -> Sheet {
        let found = PEPSelfCheck(
            of: pep, facts, in: model.facts.school, on: model.today, under: model.pack)
        // A point that rests on what is withheld would be judged wrongly.
        let shown = found.checks.filter { model.sees($0.point.topics) }
        let open = shown.count { $0.state != .done }
        let isPart = shown.count < found.checks.count
        let notes: [String?] = [
            found.asOf < model.today
                ? "Attendance, progress and PP+ as they stood on \(found.asOf.long)." : nil,
            isPart ? "Points about what your role does not see are left out." : nil,
        ]
        return Sheet(
            id: "check", digit: 4, title: "Self-check before sending",
            counts: open == 0 ? [] : [Phrase("\(open) to mend", .warning)],
            content: .list(PEPCheckRow.columns, shown.map { PEPCheckRow.item($0, model) }),
            notes: notes.compactMap { $0 }.map { TextLine($0, .muted) },
            empty: "No point is for your role.")
    }
}

/// Points of the self-check as rows.
enum PEPCheckRow {
    static let columns = [
        TableColumn("", minimum: 1), TableColumn("Point", minimum: 24),
        TableColumn("On record", minimum: 20, share: 1), TableColumn("Mends it", minimum: 15),
    ]

    static func item(_ check: PEPCheck, _ model: Model) -> SheetItem {
        let key = model.actionKey(check.action)
        let row = Row(
            id: "check \(check.point.rawValue)",
            cells: [
                [check.state.phrase], [Phrase(check.point.title)], [Phrase(check.words)],
                key.map { [Phrase($0.key.label, .key), Phrase(" \($0.title)")] } ?? [],
            ],
            spoken: "\(check.point.title), \(check.state.words): \(check.words)."
                + (key.map { " Next: \($0.key.label) \($0.title)." } ?? ""))
        return SheetItem(
            id: row.id, record: check.record, action: check.action, search: { _ in row.spoken },
            row: { _ in row },
            full: [TextLine([check.state.phrase, Phrase(" \(check.point.title): \(check.words)")])])
    }
}

extension PEPCheck.State {
    /// The state of a duty that looks the same.
    private var likeDuty: DutyState {
        switch self {
        case .done: .met
        case .missing: .overdue
        case .unknown: .unknown
        }
    }

    /// `✓`, `!` or `?`.
    fileprivate var phrase: Phrase { likeDuty.phrase }
}
