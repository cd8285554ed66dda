import ArgumentParser
import Domain
import Exchange
import Store

struct HistoryCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "history", abstract: "Who changed what, of one child or of the school.")

    @OptionGroup var global: GlobalFlags

    @Argument(help: "pupil:K017, staff:S01, fund:F1 or school; a bare admission number is a pupil.")
    var subject: String?

    @Flag(help: "With every field that was changed, what stood there and what stands now.")
    var full = false

    @Flag(help: "Print JSON.")
    var json = false

    func run() throws {
        let workspace = try Workspace(global.flags, .existing)
        let clearance = try workspace.clearance()
        try workspace.require(clearance.holds(.history))
        let subject = subject.map(Subject.init(argument:))
        let entries = try workspace.store.read { snapshot in
            if let ref = subject?.pupil,
                snapshot.record(RecordKey(kind: .pupils, parts: [ref.text])) == nil
            {
                throw Failure.notThere("pupil", ref.text)
            }
            let entries = try snapshot.history(of: subject)
            guard full else { return entries }
            return try entries.map {
                try snapshot.detailed($0, of: subject?.pupil, seenBy: clearance)
            }
        }
        try workspace.look(at: subject ?? .school, page: "history")
        if json {
            Console.say(
                json: JSON.list(
                    entries.map { entry in
                        .object(
                            entry.json
                                + (full ? [("records", .list(entry.steps.map(\.json)))] : []))
                    }
                ).written)
        } else {
            Console.say(
                workspace.invented
                    + (entries.isEmpty ? ["nothing has been changed yet"] : [])
                    + entries.flatMap { [$0.line] + $0.steps.flatMap(\.lines) })
        }
    }
}

struct UndoCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "undo",
        abstract: "Take back a change: your own last one, or any by its number.")

    @OptionGroup var global: GlobalFlags

    @Argument(help: "The number of a change, as cksw history shows it.")
    var change: Int64?

    @Flag(help: "Print what would come back, and change nothing.")
    var dryRun = false

    func run() throws {
        let workspace = try Workspace(global.flags, .existing)
        if let change { try workspace.requireHistory(of: ChangeNumber(rawValue: change)) }
        guard !dryRun else { return Console.say(try preview(workspace)) }
        let done =
            if let change {
                try workspace.store.undo(
                    ChangeNumber(rawValue: change), by: workspace.actor, at: Clock.now)
                    as Store.Reversed?
            } else {
                try workspace.store.undo(by: workspace.actor, at: Clock.now)
            }
        guard let done else { return Console.say(["nothing to undo"]) }
        Console.say(["undone: \(done.of.line)"])
    }

    private func preview(_ workspace: Workspace) throws -> [String] {
        try workspace.lines(orSay: "nothing to undo") { snapshot in
            if let change {
                try snapshot.undoPreview(ChangeNumber(rawValue: change))
            } else {
                try snapshot.undoPreview(by: workspace.actor)
            }
        }
    }
}

struct RedoCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "redo", abstract: "Make your own last undone change again.")

    @OptionGroup var global: GlobalFlags

    @Flag(help: "Print what would come back, and change nothing.")
    var dryRun = false

    func run() throws {
        let workspace = try Workspace(global.flags, .existing)
        guard !dryRun else {
            let lines = try workspace.lines(orSay: "nothing to redo") {
                try $0.redoPreview(by: workspace.actor)
            }
            return Console.say(lines)
        }
        guard let done = try workspace.store.redo(by: workspace.actor, at: Clock.now) else {
            return Console.say(["nothing to redo"])
        }
        Console.say(["redone: \(done.of.line)"])
    }
}

extension Workspace {
    /// Another's change is found in the history, which is not for everyone: whoever may not read it
    /// is told nothing of one, not even that there is one.
    fileprivate func requireHistory(of change: ChangeNumber) throws {
        guard try !clearance().holds(.history) else { return }
        let isOwn = try store.read { snapshot in
            try snapshot.lastChange() >= change && change > .none
                && snapshot.entry(change).by == actor.login
        }
        try require(isOwn)
    }

    /// What an undo or redo would bring back, as far as it is for the person to see.
    fileprivate func lines(
        orSay nothing: String, _ find: (Snapshot) throws -> Reversal?
    ) throws -> [String] {
        let clearance = try clearance()
        let found = try store.read { snapshot in
            try find(snapshot).map { try snapshot.visible($0, to: clearance) }
        }
        guard let found else { return [nothing] }
        try look(at: found.of.subject, page: "undo")
        return invented + found.lines
    }
}
