/// A file of rows under headings, with all that stood above them.
struct HeadedTable {
    let format: SystemFormat
    let map: HeadingMap
    /// The physical line of the headings.
    let line: Int
    /// Titles above the headings.
    let above: [CSVRecord]
    let separator: Unicode.Scalar
    let encoding: TextEncoding
    private let utf8: [UInt8]

    /// Where in the file the headings may stand.
    private static let depth = 40
    private static let separators: [Unicode.Scalar] = [",", ";", "\t"]

    /// Finds the separator and the row of headings: those that give the most known headings.
    ///
    /// - Returns: `nil` where no row has two.
    init?(_ text: DecodedText, system: SchoolSystem?, wanted: [SchoolField]) {
        let library = FormatLibrary.shared
        let generic = library.format(.generic)
        let known = HeadedTable.vocabulary(system, wanted, library)
        var best: (separator: Unicode.Scalar, place: Int, rows: [CSVRecord])?
        var most = 1
        for separator in HeadedTable.separators {
            let rows = HeadedTable.rows(text.utf8, separator, limit: HeadedTable.depth)
            for (place, row) in rows.enumerated() {
                let found = HeadedTable.knownHeadings(row, known, grid: wanted.contains(.date))
                if found > most { (best, most) = ((separator, place, rows), found) }
            }
        }
        guard let best else { return nil }
        let headings = GridHeadings(best.rows, best.place, grid: wanted.contains(.date))
        above = best.rows[..<headings.first].filter { !HeadedTable.isEmpty($0) }
        format =
            system.map(library.format)
            ?? library.recognise(headings: headings.cells, above: above)
        let format = format
        map = HeadingMap(headings.cells, wanted: wanted) { format.names(of: $0, beside: generic) }
        line = best.rows[headings.last].line
        separator = best.separator
        encoding = text.encoding
        utf8 = text.utf8
    }

    /// `a SIMS roster (Windows-1252, tabs), headings on line 3`.
    func takenFor(_ kind: String) -> String {
        let between = separator == "," ? "commas" : separator == ";" ? "semicolons" : "tabs"
        return "\(format.name) \(kind) (\(encoding.rawValue), \(between)), headings on line \(line)"
    }

    /// Every row below the headings that is not blank.
    func forEachRow(knowing index: PupilIndex, _ body: (Row) -> Void) {
        var reader = CSVReader(bytes: utf8, separator: separator)
        let sieve = RowSieve(map: map, words: FormatLibrary.shared.words, index: index)
        while true {
            do {
                guard let record = try reader.next() else { return }
                guard record.line > line, !HeadedTable.isEmpty(record) else { continue }
                body(sieve.row(record))
            } catch {
                // The lines above the headings may hold anything.
                if error.line > line {
                    body(.unreadable(ImportFault(line: error.line, error.words)))
                }
            }
        }
    }

    /// A row below the headings, as far as it can be judged without knowing the children.
    enum Row {
        case child(CSVRecord)
        /// Totals, footers and headings that are repeated.
        case noChild(line: Int, String)
        case unreadable(ImportFault)
    }

    private static func isEmpty(_ record: CSVRecord) -> Bool {
        record.fields.allSatisfy { trimmed($0).isEmpty }
    }

    private static func rows(
        _ utf8: [UInt8], _ separator: Unicode.Scalar, limit: Int
    ) -> [CSVRecord] {
        var reader = CSVReader(bytes: utf8, separator: separator)
        var rows: [CSVRecord] = []
        for _ in 0..<limit {
            do {
                guard let row = try reader.next() else { break }
                rows.append(row)
            } catch {
                continue
            }
        }
        return rows
    }

    private static func vocabulary(
        _ system: SchoolSystem?, _ wanted: [SchoolField], _ library: FormatLibrary
    ) -> Set<String> {
        let systems = system.map { [$0, .generic] } ?? SchoolSystem.allCases
        return Set(
            systems.flatMap { system in
                wanted.flatMap { library.format(system).headings[$0] ?? [] }
            })
    }

    private static func knownHeadings(
        _ row: CSVRecord, _ known: Set<String>, grid: Bool
    ) -> Int {
        var words: Set<String> = []
        var days = 0
        for (place, cell) in row.fields.enumerated() {
            let word = folded(cell)
            if known.contains(word) {
                words.insert(word)
            } else if grid, GridColumn(place, heading: cell) != nil {
                days += 1
            }
        }
        // A row of marks has dates too; a row of headings names the child first.
        return words.isEmpty ? 0 : words.count + days
    }
}
