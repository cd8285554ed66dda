import Domain
import Foundation
import GRDB
import Store

/// The second process of the store's tests: it holds a store, or writes to it until it is killed.
@main
enum StoreProbe {
    static func main() throws {
        let arguments = CommandLine.arguments
        guard arguments.count == 3 else { return }
        switch arguments[1] {
        case "hold": try hold(arguments[2], "BEGIN IMMEDIATE")
        case "hold-all": try hold(arguments[2], "PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE")
        case "open": try open(arguments[2])
        case "contact": try contact(arguments[2])
        case "write": try write(arguments[2])
        case "import": try importPupils(arguments[2])
        default: break
        }
    }

    /// Holds the store as another program would, until standard input ends.
    private static func hold(_ path: String, _ lock: String) throws {
        let queue = try DatabaseQueue(path: path)
        try queue.writeWithoutTransaction { database in
            try database.execute(sql: lock)
            say("held")
            _ = readLine()
            try database.execute(sql: "ROLLBACK")
        }
    }

    /// Has the store open, as a dashboard does, until standard input ends.
    private static func open(_ path: String) throws {
        let store = try Store.open(at: path, .existing)
        _ = try store.dataVersion()
        _ = try store.read { try $0.lastChange() }
        say("open")
        _ = readLine()
        store.close()
    }

    private static func contact(_ path: String) throws {
        let store = try Store.open(at: path, .existing)
        _ = try store.apply(call(1), by: me, at: Instant(seconds: 1_800_000_000))
        say("done")
    }

    /// Logs one call after the other, and says the number of each that is on record.
    private static func write(_ path: String) throws {
        let store = try Store.open(at: path, .existing)
        for number in 1... {
            _ = try store.apply(
                call(number), by: me, at: Instant(seconds: 1_800_000_000 + Int64(number)))
            say(String(number))
        }
    }

    /// Imports three thousand children in one step, and says when it begins.
    private static func importPupils(_ path: String) throws {
        let store = try Store.open(at: path, .existing)
        let pupils = try (0..<3000).map { number in
            RecordChange.put(
                try Record(
                    .pupils,
                    [
                        "pupil": "N\(number)", "surname": "Ó Dálaigh", "forename": "Siân",
                        "born": "2020-02-29", "year_group": "R", "admitted": "2024-09-02",
                    ]))
        }
        say("begun")
        _ = try store.apply(
            Command(action: "import-bundle", subject: .school, changes: pupils), by: me,
            at: Instant(seconds: 1_800_000_000))
        say("done")
    }

    private static let me = Actor(login: "probe", isKeeper: true)

    private static func call(_ number: Int) throws -> Command {
        let contact = try Record(
            .contacts,
            [
                "contact_id": "X\(number)", "pupil": "K001", "at": "2026-11-23T09:22:00Z",
                "with": "carer", "how": "phone", "staff": "S01", "about": "attendance",
                "summary": "Spoke, agreed a plan",
            ])
        return Command(
            action: "contact", subject: .pupil(PupilRef("K001")), changes: [.put(contact)])
    }

    private static func say(_ word: String) {
        // Written at once, past every buffer: who waits for it reads a pipe.
        FileHandle.standardOutput.write(Data("\(word)\n".utf8))
    }
}
