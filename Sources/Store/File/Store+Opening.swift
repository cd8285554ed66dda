import Domain
import Foundation

extension Store {
    /// How a store is opened.
    public enum Mode: Hashable, Sendable {
        /// Made where there is none, with its folder, for its owner only.
        case create
        /// There must be one; where it cannot be written, it can still be read.
        case existing
        /// There must be one, and it is only read.
        case readOnly
    }

    /// How long a writer waits for another before it gives up.
    public static let patience = Duration.seconds(10)

    /// Opens the store at `path`.
    ///
    /// A store in a folder that cannot be written, or on a full disk, is read as the file stands:
    /// SQLite can then share no log with other processes, so that it must not change meanwhile.
    /// Where changes still stand in a log beside it, it is refused as unavailable rather than
    /// shown as it was.
    ///
    /// - Throws: `StoreError`: `notFound`, `notAStore`, `newer`, `unavailable`, `locked`, and
    ///   `cannotWrite` where it cannot be made.
    public static func open(
        at path: String, _ mode: Mode, patience: Duration = Store.patience
    ) throws -> Store {
        try open(at: path, mode, patience: patience, migrations: Schema.migrations)
    }

    /// Makes a store of invented pupils.
    ///
    /// - Parameter replacing: whether a demo store that stands there gives way; a store that is no
    ///   demo never does.
    /// - Throws: `StoreError.alreadyThere`, `cannotWrite`, and all of `open(at:_:patience:)`.
    public static func createDemo(at path: String, replacing: Bool = false) throws -> Store {
        let path = absolute(path)
        if StoreFile.exists(path) {
            guard replacing else { throw StoreError.alreadyThere(path: path) }
            let old = try open(at: path, .existing)
            old.close()
            guard old.isDemo else { throw StoreError.alreadyThere(path: path) }
            StoreFile.remove(path)
        }
        try create(at: path, .demo, migrations: Schema.migrations)
        return try open(at: path, .existing)
    }

    static func open(
        at path: String, _ mode: Mode, patience: Duration, migrations: [Migration]
    ) throws -> Store {
        let path = absolute(path)
        if mode == .create, !StoreFile.exists(path) {
            try create(at: path, .school, migrations: migrations)
        }
        do {
            try StoreFile.check(path)
        } catch StoreError.notAStore(_, .half) where !hasTables(at: path) {
            throw StoreError.notAStore(path: path, what: .listLost)
        }
        let connection = try connect(path, readOnly: mode == .readOnly, patience)
        do {
            try Schema.bringUpToDate(connection, migrations)
            let kind = try connection.outsideTransaction { try Meta.kind($0) }
            return Store(
                connection: connection, isDemo: kind == .demo,
                keeperUID: try StoreFile.owner(of: path))
        } catch {
            connection.close()
            guard error as? StoreError == .notAStore(path: path, what: .damaged) else {
                throw error
            }
            throw StoreError.notAStore(
                path: path, what: hasTables(at: path) ? .damaged : .listLost)
        }
    }

    /// Whether a damaged store still tells of any table, so that no cure is named that does not help.
    static func hasTables(at path: String) -> Bool {
        guard let connection = try? readable(path) else { return false }
        defer { connection.close() }
        var isFound = false
        // As far as the list can be read.
        try? connection.outsideTransaction { session in
            try session.forEach("SELECT type FROM sqlite_schema") { row in
                if row.text(0) == "table" { isFound = true }
            }
        }
        return isFound
    }

    private static func connect(
        _ path: String, readOnly: Bool, _ patience: Duration
    ) throws -> Connection {
        do {
            return try Connection(path, readOnly ? .reading : .writing, patience)
        } catch let error as StoreError {
            guard let why = error.whyNoLog else { throw error }
            guard !StoreFile.hasLog(path) else {
                throw StoreError.unavailable(
                    path: path,
                    why: "\(why), and changes still stand in \(path)-wal; open it once where its "
                        + "folder can be written")
            }
            return try Connection(path, .readingUnchanging(why: why), patience)
        }
    }

    /// Makes the file under another name and gives it its own when it is whole, so that nobody
    /// ever sees a part of a store, and the second of two makers finds that of the first.
    private static func create(
        at path: String, _ kind: Meta.Kind, migrations: [Migration]
    ) throws {
        try StoreFile.makeFolder(for: path)
        let draft = try StoreFile.makeDraft(for: path)
        defer { StoreFile.remove(draft) }
        let connection = try Connection(path, .writing, patience, draft: draft)
        do {
            try Schema.create(connection, kind, migrations)
            connection.close()
        } catch {
            connection.close()
            throw error
        }
        guard link(draft, path) == 0 || errno == EEXIST else {
            throw StoreError.cannotWrite(path: path, why: StoreFile.systemWords())
        }
        StoreFile.syncFolder(of: path)
    }

    /// SQLite would read a name that begins with `file:` as an address.
    static func absolute(_ path: String) -> String {
        path.hasPrefix("/") ? path : FileManager.default.currentDirectoryPath + "/" + path
    }
}

extension StoreError {
    /// Why SQLite could make no log beside a store that it was to open.
    fileprivate var whyNoLog: String? {
        switch self {
        case .cannotWrite(_, let why): why
        case .unavailable: Connection.mayOnlyBeRead
        case .notFound, .notAStore, .newer, .alreadyThere, .locked, .asKnown, .lookNotOnRecord,
            .movedOn, .dangling, .restsOn, .noSuchChange, .notUndoable, .notPermitted,
            .noRecipients, .numberTaken, .encryption, .notABackup, .notDue, .deletionHeld,
            .notProposed, .needsAnother,
            .headOrDSLOnly, .keeperOnly, .fault:
            nil
        }
    }
}
