import Domain
import Foundation
import GRDB
import Synchronization

/// One connection to a store's file. This file and `DatabaseSession` alone speak to GRDB.
final class Connection: Sendable {
    /// What a connection may do.
    enum Access {
        case writing, reading
        /// Reads a file that nothing else writes, without locks or a log, for this reason.
        case readingUnchanging(why: String)
        /// Reads as much of a damaged file as there is, in the same way.
        case salvaging
    }

    /// The store's file, as errors name it.
    let path: String
    /// Why it cannot be written; `nil` where it can.
    let refusal: String?
    /// The day of a store in memory that holds what was known then.
    private let known: Day?
    private let address: String
    let queue: DatabaseQueue
    /// The form of tables that the store was opened with; `nil` until it has one.
    private let form = Mutex<Int64?>(nil)

    /// - Parameter draft: the file's name while it is made.
    init(_ path: String, _ access: Access, _ patience: Duration, draft: String? = nil) throws {
        self.path = path
        known = nil
        var configuration = Configuration()
        configuration.label = "cksw.store"
        configuration.busyMode = .timeout(patience / .seconds(1))
        // `holdAlone` stays in its transaction until the connection is closed.
        configuration.allowsUnsafeTransactions = true
        if case .salvaging = access {
            // SQLite then reads a file that is shorter than it says of itself. Must come first.
            configuration.prepareDatabase { try $0.execute(sql: "PRAGMA writable_schema = ON") }
        }
        configuration.prepareDatabase {
            // What is deleted is overwritten, so that no page of the file still tells it; what is
            // sorted on the way stays in memory; what somebody else put in a file runs nothing.
            try $0.execute(
                sql: """
                    PRAGMA synchronous = FULL; PRAGMA secure_delete = ON; PRAGMA temp_store = MEMORY;
                    PRAGMA trusted_schema = OFF
                    """)
        }
        var address = draft ?? path
        switch access {
        case .writing:
            // Asked to write, SQLite opens a file that it may only read without a word.
            let isWritable = faccessat(AT_FDCWD, address, W_OK, AT_EACCESS) == 0
            refusal = isWritable ? nil : Connection.mayOnlyBeRead
        case .reading:
            configuration.readonly = true
            refusal = Connection.mayOnlyBeRead
        case .readingUnchanging(let why):
            configuration.readonly = true
            refusal = why
            address = Connection.unchanging(path)
        case .salvaging:
            configuration.readonly = true
            refusal = Connection.mayOnlyBeRead
            address = Connection.unchanging(path)
        }
        self.address = address
        do {
            queue = try DatabaseQueue(path: address, configuration: configuration)
        } catch let error as DatabaseError {
            throw StoreError(error, path)
        }
    }

    /// A store in memory for what was known on a day, with the file of another attached as `live`.
    init(known day: Day, of other: Connection) throws {
        path = other.path
        known = day
        refusal = nil
        address = ":memory:"
        var configuration = Configuration()
        configuration.label = "cksw.known"
        // Filled in the order of its tables, from what held together.
        configuration.foreignKeysEnabled = false
        do {
            queue = try DatabaseQueue(configuration: configuration)
            let live =
                other.address == other.path
                ? Connection.address(other.path, "mode=ro") : other.address
            try queue.inDatabase {
                try $0.execute(sql: "ATTACH ? AS live", arguments: [live])
            }
        } catch let error as DatabaseError {
            throw StoreError(error, path)
        }
    }

    static let mayOnlyBeRead = "it may only be read"

    func close() {
        // A statement that is still at work would keep it open; none outlives its transaction.
        try? queue.close()
    }

    /// Runs `body` on one moment of the store.
    func read<Result>(_ body: (DatabaseSession) throws -> Result) throws -> Result {
        try transaction(.deferred, body) { _ in nil }
    }

    /// Runs `body` alone among writers, and makes all of its changes or none.
    ///
    /// - Parameter dangling: finds the reference that made the end of the transaction fail.
    func write<Result>(
        _ body: (DatabaseSession) throws -> Result,
        dangling: (DatabaseSession) throws -> StoreError? = { _ in nil }
    ) throws -> Result {
        if let known { throw StoreError.asKnown(on: known) }
        if let refusal { throw StoreError.cannotWrite(path: path, why: refusal) }
        return try transaction(.immediate, body, dangling)
    }

    /// From now on each transaction makes sure that the tables still have this form: a newer version
    /// of the program may change it while this one has the file open.
    func keepToForm(_ version: Int64) { form.withLock { $0 = version } }

    private func checkForm(_ database: Database) throws {
        guard let expected = form.withLock({ $0 }) else { return }
        let found = try Int64.fetchOne(database, sql: "PRAGMA user_version")
        if found != expected { throw StoreError.newer(path: path) }
    }

    /// Runs `body` with no transaction of its own.
    func outsideTransaction<Result>(_ body: (DatabaseSession) throws -> Result) throws -> Result {
        try inWords { try queue.writeWithoutTransaction { try body(DatabaseSession($0)) } }
    }

    /// Keeps everybody else out until the connection is closed.
    ///
    /// - Throws: `StoreError.locked` where another program has the file open, be it to read.
    func holdAlone() throws {
        try outsideTransaction { session in
            // Only the sole connection can leave the log behind; this takes in what stands there.
            try session.run("PRAGMA journal_mode = DELETE")
            try session.run("BEGIN EXCLUSIVE")
        }
    }

    private func transaction<Result>(
        _ kind: Database.TransactionKind, _ body: (DatabaseSession) throws -> Result,
        _ dangling: (DatabaseSession) throws -> StoreError?
    ) throws -> Result {
        try inWords {
            try queue.writeWithoutTransaction { database in
                try database.beginTransaction(kind)
                do {
                    try checkForm(database)
                    let result = try body(DatabaseSession(database))
                    do {
                        try database.commit()
                    } catch let error as DatabaseError
                        where error.extendedResultCode == .SQLITE_CONSTRAINT_FOREIGNKEY
                    {
                        throw try dangling(DatabaseSession(database)) ?? error
                    }
                    return result
                } catch {
                    // What was thrown first tells more than a rollback that fails after it.
                    try? database.rollback()
                    throw error
                }
            }
        }
    }

    func inWords<Result>(_ body: () throws -> Result) throws -> Result {
        do {
            return try body()
        } catch let error as DatabaseError {
            throw StoreError(error, path)
        }
    }

    /// The path as an address that tells SQLite that the file does not change.
    private static func unchanging(_ path: String) -> String {
        address(path, "immutable=1")
    }

    private static func address(_ path: String, _ query: String) -> String {
        let plain = path.addingPercentEncoding(withAllowedCharacters: .urlPathAllowed)
        return "file:\(plain ?? path)?\(query)"
    }
}

extension StoreError {
    /// An error of SQLite in the words of the store.
    init(_ error: DatabaseError, _ path: String) {
        switch error.resultCode {
        case .SQLITE_BUSY, .SQLITE_LOCKED: self = .locked(path: path)
        case .SQLITE_READONLY, .SQLITE_PERM:
            self = .cannotWrite(path: path, why: Connection.mayOnlyBeRead)
        case .SQLITE_FULL: self = .cannotWrite(path: path, why: "the disk is full")
        case .SQLITE_NOTADB, .SQLITE_CORRUPT: self = .notAStore(path: path, what: .damaged)
        case .SQLITE_CANTOPEN:
            self = .unavailable(path: path, why: "the file or its log cannot be opened")
        case .SQLITE_IOERR:
            let failed = error.extendedResultCode
            let writing: [ResultCode] = [
                .SQLITE_IOERR_WRITE, .SQLITE_IOERR_FSYNC, .SQLITE_IOERR_TRUNCATE,
                .SQLITE_IOERR_SHMSIZE,
            ]
            self =
                writing.contains { $0 == failed }
                ? .cannotWrite(path: path, why: "the disk does not take it")
                : .unavailable(path: path, why: "the disk does not give it")
        default: self = .fault("\(path): \(error)")
        }
    }
}
