import ViewModels

/// One place of the screen. It carries a meaning, never a colour.
///
/// Numbers alone, no text that is counted and freed: a screen is thousands of cells, made and
/// compared at every key.
public struct Cell: Hashable, Sendable {
    /// Up to four marks that stand on the scalar, 0 where there is none: as many as ncurses keeps.
    /// First, because it is aligned to 16 bytes: a cell takes 32 bytes, not 48.
    public private(set) var marks: SIMD4<UInt32>
    /// The scalar that is shown; a blank in a cell that a wide grapheme to its left covers.
    public private(set) var base: Unicode.Scalar
    /// 1, 2 for a wide grapheme, 0 for the cell that it covers.
    public var width: UInt8
    public var tone: Tone
    /// Stands in the selected row, or in a prompt: shown in reverse.
    public var isSelected: Bool

    public static let mostMarks = 4

    public init(
        scalar: Unicode.Scalar, width: UInt8 = 1, tone: Tone = .normal, isSelected: Bool = false
    ) {
        base = scalar
        marks = .zero
        self.width = width
        self.tone = tone
        self.isSelected = isSelected
    }

    /// A cell of a grapheme; marks beyond the fourth are left out.
    public init(
        _ grapheme: Character, width: UInt8 = 1, tone: Tone = .normal, isSelected: Bool = false
    ) {
        self.init(scalar: " ", width: width, tone: tone, isSelected: isSelected)
        self.grapheme = grapheme
    }

    /// The scalar with its marks.
    public var grapheme: Character {
        get {
            guard marks != .zero else { return Character(base) }
            var text = String(Character(base))
            for place in 0..<Self.mostMarks {
                if marks[place] != 0, let mark = Unicode.Scalar(marks[place]) {
                    text.unicodeScalars.append(mark)
                }
            }
            // Marks join their base, so that there is one grapheme.
            return text.first ?? Character(base)
        }
        set {
            let scalars = Array(newValue.unicodeScalars.prefix(Self.mostMarks + 1))
            base = scalars[0]
            marks = .zero
            for (place, mark) in scalars.dropFirst().enumerated() { marks[place] = mark.value }
        }
    }

    public static let blank = Cell(scalar: " ")

    /// The right half of a wide grapheme.
    public static func covered(tone: Tone = .normal, isSelected: Bool = false) -> Cell {
        Cell(scalar: " ", width: 0, tone: tone, isSelected: isSelected)
    }

    public var isBlank: Bool { base == " " && marks == .zero }
}
