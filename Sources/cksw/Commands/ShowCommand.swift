import ArgumentParser
import Domain
import Exchange
import Store
import Terminal
import ViewModels

struct ShowCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Any page of the dashboard as labelled lines.",
        discussion: "Pages: \(PageName.usage.joined(separator: "; ")). Kinds of a chronology: "
            + ChronologyEntry.Kind.allCases.map(\.rawValue).joined(separator: ", ") + ".")

    @OptionGroup var global: GlobalFlags

    @Argument(help: "The page, and what it needs.", completion: Completions.pages)
    var page: [String]

    @Flag(help: "Labelled lines, the only form there is.")
    var plain = false

    func run() throws {
        guard let name = PageName(words: page) else {
            throw Failure.unknown("page", page.joined(separator: " "))
        }
        let workspace = try Workspace(global.flags, .existing)
        if let duty = name.duty, workspace.pack.rule(duty.rule) == nil {
            throw Failure.unknown("rule", duty.rule.rawValue)
        }
        var source = ModelSource(workspace)
        let model = try source.model(notice: workspace.notice(today: global.flags.today))
        try workspace.require(model.access.allows(name))
        var session = Session(model, first: name, now: try workspace.nowView())
        guard session.pageName == name else {
            throw Failure.notThere("page", page.joined(separator: " "))
        }
        if let part = name.journal { session.show(try workspace.entries(of: part), of: part) }
        if let start = session.toRehearse {
            ProgressLine.show("rehearsing", workspace.pack.name)
            if let year = start.played(while: { true }) { session.show(year: year) }
            ProgressLine.clear()
        }
        if workspace.store.known == nil { session.show(unread: try workspace.unread()) }
        // Tall enough that nothing is left for a second screen.
        let shown = session.page(size: Size(columns: 160, rows: 100_000))
        try workspace.look(at: shown.subject.map { .pupil($0) } ?? .school, page: name.id)
        Console.say(LinearRenderer.lines(of: shown))
    }
}
