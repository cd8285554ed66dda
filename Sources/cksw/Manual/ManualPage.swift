import ViewModels

/// `docs/cksw.1`, the manual page: made from what the command line and the catalogue of actions say
/// of themselves.
struct ManualPage {
    let program: CommandHelp

    /// In the language of man, `roff`.
    var lines: [String] {
        var lines = [
            ".TH CKSW 1 \"\" \"cksw \(Version.number)\" \"User commands\"", ".SH NAME",
            "cksw \\- \(text(program.abstract ?? ""))",
            ".SH SYNOPSIS", ".B cksw", ".RI [ options ]", ".RI [ command ]",
            ".SH DESCRIPTION", text(program.discussion ?? ""), ".SH OPTIONS",
        ]
        lines += common.flatMap(item)
        lines.append(".SH COMMANDS")
        for command in program.shownSubcommands { lines += self.command(command, after: []) }
        lines += [".SH KEYS", "In the dashboard; a letter does the same everywhere."]
        lines += ActionCatalogue.all.flatMap(key)
        lines += closing
        return lines.flatMap { $0.split(separator: "\n").map(String.init) }
    }

    /// What stands before or after every subcommand that opens a store, but for one that makes it.
    private var common: [CommandHelp.Argument] {
        let lists = program.leaves.compactMap(\.arguments).filter { arguments in
            arguments.contains { $0.usage == "--db DB" }
        }
        let counts = Dictionary(lists.joined().map { ($0.usage, 1) }, uniquingKeysWith: +)
        return (lists.first ?? []).filter {
            $0.shouldDisplay && counts[$0.usage, default: 0] >= lists.count - 1
        }
    }

    private func command(_ command: CommandHelp, after path: [String]) -> [String] {
        let words = path + [command.commandName]
        let head = [
            ".SS cksw \(text(words.joined(separator: " ")))", text(command.abstract ?? ""),
        ]
        let more = command.discussion.map { [".PP", text($0)] } ?? []
        let arguments = command.shownArguments(but: Set(common.map(\.usage)))
            .filter { $0.usage != "-h, --help" && $0.usage != "--version" }
        return head + more + arguments.flatMap(item)
            + command.shownSubcommands.flatMap { self.command($0, after: words) }
    }

    private func item(_ argument: CommandHelp.Argument) -> [String] {
        [".TP", ".B \(text(argument.usage))", text(argument.abstract ?? "")]
    }

    private func key(_ entry: CatalogueEntry) -> [String] {
        let keys = entry.keys.map(\.label).joined(separator: ", ")
        let record = entry.record.map { " (cksw record \($0))" } ?? ""
        return [".TP", ".B \(text(keys))", text("\(entry.title): \(entry.help)\(record)")]
    }

    private let closing = [
        ".SH FILES", ".TP", ".I ~/.local/share/cksw/cksw.db",
        "The store, which only its owner can read.", ".SH EXIT STATUS",
        "0 done; 64 wrong use; 65 bad data; 66 no such file, record or terminal; 70 a fault of",
        "the program; 73 cannot be written; 77 not permitted.",
    ]

    /// A line's beginning and its backslashes belong to roff.
    private func text(_ plain: String) -> String {
        plain.replacing("\\", with: "\\e").replacing("-", with: "\\-")
            .split(separator: "\n").map { ".'".contains($0.prefix(1)) ? "\\&\($0)" : "\($0)" }
            .joined(separator: "\n")
    }
}
