/// A key as a person presses it, whatever bytes the terminal sends for it.
public enum Key: Hashable, Sendable {
    /// A printing character, one grapheme.
    case character(Character)
    case enter, escape, tab, backTab, backspace, delete, insert
    case up, down, left, right, home, end, pageUp, pageDown
    /// Control with a letter, lower case: `control("s")`.
    case control(Character)
    /// Alt (or Esc just before) with a character.
    case alt(Character)
    /// F1 … F12.
    case function(Int)
    /// Text pasted in one piece (bracketed paste), as it came.
    case paste(String)

    /// The key as it stands in a footer: `⏎`, `Esc`, `Ctrl-S`, `F10`.
    public var label: String {
        switch self {
        case .character(" "): "Space"
        case .character(let character): String(character)
        case .enter: "⏎"
        case .escape: "Esc"
        case .tab: "Tab"
        case .backTab: "Shift-Tab"
        case .backspace: "Backspace"
        case .delete: "Del"
        case .insert: "Ins"
        case .up: "↑"
        case .down: "↓"
        case .left: "←"
        case .right: "→"
        case .home: "Home"
        case .end: "End"
        case .pageUp: "PgUp"
        case .pageDown: "PgDn"
        case .control(let character): "Ctrl-\(character.uppercased())"
        case .alt(let character): "Alt-\(character)"
        case .function(let number): "F\(number)"
        case .paste: "paste"
        }
    }
}

extension Key: ExpressibleByExtendedGraphemeClusterLiteral {
    public init(extendedGraphemeClusterLiteral character: Character) {
        self = .character(character)
    }
}

/// A key and what it does, for the last line of a page.
public struct KeyHint: Hashable, Sendable {
    public let key: String
    public let words: String

    public init(_ key: String, _ words: String) {
        self.key = key
        self.words = words
    }
}
