/// How a scalar is written with the letters of a typewriter.
enum ASCIISpelling {
    /// `nil` where there is no spelling that a reader would know again.
    static func of(_ scalar: Unicode.Scalar) -> String? {
        if let sign = signs[scalar] { return sign }
        if (0xFF01...0xFF5E).contains(scalar.value),
            let narrow = Unicode.Scalar(scalar.value - 0xFEE0)
        {
            return String(Character(narrow))
        }
        return latin(scalar)
    }

    /// An accent may go from a letter without making it another's.
    static func isAccent(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x0300...0x036F, 0x1AB0...0x1AFF, 0x1DC0...0x1DFF, 0x20D0...0x20FF: true
        default: false
        }
    }

    /// The letter under its accents, read from the scalar's own name: `LATIN SMALL LETTER E WITH
    /// ACUTE`. Unicode's names never change, and so no table of a thousand letters is needed.
    private static func latin(_ scalar: Unicode.Scalar) -> String? {
        guard let name = scalar.properties.name else { return nil }
        let words = name.split(separator: " ")
        guard words.count >= 4, words[0] == "LATIN" else { return nil }
        let isSmall = words[1] == "SMALL"
        guard isSmall || words[1] == "CAPITAL", words[2] == "LETTER" || words[2] == "LIGATURE"
        else { return nil }
        let named = words[3...].prefix { $0 != "WITH" }.joined(separator: " ")
        let isLetters = named.utf8.count <= 2
        guard let letters = isLetters ? named : letterNames[named] else { return nil }
        return isSmall ? letters.lowercased() : letters.prefix(1) + letters.dropFirst().lowercased()
    }

    private static let letterNames = [
        "SHARP S": "SS", "THORN": "TH", "ETH": "D", "ENG": "NG", "KRA": "Q", "LONG S": "S",
        "DOTLESS I": "I", "DOTLESS J": "J", "SCHWA": "E", "OPEN E": "E", "OPEN O": "O", "ESH": "SH",
        "EZH": "ZH", "N PRECEDED BY APOSTROPHE": "'N", "REVERSED E": "E", "TURNED E": "E",
    ]

    private static let signs: [Unicode.Scalar: String] = [
        "\u{A0}": " ", "’": "'", "‘": "'", "‚": ",", "‛": "'", "“": "\"", "”": "\"", "„": "\"",
        "′": "'", "″": "\"", "ʼ": "'", "ʻ": "'", "´": "'", "–": "-", "—": "-", "‐": "-", "‑": "-",
        "−": "-", "…": "...", "·": ".", "•": "*", "‹": "<", "›": ">", "«": "<<", "»": ">>",
        "£": "GBP", "€": "EUR", "×": "x", "÷": "/", "≥": ">=", "≤": "<=", "≠": "!=", "±": "+/-",
        "°": "deg", "§": "s.", "½": "1/2", "¼": "1/4", "¾": "3/4", "²": "2", "³": "3", "ª": "a",
        "º": "o", "¿": "?", "¡": "!", "©": "(c)", "®": "(R)", "™": "(TM)", "№": "No.",
        "✓": "+", "✗": "x", "▲": "^", "▼": "v", "▸": ">", "◂": "<", "█": "#", "▒": "=", "░": ".",
        "⏎": "Enter", "↑": "Up", "↓": "Down", "←": "<-", "→": "->",
        "─": "-", "│": "|", "┌": "+", "┐": "+", "└": "+", "┘": "+", "├": "+", "┤": "+",
    ]
}
