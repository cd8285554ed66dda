import Support
import Terminal
import Testing
import ViewModels

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

    @Test("No theme sets a background, and mono and selected rows do without colour")
    func themes() {
        for tone in Tone.allCases {
            #expect(Theme.mono.style(for: tone).colour == nil)
            for theme in Theme.allCases {
                let selected = theme.style(for: tone, isSelected: true)
                #expect(selected.isReverse && selected.colour == nil && !selected.isDim)
            }
            #expect((Theme.colour8.style(for: tone).colour ?? 0) < 8)
        }
    }

    @Test("What is late looks different from what is met in every theme", arguments: Theme.allCases)
    func late(theme: Theme) {
        let states: [Tone] = [.overdue, .unknown, .soon, .met]
        #expect(Set(states.map { theme.style(for: $0) }).count == states.count)
    }
}
