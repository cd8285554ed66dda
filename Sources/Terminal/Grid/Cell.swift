import ViewModels

/// One place of the screen. It carries a meaning, never a colour.
public struct Cell: Hashable, Sendable {
    /// What is shown; a blank in a cell that a wide grapheme to its left covers.
    public var grapheme: Character
    /// 1, 2 for a wide grapheme, 0 for the cell that it covers.
    public var width: UInt8
    public var tone: Tone
    /// Stands in the selected row, or in a prompt: shown in reverse.
    public var isSelected: Bool

    public init(
        _ grapheme: Character, width: UInt8 = 1, tone: Tone = .normal, isSelected: Bool = false
    ) {
        self.grapheme = grapheme
        self.width = width
        self.tone = tone
        self.isSelected = isSelected
    }

    public static let blank = Cell(" ")

    /// The right half of a wide grapheme.
    public static func covered(tone: Tone = .normal, isSelected: Bool = false) -> Cell {
        Cell(" ", width: 0, tone: tone, isSelected: isSelected)
    }
}
