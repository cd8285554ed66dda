import Domain
import Foundation

extension Store {
    /// What a backup holds.
    public struct Backup: Hashable, Sendable {
        public let anchor: JournalAnchor
        /// How many bytes the store has.
        public let size: Int
        /// To how many recipients it is encrypted; 0 for one that anybody can read.
        public let recipients: Int
    }

    /// Writes a backup of one moment while others go on writing: under another name first, to the
    /// disk, then under its own in the place of an older one. Only its owner can read it.
    ///
    /// That it was made is noted in the journal, where that can be written.
    ///
    /// - Parameter isEncrypted: whether to encrypt it to the recipients on record.
    /// - Throws: `StoreError.noRecipients`, `encryption`, `cannotWrite` with the backup's path.
    public func backUp(
        to path: String, isEncrypted: Bool = true, by actor: Actor, at: Instant
    ) throws -> Backup {
        let recipients = isEncrypted ? try read { try $0.backupRecipients() } : []
        guard !isEncrypted || !recipients.isEmpty else { throw StoreError.noRecipients }
        let image = try connection.image()
        let anchor = try read { try $0.anchor() }
        let file = try NewFile(for: path)
        do {
            if isEncrypted {
                try Age.encrypt(image, to: recipients, into: file.handle)
            } else {
                try file.write(image)
            }
            try file.takeItsPlace()
        } catch {
            file.discard()
            throw error
        }
        do {
            _ = try set(
                BackupSetting.last, to: at.iso, action: HistoryEntry.backup, .school, by: actor,
                at: at)
        } catch StoreError.cannotWrite {
            // A store on a full disk is backed up all the same; the caller sees no newer date.
        } catch StoreError.locked {
        }
        return Backup(anchor: anchor, size: image.count, recipients: recipients.count)
    }
}

/// A file that gets its name only when it is whole and on the disk.
struct NewFile {
    let handle: FileHandle
    private let draft: String
    private let path: String

    init(for path: String) throws {
        self.path = path
        draft = try StoreFile.makeDraft(for: path)
        guard let handle = FileHandle(forWritingAtPath: draft) else {
            throw StoreError.cannotWrite(path: path, why: StoreFile.systemWords())
        }
        self.handle = handle
    }

    func write(_ bytes: Data) throws {
        do {
            try handle.write(contentsOf: bytes)
        } catch {
            throw StoreError.cannotWrite(path: path, why: StoreFile.systemWords())
        }
    }

    /// Makes sure that the disk has it, and renames it; the older file of that name goes.
    func takeItsPlace() throws {
        guard fsync(handle.fileDescriptor) == 0, rename(draft, path) == 0 else {
            throw StoreError.cannotWrite(path: path, why: StoreFile.systemWords())
        }
        try? handle.close()
        StoreFile.syncFolder(of: path)
    }

    func discard() {
        try? handle.close()
        StoreFile.remove(draft)
    }
}
