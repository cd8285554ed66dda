import Domain

extension ImportState {
    public func page(size: Size) -> Page {
        if let form = inner.form { return form.page(size: size) }
        switch step {
        case .path:
            return page(
                [pathPane],
                [KeyHint("⏎", "look it over"), KeyHint("Tab", "next"), KeyHint("Esc", "leave")])
        case .planning: return page([pathPane], [KeyHint("Esc", "leave")])
        case .preview(let preview): return page([previewPane(preview)], previewKeys(preview))
        case .columns(let preview):
            return page(
                [columnsPane(preview)],
                [KeyHint("⏎", "say what it holds"), KeyHint("Esc", "back")])
        case .fields(let preview, let column):
            return page(
                [fieldsPane(preview, preview.columns[column])],
                [KeyHint("⏎", "take this"), KeyHint("Esc", "back")])
        case .followUp:
            return page(
                [taskPane],
                [KeyHint("⏎", "open the form"), KeyHint("Esc", "leave the rest for later")])
        }
    }

    private func page(_ panes: [Pane], _ footer: [KeyHint]) -> Page {
        Page(
            id: "import", title: "cksw",
            header: [
                TextLine(
                    [Phrase(context.facts.school.school?.name ?? "The school", .heading)],
                    right: [Phrase(kind?.title ?? "import")])
            ], panes: panes, footer: footer,
            message: notice.map { TextLine($0.words, $0.tone) })
    }

    private var pathPane: Pane {
        let isAsking = if case .path = step { true } else { false }
        let isAtFile = isAsking && !isAtAdmitted
        return Pane(
            id: "file", title: "Import",
            content: .form([
                Field(
                    id: "file", label: "File",
                    content: .text(path.text, caret: isAtFile ? path.caret : nil),
                    hint: isAsking ? kind?.hint ?? Self.anyFile : "reading …",
                    isFocused: !isAtAdmitted),
                Field(
                    id: "admitted", label: "Admitted",
                    content: .text(
                        admitted.text, caret: isAsking && isAtAdmitted ? admitted.caret : nil),
                    hint: admissionDay.map { "→ \($0.long)" }
                        ?? "new pupils for whom the file has no date; most files need none",
                    isFocused: isAtAdmitted),
            ]), selected: isAtAdmitted ? 1 : 0,
            notes: [
                TextLine("Nothing is written before you have looked it over.", .muted)
            ])
    }

    private static let anyFile =
        "pupils, register, staff, contacts, suspensions; .xlsx, .csv or .xml"

    private func previewPane(_ preview: ImportPreview) -> Pane {
        let rows = PreviewLines(preview).rows
        return Pane(
            id: "preview", title: preview.shortName,
            content: .table(
                [
                    TableColumn("Line", side: .right, minimum: 5), TableColumn("", minimum: 12),
                    TableColumn("What", minimum: 20, share: 1),
                ], rows), selected: rows.isEmpty ? nil : selected, status: preview.counts.words,
            notes: [
                TextLine("Taken for \(preview.takenFor).", .muted), TextLine(preview.counts.words),
            ] + (preview.question.map { [TextLine($0, .warning)] } ?? []),
            empty: preview.command == nil
                ? "Nothing changes: everything stands so already." : "Every row is taken as it is.")
    }

    private func previewKeys(_ preview: ImportPreview) -> [KeyHint] {
        let back =
            (preview.columns.isEmpty ? [] : [KeyHint("c", "columns")])
            + [KeyHint("Esc", "another file")]
        if preview.question != nil { return [KeyHint("o", "leave the others out")] + back }
        if preview.needsNames { return [KeyHint("n", "go by names and classes")] + back }
        if preview.command != nil { return [KeyHint("y", "take it in")] + back }
        return preview.isRefused ? back : [KeyHint("y", "go on")] + back
    }

    private func columnsPane(_ preview: ImportPreview) -> Pane {
        let rows = preview.columns.enumerated().map { place, column in
            let samples = column.samples.joined(separator: ", ")
            return Row(
                id: "column \(place)",
                cells: [
                    [Phrase(column.heading)],
                    [Phrase(column.words, column.isRead ? .normal : .warning)],
                    [Phrase(samples, .muted)],
                ],
                spoken: "\(column.heading): \(column.words); cells such as \(samples)")
        }
        return Pane(
            id: "columns", title: "Columns of \(preview.shortName)",
            content: .table(
                [
                    TableColumn("Heading", minimum: 12, share: 1),
                    TableColumn("Taken for", minimum: 14, share: 1),
                    TableColumn("Cells", minimum: 12, share: 1),
                ], rows), selected: rows.isEmpty ? nil : selected,
            notes: [
                TextLine(
                    "What you say of a heading is kept for the next file of this kind.", .muted)
            ])
    }

    private func fieldsPane(_ preview: ImportPreview, _ column: ImportPreview.Column) -> Pane {
        let rows = preview.choices(letters.text).map { choice in
            Row(
                id: choice.name ?? "not read", cells: [[Phrase(choice.words)]], spoken: choice.words
            )
        }
        return Pane(
            id: "fields", title: "What does \(column.heading) hold?",
            content: .table([TableColumn("", minimum: 20, share: 1)], rows),
            selected: rows.isEmpty ? nil : min(selected, rows.count - 1),
            notes: [
                TextLine(
                    letters.text.isEmpty
                        ? "Type a few letters to find it: \(column.samples.joined(separator: ", "))"
                        : "Letters: \(letters.text)", .muted)
            ], empty: "Nothing of that name.")
    }

    private var taskPane: Pane {
        let rows = tasks.map { task in
            switch task {
            case .confirm(let marked):
                Row(
                    id: "confirm \(marked.pupil)",
                    cells: [
                        [Phrase(marked.name, .child)],
                        [Phrase("marked as looked after (\(marked.words)): since when?")],
                    ],
                    spoken:
                        "\(marked.name) is marked as looked after (\(marked.words)): since when?")
            case .dates(let year):
                Row(
                    id: "dates \(year.label)",
                    cells: [
                        [Phrase(year.label)],
                        [
                            Phrase(
                                "enter the year's terms: its weekdays count as school days until then"
                            )
                        ],
                    ],
                    spoken: "\(year.label): enter the year's terms; its weekdays count until then")
            }
        }
        return Pane(
            id: "tasks", title: "Still to do",
            content: .table(
                [TableColumn("", minimum: 14, share: 1), TableColumn("", minimum: 20, share: 3)],
                rows),
            selected: rows.isEmpty ? nil : selected, empty: "Nothing is left to do.")
    }
}

extension ImportKind {
    /// What stands at the head of the page, where it is known which file is wanted.
    fileprivate var title: String {
        switch self {
        case .roster: "import the pupils"
        case .attendance: "import the register"
        case .staff: "import the staff"
        case .contacts: "import the contacts"
        case .suspensions: "import suspensions"
        case .ctf: "import a transfer file"
        }
    }

    fileprivate var hint: String {
        switch self {
        case .roster: "the pupil list of your school's system"
        case .attendance: "this year's attendance marks of your school's system"
        case .staff: "the staff list of your school's system"
        case .contacts: "parents and carers, from your school's system"
        case .suspensions: "the suspensions of your school's system"
        case .ctf: "a common transfer file"
        }
    }
}

/// What is worth reading of a preview, as rows: what is wrong first.
struct PreviewLines {
    let rows: [Row]

    var count: Int { rows.count }

    init(_ preview: ImportPreview) {
        func make(
            _ lines: [ImportPreview.Line], _ word: String, _ tone: Tone
        ) -> [Row] {
            lines.enumerated().map { place, line in
                let number = line.number.map(String.init) ?? ""
                return Row(
                    id: "\(word) \(place)",
                    cells: [[Phrase(number)], [Phrase(word, tone)], [Phrase(line.words)]],
                    spoken: "\(line.number.map { "line \($0), " } ?? "")\(word): \(line.words)")
            }
        }
        let years = preview.yearsWithoutTerms.map {
            ImportPreview.Line(
                number: nil, words: "no term of \($0.label) is on record: you are asked for it next"
            )
        }
        let marked = preview.lookedAfter.map {
            ImportPreview.Line(
                number: nil,
                words: "\($0.name) is marked as looked after (\($0.words)): you are "
                    + "asked for the date next")
        }
        let missing = preview.missing.map {
            ImportPreview.Line(number: nil, words: "\($0) is on roll and not in the file: kept")
        }
        rows =
            make(preview.refused, "refused", .error) + make(preview.pairs, "is it so?", .warning)
            + make(years, "dates", .warning)
            + make(marked, "looked after", .warning) + make(preview.notices, "notice", .warning)
            + make(preview.leftOut, "left out", .muted) + make(missing, "not in it", .muted)
    }
}
