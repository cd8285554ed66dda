import ArgumentParser
import Domain
import Exchange
import Foundation
import Store

struct BackupCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup",
        abstract: "Write an encrypted copy of the store, while others go on working.")

    @OptionGroup var global: GlobalFlags

    @Argument(
        help: "The file to write; an older one of this name is replaced when this is whole.",
        completion: .file())
    var file: String

    @Flag(help: "Write it so that whoever has the file can read it.")
    var unencrypted = false

    func run() throws {
        let workspace = try Workspace(global.flags, .existing)
        guard workspace.actor.isKeeper else { throw StoreError.keeperOnly }
        let backup = try workspace.store.present.backUp(
            to: file, isEncrypted: !unencrypted, by: workspace.actor, at: Clock.now)
        let secrecy =
            unencrypted
            ? "NOT encrypted: whoever has this file can read it"
            : "encrypted to \(backup.recipients) "
                + (backup.recipients == 1 ? "recipient" : "recipients")
        Console.say(["\(file): \(backup.size) bytes, \(secrecy)", backup.anchor.text])
    }
}

struct RestoreCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "restore",
        abstract: "Prove a backup, and put it in the place of the store, which is kept beside it.")

    @OptionGroup var global: GlobalFlags

    @Argument(help: "A file of cksw backup.", completion: .file())
    var file: String

    @Option(
        help: "The file of the key that the backup is encrypted to.", completion: .file())
    var identity: String?

    @Flag(help: "Prove the backup, and replace nothing.")
    var dryRun = false

    func run() throws {
        if let known = try global.flags.knownDay() { throw StoreError.asKnown(on: known) }
        let path = global.flags.storePath()
        guard global.flags.login == nil, try Self.isOwn(path) else { throw StoreError.keeperOnly }
        let restored = try Store.restore(
            file, to: path, identity: identity, isRehearsal: dryRun,
            by: Actor(login: Workspace.systemLogin, isKeeper: true), at: Clock.now)
        Console.say(
            [
                "\(file): whole: \(restored.entries) entries of the journal, "
                    + "\(restored.pupils) pupils", restored.anchor.text,
            ]
                + (dryRun
                    ? ["dry run: nothing was replaced"]
                    : ["\(path): restored"]
                        + (restored.formerPath.map { ["the former store is kept as \($0)"] } ?? []))
        )
    }

    /// Whether nobody else owns what stands there.
    private static func isOwn(_ path: String) throws -> Bool {
        var file = stat()
        return stat(path, &file) != 0 || file.st_uid == geteuid()
    }
}

struct RecipientsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "recipients",
        abstract: "To whom backups are encrypted: public keys of age or of SSH.")

    @OptionGroup var global: GlobalFlags

    @Option(help: "Add a public key (age1…, ssh-ed25519 …); may be given several times.")
    var add: [String] = []

    @Option(help: "Take a public key away; may be given several times.")
    var remove: [String] = []

    func run() throws {
        let workspace = try Workspace(global.flags, .existing)
        try workspace.require(try workspace.clearance().holds(.maintenance))
        let current = try workspace.store.read { try $0.backupRecipients() }
        if let stranger = remove.first(where: { !current.contains($0) }) {
            throw Failure.notThere("recipient", stranger)
        }
        let wanted = current.filter { !remove.contains($0) } + add.filter { !current.contains($0) }
        if wanted != current {
            _ = try workspace.store.setBackupRecipients(wanted, by: workspace.actor, at: Clock.now)
        }
        Console.say(wanted.isEmpty ? ["none: cksw backup refuses until one is added"] : wanted)
    }
}
