import ArgumentParser
import Domain
import Exchange
import Store

struct ExportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "Write everything out.", subcommands: [Bundle.self])

    struct Bundle: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "bundle", abstract: "Write the store as a folder of open CSV files.")

        @OptionGroup var global: GlobalFlags

        @Argument(help: "A new or empty folder.")
        var folder: String

        func run() throws {
            let desk = try Desk(global.flags, .existing)
            try desk.store.read { try BundleWriter(folder: folder).write(from: StoreRecords($0)) }
            try desk.look(at: .school, page: "export-bundle")
            Console.say(["\(folder): written"])
        }
    }
}
