import Support
import Testing
import ViewModels

@testable import Terminal

func frame(
    of page: Page, _ columns: Int, _ rows: Int, charset: Charset = .utf8
) -> Frame {
    var scroll = ScrollState()
    let size = Size(columns: columns, rows: rows)
    return Renderer.frame(of: page, size: size, charset: charset, scroll: &scroll)
}

@Suite("Laying out a page")
struct LayoutTests {
    @Test("Columns share what is left; air, then the least important go where it is narrow")
    func columns() {
        let columns = [
            TableColumn("Pupil", minimum: 10, share: 3),
            TableColumn("Year", minimum: 2, priority: 2),
            TableColumn("What", minimum: 8, share: 1), TableColumn("Key", minimum: 4, priority: 1),
        ]
        func widths(_ width: Int) -> [Int] {
            let widths = ColumnWidths(columns, in: width)
            return widths.shown.flatMap { [$0.place, $0.width] } + [widths.gap]
        }
        #expect(widths(38) == [0, 16, 1, 2, 2, 10, 3, 4, 2])
        #expect(widths(30) == [0, 10, 1, 2, 2, 8, 3, 4, 2])
        #expect(widths(27) == [0, 10, 1, 2, 2, 8, 3, 4, 1])
        #expect(widths(26) == [0, 10, 2, 8, 3, 4, 2])
        #expect(widths(19) == [0, 10, 2, 8, 1])
        #expect(widths(13) == [0, 6, 2, 6, 1])
    }

    @Test(
        "A figure is never cut: it has its room first, in every character set",
        arguments: Charset.allCases)
    func figures(charset: Charset) {
        let columns = [
            TableColumn("Pupil", minimum: 14, share: 3),
            TableColumn("PP+", side: .right, minimum: 6),
        ]
        let rows = ["-£110", "£1,315"].map {
            Row(id: $0, cells: [[Phrase("Bea Ashworth")], [Phrase($0, .money)]], spoken: $0)
        }
        let pane = Pane(id: "pupils", title: "Pupils", content: .table(columns, rows))
        let pound = charset == .ascii ? "GBP" : "£"
        for width in [16, 20, 40] {
            let content = PaneContent(
                pane, width: width, isFocused: false, setter: Typesetter(charset: charset))
            let lines = (0..<2).map { place in
                String(content.item(place).lines[0].map(\.grapheme))
            }
            #expect(lines[0].hasSuffix("-\(pound)110"), "\(lines)")
            #expect(lines[1].hasSuffix("\(pound)1,315"), "\(lines)")
        }
    }

    @Test("The list moves no further than the selected row needs, and leaves no room unused")
    func viewport() {
        let list = Viewport(count: 100, rows: 10) { _ in 1 }
        #expect(list.top(from: 0, showing: 9...9) == 0)
        #expect(list.top(from: 0, showing: 10...10) == 1)
        #expect(list.top(from: 50, showing: 40...40) == 40)
        #expect(list.top(from: 50, showing: 39...40) == 39)
        #expect(list.top(from: 95, showing: nil) == 90)
        #expect(list.top(from: 500, showing: 99...99) == 90)
        let tall = Viewport(count: 4, rows: 10) { $0 == 1 ? 30 : 4 }
        #expect(tall.top(from: 0, showing: 1...1) == 1)
        #expect(tall.top(from: 0, showing: 3...3) == 2)
        #expect(Viewport(count: 0, rows: 10) { _ in 1 }.top(from: 3, showing: nil) == 0)
    }

    @Test("A list that has to move goes on by half of what is seen, and shows the row in any case")
    func leaps() {
        let list = Viewport(count: 100, rows: 10, leap: 5) { _ in 1 }
        #expect(list.top(from: 0, showing: 9...9) == 0)
        #expect(list.top(from: 0, showing: 10...10) == 6)
        #expect(list.top(from: 50, showing: 49...49) == 44)
        #expect(list.top(from: 3, showing: 2...2) == 0)
        #expect(list.top(from: 80, showing: 98...98) == 90)
        #expect(list.top(from: 0, showing: 70...70) == 66)
        let tall = Viewport(count: 4, rows: 10, leap: 5) { $0 == 1 ? 30 : 4 }
        #expect(tall.top(from: 0, showing: 1...1) == 1)
        #expect(tall.top(from: 3, showing: 0...1) == 1)
    }

    @Test("Of ten thousand rows only those seen are laid out, and the place is kept")
    func visible() {
        var scroll = ScrollState()
        let size = Size(columns: 80, rows: 24)
        for selected in [9000, 8995, 5] {
            let page = Sample.glance(children: 10_000, selected: selected)
            let shown = Renderer.frame(of: page, size: size, scroll: &scroll)
            #expect(shown.lines.contains { $0.hasPrefix("▸?  Zoë \(selected) ") })
            #expect(shown.lines[2].hasPrefix("    Child"), "the titles stay above the rows")
            let cursor = shown.cursor
            #expect(cursor.map { shown.grid[$0.row, 0].grapheme } == "▸")
        }
        let before = scroll
        let page = Sample.glance(children: 10_000, selected: 6)
        _ = Renderer.frame(of: page, size: size, scroll: &scroll)
        #expect(scroll == before, "a row further nothing moves")
    }

    @Test("The mark and the name of the selected row are reversed, in the focused pane only")
    func selection() {
        let shown = frame(of: Sample.dashboard(focus: 1), 120, 40)
        let reversed = (0..<40).filter { row in shown.grid.row(row).contains(where: \.isSelected) }
        #expect(reversed.count == 1)
        let columns = shown.grid.row(reversed[0]).map(\.isSelected)
        #expect(columns == (0..<120).map { (1...20).contains($0) })
        #expect(shown.cursor == Position(row: reversed[0], column: 1))
        #expect(shown.grid[reversed[0], 1].grapheme == "▸")
    }

    @Test("Below 60x20 a line says what is needed, and nothing of a child is shown")
    func small() {
        #expect(frame(of: Sample.dashboard(), 50, 10).lines[0] == "cksw needs 60x20; this is 50x10")
        #expect(frame(of: Sample.form(), 59, 24).lines[0] == "cksw needs 60x20; this is 59x24")
        #expect(frame(of: Sample.why, 20, 3).text == "cksw needs 60x20;\nthis is 20x3\n")
        for (columns, rows) in [(0, 0), (1, 1), (3, 0), (0, 3)] {
            #expect(frame(of: Sample.why, columns, rows).grid.size.columns == columns)
        }
    }

    @Test("A fifth pane has its place when it is focused, and its name when not")
    func fifth() {
        var page = Sample.dashboard()
        page.panes.append(
            Pane(
                id: "policy", digit: 5, title: "Policy", counts: [Phrase("71/92")],
                content: .text([TextLine("Clause 1")])))
        #expect(frame(of: page, 120, 40).lines[35].hasSuffix("5 Policy · 71/92"))
        page.focus = 5
        let lines = frame(of: page, 120, 40).lines
        #expect(lines.contains { $0.contains("┌ 5 Policy · 71/92 ─") })
        #expect(lines[35].hasSuffix("4 PP+ budget · ▲2"))
    }

    @Test(
        "Hostile names break no frame at any size and in any charset", arguments: Charset.allCases)
    func hostile(charset: Charset) {
        var random = SplitMix64(seed: 0xF00D)
        for round in 0..<60 {
            var page = round % 2 == 0 ? Sample.dashboard(focus: round % 5) : Sample.form()
            page.header[0] = TextLine(
                [Phrase(Soup.text(using: &random))], right: [Phrase(Soup.text(using: &random))])
            page.detail = [
                TextLine(Soup.text(using: &random)), TextLine(Soup.text(using: &random)),
            ]
            page.message = TextLine(Soup.text(using: &random))
            page.panes[0].title = Soup.text(using: &random)
            page.panes[0].status = Soup.text(using: &random)
            if case .table(let columns, var rows) = page.panes[0].content {
                for row in rows.indices {
                    rows[row].cells = rows[row].cells.map { _ in
                        [Phrase(Soup.text(using: &random)), Phrase(Soup.text(using: &random))]
                    }
                }
                page.panes[0].content = .table(columns, rows)
            } else {
                let text = Soup.text(using: &random)
                let caret = Int.random(in: 0...text.count, using: &random)
                page.panes[0].content = .form([
                    Field(
                        id: "a", label: Soup.text(using: &random), content: .text(text, caret: nil)),
                    Field(
                        id: "b", label: "b", content: .longText(text, caret: caret),
                        hint: Soup.text(using: &random), fault: Soup.text(using: &random),
                        isFocused: true),
                    Field(
                        id: "c", label: "c",
                        content: .choice([text, text, ""], chosen: 9, cursor: 1)),
                ])
            }
            if round % 3 == 0 {
                page.prompt = .confirm(
                    question: Soup.text(using: &random), confirmKey: "D", confirmWords: "delete")
            }
            let columns = Int.random(in: 60...160, using: &random)
            let rows = Int.random(in: 20...60, using: &random)
            let shown = frame(of: page, columns, rows, charset: charset)
            for row in 0..<rows {
                #expect(shown.grid.row(row).reduce(0) { $0 + Int($1.width) } == columns)
            }
            let isHarmless = shown.grid.cells.allSatisfy {
                $0.grapheme.unicodeScalars.allSatisfy(Soup.isHarmless)
                    && (charset == .utf8 || $0.grapheme.isASCII)
            }
            #expect(isHarmless)
            let cursor = shown.cursor ?? Position(row: -1, column: -1)
            #expect((0..<rows).contains(cursor.row) && (0..<columns).contains(cursor.column))
        }
    }
}
