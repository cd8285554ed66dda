import ArgumentParser

struct DashboardCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "dashboard", abstract: "Open the dashboard (what cksw does by itself).")

    @OptionGroup var global: GlobalFlags

    @Flag(help: "Draw with ASCII alone.")
    var ascii = false

    func run() throws { try Dashboard(flags: global.flags, isASCII: ascii).run() }

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
            guard let value = rest.popFirst(), !value.hasPrefix("-") else { return nil }
            switch word {
            case "--db": dashboard.flags.database = value
            case "--today": dashboard.flags.today = value
            case "--known": dashboard.flags.known = value
            case "--as": dashboard.flags.login = value
            default: return nil
            }
        }
        return dashboard
    }
}
