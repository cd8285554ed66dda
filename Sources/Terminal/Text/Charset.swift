/// What a terminal can show.
public enum Charset: String, CaseIterable, Sendable {
    case utf8
    /// `--ascii`, or a locale without UTF-8.
    case ascii

    /// Ends a text that was cut.
    var ellipsis: Character {
        switch self {
        case .utf8: "…"
        case .ascii: "~"
        }
    }
}
