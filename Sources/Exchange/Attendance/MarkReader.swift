import Domain

/// A mark of one session as a file has it.
struct FileMark: Hashable, Sendable {
    let day: Day
    let session: Session
    let code: RegisterCode
    /// The column in which it stood.
    let column: Int

    var isLate: Bool { code.isLate }

    /// `23 Nov 2026 AM`.
    var when: String { "\(day.dayMonthYear) \(session.words)" }
}

/// Reads the register's codes as schools' systems write them, by their dates of validity.
struct MarkReader: Sendable {
    let codes: RegisterCodeTable

    struct Problem: Error, Hashable { let words: String }

    /// The code of one session; `nil` where no mark was taken.
    ///
    /// Systems that know one present mark write `/` for both sessions: it becomes the session's own.
    func code(_ text: String, _ session: Session, on day: Day) throws(Problem) -> RegisterCode? {
        if MarkString.isNoMark(text) { return nil }
        guard let code = RegisterCode(text) ?? MarkReader.known(trimmed(text).uppercased()) else {
            let text = trimmed(text)
            if text.isEmpty { return nil }
            throw MarkReader.unknown(text)
        }
        guard codes.isValid(code, on: day) else {
            throw Problem(words: "is no register code on \(day.dayMonthYear)")
        }
        switch (session, code.text) {
        case (.am, "\\"): return RegisterCode("/")
        case (.pm, "/"): return RegisterCode("\\")
        default: return code
        }
    }

    /// The whole text as a code, else the letter of a sub-code like `I01`.
    private static func known(_ text: String) -> RegisterCode? {
        if let code = RegisterCode(text) { return code }
        guard let letter = text.first, letter.isASCII, letter.isLetter, text.count > 1,
            text.dropFirst().allSatisfy({ $0.isASCII && $0.isNumber })
        else { return nil }
        return RegisterCode(String(letter))
    }

    private static func unknown(_ text: String) -> Problem {
        if text.allSatisfy({ $0 == "0" }) {
            return Problem(words: "is a nought and no register code; is the letter O meant?")
        }
        if text.contains("/") || text.contains("\\") {
            return Problem(words: "is not one mark; was one lost or doubled by escaping?")
        }
        return Problem(words: "is no register code")
    }
}
