import ViewModels

/// How a cell looks: attributes and colours. The background is the terminal's own, but under the one
/// tone that has to stand out from everything.
public struct Style: Hashable, Sendable {
    public var isBold = false
    public var isUnderlined = false
    public var isReverse = false
    /// Of the letters: 0 … 255; `nil` for the terminal's own.
    public var colour: UInt8?
    /// Behind the letters; only together with a colour of the letters.
    public var background: UInt8?

    public init(
        bold: Bool = false, underline: Bool = false, reverse: Bool = false, colour: UInt8? = nil,
        on background: UInt8? = nil
    ) {
        isBold = bold
        isUnderlined = underline
        isReverse = reverse
        self.colour = colour
        self.background = background
    }

    public static let plain = Style()
}

/// What every tone looks like on one terminal. Every state has a glyph or a word in its text, so that
/// even without colours nothing is lost.
///
/// Colours are those that can be read (4.5 : 1) whatever palette the person chose: of the 256 those
/// that no palette changes, of the first eight hardly any. No one colour can be read on black and on
/// white, so that a terminal of which nobody knows the background gets attributes, and for what is
/// overdue a background of its own. Dim letters fall below on several terminals and are not used.
///
/// Late is orange on dark and red on light, met is blue: told apart by deutan and protan eyes, and
/// green is not used. A selected row is all of one kind: each change of attributes within it would be
/// sent twice for every key.
public struct Theme: Hashable, Sendable {
    /// How many colours there are.
    public enum Depth: String, CaseIterable, Sendable {
        /// 256: 16 to 255 are the same on every terminal.
        case colour256
        /// The first eight, which are the person's own.
        case colour8
        /// `NO_COLOR`, vt220 and the like: bold, underline and reverse alone.
        case mono
    }

    /// What the letters stand on.
    public enum Ground: String, CaseIterable, Sendable {
        case dark, light, unknown
    }

    public let depth: Depth
    public let ground: Ground
    /// Whether bold letters are drawn lighter, whatever they stand on: in reverse they would be grey
    /// on grey. So does the Linux console.
    public let isBoldLighter: Bool

    public init(_ depth: Depth, on ground: Ground = .unknown, isBoldLighter: Bool = false) {
        self.depth = depth
        self.ground = ground
        self.isBoldLighter = isBoldLighter
    }

    public func style(for tone: Tone, isSelected: Bool = false) -> Style {
        if isSelected { return inReverse }
        return switch (depth, ground) {
        case (.colour256, .dark): Self.onDark(tone) ?? uncoloured(tone)
        case (.colour256, .light): Self.onLight(tone) ?? uncoloured(tone)
        case (.colour256, .unknown): tone == .overdue ? Self.alarm : uncoloured(tone)
        case (.colour8, .dark): tone == .met ? Style(colour: 6) : uncoloured(tone)
        case (.colour8, .light):
            tone == .unknown ? Style(colour: 5) : uncoloured(tone)
        case (.colour8, .unknown), (.mono, _): uncoloured(tone)
        }
    }

    private var inReverse: Style { Style(bold: !isBoldLighter, reverse: true) }

    /// Black on orange: it glows on black, and on white it is still the darkest patch there is.
    private static let alarm = Style(bold: true, colour: 16, on: 208)

    private static func onDark(_ tone: Tone) -> Style? {
        switch tone {
        case .muted, .notApplicable, .struck: Style(colour: 248)
        case .met: Style(colour: 75)
        case .unknown: Style(bold: true, colour: 177)
        case .soon: Style(colour: 220)
        case .warning: Style(bold: true, colour: 220)
        case .overdue: alarm
        case .missed: Style(bold: true, underline: true, colour: 208)
        case .normal, .strong, .heading, .child, .key, .money, .caret, .upcoming, .error: nil
        }
    }

    private static func onLight(_ tone: Tone) -> Style? {
        switch tone {
        case .muted, .notApplicable, .struck: Style(colour: 240)
        case .met: Style(colour: 25)
        case .unknown: Style(bold: true, colour: 90)
        case .soon: Style(colour: 94)
        case .warning: Style(bold: true, colour: 94)
        case .overdue: Style(bold: true, colour: 231, on: 160)
        case .missed: Style(bold: true, underline: true, colour: 160)
        case .normal, .strong, .heading, .child, .key, .money, .caret, .upcoming, .error: nil
        }
    }

    private func uncoloured(_ tone: Tone) -> Style {
        switch tone {
        case .normal, .money, .upcoming, .muted, .notApplicable, .struck, .met: .plain
        case .strong, .heading, .child, .key, .unknown, .warning: Style(bold: true)
        case .caret, .soon: Style(underline: true)
        case .missed: Style(bold: true, underline: true)
        case .overdue, .error: inReverse
        }
    }
}
