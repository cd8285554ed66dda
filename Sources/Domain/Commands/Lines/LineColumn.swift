/// One of a few or many that a cell takes, found by a few letters.
public struct LineChoice: Hashable, Sendable {
    /// As it stands in the bundle.
    public let value: String
    /// `Bea Ashworth, Year 1 Oak`.
    public let label: String
    /// What letters are compared with, small and without accents.
    fileprivate let words: [String]
    fileprivate let folded: (value: String, label: String)

    /// - Parameter also: other words by which it is found.
    public init(_ value: String, _ label: String, also: [String] = []) {
        self.value = value
        self.label = label
        folded = (value.folded, label.folded)
        words = ([label] + also).flatMap { $0.foldedWords }
    }

    public static func == (one: LineChoice, other: LineChoice) -> Bool {
        one.value == other.value && one.label == other.label
    }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(value)
        hasher.combine(label)
    }
}

/// How the text of a cell is understood.
public enum LineReading: Hashable, Sendable {
    case empty
    /// What is recorded, and how people read it.
    case value(String, words: String)
    /// More than one fits.
    case several([LineChoice])
    /// The end of a sentence that begins with the column.
    case wrong(String)

    /// What is recorded; `nil` where it is not settled.
    public var value: String? {
        switch self {
        case .empty: ""
        case .value(let value, _): value
        case .several, .wrong: nil
        }
    }
}

/// A column of a form that has a line for each child, role or term.
public struct LineColumn: Sendable {
    public enum Kind: Sendable {
        /// One of these; with `isFree` any other text stands as it is typed.
        case choice(@Sendable (CommandContext) -> [LineChoice], isFree: Bool)
        case day(DateLean)
    }

    /// The field of the action that it fills.
    public let name: String
    public let title: String
    public let kind: Kind
    public let isRequired: Bool
    /// What it takes.
    public let hint: String
    /// Cells on the screen, at the least.
    public let width: Int

    init(
        _ name: String, _ title: String, _ kind: Kind, required: Bool = false, hint: String,
        width: Int = 13
    ) {
        self.name = name
        self.title = title
        self.kind = kind
        isRequired = required
        self.hint = hint
        self.width = width
    }

    /// What the column offers; made once for a form, since a school may have a thousand pupils.
    public func choices(in context: CommandContext) -> [LineChoice] {
        switch kind {
        case .choice(let choices, _): choices(context)
        case .day: []
        }
    }

    /// How a text is understood.
    ///
    /// - Parameter choices: what the column offers.
    public func read(_ text: String, among choices: [LineChoice], on today: Day) -> LineReading {
        let text = text.trimmed
        guard !text.isEmpty else { return .empty }
        switch kind {
        case .day(let lean):
            guard let day = DateWords(today: today, lean: lean).day(text) else {
                return .wrong("is not a date like 1 sep or 2025-03-04")
            }
            return .value(day.iso, words: day.dayMonthYear)
        case .choice(_, let isFree):
            let fitting = LineColumn.fitting(text, among: choices)
            if fitting.count == 1 { return .value(fitting[0].value, words: fitting[0].label) }
            if !fitting.isEmpty { return .several(fitting) }
            return isFree ? .value(text, words: text) : .wrong("is nobody and nothing known here")
        }
    }

    /// What some letters fit: the whole, else the beginning of what is recorded, else the beginnings
    /// of words.
    public static func fitting(_ text: String, among choices: [LineChoice]) -> [LineChoice] {
        let typed = text.trimmed.folded
        if let exact = choices.first(where: { $0.folded.label == typed || $0.folded.value == typed }
        ) {
            return [exact]
        }
        let byValue = choices.filter { $0.folded.value.hasPrefix(typed) }
        if byValue.count == 1 { return byValue }
        let words = text.foldedWords
        guard !words.isEmpty else { return [] }
        return choices.filter { choice in
            words.allSatisfy { word in choice.words.contains { $0.hasPrefix(word) } }
        }
    }
}

extension String {
    /// The words as they are looked for: small letters without accents, O'Neill as `oneill` too.
    fileprivate var foldedWords: [String] {
        let parts = folded.split { !$0.isLetter && !$0.isNumber && $0 != "'" }
        return parts.flatMap { part -> [String] in
            guard part.contains("'") else { return [String(part)] }
            return [part.filter { $0 != "'" }] + part.split(separator: "'").map(String.init)
        }
    }
}
