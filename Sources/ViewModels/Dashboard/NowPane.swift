import Domain

extension Sheet {
    /// The id of the pane that says who needs me.
    static let nowID = "now"

    /// Pane 0: who needs me, and why.
    static func now(_ model: Model, _ view: NowView) -> Sheet {
        let items =
            switch view {
            case .byChild: model.nowByChild.map { NowRow.item($0) }
            case .byDuty: model.now.map { NowRow.item($0) }
            }
        return Sheet(
            id: nowID, digit: 0, title: view == .byChild ? "Now" : "Now \(view.words)",
            tab: "Now", countsInTab: true, counts: NowEnd.counts(model),
            content: .list(NowRow.columns, items + NowEnd.items(model)),
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
        TableColumn("Who", minimum: 14, share: 2),
        TableColumn("", minimum: 6, priority: 2),
        TableColumn("Why", minimum: Reason.lineColumns, share: 2),
        TableColumn("When", side: .right, minimum: 14, priority: 1),
        TableColumn("", minimum: 1),
        TableColumn("", minimum: 14, share: 1, priority: 3),
    ]

    static func item(_ duty: Duty) -> SheetItem {
        let key = duty.id
        return SheetItem(
            id: key.text, opens: opens(duty), pupil: duty.subject.pupil, duty: key,
            search: { model in
                let who = model.searchWords(of: duty.subject)
                return "\(who) \((model.duty(key) ?? duty).state.word) \(duty.title)"
            },
            row: { model in
                guard let current = model.duty(key) else { return gone(duty, model) }
                return row(current, model)
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

    private static func row(_ duty: Duty, _ model: Model) -> Row {
        let name = model.name(of: duty.subject)
        let label = duty.subject.pupil.flatMap { model.child($0)?.label?.rawValue } ?? ""
        let when = model.when(duty)
        let action = model.action(for: duty)
        let next = duty.next.map { " Next: \($0.words)." } ?? ""
        return Row(
            id: duty.id.text,
            cells: [
                [duty.state.phrase], [Phrase(name, .child)], [Phrase(label)],
                [Phrase(duty.line(on: model.today))],
                [Phrase(when, duty.state.tone)], action.map { [Phrase($0.key.label, .key)] } ?? [],
                [Phrase(action?.title ?? duty.next?.words ?? "", .muted)],
            ],
            spoken: [
                name, label, "\(duty.state.word):", duty.sentence(on: model.today),
                when.isEmpty ? "" : "(\(when))",
            ]
            .filter { !$0.isEmpty }.joined(separator: " ") + next)
    }

    /// A duty that the facts no longer give, in the place where it stood.
    private static func gone(_ duty: Duty, _ model: Model) -> Row {
        let name = model.name(of: duty.subject)
        let words = "No longer owed: \(duty.title)"
        return Row(
            id: duty.id.text,
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
        if let words = searchBook[ref] { return words }
        guard let pupil = pupil(ref) else { return ref.text }
        let statuses = child(ref)?.statusWords ?? ""
        let words = [
            pupil.displayName, pupil.forename, pupil.surname, pupil.classWords, statuses, ref.text,
        ].joined(separator: " ")
        searchBook[ref] = words
        return words
    }

    /// The same of whomever something is about; of what is no child the name.
    func searchWords(of subject: Subject) -> String {
        if let ref = subject.pupil { return searchWords(ref) }
        return name(of: subject)
    }
}
