/// A part of a page: a table, a text or a form, with a title and, where it can be reached by one, a
/// digit.
public struct Pane: Hashable, Sendable {
    /// What tells it from the other panes of its page.
    public var id: String
    public var digit: Int?
    public var title: String
    /// What a tab calls it where panes stand one at a time; empty: the title.
    public var tab: String
    /// Beside the title, in tabs too: `!2 ▲2`.
    public var counts: [Phrase]
    public var content: Content
    /// The place of the selected row, among `rows`; `nil` where nothing can be selected.
    public var selected: Int?
    /// On the lower edge: `7 of 14`, `/ filter`.
    public var status: String
    /// Lines that stand below the content where there is room (a legend, a sum).
    public var notes: [TextLine]
    /// What an empty pane says.
    public var empty: String
    /// Where somebody types into a cell of the selected row.
    public var caret: CellCaret?

    public enum Content: Hashable, Sendable {
        case table([TableColumn], [Row])
        case text([TextLine])
        case form([Field])
    }

    public init(
        id: String, digit: Int? = nil, title: String, tab: String = "", counts: [Phrase] = [],
        content: Content, selected: Int? = nil, status: String = "", notes: [TextLine] = [],
        empty: String = "", caret: CellCaret? = nil
    ) {
        self.id = id
        self.digit = digit
        self.title = title
        self.tab = tab
        self.counts = counts
        self.content = content
        self.selected = selected
        self.status = status
        self.notes = notes
        self.empty = empty
        self.caret = caret
    }
}

/// The place of a caret in a table's selected row.
public struct CellCaret: Hashable, Sendable {
    /// The place of the column.
    public var column: Int
    /// Graphemes of the cell's text before it.
    public var offset: Int

    public init(column: Int, offset: Int) {
        self.column = column
        self.offset = offset
    }
}

/// A column of a table.
public struct TableColumn: Hashable, Sendable {
    public enum Side: Hashable, Sendable { case left, right }

    public var title: String
    public var side: Side
    /// Cells that it needs at the least.
    public var minimum: Int
    /// How it shares in what is left over: 0 keeps to its minimum.
    public var share: Int
    /// Where the pane is narrow, columns with the greatest number go first; 0 always stays.
    public var priority: Int
    /// Whether it holds figures, which are never cut: a part of a sum reads as another sum.
    public var isFigure: Bool

    /// - Parameter isFigure: what is not said stands for a column that is set to the right.
    public init(
        _ title: String, side: Side = .left, minimum: Int, share: Int = 0, priority: Int = 0,
        isFigure: Bool? = nil
    ) {
        self.title = title
        self.side = side
        self.minimum = minimum
        self.share = share
        self.priority = priority
        self.isFigure = isFigure ?? (side == .right)
    }
}

/// A row of a table.
public struct Row: Hashable, Sendable {
    public enum Kind: Hashable, Sendable {
        /// Can be selected.
        case item
        /// A heading between rows: `CIN ------`; one cell.
        case heading
    }

    /// Stays the same while the facts change, so that a selection stays on its child or duty.
    public var id: String
    public var kind: Kind
    /// One for each column, each a list of phrases.
    public var cells: [[Phrase]]
    /// The row for the ear: whole words, no columns.
    public var spoken: String
    /// Marked by the person, so that one act is done for all that are.
    public var isTagged = false
    /// Whether it is among the number in the pane's title, which every other count of the list is.
    public var isCounted: Bool

    public init(id: String, kind: Kind = .item, cells: [[Phrase]], spoken: String) {
        self.id = id
        self.kind = kind
        self.cells = cells
        self.spoken = spoken
        isCounted = kind == .item
    }
}

/// A field of a form.
public struct Field: Hashable, Sendable {
    public enum Content: Hashable, Sendable {
        /// Text on one line, with the place of the caret in graphemes where it has the focus.
        case text(String, caret: Int?)
        /// Text on several lines.
        case longText(String, caret: Int?)
        /// One of several: the chosen place, and the one under the cursor.
        case choice([String], chosen: Int?, cursor: Int?)
        /// Any of several.
        case several([String], chosen: Set<Int>, cursor: Int?)
        /// Words that cannot be changed.
        case fixed([TextLine])
    }

    public var id: String
    public var label: String
    public var content: Content
    /// What it takes: `such as today 9.20, yesterday, or Fri 3pm`.
    public var hint: String
    /// What is wrong with it now.
    public var fault: String?
    /// Parts of its text to look at, in graphemes: drawn with a wave below.
    public var marks: [Range<Int>]
    public var isFocused: Bool
    /// Whether text on one line has the width of the screen.
    public var isRoomy: Bool

    public init(
        id: String, label: String, content: Content, hint: String = "", fault: String? = nil,
        marks: [Range<Int>] = [], isFocused: Bool = false, isRoomy: Bool = false
    ) {
        self.id = id
        self.label = label
        self.content = content
        self.hint = hint
        self.fault = fault
        self.marks = marks
        self.isFocused = isFocused
        self.isRoomy = isRoomy
    }
}
