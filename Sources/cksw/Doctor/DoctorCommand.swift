import ArgumentParser
import Foundation

struct DoctorCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor",
        abstract: "Check how the store is kept, and say the cure for what is not as it should be.",
        discussion: """
            Looks at owner and modes, disk encryption, the journal, backups, the clock, the locale, \
            the terminal and the keys that may sign in. Ends with 1 where something is at fault. It \
            reads no record and changes nothing.
            """)

    @OptionGroup var global: GlobalFlags

    @ArgumentParser.Option(help: "The folder of the backups, to look at their files too.")
    var backups: String?

    @Flag(help: "Print JSON.")
    var json = false

    func run() throws {
        let path = global.flags.storePath()
        guard !FixedSession.isOn, global.flags.login == nil else {
            throw Failure(
                Failure.notPermitted, "cksw doctor is for the keeper of the store, without --as")
        }
        let folder = (path as NSString).deletingLastPathComponent
        let findings =
            FileChecks(store: path).findings + DiskChecks(folder: folder).findings
            + JournalChecks(store: path, backups: backups, now: Clock.now).findings
            + TerminalChecks.findings + KeyChecks().findings
        if json {
            Console.say(json: JSON.list(findings.map(\.json)).written)
        } else {
            Console.say(findings.flatMap(\.lines))
        }
        if findings.contains(where: { $0.state == .fault }) { throw ExitCode(1) }
    }
}
