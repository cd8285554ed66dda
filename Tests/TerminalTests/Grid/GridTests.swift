import Support
import Testing
import ViewModels

@testable import Terminal

@Suite("A grid of cells")
struct GridTests {
    @Test("Half a wide letter is never left over")
    func halves() {
        var random = SplitMix64(seed: 42)
        var grid = Grid(Size(columns: 9, rows: 3))
        for _ in 0..<3000 {
            let cell =
                Bool.random(using: &random)
                ? Cell("王", width: 2) : Cell("a", isSelected: Bool.random(using: &random))
            grid.put(
                cell, row: Int.random(in: -1...3, using: &random),
                column: Int.random(in: -1...9, using: &random))
            for row in 0..<3 {
                let widths = grid.row(row).map(\.width)
                for (column, width) in widths.enumerated() {
                    #expect((width == 0) == (column > 0 && widths[column - 1] == 2))
                }
                #expect(widths.last != 2)
            }
        }
    }

    @Test("A screen reads as lines without the blanks at their ends")
    func text() {
        var grid = Grid(Size(columns: 6, rows: 3))
        grid.put(Cell("王", width: 2), row: 0, column: 1)
        grid.put(Cell("b"), row: 0, column: 4)
        grid.put(Cell("c"), row: 2, column: 0)
        #expect(Frame(grid: grid).text == " 王 b\n\nc")
        #expect(Frame.blank(Size(columns: 3, rows: 2)).text == "\n")
        #expect(Grid(Size(columns: -1, rows: 5)).cells.isEmpty)
    }

    @Test("What marks words as due or late leaves out the blanks before and behind them")
    func blanks() {
        let setter = Typesetter(charset: .utf8)
        let cells = setter.cells([Phrase("a"), Phrase("  2 days ", .overdue), Phrase(" ", .soon)])
        #expect(
            cells.map(\.tone) == [.normal, .normal, .normal] + Array(repeating: .overdue, count: 6)
                + [.normal, .soon])
    }

    private static let every = Theme.Depth.allCases.flatMap { depth in
        Theme.Ground.allCases.map { Theme(depth, on: $0) }
    }

    @Test("Mono and selected rows do without colour, and eight colours are the first eight")
    func themes() {
        for tone in Tone.allCases {
            for theme in Self.every {
                let style = theme.style(for: tone)
                if theme.depth == .mono { #expect(style.colour == nil && style.background == nil) }
                if theme.depth == .colour8 { #expect((style.colour ?? 0) < 8) }
                #expect(style.background == nil || style.colour != nil)
                let selected = theme.style(for: tone, isSelected: true)
                #expect(selected.isReverse && selected.colour == nil)
            }
        }
    }

    @Test("What is late looks different from what is met in every theme", arguments: every)
    func late(theme: Theme) {
        let states: [Tone] = [.overdue, .unknown, .soon, .met]
        #expect(Set(states.map { theme.style(for: $0) }).count == states.count)
    }
}
