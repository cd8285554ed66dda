import ViewModels

/// How a cell looks: attributes and one of the user's own 16 colours for the letters. The background
/// is never set, so that the terminal keeps its own.
public struct Style: Hashable, Sendable {
    public var isBold = false
    public var isUnderlined = false
    public var isReverse = false
    public var isDim = false
    /// 0 … 15; `nil` for the terminal's own.
    public var colour: UInt8?

    public init(
        bold: Bool = false, underline: Bool = false, reverse: Bool = false, dim: Bool = false,
        colour: UInt8? = nil
    ) {
        isBold = bold
        isUnderlined = underline
        isReverse = reverse
        isDim = dim
        self.colour = colour
    }

    public static let plain = Style()
}

/// What a terminal can show of colours. Every state has a glyph or a word in its text, so that even
/// `mono` loses nothing.
public enum Theme: String, CaseIterable, Sendable {
    case colour16, colour8
    /// `NO_COLOR`, vt220 and the like: bold, underline and reverse alone.
    case mono

    /// Late is orange (the yellow of most palettes), met is blue: told apart by deutan and protan
    /// eyes. Red and green are not used. A selected row is all of one kind, in the best contrast:
    /// each change of attributes within it would be sent twice for every key.
    public func style(for tone: Tone, isSelected: Bool = false) -> Style {
        let style =
            switch self {
            case .colour16: coloured(tone, met: 12)
            case .colour8: coloured(tone, met: 6)
            case .mono: uncoloured(tone)
            }
        return isSelected ? Style(bold: true, reverse: true) : style
    }

    private func coloured(_ tone: Tone, met: UInt8) -> Style {
        switch tone {
        case .normal, .money, .upcoming: .plain
        case .strong, .heading, .child, .key: Style(bold: true)
        case .muted, .notApplicable, .struck: Style(dim: true)
        case .caret: Style(underline: true)
        case .met: Style(colour: met)
        case .unknown: Style(bold: true, colour: 5)
        case .soon: Style(colour: 3)
        case .overdue, .warning: Style(bold: true, colour: 3)
        case .missed: Style(bold: true, underline: true, colour: 3)
        case .error: Style(bold: true, reverse: true)
        }
    }

    private func uncoloured(_ tone: Tone) -> Style {
        switch tone {
        case .normal, .money, .upcoming, .muted, .notApplicable, .struck, .met: .plain
        case .strong, .heading, .child, .key, .unknown, .warning: Style(bold: true)
        case .caret, .soon: Style(underline: true)
        case .overdue, .missed: Style(bold: true, underline: true)
        case .error: Style(bold: true, reverse: true)
        }
    }
}
