/// Text being typed and the place of the caret, on one line or several.
///
/// Places are counted in graphemes, so that an accent that comes by itself never leaves the caret
/// inside a letter. What is pasted is kept as it came, control characters too: whoever draws the
/// text makes them visible, and whoever checks it refuses them.
public struct LineEditor: Hashable, Sendable {
    public private(set) var text: String
    /// Graphemes before the caret: 0 to `text.count`.
    public private(set) var caret: Int
    public let isMultiline: Bool
    /// What was cut last, for Ctrl-Y.
    private var cut = ""
    /// The column that Up and Down come back to over shorter lines.
    private var goal: Int?

    public init(_ text: String = "", isMultiline: Bool = false) {
        self.isMultiline = isMultiline
        self.text = Self.withPlainBreaks(text, isMultiline: isMultiline)
        self.caret = self.text.count
    }

    /// Does what the key means here; `false` where it means nothing to a text, and is the form's.
    public mutating func handle(_ key: Key) -> Bool {
        let column = goal
        goal = nil
        switch key {
        case .character(let character): insert(String(character))
        case .paste(let pasted): insert(pasted)
        case .enter:
            guard isMultiline else { return false }
            insert("\n")
        case .backspace: replace(max(0, caret - 1)..<caret, with: "")
        case .delete: replace(caret..<min(text.count, caret + 1), with: "")
        case .left: caret = max(0, caret - 1)
        case .right: caret = min(text.count, caret + 1)
        case .home, .control("a"): caret = line.lowerBound
        case .end, .control("e"): caret = line.upperBound
        case .up, .down:
            guard let place = place(beyond: key, column: column ?? caret - line.lowerBound) else {
                return false
            }
            goal = column ?? caret - line.lowerBound
            caret = place
        case .control("k"):
            // At the end of a line its break goes, as in every editor that knows the key.
            let end = line.upperBound > caret ? line.upperBound : min(text.count, caret + 1)
            cutOut(caret..<end)
        case .control("u"): cutOut(line.lowerBound..<caret)
        case .control("w"), .alt("\u{7F}"): cutOut(wordStart { $0.isWhitespace }..<caret)
        case .control("y"): insert(cut)
        case .alt("b"): caret = wordStart { !$0.isLetter && !$0.isNumber }
        case .alt("f"): caret = wordEnd
        case .alt("d"): cutOut(caret..<wordEnd)
        case .escape, .tab, .backTab, .insert, .pageUp, .pageDown, .control, .alt, .function:
            return false
        }
        return true
    }

    /// Puts text at the caret, with line breaks of every kind as `\n`; on a single line as spaces.
    public mutating func insert(_ new: String) {
        replace(caret..<caret, with: Self.withPlainBreaks(new, isMultiline: isMultiline))
    }

    /// The graphemes of the line that holds the caret, without its break.
    private var line: Range<Int> {
        let characters = Array(text)
        let start = characters[..<caret].lastIndex(of: "\n").map { $0 + 1 } ?? 0
        let end = characters[caret...].firstIndex(of: "\n") ?? characters.count
        return start..<end
    }

    private func place(beyond key: Key, column: Int) -> Int? {
        guard isMultiline else { return nil }
        let here = line
        let place = key == .up ? here.lowerBound - 1 : here.upperBound + 1
        guard (0...text.count).contains(place) else { return nil }
        var there = self
        there.caret = place
        let target = there.line
        return min(target.lowerBound + column, target.upperBound)
    }

    private func wordStart(after isGap: (Character) -> Bool) -> Int {
        let before = Array(text.prefix(caret))
        let word = before.lastIndex { !isGap($0) } ?? 0
        return before[..<word].lastIndex(where: isGap).map { $0 + 1 } ?? 0
    }

    private var wordEnd: Int {
        let characters = Array(text)
        let isWord: (Character) -> Bool = { $0.isLetter || $0.isNumber }
        let word = characters[caret...].firstIndex(where: isWord) ?? characters.count
        return characters[word...].firstIndex { !isWord($0) } ?? characters.count
    }

    private mutating func cutOut(_ range: Range<Int>) {
        guard !range.isEmpty else { return }
        cut = String(Array(text)[range])
        replace(range, with: "")
    }

    private mutating func replace(_ range: Range<Int>, with new: String) {
        let head = String(text.prefix(range.lowerBound)) + new
        let tail = text.dropFirst(range.upperBound)
        text = head + tail
        // Head and tail may have grown together: an accent typed after its letter.
        var bytes = 0
        caret =
            text.prefix { character in
                defer { bytes += character.utf8.count }
                return bytes < head.utf8.count
            }.count
    }

    private static func withPlainBreaks(_ text: String, isMultiline: Bool) -> String {
        guard text.contains(where: \.isNewline) else { return text }
        return String(text.map { $0.isNewline ? (isMultiline ? "\n" : " ") : $0 })
    }
}
