import ViewModels

/// The invented school of the sketches.
enum Sample {
    static func dashboard(focus: Int = 0) -> Page {
        Page(
            id: "dashboard", title: "Dashboard",
            header: [
                TextLine(
                    [Phrase("Larkfield Infant School · A Khan, Designated Teacher")],
                    right: [Phrase("Mon 23 Nov 2026 · autumn term, 19 school days left")]),
                TextLine(
                    [Phrase("14 known to a social worker: 3 CLA, 1 PLA, 4 CP, 5 CIN, 1 Ever-6")],
                    right: [
                        Phrase("✗ 2 missed", .missed), Phrase("  "),
                        Phrase("! 6 overdue", .overdue),
                        Phrase("  "), Phrase("▲ 5 soon", .soon), Phrase("  "),
                        Phrase("? 1 unknown", .unknown),
                    ]),
            ],
            shortHeader: [
                TextLine(
                    [Phrase("Larkfield Infant School · A Khan, DT")],
                    right: [Phrase("Mon 23 Nov · 19 days left")]),
                TextLine(
                    [Phrase("14 CKSW: 3 CLA 1 PLA 4 CP 5 CIN 1 E6")],
                    right: [Phrase("✗ 2  ! 6  ▲ 5  ? 1")]),
            ],
            panes: [now, pupils, peps, alerts, budget], focus: focus, arrangement: .dashboard,
            detail: [
                TextLine(
                    "Bea Ashworth · Year 1 Oak · CP since 2 Sep 2026 · key adult J Webb", .child),
                TextLine("N this morning. ATT-3: carer and social worker hear the same day."),
                TextLine(
                    "Carer: L Ashworth 07700 900123    Social worker: P Lund 01992 000111"),
            ],
            footer: [
                KeyHint("⏎", "open"), KeyHint("c", "log call"), KeyHint("p", "PEP"),
                KeyHint("$", "PP+"), KeyHint("w", "why"), KeyHint("/", "filter"),
                KeyHint("u", "undo"), KeyHint("F10", "blank"),
            ],
            footerRight: [KeyHint("?", "all keys"), KeyHint("q", "quit")])
    }

    static let now = Pane(
        id: "now", digit: 0, title: "Now", counts: [Phrase("14")],
        content: .table(
            [
                TableColumn("", minimum: 1), TableColumn("", minimum: 14, share: 1),
                TableColumn("", minimum: 4), TableColumn("", minimum: 34, share: 4),
                TableColumn("", side: .right, minimum: 17),
                TableColumn("", minimum: 12, priority: 1),
            ],
            [
                now(
                    "!", .overdue, "Bea Ashworth", "CP",
                    "No reason yet for this morning: ring home and social worker", "today",
                    "c log call"),
                now(
                    "!", .overdue, "Sam Field", "CLA", "PEP of Tue 3 Nov has no target",
                    "4 days late", "t add target"),
                now(
                    "?", .unknown, "Max Ibe", "CIN", "The mark of Friday afternoon is missing",
                    "since Fri 20 Nov", "i import"),
                now(
                    "▲", .soon, "Ayò Daniels", "CLA", "First PEP: looked after since Fri 13 Nov",
                    "due Fri 27 Nov", "p plan PEP"),
                now(
                    "▲", .soon, "Zoë Quinn", "CP",
                    "Our report for the review conference of Thu 3 Dec", "due Mon 30 Nov", "P pack"),
                now("▲", .soon, "王小明", "CIN", "Review of Tue 8 Dec", "due Tue 1 Dec", "P pack"),
            ]),
        selected: 0)

    private static func now(
        _ sign: String, _ tone: Tone, _ child: String, _ status: String, _ reason: String,
        _ when: String, _ key: String
    ) -> Row {
        Row(
            id: child,
            cells: [
                [Phrase(sign, tone)], [Phrase(child, .child)], [Phrase(status)], [Phrase(reason)],
                [Phrase(when)], [Phrase(key, .key)],
            ],
            spoken: "\(child), \(status). \(reason), \(when). \(key)")
    }

    static let pupils = Pane(
        id: "pupils", digit: 1, title: "Pupils", counts: [Phrase("14")],
        content: .table(
            [
                TableColumn("Pupil", minimum: 12, share: 1),
                TableColumn("Yr", minimum: 2, priority: 3),
                TableColumn("Status", minimum: 6), TableColumn("Attend", side: .right, minimum: 7),
                TableColumn("PEP", minimum: 3), TableColumn("PP+", minimum: 6, priority: 2),
                TableColumn("Duty", minimum: 4),
            ],
            [
                pupil("Bea Ashworth", "1", "CP", "94.7% C", "▲", "–", "! 2", .overdue),
                pupil("Ayò Daniels", "R", "CLA", "97.5%", "▲", "£1,315", "▲ 1", .soon),
                pupil(
                    "Wilhelmina Featherstonehaugh-Æthelred", "2", "CIN", "?", "·", "–", "? 1",
                    .unknown),
            ]),
        selected: 1, status: "/ filter")

    private static func pupil(
        _ name: String, _ year: String, _ status: String, _ attendance: String, _ pep: String,
        _ money: String, _ duty: String, _ tone: Tone
    ) -> Row {
        Row(
            id: name,
            cells: [
                [Phrase(name, .child)], [Phrase(year)], [Phrase(status)], [Phrase(attendance)],
                [Phrase(pep, tone)], [Phrase(money, .money)], [Phrase(duty, tone)],
            ],
            spoken: "\(name), year \(year), \(status), attendance \(attendance)")
    }

    static let peps = Pane(
        id: "peps", digit: 2, title: "PEPs", counts: [Phrase("!2", .overdue), Phrase("▲2", .soon)],
        content: .table(
            [
                TableColumn("Due", side: .right, minimum: 6),
                TableColumn("Pupil", minimum: 12, share: 1),
                TableColumn("What", minimum: 10, share: 2), TableColumn("State", minimum: 9),
            ],
            (1...27).map { number in
                Row(
                    id: "pep \(number)",
                    cells: [
                        [Phrase("\(number) Dec")], [Phrase("Child \(number)", .child)],
                        [Phrase("none planned")], [Phrase("· \(number) days")],
                    ],
                    spoken: "Child \(number), none planned, due \(number) December")
            }),
        selected: 0)

    static let alerts = Pane(
        id: "alerts", digit: 3, title: "Attendance alerts", tab: "Attendance",
        counts: [Phrase("!2", .overdue)],
        content: .table([TableColumn("Pupil", minimum: 15, share: 1)], []),
        notes: [TextLine("P persistent ≥10% missed   C concern >5%", .muted)],
        empty: "No child's attendance gives concern.")

    static let budget = Pane(
        id: "budget", digit: 4, title: "PP+ budget", tab: "PP+", counts: [Phrase("▲2", .soon)],
        content: .table(
            [
                TableColumn("Pot", minimum: 11, share: 1),
                TableColumn("Spent", side: .right, minimum: 9, priority: 1),
                TableColumn("Left", side: .right, minimum: 9),
            ],
            [
                Row(
                    id: "cla",
                    cells: [
                        [Phrase("CLA 2026-27")], [Phrase("3,100.50", .money)],
                        [Phrase("3,549.50", .money)],
                    ],
                    spoken: "CLA 2026-27: £3,100.50 spent, £3,549.50 left")
            ]),
        notes: [
            TextLine("! 1 spend without impact", .overdue),
            TextLine([Phrase("128 days")], right: [Phrase("to 31 March")]),
        ])

    static func form(caret: Int? = 54) -> Page {
        Page(
            id: "form", title: "Log a contact",
            header: [
                TextLine(
                    [Phrase("Bea Ashworth · Year 1 Oak · CP", .child)],
                    right: [Phrase("log a contact")])
            ],
            panes: [
                Pane(
                    id: "form", title: "",
                    content: .form([
                        Field(
                            id: "when", label: "When",
                            content: .text("Mon 23 Nov 2026 09:22", caret: nil),
                            hint: "also: today 9.20, yesterday, fri 3pm"),
                        Field(
                            id: "with", label: "With",
                            content: .choice(
                                ["L Ashworth, mother", "P Lund, social worker", "other"],
                                chosen: 0, cursor: nil)),
                        Field(
                            id: "about", label: "About",
                            content: .several(
                                ["attendance", "punctuality", "safeguarding", "PEP", "money"],
                                chosen: [0, 3], cursor: nil),
                            fault: "Choose safeguarding for a CP child."),
                        Field(
                            id: "summary", label: "Summary",
                            content: .longText(
                                "Cold since Sunday; back tomorrow.\nZoë to be collected by gran at "
                                    + "three, who has a new telephone number.",
                                caret: caret),
                            hint: "What was said, in a sentence.", isFocused: true),
                    ])),
                Pane(
                    id: "effect", title: "This will turn",
                    content: .text([
                        TextLine("  ! carer told (attendance, 16 Nov) → ✓ met, 4 days late")
                    ])),
            ],
            footer: [KeyHint("Ctrl-S", "save"), KeyHint("Tab", "next")],
            footerRight: [KeyHint("?", "keys")], message: TextLine("draft saved 09:23:41"))
    }
}
