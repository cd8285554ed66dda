import Domain

/// A mark of one session as a file has it.
struct FileMark: Hashable, Sendable {
    let day: Day
    let session: RegisterSession
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

    /// A mark of one session, and what its cell says besides.
    struct Reading {
        let code: RegisterCode
        let minutes: Int?
        /// The present sign of the other session stood there.
        let isOtherSign: Bool
    }

    /// The mark of one session; `nil` where none was taken.
    ///
    /// Systems that know one present mark write `/` for both sessions: it becomes the session's own.
    func read(_ text: String, _ session: RegisterSession, on day: Day) throws(Problem) -> Reading? {
        if MarkString.isNoMark(text) { return nil }
        let text = cellText(text)
        if text.isEmpty { return nil }
        guard let mark = MarkText(text) else { throw MarkReader.unknown(text) }
        guard codes.isValid(mark.code, on: day) else {
            throw Problem(words: "is no register code on \(day.dayMonthYear)")
        }
        let isOther = MarkReader.present[session == .am ? .pm : .am] == mark.code
        let own = isOther ? MarkReader.present[session] : nil
        return Reading(
            code: own ?? mark.code, minutes: mark.minutes, isOtherSign: isOther)
    }

    private static let present = [RegisterSession.am: RegisterCode("/"), .pm: RegisterCode("\\")]
        .compactMapValues { $0 }

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
