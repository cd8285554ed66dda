import Foundation
import Terminal

/// Whether letters and keys will come through, and nothing of memory is left on disk.
enum TerminalChecks {
    static var findings: [Finding] { [locale, terminal, core] }

    private static var locale: Finding {
        let names = ["LC_ALL", "LC_CTYPE", "LANG"]
        let value = names.lazy.compactMap { Environment[$0] }.first { !$0.isEmpty } ?? "not set"
        let isUTF8 = ["utf-8", "utf8"].contains { value.lowercased().hasSuffix($0) }
        return isUTF8
            ? .fine("locale", value)
            : .hint(
                "locale", "\(value): letters lose their accents",
                cure: "LANG=C.UTF-8 in /etc/default/locale")
    }

    private static var terminal: Finding {
        let term = Environment["TERM"] ?? ""
        guard let words = TerminalKind.refusal(term: term, isTTY: true) else {
            let drawn = TerminalKind.drawnAs(term) ?? term
            return .fine(
                "term",
                drawn == term
                    ? term
                    : "this machine does not know \(term), which speaks like \(drawn) and is "
                        + "drawn as that")
        }
        return .hint(
            "term", words, cure: "TERM=xterm-256color, and install ncurses-term for others")
    }

    /// A crash must leave no child's name on the disk.
    private static var core: Finding {
        var limit = rlimit()
        getrlimit(__rlimit_resource_t(RLIMIT_CORE.rawValue), &limit)
        return limit.rlim_max == 0 || limit.rlim_cur == 0
            ? .fine("core-dumps", "off")
            : .hint(
                "core-dumps", "allowed for this account",
                cure: "a line `* hard core 0` in /etc/security/limits.d/cksw.conf")
    }
}
