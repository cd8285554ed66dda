import Domain

extension PageContent {
    /// Everything on record of one child in the order of days, of one kind or of all; it begins on the
    /// last line up to today. `nil` where no such child is.
    static func chronology(
        _ ref: PupilRef, _ kind: ChronologyEntry.Kind?, _ model: Model
    ) -> PageContent? {
        guard let pupil = model.pupil(ref) else { return nil }
        let facts = model.facts.pupils[ref] ?? PupilFacts(pupil: pupil)
        let chronology = facts.chronology(
            in: model.facts.school, through: model.today, under: model.pack
        ).only(kind)
        let ahead = chronology.ahead.map { ChronologyLine.item($0, facts) }
        let items =
            chronology.entries.map { ChronologyLine.item($0, facts) }
            + (ahead.isEmpty ? [] : [.heading("ahead", "Still to come")] + ahead)
        return PageContent(
            title: "Chronology", subject: ref,
            header: model.childHeader(pupil, "chronology · \(model.today.long)"),
            shortHeader: model.childHeader(pupil, "chronology · \(model.today.short)"),
            sheets: [
                Sheet(
                    id: "chronology", digit: 0,
                    title: kind.map { "Chronology: \($0.words)" } ?? "Chronology",
                    content: .list(ChronologyLine.columns, items),
                    notes: model.chronologyNotes(of: ref, kind),
                    empty: kind == nil ? "Nothing is on record." : "Nothing of this is on record.",
                    begins: chronology.entries.last?.id)
            ], detail: { item, _ in item.full })
    }
}

/// What is on record of one child as rows: no name, the page has it.
enum ChronologyLine {
    static let columns = [
        TableColumn("Day", minimum: 11), TableColumn("What", minimum: 10),
        TableColumn("", minimum: 30, share: 1),
    ]

    static func item(_ entry: ChronologyEntry, _ facts: PupilFacts) -> SheetItem {
        let (day, kind) = (entry.day.dayMonthYear, entry.kind.words)
        let row = Row(
            id: entry.id,
            cells: [[Phrase(day)], [Phrase(kind, .muted)], [Phrase(entry.words)]],
            spoken: "\(day), \(kind): \(entry.words)")
        return SheetItem(
            id: row.id, opens: pep(of: entry, facts).map(PageName.pep), pupil: facts.ref,
            record: entry.record, search: { _ in row.spoken }, row: { _ in row },
            full: [TextLine(entry.words)])
    }

    /// The PEP that a line is about, a target's too.
    private static func pep(of entry: ChronologyEntry, _ facts: PupilFacts) -> String? {
        guard let key = entry.record else { return nil }
        if key.kind == .peps { return key.parts.first }
        return facts.targets.first { $0.key == key }?.pep
    }
}

extension Model {
    /// What a chronology does not tell, so that it is not taken for the whole record.
    fileprivate func chronologyNotes(
        of ref: PupilRef, _ kind: ChronologyEntry.Kind?
    ) -> [TextLine] {
        let hidden = ChronologyEntry.Kind.allCases.filter { kind in
            !kind.records.contains { access.sees($0.topic) }
        }
        let left = hidden.map(\.words).joined(separator: ", ")
        let notes: [String?] = [
            kind != nil || hidden.isEmpty ? nil : "Not for your role, and left out: \(left).",
            facts.pupils[ref] == nil
                ? "Of this child, who has no status, PEP or money on record, the roll alone is read here."
                : nil,
        ]
        return notes.compactMap { $0 }.map { TextLine($0, .muted) }
    }
}
