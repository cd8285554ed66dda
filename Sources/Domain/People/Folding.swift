extension String {
    /// The text as it is looked for: small letters without accents, `Ayò Łuczak` as `ayo luczak`.
    public var folded: String {
        if utf8.allSatisfy({ $0 < 0x80 }) { return lowercased() }
        var result = ""
        for scalar in unicodeScalars {
            if scalar.isASCII {
                result += scalar.properties.lowercaseMapping
            } else {
                result += scalar.foldedLetter
            }
        }
        return result
    }
}
extension Unicode.Scalar {
    /// The plain letter under an accent, read from the character's own name: no table to keep.
    fileprivate var foldedLetter: String {
        switch properties.generalCategory {
        case .nonspacingMark: return ""
        case .finalPunctuation, .initialPunctuation: return "'"
        default: break
        }
        let words = (properties.name ?? "").split(separator: " ")
        guard words.count >= 4, words[0] == "LATIN", words[2] == "LETTER" else {
            return properties.lowercaseMapping
        }
        switch words[3] {
        case "SHARP": return "ss"
        case "DOTLESS": return "i"
        default: return words[3].lowercased()
        }
    }
}
