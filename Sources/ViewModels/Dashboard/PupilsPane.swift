import Domain

extension Sheet {
    /// Pane 1: the children known to a social worker; with the others on roll where asked for.
    static func pupils(_ model: Model, withOthers: Bool) -> Sheet {
        var items = model.children.map { PupilRow.item($0.ref) }
        guard model.access.sees(.cohort) else {
            return Sheet(
                id: pupilsID, digit: 1, title: "Pupils",
                content: .list(PupilRow.columns, model.roster.map { PupilRow.item($0.ref) }),
                empty: "No child is on roll.")
        }
        if withOthers {
            let others = model.roster.filter { model.child($0.ref) == nil }
            items.append(.heading("others", "Others on roll"))
            items += others.map { PupilRow.item($0.ref) }
        }
        return Sheet(
            id: pupilsID, digit: 1, title: "Pupils", content: .list(PupilRow.columns, items),
            notes: withOthers ? model.statusKeyNote : [], empty: model.noChildWords)
    }

    /// The id of the pane of children, to which the others on roll are added.
    static let pupilsID = "pupils"

    /// The children who hold one label, whatever else they hold.
    static func cohort(_ label: CohortLabel, _ model: Model) -> Sheet {
        Sheet(
            id: "cohort", digit: 0, title: label.rawValue,
            content: .list(
                PupilRow.columns,
                model.children.filter { $0.labels.contains(label) }.map { PupilRow.item($0.ref) }),
            empty: "No child on roll.")
    }
}

/// Children as rows of the roster.
enum PupilRow {
    static let columns = [
        TableColumn("Pupil", minimum: 14, share: 3),
        TableColumn("Yr", minimum: 2, priority: 2),
        TableColumn("Status", minimum: 6, share: 1),
        TableColumn("Attend", side: .right, minimum: 8, priority: 1),
        TableColumn("PEP", minimum: 3, priority: 3),
        TableColumn("PP+", side: .right, minimum: 6, priority: 4),
        TableColumn("Duty", side: .right, minimum: 4),
    ]

    static func item(_ ref: PupilRef) -> SheetItem {
        SheetItem(
            id: ref.text, opens: .pupil(ref), pupil: ref,
            search: { model in
                let worst = model.child(ref)?.worst?.state.word ?? ""
                return "\(model.searchWords(ref)) \(worst)"
            },
            row: { model in
                model.child(ref).map { row($0, model) } ?? other(ref, model)
            })
    }

    private static func row(_ child: Child, _ model: Model) -> Row {
        let pupil = child.pupil
        let figure = model.attendanceWords(child)
        let pep = model.pepState(child)
        let money = model.plusRemaining(child.ref)
        let worst = child.worst
        let duty = worst.map { "\($0.count) \($0.state.word)" } ?? "nothing open"
        return Row(
            id: child.ref.text,
            cells: [
                [Phrase(pupil.displayName, .child)], [Phrase(pupil.yearGroup)],
                [Phrase(child.statusWords)], figure.cell, [pep?.phrase ?? Phrase("")],
                [Phrase(money?.wholePounds ?? model.noMoneyWords, .money)],
                worst.map { [Phrase("\($0.state.glyph) \($0.count)", $0.state.tone)] }
                    ?? [DutyState.upcoming.phrase],
            ],
            spoken: [
                "\(pupil.displayName), \(pupil.classWords)", child.statusWords, figure.spoken,
                pep.map { "PEP this term: \($0.word)" } ?? "",
                money.map { "PP+ left: \($0.inPounds)" } ?? "", duty,
            ].filter { !$0.isEmpty }.joined(separator: "; "))
    }

    private static func other(_ ref: PupilRef, _ model: Model) -> Row {
        let pupil = model.pupil(ref)
        let name = pupil?.displayName ?? "Pupil \(ref.text)"
        return Row(
            id: ref.text,
            cells: [[Phrase(name, .child)], [Phrase(pupil?.yearGroup ?? "")], [], [], [], [], []],
            spoken: "\(name), \(pupil?.classWords ?? "no longer on roll")")
    }
}

extension Model {
    /// What stands where no child is known to a social worker, with the keys that change it.
    fileprivate var noChildWords: String {
        guard !isRollEmpty else {
            let bring = key(of: .importFile).map { "\($0.label) brings in a list of pupils" }
            let add = key(of: .pupilAdd).map { "\($0.label) adds one" }
            let ways = [bring, add].compactMap { $0 }.joined(separator: ", ")
            return "No child is on roll yet" + (ways.isEmpty ? "." : ": \(ways).")
        }
        let begin = key(of: .statusBegin).map { ", where \($0.label) begins a status" } ?? ""
        return "No child on roll is known to a social worker. "
            + "\(ViewKey.others.label) lists every child on roll\(begin)."
    }

    /// The key that makes one of the others known.
    fileprivate var statusKeyNote: [TextLine] {
        guard let key = key(of: .statusBegin) else { return [] }
        return [
            TextLine([
                Phrase(key.label, .key), Phrase(" begins a status of the selected child.", .muted),
            ])
        ]
    }

    private func key(of action: ActionID) -> Key? { actionKey(action)?.key }

    /// The year's figure with its level: `94.7% C`; `not known` where no mark is on record.
    func attendanceWords(_ child: Child) -> (cell: [Phrase], spoken: String) {
        let figure = child.facts.attendance(upTo: today, under: pack)
        guard let percent = figure.percent else {
            return ([Phrase("not known", .unknown)], "attendance not known")
        }
        let level = child.level
        return (
            [Phrase("\(percent)%"), Phrase(" \(level?.letter ?? " ")", level?.tone ?? .normal)],
            "attendance \(percent)%" + (level.flatMap(\.word).map { ", \($0)" } ?? "")
        )
    }

    /// What has become of this term's PEP.
    func pepState(_ child: Child) -> DutyState? {
        guard let term else { return nil }
        return child.duties.first { $0.isPEP(of: term) }?.state
    }

    /// What stands where a child has no money of its own; nothing where money is not seen.
    fileprivate var noMoneyWords: String { access.sees(.money) ? "–" : "" }

    /// What is left of the child's own Pupil Premium Plus this financial year.
    func plusRemaining(_ ref: PupilRef) -> Pence? {
        let accounts = books.filter { $0.fund.kind.isPlus }.compactMap { $0.own[ref] }
        return accounts.isEmpty ? nil : accounts.map(\.remaining).reduce(.zero, +)
    }
}

extension Child {
    /// The level of attendance; `nil` while there are too few marks to tell.
    var level: AttendanceLevel? {
        guard
            case .level(let level, _) = duties.first(where: { $0.rule == .attendanceLevel })?.reason
        else { return nil }
        return level
    }
}

extension AttendanceLevel {
    /// C concern, P persistent, S severe.
    var letter: String {
        switch self {
        case .severe: "S"
        case .persistent: "P"
        case .concern: "C"
        case .fine: " "
        }
    }

    var word: String? {
        switch self {
        case .severe: "severe absence"
        case .persistent: "persistent absence"
        case .concern: "concern"
        case .fine: nil
        }
    }

    /// A level is no duty: what is overdue because of it stands beside it.
    var tone: Tone {
        switch self {
        case .severe, .persistent: .warning
        case .concern: .soon
        case .fine: .normal
        }
    }
}

extension Pence {
    /// `£1,315`, `-£110`, for a narrow column: rounded towards zero.
    var wholePounds: String { String(Pence(value / 100 * 100).inPounds.dropLast(3)) }
}
