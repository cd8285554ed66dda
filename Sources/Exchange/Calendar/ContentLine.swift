/// The lines of which RFC 5545 makes a calendar.
enum ContentLine {
    /// The most octets of a line, its end apart (section 3.1).
    private static let most = 75

    /// A text as the value of a property (section 3.3.11). What moves a cursor or hides stands
    /// visibly, as it does everywhere: a calendar goes to a terminal too.
    static func text(_ plain: String) -> String {
        var value = ""
        for scalar in plain.unicodeScalars {
            switch scalar {
            case "\\", ";", ",": value += "\\\(scalar)"
            case "\n": value += "\\n"
            case "\r": break
            default:
                // The visible form begins with a backslash of its own.
                value +=
                    VisibleText.isHidden(scalar)
                    ? "\\" + VisibleText.of(String(scalar)) : String(scalar)
            }
        }
        return value
    }

    /// A line with its end: in pieces that begin with a space where it is too long, and never cut
    /// within a letter.
    static func folded(_ line: String) -> [UInt8] {
        let bytes = Array(line.utf8)
        var folded: [UInt8] = []
        var start = 0
        var room = most
        while bytes.count - start > room {
            var end = start + room
            while bytes[end] & 0xC0 == 0x80 { end -= 1 }
            folded += bytes[start..<end]
            folded += [0x0D, 0x0A, 0x20]
            start = end
            room = most - 1
        }
        folded += bytes[start...]
        folded += [0x0D, 0x0A]
        return folded
    }
}
