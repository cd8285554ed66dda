import Terminal
import Testing
import ViewModels

@Suite("The same page in lines")
struct LinearRendererTests {
    @Test("Every row says where it stands, and the counts say their states")
    func dashboard() {
        let lines = LinearRenderer.lines(of: Sample.dashboard())
        #expect(lines.contains("PEPs, 27 items, 2 overdue, 2 soon"))
        #expect(lines.contains("27 of 27. Child 27, none planned, due 27 December"))
        #expect(lines.contains("Attendance alerts, no items, 2 overdue"))
        #expect(lines.contains("No child's attendance gives concern."))
        #expect(lines.contains("to 31 March"))
        #expect(
            lines.prefix(3) == [
                "Dashboard", "Larkfield Infant School · A Khan, Designated Teacher",
                "Mon 23 Nov 2026 · autumn term, 19 school days left",
            ])
        #expect(
            lines.last
                == "Actions: Enter open; c log call; p PEP; $ PP+; w why; / filter; u undo; "
                + "F10 blank; ? all keys; q quit")
    }

    @Test("A working reads from top to bottom")
    func why() {
        #expect(
            LinearRenderer.lines(of: Sample.why).joined(separator: "\n") == """
                Why
                Bea Ashworth · Year 1 Oak · CP
                why

                ! OVERDUE Carer told of concern
                due Tue 17 Nov 2026

                The facts
                1 Mon 16 Nov: 8 of 152 sessions missed, 20 × 8 = 160 > 152, so that the concern \
                opened on this day
                register
                2 no contact with carer since 16 Nov
                contacts

                The law, 1 source
                DfE, Working together (2024), para 52

                Actions: c log call; Up or Down follow a fact; Esc back
                """)
    }

    @Test("A form says label and value, its choices by number, and what is wrong")
    func form() {
        #expect(
            LinearRenderer.lines(of: Sample.form(), charset: .ascii).joined(separator: "\n") == """
                Log a contact
                Message: draft saved 09:23:41
                Bea Ashworth . Year 1 Oak . CP
                log a contact

                When: Mon 23 Nov 2026 09:22
                Hint: also: today 9.20, yesterday, fri 3pm
                With: L Ashworth, mother
                Choices: 1 L Ashworth, mother; 2 P Lund, social worker; 3 other
                About: attendance, PEP
                Choices: 1 attendance; 2 punctuality; 3 safeguarding; 4 PEP; 5 money
                Wrong: Choose safeguarding for a CP child.
                Summary: Cold since Sunday; back tomorrow.
                Zoe to be collected by gran at three, who has a new telephone number.
                Hint: What was said, in a sentence.

                This will turn
                ! carer told (attendance, 16 Nov) -> + met, 4 days late

                Actions: Ctrl-S save; Tab next; ? keys
                """)
    }

    @Test("Headings are said between the rows and not counted")
    func headings() {
        let lines = LinearRenderer.lines(of: Sample.glance(children: 1, selected: 1))
        #expect(
            lines.dropFirst(4) == [
                "Children, 4 items", "CP:", "1 of 4. Zoë 1, present, 94.1 percent", "CIN:",
                "2 of 4. Zoë 2, present, 94.2 percent", "3 of 4. Zoë 3, present, 94.3 percent",
                "4 of 4. Zoë 4, present, 94.4 percent", "In now, not in, not known.", "",
                "Child 1 · category neglect", "", "Actions: Enter open",
            ])
    }

    @Test("What stands beside a list is no item of it: the number is that of the title")
    func counted() {
        var page = Sample.glance(children: 1, selected: 1)
        guard case .table(let columns, var rows) = page.panes[0].content else { return }
        rows[rows.count - 1].isCounted = false
        page.panes[0].content = .table(columns, rows)
        let lines = LinearRenderer.lines(of: page)
        #expect(lines.contains("Children, 3 items"))
        #expect(lines.contains("3 of 3. Zoë 3, present, 94.3 percent"))
        #expect(lines.contains("Zoë 4, present, 94.4 percent"))
    }

    @Test("A question says its answers, Cancel first; a search what it finds")
    func prompts() {
        var page = Sample.form()
        page.prompt = .confirm(
            question: "Let the draft go?", confirmKey: "L", confirmWords: "leave")
        let lines = LinearRenderer.lines(of: page)
        #expect(lines.contains("Question: Let the draft go?"))
        #expect(lines.contains("Answers: Enter or Esc cancel; L leave"))
        page.prompt = .line(mark: ":", text: "zo", caret: 2, matches: [TextLine("Zoë Quinn")])
        #expect(LinearRenderer.lines(of: page).contains("1 of 1. Zoë Quinn"))
    }

    @Test("What is replaced is told by a word in lines, and on the screen by the words beside it")
    func struck() {
        var page = Sample.why
        page.header = [TextLine([Phrase("9 of 152", .struck), Phrase(" 8 of 152")])]
        page.shortHeader = page.header
        #expect(LinearRenderer.lines(of: page)[1] == "replaced: 9 of 152 8 of 152")
        var scroll = ScrollState()
        let screen = Renderer.frame(of: page, size: Size(columns: 80, rows: 24), scroll: &scroll)
        #expect(screen.lines[0] == " 9 of 152 8 of 152")
    }

    @Test("Nothing that a terminal obeys is said")
    func hostile() {
        var page = Sample.dashboard()
        page.title = "\u{1B}]0;Bea\u{7}"
        page.message = TextLine("saved\u{202E}\nby M Osei")
        let lines = LinearRenderer.lines(of: page)
        #expect(lines[0] == "‹U+001B›]0;Bea‹U+0007›")
        #expect(lines[1] == "Message: saved‹U+202E›")
        #expect(lines[2] == "by M Osei")
    }
}
