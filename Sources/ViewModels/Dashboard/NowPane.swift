import Domain

extension Sheet {
    /// Pane 0: who needs me, and why.
    static func now(_ model: Model) -> Sheet {
        Sheet(
            id: "now", digit: 0, title: "Now", counts: NowEnd.counts(model),
            content: .list(DutyRow.columns, model.now.map(DutyRow.item) + NowEnd.items(model)),
            empty: "Nothing is overdue, due soon or unknown today.")
    }

    /// The duties behind a number, each on its own line.
    static func list(_ list: DutyList, _ model: Model) -> Sheet {
        let found = model.allDuties.filter { list.holds($0, model) }
        return Sheet(
            id: list.rawValue, digit: 0, title: list.title,
            content: .list(DutyRow.columns, found.map { DutyRow.item($0) }),
            empty: "None.")
    }
}

/// Duties as rows: state, whom about, why, when, and the key that deals with it.
enum DutyRow {
    static let columns = [
        TableColumn("", minimum: 1),
        TableColumn("Who", minimum: 14, share: 1),
        TableColumn("", minimum: 6, priority: 2),
        TableColumn("Why", minimum: 32, share: 4),
        TableColumn("When", side: .right, minimum: 14, priority: 1),
        TableColumn("", minimum: 1),
        TableColumn("", minimum: 14, share: 1, priority: 3),
    ]

    static func item(_ line: NowLine) -> SheetItem {
        // The school's own duty says itself how many members of staff are late.
        let isSaid = line.rule != nil && line.duty.subject == .school
        var item = item(line.duty, id: line.id, others: isSaid ? [] : line.others)
        if let rule = line.rule { item.opens = .rule(rule) }
        return item
    }

    /// - Parameter others: duties of the same cause, that stand on the same line.
    static func item(_ duty: Duty, id: String? = nil, others: [DutyID] = []) -> SheetItem {
        let key = duty.id
        return SheetItem(
            id: id ?? key.text, opens: opens(duty), pupil: duty.subject.pupil, duty: key,
            search: { model in
                let who = duty.subject.pupil.map(model.searchWords) ?? model.name(of: duty.subject)
                return "\(who) \((model.duty(key) ?? duty).state.word) \(duty.title)"
            },
            row: { model in
                guard let current = model.duty(key) else {
                    return gone(duty, id ?? key.text, model)
                }
                return row(current, id: id ?? key.text, others: others.count, model)
            })
    }

    /// What Enter shows: the child, the fund; for the school the working itself.
    static func opens(_ duty: Duty) -> PageName {
        switch duty.subject {
        case .pupil(let ref): .pupil(ref)
        case .fund(let id): .fund(id)
        case .staff, .school: .why(duty.id)
        }
    }

    private static func row(_ duty: Duty, id: String, others: Int, _ model: Model) -> Row {
        let name = model.name(of: duty.subject)
        let label = duty.subject.pupil.flatMap { model.child($0)?.label?.rawValue } ?? ""
        let sentence = duty.reason.sentence
        let more = others == 0 ? "" : "and \(others) more"
        let when = model.when(duty)
        let action = model.action(for: duty)
        let reason = sentence.hasSuffix(".") ? String(sentence.dropLast()) : sentence
        // The count stands first: where the reason is cut, it is not.
        let why =
            others == 0 ? [Phrase(reason)] : [Phrase("(\(others + 1)) ", .strong), Phrase(reason)]
        let next = duty.next.map { " Next: \($0.words)." } ?? ""
        return Row(
            id: id,
            cells: [
                [duty.state.phrase], [Phrase(name, .child)], [Phrase(label)], why,
                [Phrase(when, duty.state.tone)], action.map { [Phrase($0.key.label, .key)] } ?? [],
                [Phrase(action?.title ?? duty.next?.words ?? "", .muted)],
            ],
            spoken: [
                name, label, "\(duty.state.word):", sentence, more, when.isEmpty ? "" : "(\(when))",
            ]
            .filter { !$0.isEmpty }.joined(separator: " ") + next)
    }

    /// A duty that the facts no longer give, in the place where it stood.
    private static func gone(_ duty: Duty, _ id: String, _ model: Model) -> Row {
        let name = model.name(of: duty.subject)
        let words = "No longer owed: \(duty.title)"
        return Row(
            id: id,
            cells: [
                [DutyState.notApplicable.phrase], [Phrase(name, .child)], [],
                [Phrase(words, .muted)],
                [], [], [],
            ], spoken: "\(name) \(words)")
    }
}

extension Model {
    /// What a filter finds a child by: names, class, year, statuses.
    func searchWords(_ ref: PupilRef) -> String {
        guard let pupil = pupil(ref) else { return ref.text }
        let statuses = child(ref)?.statusWords ?? ""
        return [
            pupil.displayName, pupil.forename, pupil.surname, pupil.classWords, statuses, ref.text,
        ].joined(separator: " ")
    }
}
