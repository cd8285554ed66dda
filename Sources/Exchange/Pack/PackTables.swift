import Domain

/// The tables of a pack: register codes, bank holidays and clauses.
enum PackTables {
    static func codes(_ bytes: [UInt8]) throws(PackFault) -> [RegisterCodeTable.Entry] {
        let table = try Table("attendance-codes.csv", bytes)
        var entries: [RegisterCodeTable.Entry] = []
        for row in table.rows {
            guard let code = RegisterCode(try table.field("code", row)) else {
                throw table.fault("code", row, "is a code that the store has no place for")
            }
            guard let category = MarkCategory(rawValue: try table.field("category", row)) else {
                throw table.fault("category", row, "is no category of marks")
            }
            entries.append(
                RegisterCodeTable.Entry(
                    code: code, category: category, meaning: try table.field("meaning", row),
                    validFrom: try table.optionalDay("valid_from", row),
                    validTo: try table.optionalDay("valid_to", row)))
        }
        return entries
    }

    static func bankHolidays(_ bytes: [UInt8]) throws(PackFault) -> [Day] {
        let table = try Table("bank-holidays.csv", bytes)
        var days: [Day] = []
        for row in table.rows {
            guard let day = try table.optionalDay("date", row) else {
                throw table.fault("date", row, "is missing")
            }
            days.append(day)
        }
        return days
    }

    static func clauses(_ bytes: [UInt8]) throws(PackFault) -> [Clause] {
        let table = try Table("clauses.csv", bytes)
        var clauses: [Clause] = []
        for row in table.rows {
            let kind = try table.field("kind", row)
            guard kind == "computed" || kind == "attested" else {
                throw table.fault("kind", row, "is neither computed nor attested")
            }
            clauses.append(
                Clause(
                    id: try table.field("id", row), section: try table.field("section", row),
                    isComputed: kind == "computed", text: try table.field("clause", row)))
        }
        return clauses
    }

    /// The bands of the questionnaire's scores; a carer's form is read as a parent's.
    static func sdqBands(
        _ bytes: [UInt8]
    ) throws(PackFault) -> [SDQ.Informant: [SDQScore.Scale?: [Int]]] {
        let table = try Table("sdq-bands.csv", bytes)
        var limits: [SDQ.Informant: [SDQScore.Scale?: [Int]]] = [:]
        for row in table.rows {
            guard let informant = SDQ.Informant(rawValue: try table.field("informant", row)) else {
                throw table.fault("informant", row, "is nobody who fills in the form")
            }
            let name = try table.field("scale", row)
            let scale = SDQScore.Scale(rawValue: name)
            guard scale != nil || name == "total" else {
                throw table.fault("scale", row, "is no scale of the form")
            }
            var scores: [Int] = []
            for column in ["average", "raised", "high"] {
                guard let score = Int(try table.field(column, row)) else {
                    throw table.fault(column, row, "is not a whole number")
                }
                scores.append(score)
            }
            limits[informant, default: [:]][scale] = scores
        }
        limits[.carer] = limits[.parent]
        return limits
    }

    /// A CSV of Resources, small enough to be held whole.
    private struct Table {
        let file: String
        let rows: [CSVRecord]
        private let indices: [String: Int]

        init(_ file: String, _ bytes: [UInt8]) throws(PackFault) {
            self.file = file
            var reader = CSVReader(bytes: bytes)
            var rows: [CSVRecord] = []
            do {
                while let row = try reader.next() { rows.append(row) }
            } catch {
                throw PackFault(
                    file: file, key: "", line: error.line, problem: .badRow(error.words))
            }
            let heading = rows.first?.fields ?? []
            indices = Dictionary(
                zip(heading, heading.indices), uniquingKeysWith: { first, _ in first })
            self.rows = Array(rows.dropFirst())
            for row in self.rows where row.fields.count != heading.count {
                throw fault("", row, "has \(row.fields.count) fields, not \(heading.count)")
            }
        }

        func field(_ column: String, _ row: CSVRecord) throws(PackFault) -> String {
            guard let index = indices[column] else {
                throw PackFault(file: file, key: column, line: 1, problem: .missing)
            }
            return row.fields[index]
        }

        func optionalDay(_ column: String, _ row: CSVRecord) throws(PackFault) -> Day? {
            let text = try field(column, row)
            if text.isEmpty { return nil }
            guard let day = Day(iso: text) else { throw fault(column, row, "is not a date") }
            return day
        }

        func fault(_ column: String, _ row: CSVRecord, _ words: String) -> PackFault {
            PackFault(file: file, key: column, line: row.line, problem: .badRow(words))
        }
    }
}
