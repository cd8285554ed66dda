import Domain

/// A file of rows under headings, with all that stood above them.
struct HeadedTable {
    let format: SystemFormat
    let map: HeadingMap
    let kind: KindFormat
    /// The physical line of the headings.
    let line: Int
    /// Titles above the headings.
    let above: [CSVRecord]
    /// Rows below the headings, by which columns are judged.
    let sample: [[String]]
    let sheet: Sheet

    /// Where in the file the headings may stand.
    private static let depth = 40
    /// How many rows tell what a column holds.
    private static let sampleSize = 200

    /// Finds the sheet and the row of headings: those that give the most known headings.
    ///
    /// - Returns: `nil` where no row has two.
    init?(_ sheets: SheetChoice, kind: ImportKind, _ options: ImportOptions) {
        let library = FormatLibrary.shared
        let kindFormat = library.kind(kind)
        let isGrid = kindFormat.fields.contains(.date)
        let known = HeadedTable.vocabulary(options, kindFormat, library)
        var best: (sheet: Sheet, place: Int, rows: [CSVRecord])?
        var most = 1
        for sheet in sheets.candidates {
            let rows = sheet.top(HeadedTable.depth + HeadedTable.sampleSize)
            for (place, row) in rows.prefix(HeadedTable.depth).enumerated() {
                let found = HeadedTable.knownHeadings(row, known, grid: isGrid)
                if found > most { (best, most) = ((sheet, place, rows), found) }
            }
            if best != nil, sheets.takesFirst { break }
        }
        guard let best else { return nil }
        let headings = GridHeadings(best.rows, best.place, grid: isGrid)
        let system =
            options.format.map(library.format)
            ?? library.recognise(
                headings: headings.cells, above: Array(best.rows[..<headings.first]))
        let sample = best.rows.dropFirst(headings.last + 1).map(\.fields)
        let generic = library.format(.generic)
        self.sample = Array(sample)
        self.kind = kindFormat
        above = best.rows[..<headings.first].filter { !HeadedTable.isEmpty($0) }
        format = system
        map = HeadingMap(
            headings.cells, kind: kindFormat, library: library, sample: self.sample,
            told: options.told(headings.cells), constants: options.constants
        ) { kindFormat.names(of: $0, system, beside: generic) }
        line = best.rows[headings.last].line
        sheet = best.sheet
    }

    private init(_ table: HeadedTable, map: HeadingMap) {
        format = table.format
        self.map = map
        kind = table.kind
        line = table.line
        above = table.above
        sample = table.sample
        sheet = table.sheet
    }

    /// The same rows with columns read as other fields.
    func with(_ map: HeadingMap) -> HeadedTable { HeadedTable(self, map: map) }

    /// `a SIMS roster (Windows-1252, tabs), headings on line 3`.
    var takenFor: String {
        "\(format.name) \(kind.words) (\(sheet.words)), headings on line \(line)"
    }

    /// Every row below the headings that is not blank.
    ///
    /// - Parameter skim: takes lines as they stand, before they are read as rows.
    func forEachRow(
        knowing index: PupilIndex?, skimming skim: ((PlainLine) -> Bool)? = nil,
        _ body: (Row) -> Void
    ) {
        let sieve = RowSieve(map: map, words: FormatLibrary.shared.words, index: index)
        let first = line + 1
        let below = skim.map { take in { (found: PlainLine) in found.line >= first && take(found) }
        }
        sheet.forEachRow(skimming: below) { row in
            switch row {
            case .record(let record):
                if record.line > line, !HeadedTable.isEmpty(record) { body(sieve.row(record)) }
            case .unreadable(let place, let words):
                // The lines above the headings may hold anything.
                if place > line { body(.unreadable(ImportFault(line: place, words))) }
            }
            return true
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
        record.fields.allSatisfy { $0.isEmpty || cellText($0).isEmpty }
    }

    private static func vocabulary(
        _ options: ImportOptions, _ kind: KindFormat, _ library: FormatLibrary
    ) -> Set<String> {
        let systems = options.format.map { [$0, .generic] } ?? SchoolSystem.allCases
        let generic = library.format(.generic)
        let names = systems.flatMap { system in
            kind.fields.flatMap { kind.names(of: $0, library.format(system), beside: generic) }
        }
        return Set(names).union(options.headingsTold)
    }

    private static func knownHeadings(
        _ row: CSVRecord, _ known: Set<String>, grid: Bool
    ) -> Int {
        var words: Set<String> = []
        var days = 0
        for (place, cell) in row.fields.enumerated() {
            let word = folded(cellText(cell))
            if known.contains(word) {
                words.insert(word)
            } else if grid, GridColumn(place, heading: cellText(cell)) != nil {
                days += 1
            }
        }
        // A row of marks has dates too; a row of headings names the child first.
        return words.isEmpty ? 0 : words.count + days
    }
}
