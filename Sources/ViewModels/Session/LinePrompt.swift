import Domain

/// A line being typed at the foot of the screen.
struct LinePrompt: Sendable {
    enum Kind: Sendable { case filter, palette }

    let kind: Kind
    private(set) var text: String
    /// What the palette finds.
    var matches: ListState

    init(_ kind: Kind, text: String = "", _ model: Model) {
        self.kind = kind
        self.text = text
        matches = ListState([], model)
    }

    /// Takes a key that writes; `false` for all others.
    mutating func write(_ key: Key) -> Bool {
        switch key {
        case .character(let character): text.append(character)
        case .paste(let pasted): text += pasted.prefix { !$0.isNewline }
        case .backspace:
            guard !text.isEmpty else { return false }
            text.removeLast()
        case .control("u"): text = ""
        case .enter, .escape, .tab, .backTab, .delete, .insert, .up, .down, .left, .right, .home,
            .end, .pageUp, .pageDown, .control, .alt, .function:
            return false
        }
        return true
    }
}
