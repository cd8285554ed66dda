import ArgumentParser
import Domain
import Exchange
import Foundation
import Store
import Terminal
import ViewModels

struct DashboardCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "dashboard", abstract: "Open the dashboard (what cksw does by itself).")

    @OptionGroup var flags: GlobalFlags

    @Flag(help: "Draw with ASCII alone.")
    var ascii = false

    func run() throws {
        let environment = ProcessInfo.processInfo.environment
        let isTTY = isatty(STDIN_FILENO) == 1 && isatty(STDOUT_FILENO) == 1
        if let words = TerminalKind.refusal(term: environment["TERM"], isTTY: isTTY) {
            throw Failure(Failure.wrongUse, words)
        }
        let charset = Charset.ofLocale(environment: { environment[$0] }, isASCIIAsked: ascii)
        let desk = try Desk(flags, .create)
        var source = ModelSource(desk)
        let model = try source.model(notice: notice(desk))
        try desk.look(at: .school, page: "dashboard")
        let program = try DashboardProgram(source, Session(model), charset: charset)
        // Signals are held back before the terminal is taken, so that none leaves it half taken.
        guard let input = TerminalInput(),
            let screen = CursesSurface(noColour: environment["NO_COLOR"])
        else { throw Failure(Failure.fault, "this terminal cannot be taken") }
        let isForced = environment["SSH_ORIGINAL_COMMAND"] != nil
        var loop = Loop(program, on: screen, input: input, canSuspend: !isForced)
        let ending = loop.run()
        input.close()
        desk.store.close()
        switch ending {
        case .quit: break
        case .hangUp: throw ExitCode(128 + SIGHUP)
        case .terminated(let signal): throw ExitCode(128 + signal)
        }
    }

    private func notice(_ desk: Desk) -> String? {
        if desk.store.isReadOnly { return "This store is read-only: looks are not on record." }
        return flags.today.map { _ in "As of \(desk.today.long)" }
    }
}
