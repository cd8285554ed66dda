import ArgumentParser
import Domain
import Exchange
import Store

struct VerifyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract:
            "Check the store: its file, its references, its journal, the rules of its records.")

    @OptionGroup var global: GlobalFlags

    func run() throws {
        let workspace = try Workspace(global.flags, .existing)
        try workspace.require(try workspace.clearance().holds(.maintenance))
        let store = workspace.store.present
        let report = try store.read { try $0.verify() }
        Console.notice(report.notices)
        guard report.isWhole else {
            let head =
                "\(store.path): the store is not whole; restore it from a backup, or save what can be "
                + "read with cksw export bundle --salvage DIR"
            throw Failure(status: Failure.badData, lines: [head] + report.faults)
        }
        let odd = try store.read { try $0.faultsOfRecords(codes: workspace.pack.codes) }
        guard odd.isEmpty else {
            let head = "\(store.path): the file is whole, but records break a rule; put them right"
            throw Failure(status: Failure.badData, lines: [head] + odd.prefix(100))
        }
        Console.say(["whole: \(report.entries) entries of the journal, no fault"])
    }
}
