/// Splits cells that hold several marks: `/\`, `/\/\II/\-L`, `/\ /\ C1C1`.
enum MarkString {
    /// One text a session, empty where no mark was taken.
    ///
    /// A letter takes the digits behind it with it (`C1`, `I01`). A space is a session without a
    /// mark, unless spaces do no more than part the pairs of days.
    static func tokens(_ text: String) -> [String] {
        let text = text.contains("(") ? joiningMinutes(text) : text
        let groups = text.split(whereSeparator: \.isWhitespace).map { split(String($0)) }
        if groups.count > 1, groups.allSatisfy({ $0.count == 2 }) { return groups.flatMap { $0 } }
        if groups.count == 2, groups.allSatisfy({ $0.count == 1 }), split(text).count == 3 {
            return groups.flatMap { $0 }
        }
        return split(text)
    }

    /// A cell without a mark: blank, or the `-` that systems print.
    static func isNoMark(_ text: String) -> Bool {
        text.isEmpty
            || text.unicodeScalars.allSatisfy { $0.properties.generalCategory == .dashPunctuation }
    }

    /// `L (12) \` with the minutes at their letter: `L12 \`.
    private static func joiningMinutes(_ text: String) -> String {
        var joined = ""
        for character in text {
            switch character {
            case "(": while joined.last == " " { joined.removeLast() }
            case ")": continue
            default: joined.append(character)
            }
        }
        return joined
    }

    private static func split(_ text: String) -> [String] {
        var tokens: [String] = []
        for character in text {
            if let last = tokens.last, let first = last.first, first.isLetter,
                character.isASCII, character.isNumber
            {
                tokens[tokens.count - 1] = last + String(character)
            } else if character == " " || character == "\u{A0}" || isNoMark(String(character)) {
                tokens.append("")
            } else {
                tokens.append(String(character))
            }
        }
        return tokens
    }
}
