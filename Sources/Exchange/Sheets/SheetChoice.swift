/// The tables that a file may be read as: a text by each separator, a workbook by its sheets.
struct SheetChoice {
    let candidates: [Sheet]
    /// Whether the first with a row of headings is the one; else that with the most headings.
    let takesFirst: Bool

    private static let separators: [Unicode.Scalar] = [",", ";", "\t"]

    /// - Parameter name: the sheet of a workbook that is meant; `nil`: the first visible one that
    ///   has headings.
    /// - Throws: why the file is no table, with the cure.
    init(_ bytes: [UInt8], sheet name: String?) throws(ImportFault) {
        let nature = FileNature(bytes)
        switch nature {
        case .workbook: try self.init(workbook: bytes, sheet: name)
        case .text:
            guard name == nil else {
                throw ImportFault(line: nil, "is a text file and has no sheets to choose from")
            }
            try self.init(text: bytes)
        case .oldWorkbook, .binaryWorkbook, .lockedWorkbook, .xmlWorkbook, .openDocument,
            .numbersDocument, .wordDocument, .presentation, .pdf, .picture, .webPage, .xml,
            .archive,
            .emptyFile:
            throw ImportFault(line: nil, nature.words)
        }
    }

    private init(text bytes: [UInt8]) throws(ImportFault) {
        let text: DecodedText
        do {
            text = try DecodedText(bytes)
        } catch {
            throw ImportFault(line: error.line, error.words)
        }
        candidates = SheetChoice.separators.map { Sheet(text, separator: $0) }
        takesFirst = false
    }

    private init(workbook bytes: [UInt8], sheet name: String?) throws(ImportFault) {
        do {
            let workbook = try Workbook(bytes)
            let places = try SheetChoice.places(in: workbook, named: name)
            candidates = places.map { Sheet(workbook, sheet: $0) }
            takesFirst = true
        } catch let fault as ImportFault {
            throw fault
        } catch let fault as SheetFault {
            throw ImportFault(line: fault.line, fault.words)
        } catch {
            throw ImportFault(line: nil, "cannot be read: \(error)")
        }
    }

    private static func places(
        in workbook: Workbook, named name: String?
    ) throws(ImportFault) -> [Int] {
        let sheets = workbook.sheets
        let visible = sheets.indices.filter { !sheets[$0].isHidden }
        guard let name else {
            if visible.isEmpty { throw ImportFault(line: nil, "has no sheet that is not hidden") }
            return visible
        }
        let word = folded(name)
        if let place = sheets.indices.first(where: { sheets[$0].name == name })
            ?? sheets.indices.first(where: { folded(sheets[$0].name) == word })
        {
            return [place]
        }
        let names = visible.map { VisibleText.of(sheets[$0].name) }.joined(separator: ", ")
        throw ImportFault(
            line: nil, "has no sheet called \(VisibleText.of(name)); its sheets are \(names)")
    }
}
