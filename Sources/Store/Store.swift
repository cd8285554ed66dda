import Domain

/// What a school knows: one SQLite file with its records and the journal of every change to them.
///
/// Two doors lead in: `read(_:)` for a view of one moment, and `apply(_:by:at:)` (with its kin
/// `undo`, `redo` and `look`) for change. A store is one connection; what runs beside the screen,
/// an import for example, opens its own, and neither waits for the other to read.
public final class Store: Sendable {
    /// The file, as an absolute path.
    public let path: String
    /// Whether its pupils are invented: such a store says so wherever it is shown, and takes no
    /// imports.
    public let isDemo: Bool
    /// Whether the file, its folder or a full disk did not let it be opened for writing; every
    /// write then throws `StoreError.cannotWrite`, until it is opened again.
    public let isReadOnly: Bool
    /// The account that owns the file, and so is the store's keeper.
    public let keeperUID: UInt32

    /// The day at whose end its content was known so; `nil` for the store as it is now.
    public let known: Day?

    let connection: Connection
    private let origin: Store?

    init(
        connection: Connection, isDemo: Bool, keeperUID: UInt32, known: Day? = nil,
        present: Store? = nil
    ) {
        self.connection = connection
        self.isDemo = isDemo
        self.keeperUID = keeperUID
        self.known = known
        origin = present
        path = connection.path
        isReadOnly = known != nil || connection.refusal != nil
    }

    /// The store as it is now: this one, or the one that it was made from.
    public var present: Store { origin ?? self }

    /// Ends the connection; the store cannot be used after it.
    public func close() {
        connection.close()
        origin?.close()
    }

    /// Reads one moment of the store, untouched by what others write meanwhile.
    ///
    /// The snapshot is good inside the closure only; do not call the store from within.
    ///
    /// - Throws: `StoreError` where the file cannot be read, and what the closure throws.
    public func read<Result>(_ body: (Snapshot) throws -> Result) throws -> Result {
        try connection.read { session in
            let snapshot = Snapshot(session)
            let result = try body(snapshot)
            if let failure = snapshot.failure { throw failure }
            return result
        }
    }

    /// A number that is another one whenever another connection or process has changed the file.
    ///
    /// It costs microseconds and reads no table: ask it once a second.
    public func dataVersion() throws -> Int64 {
        try connection.outsideTransaction { session in
            try session.first("PRAGMA data_version") { $0.int(0) } ?? 0
        }
    }
}
