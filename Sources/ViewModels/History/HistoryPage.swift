import Domain

extension PageContent {
    /// Who changed and who looked: of one child, or of the whole school.
    static func history(
        _ subject: Subject?, _ lines: [HistoryEntry]?, withLooks: Bool, _ model: Model
    ) -> PageContent? {
        let ref = subject?.pupil
        let pupil = ref.flatMap(model.pupil)
        if let ref, pupil == nil, model.facts.pupils[ref] == nil { return nil }
        let shown: [HistoryEntry]? =
            if let ref {
                // Nobody else's entries under a child's name, whatever was handed in.
                lines?.compactMap { $0.part(of: ref, model) }
            } else {
                lines?.filter { subject == nil || $0.subject == subject }
            }
        let looks = (shown ?? []).count { $0.page != nil }
        let listed = (shown ?? []).filter { withLooks || $0.page == nil }
        return PageContent(
            title: "History", subject: pupil?.ref,
            header: pupil.map { model.childHeader($0, "history") } ?? model.schoolHeader("history"),
            sheets: [
                Sheet(
                    id: "history", digit: 0, title: "History",
                    content: .list(
                        HistoryRow.columns(namesSubject: subject == nil),
                        listed.map { HistoryRow.item($0, namesSubject: subject == nil) }),
                    notes: [
                        TextLine("⏎ shows what was there before; u takes the line back.", .muted)
                    ] + looksNote(looks, withLooks),
                    empty: lines == nil ? "Reading the history." : "Nothing has been recorded.")
            ])
    }
}

/// That looks are left out, or shown, and the key that turns it.
private func looksNote(_ count: Int, _ isShown: Bool) -> [TextLine] {
    guard count > 0 else { return [] }
    let words = isShown ? "leaves them out again" : "shows them too"
    return [
        TextLine([
            Phrase("\(count.counted("time")) somebody looked; ", .muted),
            Phrase(ViewKey.byDuty.label, .key), Phrase(" \(words).", .muted),
        ])
    ]
}

enum HistoryRow {
    static func columns(namesSubject: Bool) -> [TableColumn] {
        [
            TableColumn("", side: .right, minimum: 5, priority: 2),
            TableColumn("When", minimum: 22),
            TableColumn("By", minimum: 8, share: 1), TableColumn("What", minimum: 14, share: 5),
        ] + (namesSubject ? [TableColumn("About", minimum: 14, share: 2, priority: 1)] : [])
    }

    static func item(_ line: HistoryEntry, namesSubject: Bool) -> SheetItem {
        SheetItem(
            id: "\(line.change)", opens: line.page == nil ? .change(line.change) : nil,
            pupil: line.subject.pupil, change: line.change,
            search: { "\(line.by) \(line.what) \($0.name(of: line.subject))" },
            row: { row(line, namesSubject: namesSubject, $0) })
    }

    private static func row(_ line: HistoryEntry, namesSubject: Bool, _ model: Model) -> Row {
        let undone = line.isUndone ? " (taken back)" : ""
        let about = model.name(of: line.subject)
        let by = model.personName(line.by)
        let corrections = line.steps.filter(\.isCorrection).flatMap { step in
            [Phrase(" · ", .muted)] + step.summary(model)
        }
        return Row(
            id: "\(line.change)",
            cells: [
                [Phrase("\(line.change)", .muted)], [Phrase(line.when)], [Phrase(by)],
                [Phrase(line.what + undone, line.isUndone ? .struck : .normal)] + corrections,
            ] + (namesSubject ? [[Phrase(about, .child)]] : []),
            spoken: "\(line.when), \(by): \(line.what)\(undone)"
                + corrections.map(\.text).joined() + (namesSubject ? ", \(about)" : ""))
    }
}
