import ArgumentParser
import Terminal
import ViewModels

struct DashboardCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "dashboard", abstract: "Open the dashboard (what cksw does by itself).")

    @OptionGroup var global: GlobalFlags

    @Flag(help: "Draw with ASCII alone.")
    var ascii = false

    @Option(help: "The colours, this time: dark, light, mono or auto (cksw theme keeps them).")
    var theme: ThemeChoice?

    @Option(help: "Minutes without a key after which the screen hides itself, 1 to 60.")
    var blankAfter = IdleTimes().blank / 60

    @Option(help: "Minutes without a key after which the program ends, 1 to 480.")
    var endAfter = IdleTimes().end / 60

    func run() throws {
        guard (1...60).contains(blankAfter), (1...480).contains(endAfter) else {
            throw Failure(
                Failure.wrongUse, "--blank-after is 1 to 60 minutes, --end-after 1 to 480")
        }
        let idle = IdleTimes(blank: blankAfter * 60, end: endAfter * 60)
        try Dashboard(flags: global.flags, isASCII: ascii, theme: theme, idle: idle).run()
    }

    /// The dashboard that these arguments ask for, where they are plain enough to read at a glance;
    /// the parser of the other commands takes longer than all the rest of a start.
    static func glance(at arguments: [String]) -> Dashboard? {
        var dashboard = Dashboard(flags: Flags(), isASCII: false)
        var rest = arguments[...]
        while let word = rest.popFirst() {
            if word == "--ascii" {
                dashboard.isASCII = true
                continue
            }
            // Read by `FixedSession` before anything else.
            if word == FixedSession.flag { continue }
            guard let value = rest.popFirst(), !value.hasPrefix("-") else { return nil }
            switch word {
            case "--db": dashboard.flags.database = value
            case "--today": dashboard.flags.today = value
            case "--known": dashboard.flags.known = value
            case "--as": dashboard.flags.login = value
            case "--pack": dashboard.flags.policy = value
            case "--theme":
                guard let theme = ThemeChoice(rawValue: value) else { return nil }
                dashboard.theme = theme
            default: return nil
            }
        }
        return dashboard
    }
}
