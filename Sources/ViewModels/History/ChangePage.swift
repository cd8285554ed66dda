import Domain

extension PageContent {
    /// One entry of the journal: what each record was before it, and what it made of it.
    static func change(_ number: ChangeNumber, _ line: HistoryEntry?, _ model: Model) -> PageContent
    {
        // A page of one child names no other; an entry about several names each in its row.
        let pupil = model.onlyOwner(of: line?.steps ?? []).flatMap(model.pupil)
        let title = "change \(number)"
        return PageContent(
            title: "Change", subject: pupil?.ref,
            header: (pupil.map { model.childHeader($0, title) } ?? model.schoolHeader(title))
                + (line.map { [TextLine(words($0, model))] } ?? []),
            sheets: [
                Sheet(
                    id: "change", digit: 0, title: "Before and after",
                    content: .list(
                        StepRow.columns(namesPupil: pupil == nil),
                        StepRow.items(line?.steps ?? [], model, namesPupil: pupil == nil)),
                    empty: line == nil ? "Reading the history." : "Nothing was changed.")
            ], detail: { item, _ in item.full }, change: number)
    }

    private static func words(_ line: HistoryEntry, _ model: Model) -> String {
        "\(line.what), by \(model.personName(line.by)), \(line.when)"
            + (line.isUndone ? " (taken back)" : "")
    }
}

/// The fields of changed records as rows.
enum StepRow {
    static func columns(namesPupil: Bool) -> [TableColumn] {
        (namesPupil ? [TableColumn("Who", minimum: 14, share: 1)] : []) + [
            TableColumn("What", minimum: 10, share: 1, priority: 1),
            TableColumn("Field", minimum: 10, share: 1),
            TableColumn("Was", minimum: 14, share: 2), TableColumn("Is", minimum: 14, share: 2),
        ]
    }

    static func items(_ steps: [RecordStep], _ model: Model, namesPupil: Bool) -> [SheetItem] {
        steps.flatMap { step in
            step.readFields.map { field in
                item(step, field, model.owner(of: step, among: steps), model, namesPupil)
            }
        }
    }

    private static func item(
        _ step: RecordStep, _ field: FieldChange, _ owner: PupilRef?, _ model: Model,
        _ namesPupil: Bool
    ) -> SheetItem {
        let who = owner.map { model.name(of: .pupil($0)) } ?? model.schoolName
        let record = step.key.kind.definition.singular.sentenceCase
        let label = step.key.kind.words(of: field.column)
        let (old, new) = (
            model.words(field.before, in: field.column), model.words(field.after, in: field.column)
        )
        let row = Row(
            id: "\(step.key.kind.rawValue) \(step.key) \(field.column.name)",
            cells: (namesPupil ? [[Phrase(who, .child)]] : []) + [
                [Phrase(record)], [Phrase(label)],
                [Phrase(old, field.before.isEmpty ? .muted : .struck)], [Phrase(new)],
            ],
            spoken: (namesPupil ? "\(who): " : "")
                + "\(record), \(label): was \(old), is \(new)")
        return SheetItem(
            id: row.id, opens: namesPupil ? owner.map(PageName.pupil) : nil, pupil: owner,
            search: { _ in row.spoken }, row: { _ in row },
            full: full(label, old: old, new: new))
    }

    /// Both texts whole, where a row has no room for them.
    private static func full(_ label: String, old: String, new: String) -> [TextLine] {
        [
            TextLine([Phrase("\(label), was: ", .muted), Phrase(old, .struck)]),
            TextLine([Phrase("\(label), is: ", .muted), Phrase(new)]),
        ]
    }
}
