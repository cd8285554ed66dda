import Domain

/// What the cell of one session says: its code, and minutes late where they stand in it (`L (12)`,
/// `L12`).
struct MarkText: Hashable, Sendable {
    let code: RegisterCode
    let minutes: Int?

    /// `nil` where the text is no mark; a sub-code (`I01`, `C01`) falls back to its letter only if the
    /// whole is no code itself (`C1`).
    init?(_ text: String) {
        if let code = RegisterCode(text) ?? RegisterCode(text.uppercased()) {
            self.init(code: code, minutes: nil)
            return
        }
        guard let letter = text.first, letter.isASCII, letter.isLetter,
            let code = RegisterCode(letter.uppercased())
        else { return nil }
        let rest = text.dropFirst()
        if code.isLate, let minutes = MarkText.minutes(rest) {
            self.init(code: code, minutes: minutes)
        } else if !rest.isEmpty, rest.allSatisfy({ $0.isASCII && $0.isNumber }) {
            self.init(code: code, minutes: nil)
        } else {
            return nil
        }
    }

    private init(code: RegisterCode, minutes: Int?) {
        self.code = code
        self.minutes = minutes
    }

    /// `12`, ` (12)`, ` 12 min`, `:12m`; 0 to 240.
    private static func minutes(_ text: Substring) -> Int? {
        let words = text.lowercased().split { !$0.isLetter && !$0.isNumber }
        let joined = words.joined()
        let digits = joined.prefix { $0.isASCII && $0.isNumber }
        guard
            ["", "m", "min", "mins", "minutes", "late", "minslate", "minuteslate"]
                .contains(String(joined.dropFirst(digits.count))),
            text.allSatisfy({ $0.isLetter || $0.isNumber || " ():-[]'.".contains($0) }),
            let minutes = Int(digits), minutes <= 240
        else { return nil }
        return minutes
    }
}
