/// Writes RFC 4180: commas, `\n`, quotation marks only where a field needs them.
public struct CSVWriter: Sendable {
    /// What becomes of a cell that a spreadsheet would take for a formula.
    public enum Cells: Sendable {
        /// It goes out as it came in: a bundle.
        case exact
        /// It gets a leading apostrophe: a report.
        case defused
    }

    private let cells: Cells
    public private(set) var bytes: [UInt8] = []

    public init(_ cells: Cells = .exact) { self.cells = cells }

    public mutating func row(_ fields: [String]) {
        // A lone empty field would be a blank line, which readers skip.
        if fields == [""] { bytes += Array("\"\"".utf8) }
        for (index, field) in fields.enumerated() {
            if index > 0 { bytes.append(UInt8(ascii: ",")) }
            write(cells == .defused && CSVWriter.isFormula(field) ? "'" + field : field)
        }
        bytes.append(UInt8(ascii: "\n"))
    }

    /// Takes what was written so far, so that a long file can go out in pieces.
    public mutating func take() -> [UInt8] {
        defer { bytes.removeAll(keepingCapacity: true) }
        return bytes
    }

    private mutating func write(_ field: String) {
        guard field.utf8.contains(where: CSVWriter.needsQuotes) else {
            bytes += field.utf8
            return
        }
        bytes.append(UInt8(ascii: "\""))
        for byte in field.utf8 {
            if byte == UInt8(ascii: "\"") { bytes.append(byte) }
            bytes.append(byte)
        }
        bytes.append(UInt8(ascii: "\""))
    }

    private static func needsQuotes(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: ","), UInt8(ascii: "\""), UInt8(ascii: "\r"), UInt8(ascii: "\n"): true
        default: false
        }
    }

    /// A spreadsheet may pass over what is invisible at the beginning, takes the wide forms of the
    /// signs for the signs themselves, and a tab or line break at the beginning for a new cell.
    private static func isFormula(_ field: String) -> Bool {
        guard let first = field.unicodeScalars.first else { return false }
        if "\t\r\n".unicodeScalars.contains(first) { return true }
        let sign = field.unicodeScalars.first { scalar in
            !scalar.properties.isWhitespace && !scalar.properties.isDefaultIgnorableCodePoint
        }
        return sign.map("=+-@＝＋－＠".unicodeScalars.contains) ?? false
    }
}
