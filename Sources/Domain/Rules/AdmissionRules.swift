extension RuleID {
    public static let admissionPrioritised: RuleID = "admission-prioritised"
    public static let admissionRecords: RuleID = "admission-records"
    public static let admissionBuddies: RuleID = "admission-buddies"
}

extension Rule {
    static let movingRules: [Rule] = admissionRules + transitionRules + leavingRules

    /// ADM-1, ADM-2, ADM-3: what is seen to when a child comes.
    private static let admissionRules: [Rule] = [
        admission(
            .admissionPrioritised, "Admission prioritised", "priority at admission",
            clauses: ["ADM-1"], [.prioritised]),
        admission(
            .admissionRecords, "Records of the school before", "the records of the school before",
            clauses: ["ADM-2"], [.recordsRequested, .recordsReceived], within: .recordsDays),
        admission(
            .admissionBuddies, "A mentor and a peer buddy", "a mentor and a peer buddy",
            clauses: ["ADM-3"], [.mentor, .peerBuddy]),
    ]

    private static func admission(
        _ id: RuleID, _ title: String, _ noun: String, clauses: [String],
        _ items: [ChecklistItem.Item], within days: NumberKey? = nil
    ) -> Rule {
        Rule(
            id, title, clauses: clauses, .checklist, .moving, shownBy: [.checklist(.admission)],
            next: NextAction(.checklist, "See to the admission checklist"),
            ofPupil: { context in
                let admitted = context.facts.pupil.roll.from
                guard context.cohort.isKnown(on: admitted),
                    context.today - admitted <= context.pack[.movingWindowDays]
                else { return [] }
                let due = days.map {
                    context.calendar.schoolDay(context.pack[$0], after: admitted)
                }
                let list = Checklist(context, items)
                return [
                    list.standing(
                        noun, of: admitted, "admitted", due: due ?? admitted, warn: nil,
                        numbers: [days, .movingWindowDays].compactMap { $0 })
                ]
            })
    }
}

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
    func done(_ item: ChecklistItem.Item) -> Day? {
        guard let day = row(item)?.doneOn, day <= context.today else { return nil }
        return day
    }

    var rows: [ChecklistItem] { items.compactMap(row) }

    /// The items of which nothing counts.
    var open: [ChecklistItem.Item] {
        items.filter { done($0) == nil && row($0)?.notNeededBecause == nil }
    }

    /// All of them by a day that an event gives.
    ///
    /// - Parameters:
    ///   - what: `admitted`, `leaves`: what happens on the event's day.
    ///   - warn: within how many school days of due it is near; `nil` where it always is.
    ///   - isLost: whether it can no longer be done once it is past due.
    func standing(
        _ noun: String, of event: Day, _ what: String, due: Day, warn: Int?, isLost: Bool = false,
        numbers: [NumberKey]
    ) -> Standing {
        let open = open
        let last = items.compactMap(done).max()
        let step = Step(due: due, done: open.isEmpty ? last ?? due : nil, warn: warn)
        let (state, late, reason) = step.stands(
            on: context.today, context.calendar, isLost: isLost)
        return Standing(
            reference: event.iso, due: due, state: state, late: late,
            reason: .step(state == .met && last == nil ? .notNeeded : reason, noun),
            evidence: rows.map(\.key)
        ) {
            Working(
                facts: context.statusFacts(from: event, through: event) + facts,
                sum: "\(what) \(event.long); due \(due.long)",
                numbers: numbers.map(context.pack.number),
                leastAct: state.isOpen ? act : nil)
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
            open.map { item in
                let record =
                    row(item)?.record
                    ?? Record.example(
                        .checklists,
                        [
                            "pupil": context.facts.ref.text, "kind": item.kind.rawValue,
                            "item": item.rawValue,
                        ])
                return .put(record.with("done_on", context.today.iso))
            })
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
