import Testing
import ViewModels

@testable import Terminal

@Suite("Pages of stacked panes, in full")
struct StackTests {
    @Test("A form")
    func form() {
        let shown = frame(of: Sample.form(), 80, 24)
        #expect(shown.cursor == Position(row: 9, column: 33))
        let screen = #"""
             Bea Ashworth · Year 1 Oak · CP                                   log a contact

               When     [Mon 23 Nov 2026 09:22   ]  also: today 9.20, yesterday, fri 3pm
               With     (•) L Ashworth, mother  ( ) P Lund, social worker  ( ) other
               About    [x] attendance  [ ] punctuality  [ ] safeguarding  [x] PEP
                        [ ] money
                        ! Choose safeguarding for a CP child.
             ▸ Summary  ┌──────────────────────────────────────────────────────────────────┐
                        │Cold since Sunday; back tomorrow.                                 │
                        │Zoë to be collected by gran at three, who has a new telephone     │
                        │number.                                                           │
                        └──────────────────────────────────────────────────────────────────┘
                        What was said, in a sentence.

             This will turn
               ! carer told (attendance, 16 Nov) → ✓ met, 4 days late






             draft saved 09:23:41
             Ctrl-S save  Tab next                                                   ? keys
            """#
        #expect(shown.text == screen)
    }

    @Test("The same form in ASCII at 60x20")
    func formAscii() {
        let shown = frame(of: Sample.form(caret: 10), 60, 20, charset: .ascii)
        #expect(shown.cursor == Position(row: 9, column: 23))
        let screen = #"""
             Bea Ashworth . Year 1 Oak . CP               log a contact
               When     [Mon 23 Nov 2026 09:22   ]
                        also: today 9.20, yesterday, fri 3pm
               With     (*) L Ashworth, mother
                        ( ) P Lund, social worker  ( ) other
               About    [x] attendance  [ ] punctuality
                        [ ] safeguarding  [x] PEP  [ ] money
                        ! Choose safeguarding for a CP child.
             > Summary  +----------------------------------------------+
                        |Cold since Sunday; back tomorrow.             |
                        |Zoe to be collected by gran at three, who has |
                        |a new telephone number.                       |
                        +----------------------------------------------+
                        What was said, in a sentence.

             This will turn
               ! carer told (attendance, 16 Nov) -> + met, 4 days late

             draft saved 09:23:41
             Ctrl-S save  Tab next                               ? keys
            """#
        #expect(shown.text == screen)
    }

    @Test("A working is a stack of texts")
    func why() {
        let shown = frame(of: Sample.why, 80, 24)
        #expect(shown.cursor == Position(row: 7, column: 0))
        let screen = #"""
             Bea Ashworth · Year 1 Oak · CP                                             why

             ! OVERDUE  Carer told of concern                            due Tue 17 Nov 2026

             The facts
               1  Mon 16 Nov: 8 of 152 sessions missed, 20 × 8 = 160 > 152, so      register
               that the concern opened on this day
            ▸  2  no contact with carer since 16 Nov                                contacts

             The law                                                               1 source
               DfE, Working together (2024), para 52












             c log call  ↑↓ follow a fact                                          Esc back
            """#
        #expect(shown.text == screen)
    }

    @Test("A scrolled list keeps its column titles")
    func glance() {
        let shown = frame(of: Sample.glance(children: 20, selected: 19), 60, 20)
        #expect(shown.cursor == Position(row: 16, column: 0))
        let screen = #"""
             4 CP · 5 CIN                                  NOT KNOWN: 2
                Child                                       Today   Year
             ?  Zoë 5                                       /       94.5
             ?  Zoë 6                                       /       94.6
             ?  Zoë 7                                       /       94.7
             ?  Zoë 8                                       /       94.8
             ?  Zoë 9                                       /       94.9
             ?  Zoë 10                                      /       94.0
             ?  Zoë 11                                      /       94.1
             ?  Zoë 12                                      /       94.2
             ?  Zoë 13                                      /       94.3
             ?  Zoë 14                                      /       94.4
             ?  Zoë 15                                      /       94.5
             ?  Zoë 16                                      /       94.6
             ?  Zoë 17                                      /       94.7
             ?  Zoë 18                                      /       94.8
            ▸?  Zoë 19                                      /       94.9
            ─────────────────────────────────────────────── more below ─
             Child 19 · category neglect
             ⏎ open
            """#
        #expect(shown.text == screen)
    }

    @Test("Headings stand between rows")
    func glance1() {
        let shown = frame(of: Sample.glance(children: 2, selected: 1), 80, 24)
        #expect(shown.cursor == Position(row: 5, column: 0))
        let screen = #"""
             4 CP · 5 CIN                                                      NOT KNOWN: 2

             Children
                Child                                                           Today   Year
             ── CP ─────────────────────────────────────────────────────────────────────────
            ▸?  Zoë 1                                                           /       94.1
             ?  Zoë 2                                                           /       94.2
             ── CIN ────────────────────────────────────────────────────────────────────────
             ?  Zoë 3                                                           /       94.3
             ?  Zoë 4                                                           /       94.4
             ?  Zoë 5                                                           /       94.5
             In now, not in, not known.









            ────────────────────────────────────────────────────────────────────────────────
             Child 1 · category neglect
             ⏎ open
            """#
        #expect(shown.text == screen)
    }

    @Test(
        "With the last field what is said below is seen, as much as fits beside it",
        arguments: [(3, ["note 1", "note 3"]), (40, ["note 1"])])
    func notes(count: Int, seen: [String]) {
        let fields = (1...30).map { number in
            Field(
                id: "\(number)", label: "Field \(number)", content: .text("", caret: nil),
                isFocused: number == 30)
        }
        let page = Page(
            id: "form", title: "", header: [TextLine("A form")],
            panes: [
                Pane(
                    id: "form", title: "", content: .form(fields), selected: 29,
                    notes: (1...count).map { TextLine("note \($0)") })
            ], footer: [])
        let text = frame(of: page, 80, 24).text
        #expect(text.contains("Field 30"))
        for note in seen { #expect(text.contains(note + "\n") || text.hasSuffix(note)) }
    }
}
