import ArgumentParser
import ViewModels

struct KeysCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "keys",
        abstract: "Every action: its keys, what it does, the command it equals.")

    @OptionGroup var global: GlobalFlags

    @Flag(help: "Print JSON.")
    var json = false

    func run() throws {
        try Workspace.refuseStranger(global.flags)
        let entries = ActionCatalogue.all
        guard json else {
            return Console.say(
                entries.map { entry in
                    let keys = entry.keys.map(\.label).joined(separator: " ")
                    let record = entry.record.map { "  (cksw record \($0))" } ?? ""
                    return "\(keys)  \(entry.title): \(entry.help)\(record)"
                })
        }
        Console.say(
            json: JSON.list(
                entries.map { entry in
                    .object([
                        ("id", .text(entry.id)),
                        ("keys", .list(entry.keys.map { .text($0.label) })),
                        ("title", .text(entry.title)), ("help", .text(entry.help)),
                        ("record", .text(orNull: entry.record)),
                    ])
                }
            ).written)
    }
}
