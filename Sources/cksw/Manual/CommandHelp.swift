/// What the program's own command line says of itself, as the parser of arguments writes it down.
struct CommandHelp: Decodable {
    struct Whole: Decodable {
        let command: CommandHelp
    }

    struct Argument: Decodable {
        struct Name: Decodable {
            let kind: String
            let name: String

            var words: String { kind == "long" ? "--\(name)" : "-\(name)" }
        }

        let kind: String
        let shouldDisplay: Bool
        let names: [Name]?
        let valueName: String?
        let abstract: String?

        /// `--today YYYY-MM-DD`, `FILE`.
        var usage: String {
            let value = valueName?.uppercased() ?? ""
            guard let names else { return value }
            let spelled = names.map(\.words).joined(separator: ", ")
            return kind == "option" ? "\(spelled) \(value)" : spelled
        }
    }

    let commandName: String
    let shouldDisplay: Bool?
    let abstract: String?
    let discussion: String?
    let subcommands: [CommandHelp]?
    let arguments: [Argument]?

    var shownSubcommands: [CommandHelp] {
        (subcommands ?? []).filter { $0.shouldDisplay != false && $0.commandName != "help" }
    }

    /// The commands without subcommands below it, or itself.
    var leaves: [CommandHelp] {
        shownSubcommands.isEmpty ? [self] : shownSubcommands.flatMap(\.leaves)
    }

    /// Its own arguments; those of every command stand once, at the top.
    func shownArguments(but common: Set<String>) -> [Argument] {
        (arguments ?? []).filter { $0.shouldDisplay && !common.contains($0.usage) }
    }
}
