import CNcurses
import ViewModels

/// What each tone is to ncurses, worked out once.
struct StyleTable {
    struct Entry {
        let attributes: attr_t
        let pair: Int16
    }

    private let plain: [Tone: Entry]
    private let selected: [Tone: Entry]

    /// Tells ncurses the colours of the theme.
    init(_ theme: Theme) {
        if theme.depth != .mono {
            start_color()
            // The terminal keeps its own background wherever none is set.
            use_default_colors()
        }
        var pairs = Pairs()
        plain = Self.entries(theme, isSelected: false, &pairs)
        selected = Self.entries(theme, isSelected: true, &pairs)
    }

    /// The pairs of colours that ncurses has been told; 0 is the terminal's own.
    private struct Pairs {
        private struct Colours: Hashable {
            let letters: UInt8
            let background: UInt8?
        }

        private var numbers: [Colours: Int16] = [:]

        mutating func number(of style: Style) -> Int16 {
            guard let letters = style.colour else { return 0 }
            let colours = Colours(letters: letters, background: style.background)
            if let number = numbers[colours] { return number }
            let number = Int16(numbers.count + 1)
            init_pair(number, Int16(letters), style.background.map { Int16($0) } ?? -1)
            numbers[colours] = number
            return number
        }
    }

    /// Looks up the styles of cells that follow each other: neighbours mostly share one.
    struct Brush {
        private let table: StyleTable
        private var tone = Tone.normal
        private var isSelected = false
        private var entry: Entry

        init(_ table: StyleTable) {
            self.table = table
            entry = table[Cell.blank]
        }

        mutating func style(of cell: Cell) -> Entry {
            if cell.tone != tone || cell.isSelected != isSelected {
                tone = cell.tone
                isSelected = cell.isSelected
                entry = table[cell]
            }
            return entry
        }
    }

    subscript(_ cell: Cell) -> Entry {
        (cell.isSelected ? selected : plain)[cell.tone] ?? Entry(attributes: 0, pair: 0)
    }

    private static func entries(
        _ theme: Theme, isSelected: Bool, _ pairs: inout Pairs
    ) -> [Tone: Entry] {
        var entries: [Tone: Entry] = [:]
        for tone in Tone.allCases {
            let style = theme.style(for: tone, isSelected: isSelected)
            var attributes: attr_t = 0
            if style.isBold { attributes |= screen_bold() }
            if style.isUnderlined { attributes |= screen_underline() }
            if style.isReverse { attributes |= screen_reverse() }
            entries[tone] = Entry(attributes: attributes, pair: pairs.number(of: style))
        }
        return entries
    }
}
