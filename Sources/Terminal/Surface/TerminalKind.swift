import CNcurses
import ViewModels

/// What is known of a terminal before it is taken.
public enum TerminalKind {
    /// Why nothing can be drawn here, in one line with what to do instead; `nil` where it can.
    public static func refusal(term: String?, isTTY: Bool) -> String? {
        let cure = "use `cksw status` or `cksw show PAGE --plain` instead"
        guard isTTY else { return "The dashboard needs a terminal: \(cure)." }
        guard let term, !term.isEmpty else {
            return "The dashboard needs to know the terminal, and TERM is not set: \(cure)."
        }
        guard drawnAs(term) != nil else {
            return "The dashboard cannot draw on a terminal of the kind ‘\(shown(term))’: \(cure)."
        }
        return nil
    }

    /// The name under which a terminal is drawn on: its own where this machine knows it, else that of
    /// the one that it speaks like; `nil` where nobody knows how to speak to it.
    public static func drawnAs(_ term: String) -> String? {
        guard term != "dumb", term != "unknown" else { return nil }
        if screen_is_known(term) != 0 { return term }
        return standIn(for: term).flatMap { screen_is_known($0) != 0 ? $0 : nil }
    }

    /// The terminal that one speaks like which this machine need not know; `nil` for what is no
    /// terminal of today.
    ///
    /// What runs within tmux or screen is drawn by these, and they leave out what xterm has beyond
    /// them.
    static func standIn(for term: String) -> String? {
        let name = term.lowercased()
        guard name.unicodeScalars.allSatisfy(isOfName) else { return nil }
        if speaks(name, like: ["tmux", "screen"]) { return "screen-256color" }
        return speaks(name, like: speakers) ? "xterm-256color" : nil
    }

    private static let speakers = [
        "xterm", "kitty", "ghostty", "foot", "wezterm", "alacritty", "rio", "contour", "iterm",
        "iterm2", "konsole", "gnome", "vte", "st", "mintty", "putty", "rxvt", "nsterm",
        "ms-terminal",
    ]

    /// `foot`, `foot-extra`, `screen.xterm-kitty`, but no name that only begins like one.
    private static func speaks(_ name: String, like families: [String]) -> Bool {
        families.contains { family in
            guard name.hasPrefix(family) else { return false }
            let rest = name.dropFirst(family.count)
            return rest.isEmpty || rest.hasPrefix("-") || rest.hasPrefix(".")
                || rest.hasPrefix("+")
        }
    }

    private static func isOfName(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isASCIIHexDigit || ("a"..."z").contains(scalar)
            || "-.+".unicodeScalars.contains(scalar)
    }

    /// How it is coloured.
    ///
    /// - Parameters:
    ///   - colours: how many it has.
    ///   - choice: what the person wants.
    ///   - environment: of the process. https://no-color.org: `NO_COLOR` set and not empty, whatever
    ///     it says, outdoes every choice.
    public static func theme(
        colours: Int, choice: ThemeChoice, environment: (String) -> String?
    ) -> Theme {
        let isConsole = environment("TERM").map { speaks($0, like: ["linux"]) } ?? false
        let ground: Theme.Ground =
            switch choice {
            case .dark: .dark
            case .light: .light
            case .auto, .mono:
                isConsole ? .dark : ground(colorfgbg: environment("COLORFGBG"))
            }
        let isMono = choice == .mono || environment("NO_COLOR").map { !$0.isEmpty } ?? false
        return Theme(
            isMono ? .mono : depth(colours), on: ground, isBoldLighter: isConsole)
    }

    /// Where a terminal takes more than 256, a number beyond the first eight is a mixture of light and
    /// no place in a table.
    private static func depth(_ colours: Int) -> Theme.Depth {
        switch colours {
        case 256: .colour256
        case 8...: .colour8
        default: .mono
        }
    }

    /// What rxvt, Konsole and others say of their colours: `15;0`, `0;default;15`. The last number is
    /// the background's; 7 and 9 to 15 are light.
    private static func ground(colorfgbg: String?) -> Theme.Ground {
        guard let text = colorfgbg?.split(separator: ";").last, let colour = Int(text) else {
            return .unknown
        }
        switch colour {
        case 0...6, 8: return .dark
        case 7, 9...15: return .light
        default: return .unknown
        }
    }

    /// TERM is anybody's text until it is known.
    private static func shown(_ term: String) -> String {
        String(
            term.unicodeScalars.prefix(40).map {
                $0.isASCII && $0.value > 0x20 && $0.value < 0x7F
                    ? Character($0) : "?"
            })
    }
}
