/// Items of a child's checklist, as they stand today.
struct Checklist {
    let context: PupilContext
    let items: [ChecklistItem.Item]

    init(_ context: PupilContext, _ items: [ChecklistItem.Item]) {
        self.context = context
        self.items = items
    }

    /// The row of an item, where there is one.
    func row(_ item: ChecklistItem.Item) -> ChecklistItem? {
        context.facts.checklist.first { $0.item == item && $0.kind == item.kind }
    }

    /// When an item was done, up to today.
    func done(_ item: ChecklistItem.Item) -> Day? { context.upToToday(row(item)?.doneOn) }

    var rows: [ChecklistItem] { items.compactMap(row) }

    /// The items of which nothing counts.
    var open: [ChecklistItem.Item] {
        items.filter { done($0) == nil && row($0)?.notNeededBecause == nil }
    }

    /// All of them by a day that an event gives.
    ///
    /// - Parameters:
    ///   - what: `admitted`, `leaves`: what happens on the event's day.
    ///   - isNear: whether the day, which has not passed, is near.
    ///   - isLost: whether it can no longer be done once it is past due.
    func ruling(
        _ wording: Wording, of event: Day, _ what: String, due: Day, isNear: Bool = true,
        isLost: Bool = false, numbers: [NumberKey]
    ) -> Ruling {
        let isDone = open.isEmpty
        let last = isDone ? items.compactMap(done).max() : nil
        return context.step(
            wording, .day(event), due: due, done: last, isNotNeeded: isDone && last == nil,
            isLost: isLost, isNear: isNear, evidence: rows.map(\.key)
        ) {
            Working(
                facts: context.statusFacts(from: event, through: event) + facts,
                sum: "\(what) \(event.long); due \(due.long)",
                numbers: numbers.map(context.pack.number), leastAct: act)
        }
    }

    /// The rows, and the items of which nothing counts.
    var facts: [Working.Fact] {
        rows.map(\.fact)
            + open.map { Working.Fact("\($0.words): not done, and needed", in: .checklists) }
    }

    /// What is open, done today.
    var act: LeastAct {
        LeastAct(
            .checklist, "record what was done: \(open.map(\.words).joined(separator: ", "))",
            open.map(doneToday))
    }

    /// The row of an item, done today.
    func doneToday(_ item: ChecklistItem.Item) -> RecordChange {
        let record =
            row(item)?.record
            ?? Record.example(
                .checklists,
                [
                    "pupil": context.facts.ref.text, "kind": item.kind.rawValue,
                    "item": item.rawValue,
                ])
        return .put(record.with("done_on", context.today.iso))
    }
}

extension ChecklistItem.Item {
    /// The item in words.
    var words: String {
        switch self {
        case .prioritised: "prioritised"
        case .recordsRequested: "records requested"
        case .recordsReceived: "records received"
        case .mentor: "a mentor"
        case .peerBuddy: "a peer buddy"
        case .plan: "a transition plan"
        case .goodbye: "a goodbye"
        case .fileSent: "the file sent"
        case .fileReceipt: "its receipt"
        }
    }
}
