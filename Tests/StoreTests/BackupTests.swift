import Domain
import Foundation
import Testing

@testable import Store

@Suite("Backups")
struct BackupTests {
    let folder = Folder()
    private let keeper = Actor(login: "keeper", isKeeper: true)
    private var file: String { folder.path + "/backup.age" }

    /// A key of `age`: its file, and its public part.
    private func key(_ name: String = "key") throws -> (file: String, recipient: String) {
        let path = folder.path + "/" + name
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["age-keygen", "-o", path]
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        let text = try String(contentsOfFile: path, encoding: .utf8)
        let line = text.split(separator: "\n").first { $0.hasPrefix("# public key: ") }
        return (path, String(try #require(line).dropFirst(14)))
    }

    @Test("The drill: back up while others write, lose the store, restore it, and go on")
    func drill() throws {
        var store = try folder.school()
        let key = try key()
        _ = try store.setBackupRecipients([key.recipient], by: keeper, at: morning)
        try store.put(contact("C1"))
        let kept = try store.everything()
        // A writer in the middle of a change does not hold it up, and is not in it.
        let probe = try Probe("hold", folder.store)
        #expect(probe.line() == "held")
        let quick = try Store.open(at: folder.store, .existing, patience: .milliseconds(20))
        let backup = try quick.backUp(to: file, by: keeper, at: morning)
        quick.close()
        probe.finish()
        #expect(backup.recipients == 1)
        let bytes = try Data(contentsOf: URL(fileURLWithPath: file))
        #expect(bytes.starts(with: Data("age-encryption.org/v1".utf8)))
        #expect(bytes.range(of: Data("Łukasiewicz".utf8)) == nil)
        #expect(try permissions(file) == 0o600)

        try store.put(contact("C2"))
        let newer = try store.everything()
        store.close()
        let restored = try Store.restore(
            file, to: folder.store, identity: key.file, by: keeper, at: morning)
        #expect(restored.anchor == backup.anchor)
        #expect(restored.pupils == 2)
        store = try Store.open(at: folder.store, .existing)
        #expect(try store.everything() == kept)
        #expect(try permissions(folder.store) == 0o600)
        let first = try store.history().first
        #expect(first?.action == "restore")
        #expect(first?.by == "keeper")
        #expect(try store.read { try $0.verify() }.isWhole)
        #expect(try store.put(contact("C3")) != nil)
        let former = try Store.open(at: try #require(restored.formerPath), .existing)
        #expect(try former.everything() == newer)
        #expect(try names().allSatisfy { !$0.hasSuffix(".new") })
    }

    @Test("A rehearsal proves a backup and replaces nothing")
    func rehearsal() throws {
        let store = try folder.school()
        _ = try store.backUp(to: file, isEncrypted: false, by: keeper, at: morning)
        try store.put(contact("C1"))
        let found = try Store.restore(
            file, to: folder.store, identity: nil, isRehearsal: true, by: keeper, at: morning)
        #expect(found.formerPath == nil)
        #expect(found.entries == 1)
        #expect(try store.record(.contacts, "C1") != nil)
    }

    @Test("Without recipients there is no backup, unless it is said that all may read it")
    func noRecipients() throws {
        let store = try folder.school()
        let error = refusal { _ = try store.backUp(to: file, by: keeper, at: morning) }
        #expect(error == .noRecipients)
        #expect(error?.exitStatus == 65)
        #expect(!FileManager.default.fileExists(atPath: file))
        #expect(
            try store.backUp(to: file, isEncrypted: false, by: keeper, at: morning).recipients == 0)
    }

    @Test("Only the keeper says to whom, and only public keys are taken")
    func recipients() throws {
        let store = try folder.school()
        let key = try key()
        #expect(
            refusal {
                _ = try store.setBackupRecipients(
                    [key.recipient], by: Actor(login: "jkaya", isKeeper: false), at: morning)
            } == .keeperOnly)
        for wrong in ["AGE-SECRET-KEY-1QQ", "age1nokey", "someone@example.org", "-p"] {
            let error = refusal {
                _ = try store.setBackupRecipients([wrong], by: keeper, at: morning)
            }
            #expect(error?.exitStatus == 69, "\(wrong)")
        }
        #expect(try store.read { try $0.backupRecipients() } == [])
        _ = try store.setBackupRecipients([key.recipient], by: keeper, at: morning)
        #expect(try store.read { try $0.backupRecipients() } == [key.recipient])
        _ = try store.undo(by: keeper, at: morning)
        #expect(try store.read { try $0.backupRecipients() } == [])
    }

    @Test("Another's key does not open it, and what stands there stays")
    func wrongKey() throws {
        let store = try folder.school()
        _ = try store.setBackupRecipients([key().recipient], by: keeper, at: morning)
        _ = try store.backUp(to: file, by: keeper, at: morning)
        let other = try key("other")
        let error = refusal {
            _ = try Store.restore(
                file, to: folder.store, identity: other.file, by: keeper, at: morning)
        }
        #expect(error?.exitStatus == 69)
        #expect(try store.everything() == sorted(schoolRecords()))
    }

    @Test(
        "What is no whole backup is refused before anything is replaced",
        arguments: ["cut", "changed", "random", "journal"])
    func damaged(how: String) throws {
        let store = try folder.school()
        try store.put(contact("C1"))
        _ = try store.backUp(to: file, isEncrypted: false, by: keeper, at: morning)
        var bytes = try Data(contentsOf: URL(fileURLWithPath: file))
        switch how {
        case "cut": bytes = bytes.prefix(bytes.count / 2)
        case "changed":
            // Somebody improved on a summary in the file itself.
            let range = try #require(bytes.range(of: Data("agreed a plan".utf8)))
            bytes.replaceSubrange(range, with: Data("agreed a play".utf8))
        case "random": bytes = Data((0..<5000).map { _ in UInt8.random(in: 0...255) })
        default:
            let range = try #require(
                bytes.range(of: Data("agreed a plan".utf8), options: .backwards))
            bytes.replaceSubrange(range, with: Data("agreed a play".utf8))
        }
        try bytes.write(to: URL(fileURLWithPath: file))
        let error = refusal {
            _ = try Store.restore(file, to: folder.store, identity: nil, by: keeper, at: morning)
        }
        guard case .notABackup = error else {
            Issue.record("restored, or refused with \(String(describing: error))")
            return
        }
        #expect(error?.exitStatus == 65)
        #expect(try store.record(.contacts, "C1") != nil)
        #expect(try names().allSatisfy { !$0.hasSuffix(".new") })
    }

    @Test("A store that somebody has open is not replaced under their hands")
    func heldOpen() throws {
        let store = try folder.school()
        _ = try store.backUp(to: file, isEncrypted: false, by: keeper, at: morning)
        store.close()
        let probe = try Probe("open", folder.store)
        #expect(probe.line() == "open")
        let error = refusal {
            _ = try Store.restore(file, to: folder.store, identity: nil, by: keeper, at: morning)
        }
        #expect(error == .locked(path: folder.store))
        probe.finish()
    }

    @Test("A damaged store is kept beside the restored one")
    func overDamaged() throws {
        let store = try folder.school()
        _ = try store.backUp(to: file, isEncrypted: false, by: keeper, at: morning)
        store.close()
        let whole = try Data(contentsOf: URL(fileURLWithPath: folder.store))
        try whole.prefix(whole.count / 2).write(to: URL(fileURLWithPath: folder.store))
        let restored = try Store.restore(
            file, to: folder.store, identity: nil, by: keeper, at: morning)
        let kept = try Data(contentsOf: URL(fileURLWithPath: try #require(restored.formerPath)))
        #expect(kept == whole.prefix(whole.count / 2))
        #expect(
            try Store.open(at: folder.store, .existing).everything() == sorted(schoolRecords()))
    }

    @Test("A backup of a demo never takes the place of a school's store")
    func demo() throws {
        try folder.school().close()
        let demo = try Store.createDemo(at: folder.path + "/demo.db")
        _ = try demo.backUp(to: file, isEncrypted: false, by: keeper, at: morning)
        let error = refusal {
            _ = try Store.restore(file, to: folder.store, identity: nil, by: keeper, at: morning)
        }
        #expect(error?.exitStatus == 65)
    }

    @Test("A backup that cannot be written leaves the older one as it was")
    func unwritable() throws {
        let store = try folder.school()
        let closed = folder.path + "/closed"
        mkdir(closed, 0o755)
        let target = closed + "/backup"
        _ = try store.backUp(to: target, isEncrypted: false, by: keeper, at: morning)
        let before = try Data(contentsOf: URL(fileURLWithPath: target))
        chmod(closed, 0o555)
        asOrdinaryAccount {
            let error = refusal {
                _ = try store.backUp(to: target, isEncrypted: false, by: keeper, at: morning)
            }
            #expect(error == .cannotWrite(path: target, why: "permission denied"))
        }
        #expect(try Data(contentsOf: URL(fileURLWithPath: target)) == before)
        chmod(closed, 0o755)
    }

    @Test("That a backup was made is noted, is no change to undo, and ends no redo")
    func noted() throws {
        let store = try folder.school()
        try store.put(contact("C1"), by: keeper)
        _ = try store.undo(by: keeper, at: morning)
        _ = try store.backUp(to: file, isEncrypted: false, by: keeper, at: morning)
        #expect(try store.read { try $0.lastBackup() } == morning)
        #expect(try store.redo(by: keeper, at: morning)?.of.change == ChangeNumber(rawValue: 2))
        #expect(try store.undo(by: keeper, at: morning)?.of.change == ChangeNumber(rawValue: 2))
        let note = ChangeNumber(rawValue: 4)
        #expect(refusal { _ = try store.undo(note, by: keeper, at: morning) }?.exitStatus == 65)
    }

    private func permissions(_ path: String) throws -> Int {
        let attributes = try FileManager.default.attributesOfItem(atPath: path)
        return try #require(attributes[.posixPermissions] as? Int)
    }

    private func names() throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder.path)
    }
}
