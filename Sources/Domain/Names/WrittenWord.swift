/// A word of a note, with what its place in the sentence tells.
struct WrittenWord: Hashable, Sendable {
    /// As it is compared: small letters without accents, without `'s`.
    let key: String
    /// Graphemes of the text, without `'s`.
    let range: Range<Int>
    let isCapital: Bool
    let isAllCapitals: Bool
    let isPossessive: Bool
    /// Whether a capital says nothing here: at the start of the text or of a sentence.
    let startsSentence: Bool
    /// The punctuation between the word before and this one.
    let gap: String

    var isNumber: Bool { key.first?.isNumber ?? false }

    /// The words of a text: letters and digits; hyphens part, apostrophes do not.
    static func all(in text: String) -> [WrittenWord] {
        var words: [WrittenWord] = []
        var letters: [Character] = []
        var start = 0
        var gap = ""
        func end(at index: Int) {
            guard !letters.isEmpty else { return }
            words.append(WrittenWord(letters, start, after: gap, isFirst: words.isEmpty))
            letters = []
            gap = ""
        }
        var index = 0
        for character in text {
            let isApostrophe = character == "'" || character == "’"
            if character.isLetter || character.isNumber || (isApostrophe && !letters.isEmpty) {
                if letters.isEmpty { start = index }
                letters.append(character)
            } else {
                end(at: index)
                if !character.isWhitespace || character.isNewline { gap.append(character) }
            }
            index += 1
        }
        end(at: index)
        return words
    }

    private init(_ letters: [Character], _ start: Int, after gap: String, isFirst: Bool) {
        var letters = letters
        while let last = letters.last, last == "'" || last == "’" { letters.removeLast() }
        let tail = String(letters.suffix(2)).lowercased()
        isPossessive = letters.count > 2 && (tail == "'s" || tail == "’s")
        if isPossessive { letters.removeLast(2) }
        range = start..<start + letters.count
        key = String(letters.filter { $0 != "'" && $0 != "’" }).folded
        isCapital = letters.first?.isUppercase ?? false
        isAllCapitals = letters.count > 1 && letters.allSatisfy { !$0.isLowercase }
        startsSentence = isFirst || gap.contains { ".!?:;-–—•*\"“”(\n".contains($0) }
        self.gap = gap
    }
}
