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

    @Flag(help: "Print JSON.")
    var json = false

    func run() throws {
        let desk = try Desk(global.flags, .existing)
        try desk.require(try desk.clearance().holds(.history))
        let subject = subject.map { Subject($0) ?? .pupil(PupilRef($0)) }
        let entries = try desk.store.read { snapshot in
            if let ref = subject?.pupil,
                snapshot.record(RecordKey(kind: .pupils, parts: [ref.text])) == nil
            {
                throw Failure.notThere("pupil", ref.text)
            }
            return try snapshot.history(of: subject)
        }
        try desk.look(at: subject ?? .school, page: "history")
        if json {
            Console.say(json: JSON.list(entries.map(\.json)).written)
        } else {
            Console.say(
                desk.invented
                    + (entries.isEmpty ? ["nothing has been changed yet"] : entries.map(\.line)))
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

    func run() throws {
        let desk = try Desk(global.flags, .existing)
        let done =
            if let change {
                try desk.store.undo(
                    ChangeNumber(rawValue: change), by: desk.actor, at: Clock.now)
                    as Store.Reversal?
            } else {
                try desk.store.undo(by: desk.actor, at: Clock.now)
            }
        guard let done else { return Console.say(["nothing to undo"]) }
        Console.say(["undone: \(done.of.line)"])
    }
}

struct RedoCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "redo", abstract: "Make your own last undone change again.")

    @OptionGroup var global: GlobalFlags

    func run() throws {
        let desk = try Desk(global.flags, .existing)
        guard let done = try desk.store.redo(by: desk.actor, at: Clock.now) else {
            return Console.say(["nothing to redo"])
        }
        Console.say(["redone: \(done.of.line)"])
    }
}

extension HistoryEntry {
    fileprivate var json: JSON {
        .object([
            ("change", .number(Int(change.rawValue))), ("at", .text(at.iso)), ("by", .text(by)),
            ("action", .text(action)), ("subject", .text(subject.text)),
            ("undone", .bool(isUndone)),
        ])
    }

    /// `12  Mon 23 Nov 2026 09:31  osei  contact pupil:K017`.
    fileprivate var line: String {
        "\(change)  \(at.londonDay.long) \(at.londonClock)  \(by)  \(action) \(subject.text)"
            + (undoes.map { " of \($0)" } ?? "") + (isUndone ? "  (undone)" : "")
    }
}
