import ArgumentParser
import Domain
import Store
import ViewModels

struct ThemeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "theme", abstract: "Keep the colours in which you want the dashboard.",
        discussion: """
            dark and light are for a dark and a light background, mono does without colours, and auto \
            goes by what the terminal says of itself. It is kept for you alone; cksw undo takes it \
            back, and cksw --theme is for one time. NO_COLOR in the environment outdoes them all.
            """)

    @OptionGroup var global: GlobalFlags

    @Argument(help: "dark, light, mono or auto; without it, what is kept is said.")
    var theme: ThemeChoice?

    func run() throws {
        let workspace = try Workspace(global.flags, .existing)
        guard let theme else {
            Console.say(["colours: \(try workspace.theme().words)"])
            return
        }
        let change = try workspace.keep(theme)
        Console.say([
            change == nil ? "it stood so already" : "the dashboard is drawn \(theme.words)"
        ])
    }
}

extension ThemeChoice: ExpressibleByArgument {}

extension Workspace {
    /// The colours that the person who acts has chosen.
    func theme() throws -> ThemeChoice {
        let kept = try store.present.read { try $0.preference(.theme, of: actor.login) }
        return kept.flatMap(ThemeChoice.init) ?? .auto
    }

    /// Keeps the colours that the person who acts wants.
    ///
    /// - Returns: `nil` where they were kept already.
    func keep(_ theme: ThemeChoice) throws -> ChangeNumber? {
        try store.prefer(
            .theme, theme == .auto ? nil : theme.rawValue, by: actor, at: Clock.now)
    }
}
