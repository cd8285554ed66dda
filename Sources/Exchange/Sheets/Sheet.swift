/// The rows of one table, whatever kind of file it stands in: no importer knows more.
struct Sheet: Sendable {
    /// What it was read from: `UTF-8, commas`, or `workbook, sheet Pupils`.
    let words: String
    private let source: Source

    private enum Source {
        case text([UInt8], separator: Unicode.Scalar)
        case workbook(Workbook, sheet: Int)
    }

    /// A row, or why it cannot be read.
    enum Row {
        case record(CSVRecord)
        case unreadable(line: Int, String)
    }

    /// A text with a separator between its cells.
    init(_ text: DecodedText, separator: Unicode.Scalar) {
        let between = separator == "," ? "commas" : separator == ";" ? "semicolons" : "tabs"
        words = "\(text.encoding.rawValue), \(between)"
        source = .text(text.utf8, separator: separator)
    }

    /// A sheet of a workbook.
    init(_ workbook: Workbook, sheet: Int) {
        words = "workbook, sheet \(VisibleText.of(workbook.sheets[sheet].name))"
        source = .workbook(workbook, sheet: sheet)
    }

    /// Every row in order, until `body` returns `false`.
    ///
    /// - Parameter skim: takes lines of a text as they stand, before they are read as rows; those
    ///   that it takes are not given to `body`.
    func forEachRow(skimming skim: ((PlainLine) -> Bool)? = nil, _ body: (Row) -> Bool) {
        switch source {
        case .text(let utf8, let separator):
            var reader = CSVReader(bytes: utf8, separator: separator, dialect: .spreadsheet)
            while true {
                if let skim { reader.skim(skim) }
                do {
                    guard let record = try reader.next() else { return }
                    if !body(.record(record)) { return }
                } catch {
                    if !body(.unreadable(line: error.line, error.words)) { return }
                }
            }
        case .workbook(let workbook, let sheet):
            do {
                try workbook.forEachRow(of: sheet) { body(.record($0)) }
            } catch {
                // Damage at whatever place makes the whole of it unfit; it has no line of its own.
                _ = body(.unreadable(line: error.line ?? .max, error.words))
            }
        }
    }

    /// The first rows, without those that cannot be read.
    func top(_ count: Int) -> [CSVRecord] {
        var rows: [CSVRecord] = []
        var seen = 0
        forEachRow { row in
            if case .record(let record) = row { rows.append(record) }
            seen += 1
            return seen < count
        }
        return rows
    }
}
