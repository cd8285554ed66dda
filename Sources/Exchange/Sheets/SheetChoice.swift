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
        let text: DecodedText
        do {
            text = try DecodedText(bytes)
        } catch {
            throw ImportFault(line: error.line, error.words)
        }
        candidates = SheetChoice.separators.map { Sheet(text, separator: $0) }
        takesFirst = false
    }
}
