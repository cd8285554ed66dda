import ArgumentParser
import Exchange

/// Tells a command that there is not as what it is: the parser would take its options for wrong.
enum CommandNames {
    /// - Throws: a `Failure` of 64 that names the commands there are.
    static func check(_ arguments: [String], of command: any ParsableCommand.Type) throws {
        guard let name = arguments.first, !name.hasPrefix("-"), name != "help" else { return }
        let choices = command.configuration.subcommands
        if let chosen = choices.first(where: { self.name($0) == name }) {
            return try check(Array(arguments.dropFirst()), of: chosen)
        }
        let isRoot = ObjectIdentifier(command) == ObjectIdentifier(CKSW.self)
        guard !choices.isEmpty, isRoot || command.configuration.defaultSubcommand == nil else {
            return
        }
        let names = choices.filter { $0.configuration.shouldDisplay }.map { self.name($0) }
        throw Failure(
            Failure.wrongUse,
            "\(isRoot ? "" : "\(self.name(command)) ")\(VisibleText.of(name)): there is no such command; "
                + "there are \(names.joined(separator: ", "))")
    }

    private static func name(_ command: any ParsableCommand.Type) -> String {
        command.configuration.commandName ?? command._commandName
    }
}
