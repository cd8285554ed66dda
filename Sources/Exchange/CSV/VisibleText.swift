/// A text of a file as a message may show it: nothing in it moves a cursor, turns a line around or
/// hides.
public enum VisibleText {
    /// At most `limit` characters, an ellipsis included where it was cut; control, bidi and
    /// zero-width characters stand as `\u{…}`.
    public static func of(_ text: String, limit: Int = 60) -> String {
        let scalars = text.unicodeScalars
        let isCut = scalars.count > limit
        var shown = ""
        for scalar in scalars.prefix(isCut ? limit - 1 : limit) {
            if isHidden(scalar) {
                shown += "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
            } else {
                shown.unicodeScalars.append(scalar)
            }
        }
        return isCut ? shown + "…" : shown
    }

    /// Whether it moves a cursor, turns a line around or cannot be seen.
    public static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.isASCII { return scalar.value < 0x20 || scalar.value == 0x7F }
        if scalar.properties.isDefaultIgnorableCodePoint { return true }
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator: return true
        default: return false
        }
    }
}
