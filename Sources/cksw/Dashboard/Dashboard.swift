import ArgumentParser
import Domain
import Exchange
import Glibc
import Store
import Terminal
import ViewModels

/// Opens the dashboard and stays until the person leaves it.
struct Dashboard {
    var flags: Flags
    var isASCII: Bool
    /// The colours for this time; `nil` for those that the person keeps.
    var theme: ThemeChoice?
    var idle = IdleTimes()

    func run() throws {
        let isTTY = isatty(STDIN_FILENO) == 1 && isatty(STDOUT_FILENO) == 1
        if let words = TerminalKind.refusal(term: Environment["TERM"], isTTY: isTTY) {
            throw Failure(Failure.wrongUse, words)
        }
        TerminalGuard.start()
        let core = OtherCore()
        let charset = Charset.ofLocale(environment: { Environment[$0] }, isASCIIAsked: isASCII)
        let workspace = try Workspace(flags, .create)
        var source = ModelSource(workspace, beside: core)
        let model = try source.model(
            notice: workspace.notice(today: flags.today), rosterLater: true)
        var session = Session(model, now: try workspace.nowView())
        // A store without pupils must not look like a school where all is well.
        if model.setup?.pupils == 0, model.access.allows(.settingUp) { session.openSettingUp() }
        if !workspace.actor.isKeeper { try workspace.look(at: .school, page: "dashboard") }
        // Signals are held back before the terminal is taken, so that none leaves it half taken.
        let theme = try theme ?? workspace.theme()
        let untaken = Failure(Failure.fault, "this terminal cannot be taken")
        guard let input = TerminalInput() else { throw untaken }
        let desk = RehearsalDesk(on: core, waking: input.waker)
        let program = try DashboardProgram(source, session, charset: charset, desk: desk)
        guard let screen = CursesSurface(theme, environment: { Environment[$0] })
        else { throw untaken }
        var loop = Loop(
            program, on: screen, input: input, canSuspend: !FixedSession.isOn, idle: idle)
        let ending = loop.run()
        desk.close()
        input.close()
        workspace.store.close()
        switch ending {
        case .quit: break
        case .hangUp: throw ExitCode(128 + SIGHUP)
        case .terminated(let signal): throw ExitCode(128 + signal)
        case .abandoned:
            Console.say([
                "Left after \(idle.end / 60) minutes without a key; what was typed is kept."
            ])
        }
    }
}
