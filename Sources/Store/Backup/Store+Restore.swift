import Domain
import Foundation

extension Store {
    /// What a restore found and did.
    public struct Restored: Hashable, Sendable {
        /// Where the journal of the backup stood.
        public let anchor: JournalAnchor
        public let entries: Int
        public let pupils: Int
        /// Where the store that stood there is kept; `nil` where none did, or nothing was done.
        public let formerPath: String?
    }

    /// Puts the store of a backup in the place of the one at `path`, which is kept beside it; the
    /// restored journal goes on with a note of it.
    ///
    /// Before anything is replaced the backup is opened, brought to this version's form, and its
    /// file, chain and tables are proven.
    ///
    /// - Parameters:
    ///   - identity: the file of the key that an encrypted backup is for.
    ///   - isRehearsal: whether to prove the backup alone and replace nothing.
    /// - Throws: `StoreError.notFound`, `notABackup`, `encryption`, `locked` where somebody has the
    ///   store open, `cannotWrite`.
    public static func restore(
        _ backup: String, to path: String, identity: String?, isRehearsal: Bool = false,
        by actor: Actor, at: Instant
    ) throws -> Restored {
        let path = absolute(path)
        let image = try BackupImage(backup, identity: identity)
        try StoreFile.makeFolder(for: path)
        let draft = try StoreFile.makeDraft(for: path)
        defer { StoreFile.remove(draft) }
        try image.write(to: draft)
        let found = try prove(draft, backup)
        if isRehearsal { return found.restored(former: nil) }
        let former = try FormerStore(at: path, kind: found.isDemo)
        defer { former?.letGo() }
        try note(in: draft, found, former?.anchor, by: actor, at: at)
        let kept = try former?.keepAside(at: at)
        try StoreFile.replace(path, by: draft)
        StoreFile.syncFolder(of: path)
        return found.restored(former: kept)
    }

    /// What a proven backup holds.
    private struct Found {
        let anchor: JournalAnchor
        let entries: Int
        let pupils: Int
        let isDemo: Bool

        func restored(former: String?) -> Restored {
            Restored(anchor: anchor, entries: entries, pupils: pupils, formerPath: former)
        }
    }

    private static func prove(_ draft: String, _ backup: String) throws -> Found {
        let store: Store
        do {
            store = try open(at: draft, .existing)
        } catch StoreError.notAStore {
            throw StoreError.notABackup(path: backup, why: "what is in it is no store")
        } catch StoreError.newer {
            throw StoreError.newer(path: backup)
        }
        defer { store.close() }
        return try store.read { snapshot in
            let report = try snapshot.verify()
            guard report.isWhole else {
                throw StoreError.notABackup(
                    path: backup, why: "the store in it is not whole: \(report.faults[0])")
            }
            let anchor = try snapshot.anchor()
            guard report.entries == Int(anchor.change.rawValue) else {
                throw StoreError.notABackup(
                    path: backup,
                    why: "it counts \(report.entries) entries, its journal \(anchor.change)")
            }
            return Found(
                anchor: anchor, entries: report.entries,
                pupils: try snapshot.count(of: .pupils), isDemo: store.isDemo)
        }
    }

    private static func note(
        in draft: String, _ found: Found, _ former: JournalAnchor?, by actor: Actor, at: Instant
    ) throws {
        let store = try open(at: draft, .existing)
        defer { store.close() }
        let from = former.map { "; in the place of \($0.text)" } ?? ""
        _ = try store.set(
            "restored", to: "\(at.iso) from \(found.anchor.text)\(from)",
            action: HistoryEntry.restore, .school, by: actor, at: at)
        // What stands in the log alone would be lost with the rename.
        try store.connection.outsideTransaction { session in
            try session.run("PRAGMA wal_checkpoint(TRUNCATE)")
        }
    }
}

extension Snapshot {
    /// How many records of a kind there are; of marks, children and years.
    public func count(of kind: RecordKind) throws -> Int {
        try session.first("SELECT count(*) FROM \(kind.rawValue)") { Int($0.int(0)) } ?? 0
    }
}

extension StoreError.Impostor {
    /// Whether it once was a store.
    fileprivate var isDamage: Bool {
        switch self {
        case .half, .damaged, .listLost: true
        case .folder, .notAFile, .empty, .otherData, .otherProgram: false
        }
    }
}

/// The bytes of a backup's store.
private struct BackupImage {
    private let bytes: Data

    init(_ path: String, identity: String?) throws {
        guard try StoreFile.isPlain(path) else {
            throw StoreError.notABackup(
                path: path, why: "it is no plain file; pipes and devices are refused")
        }
        guard let file = FileHandle(forReadingAtPath: path) else {
            throw StoreError.unavailable(path: path, why: StoreFile.systemWords())
        }
        let head = ((try? file.read(upToCount: 64)) ?? nil) ?? Data()
        if head.starts(with: Age.head) || head.starts(with: Data("-----BEGIN AGE".utf8)) {
            bytes = try Age.decrypt(path, identity: identity)
        } else {
            bytes = head + (((try? file.readToEnd()) ?? nil) ?? Data())
        }
        guard bytes.starts(with: Data("SQLite format 3\0".utf8)) else {
            throw StoreError.notABackup(path: path, why: "it is none of cksw backup")
        }
    }

    func write(to path: String) throws {
        guard let file = FileHandle(forWritingAtPath: path) else {
            throw StoreError.cannotWrite(path: path, why: StoreFile.systemWords())
        }
        defer { try? file.close() }
        do {
            try file.write(contentsOf: bytes)
        } catch {
            throw StoreError.cannotWrite(path: path, why: StoreFile.systemWords())
        }
        guard fsync(file.fileDescriptor) == 0 else {
            throw StoreError.cannotWrite(path: path, why: StoreFile.systemWords())
        }
    }
}

/// The store that stands where another is to stand, held for ourselves meanwhile.
private struct FormerStore {
    /// Where its journal stood; `nil` where it is too damaged to say.
    let anchor: JournalAnchor?
    private let path: String
    private let held: Connection?

    /// - Returns: `nil` where nothing stands there.
    init?(at path: String, kind isDemo: Bool) throws {
        guard StoreFile.exists(path) else { return nil }
        self.path = path
        let store: Store
        do {
            store = try Store.open(at: path, .existing)
        } catch StoreError.notAStore(_, let what) where what.isDamage {
            // It can be told nothing, and it is kept as it is.
            anchor = nil
            held = nil
            return
        }
        guard store.isDemo == isDemo else {
            store.close()
            throw StoreError.notABackup(
                path: path, why: "one of the two is a demo store, the other is not")
        }
        anchor = try? store.read { try $0.anchor() }
        held = store.connection
        try store.connection.holdAlone()
    }

    /// Gives the file a second name beside its own, and returns that: at every moment there is a
    /// store at its place. What a damaged one has beside it goes along, for the next must not find it.
    func keepAside(at: Instant) throws -> String {
        let stamp = at.iso.filter { $0.isNumber || $0 == "T" || $0 == "Z" }
        let name = "\(path).before-restore-\(stamp)"
        // A restore that was broken off has left its own.
        let kept =
            ([name] + (2...99).map { "\(name)-\($0)" }).first { !StoreFile.exists($0) } ?? name
        try StoreFile.name(path, also: kept)
        for suffix in ["-wal", "-shm", "-journal"] where StoreFile.exists(path + suffix) {
            try StoreFile.name(path + suffix, also: kept + suffix)
            StoreFile.removeName(path + suffix)
        }
        return kept
    }

    func letGo() { held?.close() }
}
