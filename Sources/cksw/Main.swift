import ArgumentParser
import Foundation
import Terminal

/// The program: reads the command line, runs one command, and ends with its status.
@main
enum Main {
    static func main() {
        let arguments = Array(CommandLine.arguments.dropFirst())
        // No core of any command may hold what it read of a child.
        PrivateMemory.keep()
        FixedSession.begin()
        do {
            if arguments == ["--version"] { return Console.say([try Version.words(Flags())]) }
            if let dashboard = DashboardCommand.glance(at: arguments) { return try dashboard.run() }
            let moved = GlobalFlags.moved(arguments)
            try CommandNames.check(moved, of: CKSW.self)
            var command = try CKSW.parseAsRoot(moved)
            try command.run()
        } catch let failure as Failure {
            Console.error(failure.lines)
            exit(failure.status)
        } catch {
            end(with: error)
        }
    }

    /// Help and the like go to standard output; a wrong use is one line on standard error.
    private static func end(with error: any Error) -> Never {
        // A command that has said all chooses its status.
        if let status = error as? ExitCode { exit(status.rawValue) }
        guard CKSW.exitCode(for: error) != .success else { CKSW.exit(withError: error) }
        if let failure = Failure(describing: error) {
            Console.error(failure.lines)
            exit(failure.status)
        }
        let message = CKSW.message(for: error).replacing("\n", with: " ")
        Console.error(["\(message); see cksw --help"])
        exit(Failure.wrongUse)
    }
}

struct CKSW: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "cksw",
        abstract: "What a school owes to every child known to a social worker, by when, and why.",
        discussion: """
            Without a subcommand it opens the dashboard. --db, --today, --as and --pack may stand before or \
            after the subcommand.
            """,
        version: Version.number,
        subcommands: [
            DashboardCommand.self, DemoCommand.self, InitCommand.self, ImportCommand.self,
            ExportCommand.self,
            DutiesCommand.self, WhyCommand.self, ShowCommand.self, RecordCommand.self,
            HistoryCommand.self, UndoCommand.self, RedoCommand.self, NewsCommand.self,
            StatusCommand.self, KeysCommand.self, PolicyCommand.self, ReportCommand.self,
            LetterCommand.self,
            RehearseCommand.self, VerifyCommand.self, DoctorCommand.self, AuditCommand.self,
            RetentionCommand.self, BackupCommand.self, RestoreCommand.self, RecipientsCommand.self,
            ThemeCommand.self, ManualCommand.self,
        ],
        defaultSubcommand: DashboardCommand.self)
}
