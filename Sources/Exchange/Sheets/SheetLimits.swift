/// What a workbook may be at most: more than any school's list, and little enough for any machine.
enum SheetLimits {
    /// Bytes of the file, of all parts of it unpacked, and of the text that a sheet gives.
    static let bytes = 64 << 20
    static let columns = 200
    static let rows = 200_000
    /// Characters of a cell, as a spreadsheet counts them (UTF-16).
    static let cell = 32_767
    static let parts = 10_000
    /// How deep elements nest, and how long a single tag may be.
    static let depth = 64
    static let tag = 1 << 20
    /// The last row that a spreadsheet has.
    static let lastRow = 1 << 20
    /// Merges over several rows are taken for headings in the first rows only.
    static let headingRows = 40
}

/// Why a workbook was not read.
struct SheetFault: Error, Hashable, Sendable {
    /// What is wrong and the cure, to stand behind the name of the file: "is locked with…".
    let words: String
    /// The row of the sheet, where it is one row's fault.
    let line: Int?

    init(_ words: String, line: Int? = nil) {
        self.words = words
        self.line = line
    }

    /// A part that is broken, named as it stands in the archive.
    static func damaged(_ part: String) -> SheetFault {
        SheetFault(
            "is damaged (\(VisibleText.of(part)) cannot be read); open it in Excel and save it again"
        )
    }

    static let locked = SheetFault(
        "is locked with a password; open it in Excel and save it without one")

    static let tooLarge = SheetFault(
        "unpacks to more than \(SheetLimits.bytes >> 20) MiB; save only the sheet that is needed")
}
