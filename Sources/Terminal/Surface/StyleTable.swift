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
        if theme != .mono {
            start_color()
            // Nothing but letters is coloured: the terminal keeps its own background.
            use_default_colors()
        }
        plain = Self.entries(theme, isSelected: false)
        selected = Self.entries(theme, isSelected: true)
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

    private static func entries(_ theme: Theme, isSelected: Bool) -> [Tone: Entry] {
        var entries: [Tone: Entry] = [:]
        for tone in Tone.allCases {
            let style = theme.style(for: tone, isSelected: isSelected)
            var attributes: attr_t = 0
            if style.isBold { attributes |= screen_bold() }
            if style.isUnderlined { attributes |= screen_underline() }
            if style.isReverse { attributes |= screen_reverse() }
            if style.isDim { attributes |= screen_dim() }
            // Pair 0 is the terminal's own colours.
            let pair = style.colour.map { Int16($0) + 1 } ?? 0
            if let colour = style.colour { init_pair(pair, Int16(colour), -1) }
            entries[tone] = Entry(attributes: attributes, pair: pair)
        }
        return entries
    }
}
