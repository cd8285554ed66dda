/// Where rows and cells stand in a sheet.
enum SheetPlace {
    /// The row's own number; a row that does not say comes after the one before it.
    static func row(_ tag: PartTag, after last: Int) throws(SheetFault) -> Int {
        guard let written = tag.text("r") else {
            guard last < SheetLimits.lastRow else { throw unreadable("", last) }
            return last + 1
        }
        guard let row = Int(written), (1...SheetLimits.lastRow).contains(row) else {
            throw unreadable(written, nil)
        }
        return row
    }

    /// The column of `BC7`, from 0.
    static func column(_ reference: UnsafePointer<CChar>, row: Int) throws(SheetFault) -> Int {
        let bytes = UnsafeRawBufferPointer(start: reference, count: PartTag.length(reference))
        guard let (column, _) = cell(bytes[...]) else {
            throw unreadable(String(cString: reference), row)
        }
        return column
    }

    /// The column from 0 and the row from 1.
    static func cell<Bytes: Collection<UInt8>>(
        _ reference: Bytes
    ) -> (column: Int, row: Int)? where Bytes.SubSequence == Bytes {
        var rest = reference
        var (column, row) = (0, 0)
        while let byte = rest.first, (0x41...0x5A).contains(byte & 0xDF), column < 1 << 20 {
            column = column * 26 + Int(byte & 0xDF) - 0x40
            rest = rest.dropFirst()
        }
        while let byte = rest.first, (0x30...0x39).contains(byte), row < 1 << 30 {
            row = row * 10 + Int(byte) - 0x30
            rest = rest.dropFirst()
        }
        return column > 0 && row > 0 && rest.isEmpty ? (column - 1, row) : nil
    }

    private static func unreadable(_ reference: String, _ row: Int?) -> SheetFault {
        SheetFault(
            "is damaged: it has a cell at \u{201C}\(VisibleText.of(reference))\u{201D}, which is no place in a sheet",
            line: row)
    }
}

/// A first look over a sheet: what stands behind the rows and still says how they are read.
final class SheetSurvey: PartReader {
    /// Cells merged over several of the first rows, by where they begin.
    private(set) var merges: [Merge: Int] = [:]
    /// Whether a row stands behind one with a higher number.
    private(set) var isOutOfOrder = false
    private(set) var isSheet = false
    private var isInRows = false
    private var row = 0

    struct Merge: Hashable {
        let row: Int
        let column: Int
    }

    func begin(_ tag: PartTag) throws(SheetFault) {
        switch tag.depth {
        case 1: isSheet = tag.isNamed("worksheet")
        case 2: isInRows = tag.isNamed("sheetData")
        case 3 where isInRows && tag.isNamed("row"):
            let next = try SheetPlace.row(tag, after: row)
            if next < row { isOutOfOrder = true }
            row = next
        case 3 where tag.isNamed("mergeCell"): take(merge: tag.text("ref") ?? "")
        default: break
        }
    }

    private func take(merge reference: String) {
        let corners = reference.split(separator: ":").compactMap { SheetPlace.cell($0.utf8) }
        guard corners.count == 2, corners[1].row > corners[0].row,
            corners[1].row <= SheetLimits.headingRows, corners[0].column < SheetLimits.columns
        else { return }
        merges[Merge(row: corners[0].row, column: corners[0].column)] = corners[1].row
    }

    func take(_ text: UnsafeRawBufferPointer) {}
    func end(depth: Int) {}
}

/// Turns a sheet into rows of texts.
final class SheetRows: PartReader {
    private let texts: SharedTexts
    private let styles: CellStyles
    private let from1904: Bool
    private let merges: [SheetSurvey.Merge: Int]
    private var finished: [CSVRecord] = []
    private var count = 0
    private var spent = 0
    private var isInRows = false

    private var row = 0
    private var fields: [String] = []
    private var column = -1
    private var kind = CellKind.number
    private var style = 0
    private var stored = TextRuns()
    private var part = CellPart.none
    private var hasInline = false
    /// What stands in the first cell of a merge, and down to which row.
    private var held: [Int: (text: String, last: Int)] = [:]

    private enum CellPart { case none, value, inline }

    private enum CellKind {
        case number, shared, truth, instant, text

        /// An unknown type is text as it stands.
        init(_ tag: PartTag) {
            switch tag {
            case _ where tag["t"] == nil || tag.isEqual("t", "n"): self = .number
            case _ where tag.isEqual("t", "s"): self = .shared
            case _ where tag.isEqual("t", "b"): self = .truth
            case _ where tag.isEqual("t", "d"): self = .instant
            default: self = .text
            }
        }
    }

    init(
        _ texts: SharedTexts, _ styles: CellStyles, from1904: Bool,
        merges: [SheetSurvey.Merge: Int]
    ) {
        self.texts = texts
        self.styles = styles
        self.from1904 = from1904
        self.merges = merges
    }

    /// The rows that have ended since it was last asked.
    func drain() -> [CSVRecord] {
        defer { finished.removeAll(keepingCapacity: true) }
        return finished
    }

    func begin(_ tag: PartTag) throws(SheetFault) {
        switch tag.depth {
        case 2: isInRows = tag.isNamed("sheetData")
        case 3 where isInRows && tag.isNamed("row"):
            row = try SheetPlace.row(tag, after: row)
            column = -1
        case 4 where isInRows && tag.isNamed("c"): try beginCell(tag)
        case 5 where isInRows:
            part = tag.isNamed("v") ? .value : tag.isNamed("is") ? .inline : .none
            if part == .inline {
                stored.clear()
                hasInline = true
            }
        case 6... where part == .inline: stored.begin(tag, depth: tag.depth - 5)
        default: break
        }
    }

    private func beginCell(_ tag: PartTag) throws(SheetFault) {
        if let reference = tag["r"] {
            column = try SheetPlace.column(reference, row: row)
        } else {
            column += 1
        }
        kind = CellKind(tag)
        style = tag["s"] == nil ? 0 : tag.number("s") ?? 0
        hasInline = false
        stored.clear()
    }

    func take(_ text: UnsafeRawBufferPointer) throws(SheetFault) {
        do throws(SheetFault) {
            switch part {
            case .none: break
            case .value: if !hasInline { try stored.append(text) }
            case .inline: try stored.take(text)
            }
        } catch {
            throw SheetFault(error.words, line: row)
        }
    }

    func end(depth: Int) throws(SheetFault) {
        guard isInRows else { return }
        switch depth {
        case 3: try endRow()
        case 4: try endCell()
        case 5: part = .none
        case 6... where part == .inline: stored.end(depth: depth - 5)
        default: break
        }
    }

    private func endCell() throws(SheetFault) {
        let text = try cellText()
        guard !text.isEmpty else { return }
        guard column < SheetLimits.columns else {
            throw SheetFault(
                "has more than \(SheetLimits.columns) columns; save only those that are needed",
                line: row)
        }
        spent += text.utf8.count
        guard spent <= SheetLimits.bytes else { throw .tooLarge }
        while fields.count <= column { fields.append("") }
        fields[column] = text
    }

    private func cellText() throws(SheetFault) -> String {
        if hasInline { return stored.text }
        guard !stored.utf8.isEmpty else { return "" }
        switch kind {
        case .shared:
            let written = String(decoding: stored.utf8, as: UTF8.self)
            guard let text = Int(written).flatMap({ texts[$0] }) else {
                throw SheetFault(
                    "is damaged: a cell refers to a text that is not in it; open it in Excel and save it again",
                    line: row)
            }
            return text
        case .truth: return stored.utf8 == [UInt8(ascii: "0")] ? "FALSE" : "TRUE"
        case .number: return CellNumber.text(stored.utf8, styles[style], from1904: from1904)
        case .instant: return SheetRows.instant(stored.text)
        case .text: return stored.text
        }
    }

    /// `2026-09-21T00:00:00` is the day, `2026-09-21T09:15:00` its minute.
    private static func instant(_ written: String) -> String {
        let parts = written.split(separator: "T", omittingEmptySubsequences: false)
        guard parts.count == 2 else { return written }
        var time = parts[1].prefix { $0 != "." && $0 != "Z" }
        if time.hasSuffix(":00"), time.count == 8 { time = time.dropLast(3) }
        return time == "00:00" ? String(parts[0]) : "\(parts[0]) \(time)"
    }

    private func endRow() throws(SheetFault) {
        defer { fields.removeAll(keepingCapacity: true) }
        // Cells without a text are not kept in the first place, so the last one holds one.
        guard !fields.isEmpty else { return }
        count += 1
        guard count <= SheetLimits.rows else {
            throw SheetFault(
                "has more than \(SheetLimits.rows) rows; save only those that are needed")
        }
        if row <= SheetLimits.headingRows { fill() }
        finished.append(CSVRecord(line: row, fields: fields))
    }

    /// A heading that is merged over several rows stands in each of them that has a text of its
    /// own.
    private func fill() {
        for (column, above) in held where row <= above.last {
            while fields.count <= column { fields.append("") }
            if fields[column].isEmpty { fields[column] = above.text }
        }
        for column in fields.indices where !fields[column].isEmpty {
            if let last = merges[SheetSurvey.Merge(row: row, column: column)] {
                held[column] = (fields[column], last)
            }
        }
    }
}
