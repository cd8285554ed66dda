import ArgumentParser
import Domain
import Exchange
import Foundation
import Store

struct RecordCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "record", abstract: "Record something: what each key of the dashboard does.",
        discussion: """
            cksw record ACTION --help lists the options of an action: the bundle's columns with - \
            for _. Ids are made where missing; dates may be in words (today, fri, 23 nov). A text \
            given as - is read from standard input, and so stands in no list of processes.
            Actions: \(ActionID.withFields.map(\.rawValue).joined(separator: ", ")), correct FILE.
            """)

    @Argument(
        parsing: .captureForPassthrough,
        help: "The action, then its options: --pupil K017 --planned-for 2026-12-01 …",
        completion: Completions.actions)
    var words: [String] = []

    func run() throws {
        guard let action = words.first, action != "--help", action != "-h" else {
            return Console.say(Self.helpMessage().components(separatedBy: "\n"))
        }
        let (spec, rest) = try Self.specification(action, words.dropFirst())
        let options = try RecordOptions(spec, Array(rest))
        guard !options.wantsHelp else { return Console.say(spec.helpLines) }
        try record(spec, options)
    }

    /// The specification that the first words name; a correction names the file of its record too.
    private static func specification(
        _ action: String, _ rest: ArraySlice<String>
    ) throws -> (ActionSpec, ArraySlice<String>) {
        guard action == ActionID.correct.rawValue else {
            guard let spec = ActionID(rawValue: action).flatMap(ActionSpec.of) else {
                throw Failure.unknown("action", action)
            }
            return (spec, rest)
        }
        let kind = rest.first.map { $0.hasSuffix(".csv") ? String($0.dropLast(4)) : $0 }
        guard let kind, let spec = RecordKind(rawValue: kind).flatMap(ActionSpec.correction) else {
            throw Failure(
                Failure.wrongUse,
                "record correct needs a file of the bundle, such as contacts, then its options")
        }
        return (spec, rest.dropFirst())
    }

    private func record(_ spec: ActionSpec, _ options: RecordOptions) throws {
        let workspace = try Workspace(options.flags, .existing)
        let clearance = try workspace.clearance()
        try workspace.require(clearance.records(spec.id))
        let whole = try workspace.wholeFacts()
        let context = workspace.commandContext(clearance.sight(of: whole))
        let command: Command
        do {
            command = try spec.command(options.entries, in: context)
        } catch {
            throw Failure(error, spec)
        }
        let turning = TurnedDuties.preview(
            command, whole, on: workspace.today, under: workspace.pack, for: clearance)
        let change = try workspace.store.apply(command, by: workspace.actor, at: Clock.now)
        report(command, change, turning.turned, json: options.json)
    }

    private func report(
        _ command: Command, _ change: ChangeNumber?, _ turned: [TurnedDuty], json: Bool
    ) {
        let id = command.recordID
        if json {
            let rows = turned.map(\.json)
            Console.say(
                json: JSON.object([
                    ("id", .text(orNull: id)),
                    ("change", .number(orNull: change.map { Int($0.rawValue) })),
                    ("turned", .list(change == nil ? [] : rows)),
                ]).written)
        } else if change == nil {
            Console.say(["nothing changed: it stood so already"])
        } else {
            Console.say(
                [id ?? command.subject.text]
                    + turned.map {
                        "\($0.id.text): \($0.before?.rawValue ?? "none") → "
                            + "\($0.after?.rawValue ?? "none")"
                    })
        }
    }
}

/// The options behind `cksw record ACTION`.
private struct RecordOptions {
    var entries = Entries()
    var flags = Flags()
    var json = false
    var wantsHelp = false

    init(_ spec: ActionSpec, _ words: [String]) throws {
        var global: [String] = []
        var rest = words[...]
        while let word = rest.popFirst() {
            if word == "--json" {
                json = true
            } else if word == "--help" || word == "-h" {
                wantsHelp = true
            } else {
                guard word.hasPrefix("--") else {
                    throw Failure(
                        Failure.wrongUse,
                        "\(VisibleText.of(word)): is no option; options of \(spec.id.rawValue) begin "
                            + "with --")
                }
                let parts = word.dropFirst(2).split(
                    separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
                let name = String(parts[0])
                guard let value = parts.count == 2 ? String(parts[1]) : rest.popFirst() else {
                    throw Failure(Failure.wrongUse, "--\(name): needs a value")
                }
                if GlobalFlags.takes(name) {
                    global += ["--\(name)", value]
                } else {
                    try add(value, to: name, of: spec)
                }
            }
        }
        flags = try GlobalFlags.parse(global).flags
    }

    private mutating func add(_ value: String, to option: String, of spec: ActionSpec) throws {
        guard let field = spec.fields.first(where: { $0.option == option }) else {
            throw Failure(
                Failure.wrongUse,
                "--\(VisibleText.of(option)): \(spec.id.rawValue) has no such option; see cksw record "
                    + "\(spec.id.rawValue) --help")
        }
        guard field.isRepeated || entries[all: field.name].isEmpty else {
            throw Failure(Failure.wrongUse, "--\(option): is given twice")
        }
        entries[all: field.name] += [try Self.given(value, field)]
    }

    /// A text that is given as `-` comes from standard input, so that it stands in no list of
    /// processes and in no shell's history.
    private static func given(_ value: String, _ field: FieldSpec) throws -> String {
        guard value == "-", case .text = field.kind else { return value }
        let mostBytes = 1 << 20
        let bytes = try FileHandle.standardInput.read(upToCount: mostBytes) ?? Data()
        guard let text = String(bytes: bytes, encoding: .utf8) else {
            throw Failure(Failure.badData, "--\(field.option): what came in is no UTF-8")
        }
        return text.last == "\n" ? String(text.dropLast()) : text
    }
}

extension ActionSpec {
    /// What `--help` says of one action.
    fileprivate var helpLines: [String] {
        ["cksw record \(id.rawValue): \(title)", help, ""]
            + fields.map { field in
                "  --\(field.option)  \(field.label)\(field.isRequired ? " (needed)" : "")"
                    + (field.usage.isEmpty ? "" : ": \(field.usage)")
                    + (field.isRepeated ? " (may be repeated)" : "")
            } + ["  --json  Print JSON."]
    }
}

extension FieldSpec {
    /// What it takes, as the command line takes it.
    fileprivate var usage: String { onCommandLine.isEmpty ? hint : onCommandLine }
}

extension Command {
    /// The id of the record that it is about: of the first that it puts, else takes away.
    fileprivate var recordID: String? {
        let put = changes.compactMap { change in
            if case .put(let record) = change { record.key } else { nil }
        }
        let removed = changes.compactMap { change in
            if case .remove(let key) = change { key } else { nil }
        }
        return (put + removed).first?.description
    }
}

extension Failure {
    /// Entries that were refused: an option that there is not is wrong use, a record that is not
    /// there is missing input, the rest is bad data.
    fileprivate init(_ error: EntryFaults, _ spec: ActionSpec) {
        let causes = error.faults.map(\.cause)
        let status: Int32 =
            if causes.contains(.noSuchField) || causes.contains(.missing) {
                Self.wrongUse
            } else {
                causes.contains(.noSuchRecord) ? Self.noInput : Self.badData
            }
        self.init(
            status: status,
            lines: error.faults.map { fault in
                let option = spec.field(fault.field)?.option ?? fault.field
                return "--\(option): \(fault.problem)"
                    + (fault.found.isEmpty ? "" : ": \(VisibleText.of(fault.found))")
            })
    }
}
