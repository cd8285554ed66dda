import Domain

/// A step from one form of the tables to the next: literal SQL that is never edited once it has
/// shipped, so that every store that was ever made takes the same road.
struct Migration: Sendable {
    /// The `user_version` that a store has after it.
    let version: Int64
    let sql: String
    /// What has to be done to the rows besides.
    var then: @Sendable (DatabaseSession) throws -> Void = { _ in }
}

/// The form of a store's tables.
enum Schema {
    /// `cksw` in ASCII; it tells our files from those of other programs.
    static let applicationID: UInt32 = 0x636B_7377

    /// By version, without gaps.
    static let migrations = [
        Migration(version: 1, sql: schemaV1), Migration(version: 2, sql: schemaV2),
        Migration(version: 3, sql: schemaV3, then: sealAnew),
        Migration(version: 4, sql: schemaV4), Migration(version: 5, sql: schemaV5),
        Migration(version: 6, sql: schemaV6), Migration(version: 7, sql: schemaV7, then: packMarks),
    ]

    /// The version of the present form.
    static let newest = migrations.last?.version ?? 0

    /// Makes all tables in an empty file.
    static func create(
        _ connection: Connection, _ kind: Meta.Kind, _ migrations: [Migration]
    ) throws {
        try connection.outsideTransaction { session in
            try session.run("PRAGMA application_id = \(applicationID)")
        }
        try connection.write { session in
            try migrate(session, migrations)
            try Meta.begin(session, kind)
        }
        try connection.outsideTransaction { session in
            // Kept in the file from now on: readers see the last whole state and never wait.
            try session.run("PRAGMA journal_mode = WAL")
        }
    }

    /// Takes an older store to the newest form; one number is read where it is that already.
    static func bringUpToDate(_ connection: Connection, _ migrations: [Migration]) throws {
        let newest = migrations.last?.version ?? 0
        defer { connection.keepToForm(newest) }
        let found = try connection.outsideTransaction(version)
        if found == newest { return }
        guard found < newest else { throw StoreError.newer(path: connection.path) }
        guard connection.refusal == nil else {
            throw StoreError.cannotWrite(
                path: connection.path, why: "it must be brought to this version's form first")
        }
        try connection.write { try migrate($0, migrations) }
    }

    /// The version is read again: another process may have been first.
    private static func migrate(_ session: DatabaseSession, _ migrations: [Migration]) throws {
        let found = try version(session)
        for migration in migrations where migration.version > found {
            try session.run(migration.sql)
            try migration.then(session)
            try session.run("PRAGMA user_version = \(migration.version)")
        }
    }

    static func version(_ session: DatabaseSession) throws -> Int64 {
        try session.first("PRAGMA user_version") { $0.int(0) } ?? 0
    }
}

/// What a store says of itself.
enum Meta {
    enum Kind: String {
        case school, demo
    }

    static func begin(_ session: DatabaseSession, _ kind: Kind) throws {
        try set(session, "kind", kind.rawValue)
        try set(session, "head", Chain.genesis.hex)
    }

    static func kind(_ session: DatabaseSession) throws -> Kind {
        try get(session, "kind").flatMap(Kind.init) ?? .school
    }

    /// The hash of the journal's last entry, as hexadecimal digits.
    static func head(_ session: DatabaseSession) throws -> String { try get(session, "head") ?? "" }

    static func setHead(_ session: DatabaseSession, _ hash: [UInt8]) throws {
        try set(session, "head", hash.hex)
    }

    private static func get(_ session: DatabaseSession, _ key: String) throws -> String? {
        try session.first("SELECT value FROM meta WHERE key = ?", [.text(key)]) { $0.text(0) }
    }

    private static func set(_ session: DatabaseSession, _ key: String, _ value: String) throws {
        try session.execute(
            "INSERT INTO meta (key, value) VALUES (?, ?) "
                + "ON CONFLICT (key) DO UPDATE SET value = excluded.value",
            [.text(key), .text(value)])
    }
}
