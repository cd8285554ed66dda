import Domain

extension PageContent {
    /// What others have changed since the person last looked, child by child, and what has turned red
    /// or was cleared since then.
    static func since(_ model: Model) -> PageContent {
        let unread = model.unread
        let children = (unread?.children ?? []).flatMap { child -> [SheetItem] in
            let name = model.name(of: .pupil(child.pupil))
            return [.heading("child \(child.pupil.text)", name)]
                + child.entries.map { UnreadRow.item($0, of: child.pupil) }
        }
        let others = (unread?.others ?? []).map { UnreadRow.item($0, of: nil) }
        let turned = model.turnedSince()
        return PageContent(
            title: "Since you last looked",
            header: model.schoolHeader("since you last looked")
                + [
                    TextLine(model.unreadWords ?? "Nothing by others since you last looked."),
                    TextLine(turned.words),
                ],
            sheets: [
                Sheet(
                    id: "since", digit: 0, title: "By child",
                    content: .list(
                        UnreadRow.columns,
                        children
                            + (others.isEmpty
                                ? [] : [.heading("school", model.schoolName)] + others)),
                    notes: children.isEmpty && others.isEmpty
                        ? []
                        : [
                            TextLine([
                                Phrase(ViewKey.read.label, .key),
                                Phrase(" says that you have read it; u takes that back.", .muted),
                            ])
                        ], empty: "Nothing to read."),
                .turned(turned),
            ],
            detail: { item, model in
                let detail = model.dutyDetail(of: item)
                return detail.isEmpty ? item.full : detail
            })
    }
}

extension Sheet {
    /// Duties that are newly red, and red ones that are cleared.
    fileprivate static func turned(_ turned: TurnedSince) -> Sheet {
        func part(_ name: String, _ duties: [Duty]) -> [SheetItem] {
            duties.isEmpty
                ? [] : [.heading(name, "\(name): \(duties.count)")] + duties.map(DutyRow.item)
        }
        return Sheet(
            id: "turned", digit: 1, title: "Turned since \(turned.since.short)",
            content: .list(
                DutyRow.columns,
                part("Newly red", turned.red) + part("Cleared", turned.cleared)),
            empty: "Nothing has turned red, and nothing red was cleared.")
    }
}

extension TurnedSince {
    /// `Since Fri 20 Nov: 2 newly red, 1 cleared.`
    var words: String {
        "Since \(since.short): \(red.count) newly red, \(cleared.count) cleared."
    }
}

/// Others' changes as rows.
enum UnreadRow {
    static let columns = [
        TableColumn("When", minimum: 16), TableColumn("By", minimum: 8, share: 1),
        TableColumn("What", minimum: 20, share: 5),
    ]

    static func item(_ line: HistoryEntry, of pupil: PupilRef?) -> SheetItem {
        let id = "\(line.change) \(pupil?.text ?? "")"
        return SheetItem(
            id: id, opens: .change(line.change), pupil: pupil,
            search: { "\(line.what) \($0.personName(line.by)) \(pupil.map($0.searchWords) ?? "")" },
            row: { row(line, id: id, of: pupil, $0) })
    }

    private static func row(
        _ line: HistoryEntry, id: String, of pupil: PupilRef?, _ model: Model
    ) -> Row {
        let when = "\(line.at.londonDay.short) \(line.at.londonClock)"
        let by = model.personName(line.by)
        let steps = line.steps.prefix(4).flatMap { step in
            [Phrase(" · \(step.key.kind.definition.singular): ", .muted)] + step.summary(model)
        }
        let more =
            line.steps.count > 4 ? [Phrase(" · and \(line.steps.count - 4) more", .muted)] : []
        let who = pupil.map { model.name(of: .pupil($0)) } ?? model.schoolName
        let undone = line.isUndone ? " (taken back)" : ""
        return Row(
            id: id,
            cells: [[Phrase(when)], [Phrase(by)], [Phrase(line.what + undone)] + steps + more],
            spoken: "\(who): \(when), \(by): \(line.what)\(undone)"
                + (steps + more).map(\.text).joined())
    }
}
