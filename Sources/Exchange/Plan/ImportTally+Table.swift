import Domain

extension ImportTally {
    /// The table in a file; where there is none that can be used, the file is refused.
    mutating func table(_ bytes: [UInt8], _ options: ImportOptions) -> HeadedTable? {
        do {
            return try readTable(bytes, options)
        } catch {
            refuseFile(error)
            return nil
        }
    }

    private mutating func readTable(
        _ bytes: [UInt8], _ options: ImportOptions
    ) throws(ImportFault) -> HeadedTable {
        let sheets = try SheetChoice(bytes, sheet: options.sheet)
        guard let table = HeadedTable(sheets, kind: kind, options) else {
            throw ImportFault(line: nil, ImportTally.noHeadings(kind))
        }
        takenFor = "\(Self.article(table.format.name)) \(table.takenFor)"
        columns = table.columns
        if kind != .attendance, table.isHeadedByDays {
            throw ImportFault(
                line: table.line,
                "most headings are dates: this is a register and no \(kind.words); bring it in as "
                    + "one (cksw import attendance)")
        }
        unread = table.map.extra.map { table.map.cells[$0] }
        if let missing = table.missingHeading(options) { throw missing }
        if let twice = table.map.twice {
            throw ImportFault(line: table.line, column: twice, "is a heading twice")
        }
        if let missing = missingChild(table, options) ?? table.missingNeed { throw missing }
        noticeWhatIsNotRead(table, options)
        return table
    }

    private static func noHeadings(_ kind: ImportKind) -> String {
        let fields = ImportField.of(kind)
        let examples = fields.prefix(4).compactMap(\.headings.first)
        return "no row of headings was found, such as \(examples.joined(separator: ", "))"
    }

    private mutating func noticeWhatIsNotRead(_ table: HeadedTable, _ options: ImportOptions) {
        for field in options.constants.keys.sorted(by: { $0.rawValue < $1.rawValue })
        where !table.map.isConstant(field) {
            let heading = VisibleText.of(table.map.heading(field) ?? "")
            notice(table.line, "--set \(field.rawValue) was not used: \(heading) tells it")
        }
        for row in table.above {
            notice(
                row.line, "above the headings: \(VisibleText.of(row.fields.joined(separator: " ")))"
            )
        }
        guard !table.map.extra.isEmpty else { return }
        let names = table.map.extra.map { column in
            let samples = table.samples(of: column)
            return VisibleText.of(table.map.cells[column])
                + (samples.isEmpty ? "" : " (\(samples.joined(separator: ", ")))")
        }
        let shown = names.prefix(12).joined(separator: ", ")
        let more = names.count > 12 ? " and \(names.count - 12) more" : ""
        notice(
            table.line,
            "columns that are not read: \(shown)\(more); name one with --map \"HEADING=FIELD\" "
                + "(cksw import fields \(kind.rawValue))")
    }

    private static func article(_ name: String) -> String {
        name.first.map { "AEIOU".contains($0) } ?? false ? "an" : "a"
    }
}

extension HeadedTable {
    /// Whether most headings are days or their sessions: a register, whatever else it is taken for.
    fileprivate var isHeadedByDays: Bool {
        let above = above.last.map(\.fields) ?? []
        let headings = (0..<map.width).map { column in
            let over = above.indices.contains(column) ? cellText(above[column]) : ""
            return (map.cells[column], over)
        }.filter { !$0.0.isEmpty || !$0.1.isEmpty }
        let days = headings.count { heading, over in
            GridColumn(0, heading: heading) != nil || GridHeadings.isSession(heading)
                || (heading.isEmpty && GridColumn(0, heading: over) != nil)
        }
        return days > 2 && days * 2 > headings.count
    }

    /// Every column with a heading, and what it was taken for.
    var columns: [ImportPreview.Column] {
        let fields = Dictionary(map.columns.map { ($1, $0) }) { first, _ in first }
        let days = Set(map.days.map(\.column))
        return (0..<map.width).filter { !map.cells[$0].isEmpty }.map { column in
            let field = fields[column]
            let words =
                days.contains(column)
                ? "a day's marks"
                : field.flatMap { FormatLibrary.shared.fields[$0]?.words } ?? "not read"
            return ImportPreview.Column(
                heading: map.cells[column], field: field?.rawValue, words: words,
                samples: samples(of: column))
        }
    }

    /// The first three different cells of a column.
    func samples(of column: Int) -> [String] {
        var samples: [String] = []
        for row in sample where row.indices.contains(column) {
            let text = VisibleText.of(cellText(row[column]), limit: 20)
            if !text.isEmpty, !samples.contains(text) { samples.append(text) }
            if samples.count == 3 { break }
        }
        return samples
    }

    /// Columns that nothing reads and whose cells have the form of a field: `--map "…=admitted"`.
    func cure(for field: SchoolField) -> String {
        let library = FormatLibrary.shared
        guard let reading = library.fields[field]?.reading else { return "" }
        let fitting = map.extra.filter { column in
            let cells = sample.map { $0.indices.contains(column) ? cellText($0[column]) : "" }
            return (reading.share(of: cells, library.words) ?? 0) > 0.5
        }
        let heading = fitting.first.map { VisibleText.of(map.cells[$0]) } ?? "HEADING"
        return "--map \"\(heading)=\(field.rawValue)\""
    }

    /// A heading that somebody named for this file and that it does not have.
    fileprivate func missingHeading(_ options: ImportOptions) -> ImportFault? {
        let headings = map.cells.prefix(map.width)
        let words = Set(headings.map(HeadingMeaning.word))
        guard
            let unknown = options.meanings.first(where: {
                $0.isForThisFile && !words.contains($0.word)
            })
        else { return nil }
        return ImportFault(
            line: line,
            "has no heading \(VisibleText.of(unknown.heading)); its headings are "
                + headings.filter { !$0.isEmpty }.map { VisibleText.of($0) }.joined(separator: ", ")
        )
    }

    /// What the kind of file cannot do without, where no heading tells it.
    fileprivate var missingNeed: ImportFault? {
        for need in kind.needs where !need.contains(where: { $0.allSatisfy(map.has) }) {
            let fields = need.first ?? []
            let library = FormatLibrary.shared
            let words = fields.compactMap { library.fields[$0]?.words }.joined(separator: " and ")
            let names = fields.prefix(1).flatMap { library.spelled($0, in: kind.kind) }
            let cure = fields.map(cure).joined(separator: " ")
            return ImportFault(
                line: line,
                "no heading tells \(words) (\(names.prefix(3).joined(separator: ", ")) …); "
                    + "name the column with \(cure)")
        }
        return nil
    }
}
