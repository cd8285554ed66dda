/// A workbook (`.xlsx`) in memory.
///
/// Its sheets are streamed: beside the file itself no more is held than the texts that cells share
/// and a few rows.
struct Workbook: Sendable {
    struct SheetName: Hashable, Sendable {
        let name: String
        let isHidden: Bool
    }

    /// In the order of the workbook; charts are none.
    let sheets: [SheetName]
    private let bytes: [UInt8]
    /// What its lists, texts and styles unpack to: each sheet is read beside them.
    private let unpacked: Int
    private let texts: SharedTexts
    private let styles: CellStyles
    private let from1904: Bool
    /// Where each sheet is.
    private let parts: [String?]

    /// Reads the list of sheets, the shared texts and the styles.
    init(_ bytes: [UInt8]) throws(SheetFault) {
        guard bytes.starts(with: FileNature.zip) else {
            throw SheetFault(FileNature(bytes).words)
        }
        let archive = try SheetArchive(bytes)
        let root = try Relationships(of: "", in: archive)
        let main = root.first("officeDocument") ?? "xl/workbook.xml"
        guard archive.has(main) else {
            let nature = FileNature(bytes)
            throw nature == .workbook
                ? SheetFault("lacks the list of its sheets; open it in Excel and save it again")
                : SheetFault(nature.words)
        }
        let list = try SheetList(main, of: archive)
        let relationships = try Relationships(of: main, in: archive)
        texts = try SharedTexts(relationships.first("sharedStrings"), of: archive)
        styles = try CellStyles(relationships.first("styles"), of: archive)
        self.bytes = bytes
        unpacked = archive.unpacked
        from1904 = list.countsFrom1904
        var sheets: [SheetName] = []
        var parts: [String?] = []
        for entry in list.entries {
            let target = entry.relationship.flatMap { relationships.targets[$0] }
            guard let target, target.type == "worksheet" else { continue }
            sheets.append(SheetName(name: entry.name, isHidden: entry.isHidden))
            parts.append(target.part)
        }
        guard !sheets.isEmpty else { throw SheetFault("has no sheet with cells") }
        self.sheets = sheets
        self.parts = parts
    }

    /// Every row of a sheet that holds a text, by its number.
    ///
    /// `line` is the row's own number in the sheet; `fields` are the texts of its cells by column,
    /// without the empty ones at the end. Damage may show only at the end, after rows were given.
    ///
    /// - Parameter body: returns false to stop.
    func forEachRow(of sheet: Int, _ body: (CSVRecord) -> Bool) throws(SheetFault) {
        guard let part = parts[sheet] else {
            throw SheetFault(
                "keeps the sheet \(VisibleText.of(sheets[sheet].name)) in another file")
        }
        let archive = try SheetArchive(bytes, spent: unpacked)
        let survey = SheetSurvey()
        try PartStream.read(part, of: archive, survey)
        guard survey.isSheet else { throw .damaged(part) }
        let rows = SheetRows(texts, styles, from1904: from1904, merges: survey.merges)
        guard survey.isOutOfOrder else { return try stream(part, archive, rows, body) }
        var kept: [CSVRecord] = []
        try stream(part, archive, rows) { record in
            kept.append(record)
            return true
        }
        let order = kept.indices.sorted { (kept[$0].line, $0) < (kept[$1].line, $1) }
        for index in order where !body(kept[index]) { return }
    }

    private func stream(
        _ part: String, _ archive: SheetArchive, _ rows: SheetRows, _ body: (CSVRecord) -> Bool
    ) throws(SheetFault) {
        let stream = try PartStream(part, rows)
        var isStopped = false
        try archive.read(part) { bytes throws(SheetFault) in
            try stream.feed(bytes)
            isStopped = !rows.drain().allSatisfy(body)
            return !isStopped
        }
        guard !isStopped else { return }
        try stream.finish()
        _ = rows.drain().allSatisfy(body)
    }
}
