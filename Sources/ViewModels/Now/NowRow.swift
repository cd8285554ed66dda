import Domain

/// Lines of Now: state, whom about, what, how many others, when, and the key that deals with it.
enum NowRow {
    static let columns = [
        TableColumn("", minimum: 1),
        // Every line of why is whole in its least: what is left over is for long names.
        TableColumn("Who", minimum: 14, share: 2),
        TableColumn("", minimum: 6, priority: 2),
        // At 80 columns there is room for these and no more.
        TableColumn("Why", minimum: 36, share: 1),
        TableColumn("", side: .right, minimum: 3),
        TableColumn("When", side: .right, minimum: 12, priority: 1),
        TableColumn("", minimum: 1),
        TableColumn("", minimum: 14, share: 1, priority: 3),
    ]

    /// A line of Now by child, with what it opens.
    static func item(_ group: NowGroup) -> SheetItem {
        item(DutyBranch(group), name: group.owner.name, depth: 0)
    }

    /// A line of Now by duty, with what it opens.
    static func item(_ line: NowLine) -> SheetItem {
        item(DutyBranch(line), name: nil, depth: 0)
    }

    /// - Parameters:
    ///   - name: who stands on the line, where it is not whom the duty is about.
    ///   - depth: how far it stands beneath others.
    private static func item(_ branch: DutyBranch, name: String?, depth: Int) -> SheetItem {
        let duty = branch.duty
        let key = duty.id
        return SheetItem(
            id: branch.id, isCounted: depth == 0,
            opens: branch.rule.map(PageName.rule) ?? DutyRow.opens(duty),
            pupil: duty.subject.pupil, duty: key,
            search: { model in
                let who = model.searchWords(of: duty.subject)
                let state = (model.duty(key) ?? duty).state.word
                return "\(name ?? "") \(who) \(state) \(duty.title)"
            },
            row: { row(branch, name, depth, $0) },
            beneath: branch.beneath.map { item($0, name: nil, depth: depth + 1) })
    }

    private static func row(
        _ branch: DutyBranch, _ name: String?, _ depth: Int, _ model: Model
    ) -> Row {
        let subject = branch.duty.subject
        let who = name ?? model.name(of: subject)
        let whoCell =
            depth == 0
            ? Phrase(who, .child) : Phrase(String(repeating: "  ", count: depth) + who, .muted)
        guard let duty = model.duty(branch.duty.id) else {
            let words = "No longer owed: \(branch.duty.title)"
            return Row(
                id: branch.id,
                cells: [
                    [DutyState.notApplicable.phrase], [whoCell], [], [Phrase(words, .muted)], [],
                    [], [], [],
                ], spoken: "\(who) \(words)")
        }
        let label = subject.pupil.flatMap { model.child($0)?.label?.rawValue } ?? ""
        let sum = branch.sum(model)
        let told = sum.map { "\($0)." } ?? duty.sentence(on: model.today)
        let others = branch.others(model)
        let when = model.when(duty)
        let action = model.action(for: duty)
        let next = duty.next.map { " Next: \($0.words)." } ?? ""
        return Row(
            id: branch.id,
            cells: [
                [duty.state.phrase], [whoCell], depth == 0 ? [Phrase(label)] : [],
                [Phrase(sum ?? duty.line(on: model.today))],
                others == 0 ? [] : [Phrase("+\(others)", .strong)],
                [Phrase(model.when(duty, isShort: true), duty.state.tone)],
                action.map { [Phrase($0.key.label, .key)] } ?? [],
                [Phrase(action?.title ?? duty.next?.words ?? "", .muted)],
            ],
            spoken: [
                who, label, "\(duty.state.word):", told, others == 0 ? "" : "and \(others) more",
                when.isEmpty ? "" : "(\(when))",
            ]
            .filter { !$0.isEmpty }.joined(separator: " ") + next)
    }
}
