import ArgumentParser
import Domain
import Exchange
import Store

struct VerifyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify", abstract: "Check the store: its file, its references, its journal.")

    @OptionGroup var global: GlobalFlags

    func run() throws {
        let desk = try Desk(global.flags, .existing)
        let report = try desk.store.present.read { try $0.verify() }
        guard report.isWhole else {
            let head = "\(desk.store.path): the store is not whole; restore it from a backup"
            throw Failure(status: Failure.badData, lines: [head] + report.faults)
        }
        Console.say(["whole: \(report.entries) entries of the journal, no fault"])
    }
}
