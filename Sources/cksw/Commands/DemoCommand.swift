import ArgumentParser
import Demo
import Domain
import Exchange
import Store

struct DemoCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "demo", abstract: "Make an invented school in the demo store.",
        discussion: """
            The school keeps its policy well, and a few things are late by days, whatever school day \
            it is. With --story busy it is a school in which every state of a duty is on show at once.
            """)

    @OptionGroup var store: StoreFlags

    @Option(help: "How many pupils, from 1 to 100000.")
    var pupils = 180

    @Option(
        help: ArgumentHelp(
            "How many of them are known to a social worker (default: as in life).",
            valueName: "children"))
    var known: Int?

    @Option(help: "The same number and day give the same school.")
    var seed: UInt64 = 2026

    @Option(help: "How the school does: kept or busy.")
    var story: SchoolStory = .kept

    @Flag(help: "Replace the demo store that stands there; no other store is ever replaced.")
    var force = false

    func run() throws {
        guard (1...100_000).contains(pupils) else {
            throw Failure(Failure.wrongUse, "--pupils: \(pupils) is not from 1 to 100000")
        }
        if let known, !(1...pupils).contains(known) {
            throw Failure(Failure.wrongUse, "--known: \(known) is not from 1 to \(pupils)")
        }
        let flags = store.flags
        let pack = try flags.pack()
        let school = DemoSchool(
            pupils: pupils, known: known, seed: seed, today: try flags.day(), pack: pack,
            story: story)
        let made: Store
        do {
            made = try Store.createDemo(at: flags.demoPath(), replacing: force)
        } catch StoreError.alreadyThere(let path) {
            throw Failure(Failure.cannotWrite, alreadyThere(path))
        }
        let keeper = Actor(login: Workspace.systemLogin, isKeeper: true)
        _ = try made.apply(school.command(), by: keeper, at: Clock.now)
        Console.say([
            "INVENTED PUPILS: \(pupils) of them, in \(made.path)",
            "open them with: cksw --db \(made.path)",
        ])
        made.close()
    }

    private func alreadyThere(_ path: String) -> String {
        force
            ? "\(path): this is no demo store and is never replaced"
            : "\(path): something stands here already; cksw demo --force makes a demo store anew"
    }
}

extension SchoolStory: ExpressibleByArgument {}
