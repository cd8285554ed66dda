/// What a piece of text means; the terminal decides how that looks, never the other way round.
public enum Tone: String, CaseIterable, Sendable {
    case normal, strong, muted, heading, child, key, money, caret
    case met, unknown, upcoming, soon, overdue, missed
    case notApplicable = "not-applicable"
    case warning, error
    /// Replaced by a correction.
    case struck
}

/// A piece of text with its meaning.
public struct Phrase: Hashable, Sendable {
    public var text: String
    public var tone: Tone

    public init(_ text: String, _ tone: Tone = .normal) {
        self.text = text
        self.tone = tone
    }
}

/// One line: what stands at its left end, and what at its right.
public struct TextLine: Hashable, Sendable {
    public var left: [Phrase]
    public var right: [Phrase]

    public init(_ left: [Phrase], right: [Phrase] = []) {
        self.left = left
        self.right = right
    }

    public init(_ text: String, _ tone: Tone = .normal) { self.init([Phrase(text, tone)]) }

    public static let empty = TextLine([])

    /// The line as plain words.
    public var text: String {
        (left + (right.isEmpty ? [] : [Phrase("  ")]) + right).map(\.text).joined()
    }
}
