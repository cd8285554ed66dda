import Foundation
import GRDB

/// A value as SQLite keeps it.
enum Cell: Hashable, Sendable {
    case null
    case int(Int64)
    case text(String)
    case blob([UInt8])
}

/// A connection at work within one transaction; never kept beyond it.
struct DatabaseSession {
    private let database: Database

    init(_ database: Database) { self.database = database }

    /// Runs one statement.
    func execute(_ sql: String, _ cells: [Cell] = []) throws {
        let statement = try database.cachedStatement(sql: sql)
        try statement.execute(arguments: DatabaseSession.arguments(cells))
    }

    /// Runs the statements of a script.
    func run(_ script: String) throws { try database.execute(sql: script) }

    /// What `body` makes of the first row, or `nil` where there is none.
    ///
    /// The statement is kept for the next time; `body` must not run it again.
    func first<Result>(
        _ sql: String, _ cells: [Cell] = [], _ body: (ResultRow) throws -> Result
    ) throws -> Result? {
        let statement = try database.cachedStatement(sql: sql)
        let rows = try Row.fetchCursor(statement, arguments: DatabaseSession.arguments(cells))
        return try rows.next().map { try body(ResultRow(row: $0)) }
    }

    /// Gives all rows to `body`, one after the other, without holding them.
    ///
    /// - Parameter kept: whether the statement is kept for the next time; `body` must then not run
    ///   it again.
    func forEach(
        _ sql: String, _ cells: [Cell] = [], kept: Bool = false,
        _ body: (ResultRow) throws -> Void
    ) throws {
        let statement =
            kept ? try database.cachedStatement(sql: sql) : try database.makeStatement(sql: sql)
        let rows = try Row.fetchCursor(statement, arguments: DatabaseSession.arguments(cells))
        while let row = try rows.next() { try body(ResultRow(row: row)) }
    }

    /// What `body` makes of all rows.
    func all<Result>(
        _ sql: String, _ cells: [Cell] = [], kept: Bool = false,
        _ body: (ResultRow) throws -> Result
    ) throws -> [Result] {
        var results: [Result] = []
        try forEach(sql, cells, kept: kept) { results.append(try body($0)) }
        return results
    }

    private static func arguments(_ cells: [Cell]) -> StatementArguments {
        StatementArguments(cells.map(\.databaseValue))
    }
}

/// One row of an answer, good only while it is at hand.
struct ResultRow {
    fileprivate let row: Row

    /// The text of a column, empty for NULL.
    func text(_ column: Int) -> String { row[column] ?? "" }
    func optionalText(_ column: Int) -> String? { row[column] }
    func int(_ column: Int) -> Int64 { row[column] ?? 0 }
    func optionalInt(_ column: Int) -> Int64? { row[column] }

    /// The bytes of a column, none for NULL.
    func bytes(_ column: Int) -> [UInt8] {
        let data: Data? = row[column]
        return data.map { [UInt8]($0) } ?? []
    }

    /// The value of a column as SQLite keeps it.
    func cell(_ column: Int) -> Cell {
        switch (row[column] as DatabaseValue).storage {
        case .null: .null
        case .int64(let number): .int(number)
        case .double(let number): .text(String(number))
        case .string(let text): .text(text)
        case .blob(let data): .blob([UInt8](data))
        }
    }
}

extension Cell {
    fileprivate var databaseValue: DatabaseValue {
        switch self {
        case .null: .null
        case .int(let number): number.databaseValue
        case .text(let text): text.databaseValue
        case .blob(let bytes): Data(bytes).databaseValue
        }
    }
}
