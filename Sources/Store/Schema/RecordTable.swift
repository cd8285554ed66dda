import Domain

/// How the records of one kind stand in their table.
///
/// Attendance has its own form, a row a child and year; see `AttendanceTable`.
struct RecordTable: Sendable {
    let kind: RecordKind
    /// The columns, quoted: many of their names are words of SQL.
    let columns: [String]
    /// The records, of which a condition may leave some.
    let select: String
    /// The records about children with the child's reference behind their columns, where the kind
    /// has any.
    let ofChildren: (select: String, pupil: String)?
    let selectOne: String
    /// Every record, in the order of an export.
    let selectAll: String
    let upsert: String
    let delete: String
    let orderByKey: String
    /// The columns of the key, quoted.
    let keys: [String]
    private let isMoney: [Bool]

    static func of(_ kind: RecordKind) -> RecordTable {
        guard let table = all[kind] else {
            preconditionFailure("every kind has its table")
        }
        return table
    }

    private static let all = Dictionary(
        uniqueKeysWithValues: RecordKind.allCases.map { ($0, RecordTable($0)) })

    private init(_ kind: RecordKind) {
        self.kind = kind
        let schema = kind.schema
        let columns = schema.columns.map { "\"\($0.name)\"" }
        let keys = schema.keyColumns.map { columns[$0] }
        let table = kind.rawValue
        let list = columns.joined(separator: ", ")
        // Qualified, because the table of whom a row is a part of may have a column of that name.
        let full = columns.map { "\(table).\($0)" }.joined(separator: ", ")
        let ofKey = keys.map { "\($0) = ?" }.joined(separator: " AND ")
        let marks = Array(repeating: "?", count: columns.count + 1).joined(separator: ", ")
        let updates = (columns.filter { !keys.contains($0) } + ["revision"]).map {
            "\($0) = excluded.\($0)"
        }
        self.columns = columns
        self.keys = keys
        orderByKey = " ORDER BY " + keys.map { "\(table).\($0)" }.joined(separator: ", ")
        select = "SELECT \(list) FROM \(table)"
        ofChildren = kind.wayToPupil.map { way in
            ("SELECT \(full), \(way.column) FROM \(table)\(way.joins)", way.column)
        }
        selectOne = select + " WHERE \(ofKey)"
        selectAll = select + orderByKey
        upsert =
            "INSERT INTO \(table) (\(list), revision) VALUES (\(marks)) ON CONFLICT "
            + "(\(keys.joined(separator: ", "))) DO UPDATE SET \(updates.joined(separator: ", "))"
        delete = "DELETE FROM \(table) WHERE \(ofKey)"
        isMoney = schema.columns.map { $0.type == .money }
    }

    /// The record of a row whose first columns are this table's.
    func record(_ row: ResultRow) -> Record {
        var values: [String] = []
        values.reserveCapacity(columns.count)
        for index in columns.indices {
            values.append(isMoney[index] ? pounds(row, index) : row.text(index))
        }
        return Record(kind: kind, checked: values)
    }

    /// What `upsert` asks for.
    func cells(_ record: Record, revision: ChangeNumber) -> [Cell] {
        var cells: [Cell] = []
        cells.reserveCapacity(columns.count + 1)
        for (index, value) in record.values.enumerated() {
            if value.isEmpty {
                cells.append(.null)
            } else if isMoney[index], let pence = Pence(pounds: value) {
                cells.append(.int(Int64(pence.value)))
            } else {
                cells.append(.text(value))
            }
        }
        cells.append(.int(revision.rawValue))
        return cells
    }

    private func pounds(_ row: ResultRow, _ index: Int) -> String {
        row.optionalInt(index).map { Pence(Int($0)).pounds } ?? ""
    }
}

extension RecordKind {
    /// The tables between a row of this kind and the one that names its child, and the column there;
    /// `nil` where rows are about no child.
    var wayToPupil: (joins: String, column: String)? {
        switch definition.owner {
        case .pupil: return ("", "\(rawValue).pupil")
        case .part(let whole):
            guard let way = whole.wayToPupil, let id = whole.idColumn else { return nil }
            return (" JOIN \(whole.rawValue) USING (\(id))" + way.joins, way.column)
        case .staff, .school: return nil
        }
    }
}

extension RecordKey {
    var cells: [Cell] { parts.map(Cell.text) }
}
