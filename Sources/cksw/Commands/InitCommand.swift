import ArgumentParser
import Domain
import Foundation
import Store
import ViewModels

struct InitCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "init",
        abstract: "The steps of setting up a school, each with its state and command.",
        discussion: """
            The dashboard shows the same steps under the key S. Nothing is made or changed: of a \
            store that is not there yet every step is to do.
            """)

    @OptionGroup var global: GlobalFlags

    @Flag(help: "Print JSON.")
    var json = false

    func run() throws {
        let flags = global.flags
        guard FileManager.default.fileExists(atPath: flags.storePath()) else {
            return try say(
                SetupFacts(), for: .keeper(on: flags.day()), on: flags.day(), under: flags.pack())
        }
        let workspace = try Workspace(flags, .existing)
        let clearance = try workspace.clearance()
        try workspace.require(SetupStep.allCases.contains { $0.isFor(clearance) })
        if let known = try flags.knownDay() { throw StoreError.asKnown(on: known) }
        try workspace.look(at: .school, page: "setting-up")
        try say(
            try workspace.store.read { try $0.setupFacts(on: workspace.today) }, for: clearance,
            on: workspace.today, under: workspace.pack)
    }

    private func say(
        _ facts: SetupFacts, for clearance: Clearance, on today: Day, under pack: PolicyPack
    ) throws {
        let lines = facts.lines(for: clearance)
        guard !json else {
            return Console.say(
                json: JSON.list(lines.map { $0.json(on: today, under: pack) }).written)
        }
        let done = lines.count { $0.state == .done }
        Console.say(
            ["Setting up: \(done) of \(lines.count) steps are done."]
                + lines.flatMap { line -> [String] in
                    let what = facts.words(of: line.step, on: today)
                    let state = line.words { $0 }
                    let title = "\(line.step.number). \(line.step.title): \(state)"
                    let command = line.step.command(on: today, under: pack)
                    return [what.isEmpty ? title : "\(title) (\(what))"]
                        + (line.state == .done ? [] : ["    \(command)"])
                })
    }
}

extension SetupLine {
    fileprivate func json(on today: Day, under pack: PolicyPack) -> JSON {
        .object([
            ("step", .text(step.rawValue)), ("done", .bool(state == .done)),
            ("action", .text(step.action.rawValue)),
            ("command", .text(step.command(on: today, under: pack))),
        ])
    }
}
