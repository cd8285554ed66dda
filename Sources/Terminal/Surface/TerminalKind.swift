import CNcurses

/// What is known of a terminal before it is taken.
public enum TerminalKind {
    /// Why nothing can be drawn here, in one line with what to do instead; `nil` where it can.
    public static func refusal(term: String?, isTTY: Bool) -> String? {
        let cure = "use `cksw status` or `cksw show PAGE --plain` instead"
        guard isTTY else { return "The dashboard needs a terminal: \(cure)." }
        guard let term, !term.isEmpty else {
            return "The dashboard needs to know the terminal, and TERM is not set: \(cure)."
        }
        guard term != "dumb", term != "unknown", screen_is_known(term) != 0 else {
            return "The dashboard cannot draw on a terminal of the kind ‘\(shown(term))’: \(cure)."
        }
        return nil
    }

    /// How colourful it may be. https://no-color.org: set and not empty, whatever it says.
    public static func theme(colours: Int, noColour: String?) -> Theme {
        if let noColour, !noColour.isEmpty { return .mono }
        switch colours {
        case 16...: return .colour16
        case 8...: return .colour8
        default: return .mono
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
