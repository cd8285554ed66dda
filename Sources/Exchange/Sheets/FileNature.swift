/// What kind of file bytes are, whatever its name says.
enum FileNature: Hashable, Sendable {
    case text, workbook
    /// Excel's `.xls` before 2007, and whatever else lies in a container of that time.
    case oldWorkbook
    case binaryWorkbook
    case lockedWorkbook
    /// Excel's XML of 2003, mostly named `.xls`.
    case xmlWorkbook
    case openDocument
    case numbersDocument
    case wordDocument
    case presentation
    case pdf
    /// With the name of its format.
    case picture(String)
    /// HTML, also where a system saves it as `.xls`.
    case webPage
    case xml
    case archive
    case emptyFile

    /// What it is and the cure, to stand behind the name of the file.
    var words: String {
        switch self {
        case .text: "is a text file"
        case .workbook: "is an Excel workbook (.xlsx)"
        case .oldWorkbook: "is an old Excel workbook (.xls)" + FileNature.inExcel
        case .binaryWorkbook: "is a binary Excel workbook (.xlsb)" + FileNature.inExcel
        case .lockedWorkbook: SheetFault.locked.words
        case .xmlWorkbook: "is an Excel workbook of 2003 as XML" + FileNature.inExcel
        case .openDocument:
            "is an OpenDocument file (.ods); open it in LibreOffice and save it as .xlsx or CSV"
        case .numbersDocument:
            "is a Numbers document; open it in Numbers and export it as .xlsx or CSV"
        case .wordDocument: "is a Word document" + FileNature.fromSystem
        case .presentation: "is a presentation" + FileNature.fromSystem
        case .pdf: "is a PDF" + FileNature.fromSystem
        case .picture(let format): "is a picture (\(format))" + FileNature.fromSystem
        case .webPage: "is a web page (HTML), whatever its name says" + FileNature.inExcel
        case .xml: "is an XML file" + FileNature.fromSystem
        case .archive: "is a zip or other archive; unpack it and take the list inside"
        case .emptyFile: "is empty" + FileNature.fromSystem
        }
    }

    private static let inExcel = "; open it in Excel and save it as .xlsx or CSV"
    private static let fromSystem =
        "; export the list from the school\u{2019}s system as .xlsx or CSV"
}
