/// The colours that a person wants the dashboard in.
public enum ThemeChoice: String, CaseIterable, Sendable {
    /// As the terminal says of itself; where it says nothing, what can be read on black and on white.
    case auto
    case dark, light
    /// Bold, underline and reverse alone.
    case mono

    /// `a dark background`.
    public var words: String {
        switch self {
        case .auto: "as the terminal says of itself"
        case .dark: "for a dark background"
        case .light: "for a light background"
        case .mono: "without colours"
        }
    }
}
