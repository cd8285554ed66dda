import ArgumentParser
import Domain
import Exchange
import Store

struct RetentionCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "retention",
        abstract:
            "What is due for deletion and why; deletion by two people; what has been deleted.",
        subcommands: [List.self, Propose.self, Confirm.self, Hold.self, Deleted.self],
        defaultSubcommand: List.self)

    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "list", abstract: "What is due for deletion, and why.")

        @OptionGroup var global: GlobalFlags

        @Flag(help: "What is to be kept longer too, with its dates.")
        var all = false

        @Flag(help: "Print JSON.")
        var json = false

        func run() throws {
            let workspace = try RetentionRun(global.flags)
            let items = workspace.items.filter { all || $0.isDue(on: workspace.today) }
            try workspace.look("retention")
            if json {
                Console.say(json: JSON.list(items.map(workspace.json)).written)
            } else {
                Console.say(
                    workspace.heading
                        + (items.isEmpty
                            ? ["nothing is due for deletion"] : items.map(workspace.line)))
            }
        }
    }

    struct Propose: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "propose",
            abstract: "Propose to delete a part that is due; another person has to confirm it.")

        @OptionGroup var global: GlobalFlags
        @OptionGroup var part: PartFlags

        func run() throws {
            let workspace = try RetentionRun(global.flags)
            let item = try workspace.item(part)
            _ = try workspace.store.proposeDeletion(
                of: item, by: workspace.actor, on: workspace.today, at: Clock.now)
            Console.say([
                "\(item.id): proposed; another head or DSL confirms it with cksw retention confirm "
                    + item.id
            ])
        }
    }

    struct Confirm: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "confirm",
            abstract: "Delete for good what another person has proposed (head or DSL).")

        @OptionGroup var global: GlobalFlags
        @OptionGroup var part: PartFlags

        func run() throws {
            let workspace = try RetentionRun(global.flags)
            let item = try workspace.item(part)
            let change = try workspace.store.confirmDeletion(
                of: item, by: workspace.actor, on: workspace.today, at: Clock.now)
            let proof = try workspace.store.read { try $0.deletions() }.first {
                $0.change == change
            }
            Console.say(["\(item.id): deleted"] + (proof.map { [$0.line] } ?? []))
        }
    }

    struct Hold: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "hold",
            abstract: "Keep everything, whatever is due, for a reason such as an inquiry.")

        @OptionGroup var global: GlobalFlags

        @Argument(help: "The reason.")
        var reason: String?

        @Flag(help: "Lift what was held.")
        var lift = false

        func validate() throws {
            guard (reason == nil) == lift else {
                throw ValidationError("name a reason, or say --lift")
            }
        }

        func run() throws {
            let workspace = try RetentionRun(global.flags)
            _ = try workspace.store.setDeletionHold(
                reason, by: workspace.actor, on: workspace.today, at: Clock.now)
            Console.say([reason.map { "all is kept: \($0)" } ?? "nothing is held any more"])
        }
    }

    struct Deleted: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "deleted", abstract: "The proof of what has been deleted.")

        @OptionGroup var global: GlobalFlags

        @Flag(help: "Print JSON.")
        var json = false

        func run() throws {
            let workspace = try RetentionRun(global.flags)
            let proofs = try workspace.store.read { try $0.deletions() }
            if json {
                Console.say(json: JSON.list(proofs.map(\.json)).written)
            } else {
                Console.say(proofs.isEmpty ? ["nothing has been deleted"] : proofs.map(\.line))
            }
        }
    }
}

/// Which part of what is held about which child.
struct PartFlags: ParsableArguments {
    @Argument(help: "The child's admission number.")
    var pupil: String

    @Argument(help: "file, name, marks YEAR or accounts YEAR, as cksw retention lists them.")
    var part: [String]
}

extension DeletionProof {
    /// `57  Thu 26 Nov 2026  khan  K017: file: …  4f2c…`.
    fileprivate var line: String {
        "\(change)  \(at.londonDay.long)  \(by)  \(pupil): \(words)  \(hash)"
    }

    fileprivate var json: JSON {
        .object([
            ("change", .number(Int(change.rawValue))), ("at", .text(at.iso)), ("by", .text(by)),
            ("pupil", .text(pupil.text)), ("what", .text(words)), ("hash", .text(hash)),
        ])
    }
}
