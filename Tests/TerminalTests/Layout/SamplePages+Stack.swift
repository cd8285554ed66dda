import ViewModels

extension Sample {
    /// A duty's working: several panes of text, one below the other.
    static let why = Page(
        id: "why", title: "Why",
        header: [
            TextLine([Phrase("Bea Ashworth · Year 1 Oak · CP", .child)], right: [Phrase("why")])
        ],
        panes: [
            Pane(
                id: "duty", title: "",
                content: .text([
                    TextLine(
                        [Phrase("! OVERDUE", .overdue), Phrase("  Carer told of concern")],
                        right: [Phrase("due Tue 17 Nov 2026")])
                ])),
            Pane(
                id: "facts", title: "The facts",
                content: .text([
                    TextLine(
                        [
                            Phrase(
                                "  1  Mon 16 Nov: 8 of 152 sessions missed, 20 × 8 = 160 > 152, "
                                    + "so that the concern opened on this day")
                        ],
                        right: [Phrase("register")]),
                    TextLine(
                        [Phrase("  2  no contact with carer since 16 Nov")],
                        right: [Phrase("contacts")]),
                ]),
                selected: 1),
            Pane(
                id: "law", title: "The law",
                content: .text([TextLine("  DfE, Working together (2024), para 52")]),
                status: "1 source"),
        ],
        focus: 1, footer: [KeyHint("c", "log call"), KeyHint("↑↓", "follow a fact")],
        footerRight: [KeyHint("Esc", "back")])

    /// A list with headings, longer than a screen.
    static func glance(children: Int, selected: Int) -> Page {
        let rows =
            [heading("CP")] + (1...children).map(child)
            + [heading("CIN")] + (children + 1...children + 3).map(child)
        return Page(
            id: "glance", title: "Glance",
            header: [TextLine([Phrase("4 CP · 5 CIN")], right: [Phrase("NOT KNOWN: 2", .unknown)])],
            panes: [
                Pane(
                    id: "children", title: "Children",
                    content: .table(
                        [
                            TableColumn("", minimum: 1),
                            TableColumn("Child", minimum: 12, share: 1),
                            TableColumn("Today", minimum: 5),
                            TableColumn("Year", side: .right, minimum: 5),
                        ], rows),
                    selected: selected, notes: [TextLine("In now, not in, not known.", .muted)])
            ],
            detail: [TextLine("Child \(selected) · category neglect")],
            footer: [KeyHint("⏎", "open")])
    }

    private static func heading(_ words: String) -> Row {
        Row(id: words, kind: .heading, cells: [[Phrase(words, .heading)]], spoken: words)
    }

    private static func child(_ number: Int) -> Row {
        Row(
            id: "child \(number)",
            cells: [
                [Phrase("?", .unknown)], [Phrase("Zoë \(number)", .child)], [Phrase("/")],
                [Phrase("94.\(number % 10)")],
            ],
            spoken: "Zoë \(number), present, 94.\(number % 10) percent")
    }
}
