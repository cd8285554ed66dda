import ArgumentParser
import Domain
import Exchange
import Foundation

/// Domain has options too, those of a field; in this room the word means the command line's.
typealias Option = ArgumentParser.Option

/// The options that every command takes.
struct GlobalFlags: ParsableArguments {
    @OptionGroup var store: StoreFlags

    @Option(help: "Show what was known at the end of this day; nothing can be changed then.")
    var known: String?

    private static let names: Set<String> = ["--db", "--today", "--known", "--as", "--pack"]

    /// The arguments with these options behind the subcommand, where its parser looks for them.
    static func moved(_ arguments: [String]) -> [String] {
        var leading: [String] = []
        var rest = arguments[...]
        while let first = rest.first, isOurs(first) || first == FixedSession.flag {
            leading.append(rest.removeFirst())
            if names.contains(first), let value = rest.first {
                leading.append(value)
                rest = rest.dropFirst()
            }
        }
        guard !leading.isEmpty else { return arguments }
        let end = rest.firstIndex(of: "--") ?? rest.endIndex
        return Array(rest[..<end]) + leading + Array(rest[end...])
    }

    /// Whether an option of this name, without its dashes, is one of these.
    static func takes(_ name: String) -> Bool { names.contains("--" + name) }

    private static func isOurs(_ argument: String) -> Bool {
        names.contains(argument) || names.contains { argument.hasPrefix($0 + "=") }
    }

    var flags: Flags {
        var flags = store.flags
        flags.known = known
        return flags
    }
}

/// The options of a command that works at a store as it is now.
struct StoreFlags: ParsableArguments {
    @Option(
        name: .customLong("db"),
        help: "The store's file (default: $CKSW_DB, else ~/.local/share/cksw/cksw.db).",
        completion: .file())
    var database: String?

    @Option(help: "The day on which the rules are judged, such as 2026-11-23 (default: today).")
    var today: String?

    @Option(name: .customLong("as"), help: "The login of the person who acts.")
    var login: String?

    // Read by `FixedSession` before any option is parsed; stands here for the help.
    @ArgumentParser.Flag(
        help: "For a forced command: no way out of the dashboard, and files from the inbox alone.")
    var fixed = false

    @Option(
        name: .customLong("pack"),
        help:
            "The policy: \(PackLoader.names.joined(separator: ", ")) or a file (default: $CKSW_PACK).",
        completion: Completions.packs)
    var policy: String?

    var flags: Flags {
        Flags(database: database, today: today, login: login, policy: policy)
    }
}

/// What the global options come to.
struct Flags {
    var database: String?
    var today: String?
    var known: String?
    var login: String?
    var policy: String?

    /// The policy that is asked for, else that of the setting, else the first that travels inside.
    func pack() throws(PackFault) -> PolicyPack {
        guard let packName else { return PackLoader.builtIn }
        return try PackLoader.load(packName)
    }

    /// What was asked for; `nil` for the pack that travels inside.
    var packName: String? {
        policy ?? Environment["CKSW_PACK"].flatMap { $0.isEmpty ? nil : $0 }
    }

    /// The day given, else London's today.
    func day() throws -> Day {
        try today.map { try Self.day($0, of: "--today") } ?? Clock.now.londonDay
    }

    /// The day at whose end the store is wanted as it was known; `nil` for the present.
    func knownDay() throws -> Day? { try known.map { try Self.day($0, of: "--known") } }

    private static func day(_ text: String, of option: String) throws -> Day {
        guard let day = Day(iso: text), (1900...2200).contains(day.year) else {
            throw Failure(
                Failure.wrongUse,
                "\(option): \(VisibleText.of(text)) is no date; write it like 2026-11-23")
        }
        return day
    }

    /// The path of the store.
    func storePath() -> String {
        if let database { return database }
        if let path = Environment["CKSW_DB"], !path.isEmpty { return path }
        return Self.dataFolder + "/cksw.db"
    }

    /// The path of the demo store: beside the default one unless named.
    func demoPath() -> String { database ?? Self.dataFolder + "/demo.db" }

    private static var dataFolder: String {
        if let data = Environment["XDG_DATA_HOME"], data.hasPrefix("/") { return data + "/cksw" }
        return (Environment["HOME"] ?? NSHomeDirectory()) + "/.local/share/cksw"
    }
}

/// The one place that reads the system's clock.
enum Clock {
    static var now: Instant { Instant(seconds: Int64(time(nil))) }
}

/// The process's environment.
enum Environment {
    static subscript(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }
}
