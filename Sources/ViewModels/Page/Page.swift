import Domain

/// A screen as a value. The grid renderer, the linear twin and the reports read the same one, so
/// that they cannot disagree.
public struct Page: Hashable, Sendable {
    public enum Arrangement: Hashable, Sendable {
        /// The first pane across the top, the others two by two below; one at a time with tabs where
        /// there is no room.
        case dashboard
        /// Panes one below the other.
        case stack
    }

    /// What tells one page from another: `dashboard`, `pupil K017`.
    public var id: String
    public var title: String
    /// The child whose page it is; header and body of a frame belong to this child alone.
    public var subject: PupilRef?
    /// The first lines: who and where, then figures. On a child's page the identity strip.
    public var header: [TextLine]
    /// The same for a narrow terminal.
    public var shortHeader: [TextLine]
    public var panes: [Pane]
    /// The place of the pane that has the keys.
    public var focus: Int
    public var arrangement: Arrangement
    /// Lines about the selected row, above the footer.
    public var detail: [TextLine]
    /// The keys of the moment, the most useful first.
    public var footer: [KeyHint]
    /// The keys that stand at the right end of the last line.
    public var footerRight: [KeyHint]
    /// Pages that a digit opens, named behind the panes: `5 Policy`.
    public var further: [KeyHint]
    /// What has just happened or gone wrong; stays until it is read.
    public var message: TextLine?
    public var prompt: Prompt?

    public init(
        id: String, title: String, subject: PupilRef? = nil, header: [TextLine],
        shortHeader: [TextLine]? = nil, panes: [Pane], focus: Int = 0,
        arrangement: Arrangement = .stack, detail: [TextLine] = [], footer: [KeyHint] = [],
        footerRight: [KeyHint] = [], further: [KeyHint] = [], message: TextLine? = nil,
        prompt: Prompt? = nil
    ) {
        self.id = id
        self.title = title
        self.subject = subject
        self.header = header
        self.shortHeader = shortHeader ?? header
        self.panes = panes
        self.focus = focus
        self.arrangement = arrangement
        self.detail = detail
        self.footer = footer
        self.footerRight = footerRight
        self.further = further
        self.message = message
        self.prompt = prompt
    }
}

/// What stands over a page and takes the keys.
public enum Prompt: Hashable, Sendable {
    /// A line being typed at the foot: a filter (`/`) or a command (`:`), with what it finds.
    case line(mark: String, text: String, caret: Int, matches: [TextLine])
    /// A question before an act that cannot simply be undone; Cancel is the default, and the key
    /// that confirms is another than the one that asked.
    case confirm(question: String, confirmKey: String, confirmWords: String)
}

/// A terminal's size in cells.
public struct Size: Hashable, Sendable {
    public var columns: Int
    public var rows: Int

    public init(columns: Int, rows: Int) {
        self.columns = columns
        self.rows = rows
    }
}
