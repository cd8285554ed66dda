import Foundation
import GRDB
import GRDBSQLite

extension Connection {
    /// The whole store as the bytes of its file at one moment, changes that still stand in its log
    /// included; others write on meanwhile.
    func image() throws -> Data {
        try inWords {
            try queue.writeWithoutTransaction { database in
                var size: sqlite3_int64 = 0
                try database.execute(sql: "BEGIN")
                defer { try? database.execute(sql: "COMMIT") }
                // A transaction begins with its first read.
                _ = try Int.fetchOne(database, sql: "SELECT count(*) FROM sqlite_schema")
                guard
                    let bytes = sqlite3_serialize(database.sqliteConnection, "main", &size, 0)
                else {
                    throw StoreError.unavailable(
                        path: path, why: "there is no memory for a copy of it")
                }
                return Data(
                    bytesNoCopy: bytes, count: Int(size),
                    deallocator: .custom { bytes, _ in sqlite3_free(bytes) })
            }
        }
    }
}
