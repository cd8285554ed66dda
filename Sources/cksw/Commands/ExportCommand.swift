import ArgumentParser
import Domain
import Exchange
import Store

struct ExportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Write everything out, all about one child, or a calendar.",
        subcommands: [Bundle.self, ChildExportCommand.self, CalendarExportCommand.self])

    struct Bundle: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "bundle", abstract: "Write the store as a folder of open CSV files.")

        @OptionGroup var global: GlobalFlags

        @Argument(help: "A new or empty folder.", completion: .directory)
        var folder: String

        @Flag(help: "Save what can still be read of a damaged store.")
        var salvage = false

        func run() throws {
            guard !salvage else { return try SalvageRun(global.flags).save(to: folder) }
            let workspace = try Workspace(global.flags, .existing)
            let clearance = try workspace.clearance()
            try workspace.require(clearance.holds(.export))
            // Nothing leaves the store without a word of it in the journal.
            try workspace.look(at: .school, page: "export-bundle")
            try workspace.store.read { snapshot in
                try BundleWriter(folder: folder).write(from: SeenRecords(snapshot, clearance))
            }
            if !clearance.seesEverything {
                Console.notice([
                    "this bundle is a part: what is not for the roles of \(workspace.actor.login) is left "
                        + "out or empty"
                ])
            }
            Console.say(["\(folder): written"])
        }
    }
}
