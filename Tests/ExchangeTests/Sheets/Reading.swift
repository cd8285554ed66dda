import Support

@testable import Exchange

/// `3: a|b` for a row, `! words` for a fault, with the row where one is named.
func rows(_ bytes: [UInt8], sheet: Int = 0) -> [String] {
    var found: [String] = []
    do throws(SheetFault) {
        try Workbook(bytes).forEachRow(of: sheet) { record in
            found.append("\(record.line): \(record.fields.joined(separator: "|"))")
            return true
        }
    } catch {
        found.append(words(of: error))
    }
    return found
}

func rows(_ workbook: MadeWorkbook, sheet: Int = 0) -> [String] {
    rows(workbook.bytes, sheet: sheet)
}

/// The words with which bytes are refused.
func refusal(_ bytes: [UInt8]) -> String? {
    let last = rows(bytes).last ?? ""
    return last.hasPrefix("!") ? last : nil
}

private func words(of fault: SheetFault) -> String {
    "! " + (fault.line.map { "row \($0): " } ?? "") + fault.words
}
