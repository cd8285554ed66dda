import Domain

/// A duty that somebody has decided not to act on for now.
public struct SetAside: Sendable {
    public let duty: Duty
    public let decision: Decision
    /// The last day on which it stands off Now.
    public let until: Day
    public let agreedBy: String

    /// `not acted on until Fri 15 Jan 2027, agreed by M Osei: the family is away`.
    var words: String {
        "not acted on until \(until.long), agreed by \(agreedBy)"
            + (decision.reason.map { ": \($0.oneLine)" } ?? "")
    }
}

extension Model {
    /// The duties of a child that stand off Now today, each by the decision that holds longest.
    func setAside(_ child: Child) -> [SetAside] {
        child.facts.decisions.flatMap { decision -> [SetAside] in
            guard let (what, until) = decision.noAction(on: today, under: pack) else { return [] }
            return child.duties.filter { $0.rule == what.rule && $0.reference == what.reference }
                .filter { $0.state.isOpen }
                .map {
                    SetAside(duty: $0, decision: decision, until: until, agreedBy: what.agreedBy)
                }
        }
    }
}

extension PageContent {
    /// The duties that are not acted on, with the day until which, the reason, and who agreed.
    static func setAside(_ model: Model) -> PageContent {
        let items = model.setAside.values
            .sorted { ($0.until, $0.duty.id.text) < ($1.until, $1.duty.id.text) }
            .map(SetAsideRow.item)
        return PageContent(
            title: "Decided not to act", header: model.schoolHeader("decided not to act"),
            sheets: [
                Sheet(
                    id: "set-aside", digit: 0, title: "Decided not to act",
                    content: .list(SetAsideRow.columns, items),
                    empty: "Every duty that is open stands in Now.")
            ], detail: { $1.detail(of: $0) })
    }
}

enum SetAsideRow {
    static let columns = [
        TableColumn("", minimum: 1), TableColumn("Who", minimum: 14, share: 1),
        TableColumn("Duty", minimum: 14, share: 2), TableColumn("Until", minimum: 10),
        TableColumn("Agreed by", minimum: 10, share: 1, priority: 1),
        TableColumn("Why", minimum: 14, share: 3, priority: 2),
    ]

    static func item(_ aside: SetAside) -> SheetItem {
        let duty = aside.duty
        return SheetItem(
            id: duty.id.text, opens: .why(duty.id), pupil: duty.subject.pupil, duty: duty.id,
            search: { "\(duty.subject.pupil.map($0.searchWords) ?? "") \(duty.title)" },
            row: { model in
                let name = model.name(of: duty.subject)
                return Row(
                    id: duty.id.text,
                    cells: [
                        [duty.state.phrase], [Phrase(name, .child)], [Phrase(duty.title)],
                        [Phrase(aside.until.short)], [Phrase(aside.agreedBy)],
                        [Phrase(aside.decision.reason ?? "")],
                    ],
                    spoken: "\(name): \(duty.title), \(duty.state.word); \(aside.words)")
            })
    }
}
