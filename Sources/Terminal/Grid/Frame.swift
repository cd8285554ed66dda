import ViewModels

/// What a screen shows at one moment: its cells, and where the hardware cursor stands; screen
/// readers and magnifiers follow it.
public struct Frame: Hashable, Sendable {
    public var grid: Grid
    /// `nil` hides the cursor.
    public var cursor: Position?

    public init(grid: Grid, cursor: Position? = nil) {
        self.grid = grid
        self.cursor = cursor
    }

    /// An empty screen, for F10 and for leaving.
    public static func blank(_ size: Size) -> Frame { Frame(grid: Grid(size)) }

    /// The screen as lines of text without the blanks at their ends.
    public var lines: [String] {
        (0..<grid.size.rows).map { row in
            var line = ""
            var blanks = 0
            for cell in grid.row(row) where cell.width > 0 {
                if cell.isBlank {
                    blanks += 1
                } else {
                    line += String(repeating: " ", count: blanks)
                    line.append(cell.grapheme)
                    blanks = 0
                }
            }
            return line
        }
    }

    public var text: String { lines.joined(separator: "\n") }
}
