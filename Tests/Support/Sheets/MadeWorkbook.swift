/// A workbook by its parts, to be changed before it is zipped.
public struct MadeWorkbook: Sendable {
    public struct Sheet: Sendable {
        public var name: String
        public var state: String?
        public var xml: String

        /// - Parameter rows: what stands in `sheetData`, and `after` what follows it.
        public init(_ name: String, rows: String, after: String = "", state: String? = nil) {
            self.name = name
            self.state = state
            xml =
                MadeWorkbook.head + "<worksheet xmlns=\"\(MadeWorkbook.main)\"><sheetData>"
                + "\(rows)</sheetData>\(after)</worksheet>"
        }
    }

    /// In the order of the archive.
    public private(set) var parts: [(name: String, bytes: [UInt8])] = []

    static let head = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>"
    public static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    private static let office =
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    private static let package = "http://schemas.openxmlformats.org/package/2006/relationships"

    /// A workbook of one sheet.
    public init(
        rows: String, after: String = "", texts: String? = nil, formats: [String] = [],
        properties: String = ""
    ) {
        self.init(
            [Sheet("Sheet1", rows: rows, after: after)], texts: texts, formats: formats,
            properties: properties)
    }

    /// - Parameters:
    ///   - texts: what stands in `sst`.
    ///   - formats: the number formats of the styles from 1: an id, or a code of its own.
    ///   - properties: attributes of `workbookPr`.
    public init(
        _ sheets: [Sheet], texts: String? = nil, formats: [String] = [], properties: String = ""
    ) {
        var links = sheets.indices.map {
            ("rId\($0 + 1)", "worksheet", "worksheets/sheet\($0 + 1).xml")
        }
        links.append(("rIdStyles", "styles", "styles.xml"))
        if texts != nil { links.append(("rIdTexts", "sharedStrings", "sharedStrings.xml")) }
        self["[Content_Types].xml"] = "\(Self.head)<Types/>"
        self["_rels/.rels"] = Self.links([("rId1", "officeDocument", "xl/workbook.xml")])
        let list = sheets.enumerated().map { place, sheet in
            let state = sheet.state.map { " state=\"\($0)\"" } ?? ""
            return
                "<sheet name=\"\(sheet.name)\" sheetId=\"\(place + 1)\"\(state) r:id=\"rId\(place + 1)\"/>"
        }
        self["xl/workbook.xml"] =
            "\(Self.head)<workbook xmlns=\"\(Self.main)\" xmlns:r=\"\(Self.office)\">"
            + "<workbookPr \(properties)/><sheets>\(list.joined())</sheets></workbook>"
        self["xl/_rels/workbook.xml.rels"] = Self.links(links)
        for (place, sheet) in sheets.enumerated() {
            self["xl/worksheets/sheet\(place + 1).xml"] = sheet.xml
        }
        if let texts {
            self["xl/sharedStrings.xml"] = "\(Self.head)<sst xmlns=\"\(Self.main)\">\(texts)</sst>"
        }
        self["xl/styles.xml"] = Self.styles(formats)
    }

    private static func links(_ links: [(String, String, String)]) -> String {
        let list = links.map {
            "<Relationship Id=\"\($0.0)\" Type=\"\(office)/\($0.1)\" Target=\"\($0.2)\"/>"
        }
        return "\(head)<Relationships xmlns=\"\(package)\">\(list.joined())</Relationships>"
    }

    private static func styles(_ formats: [String]) -> String {
        var codes = ""
        var cells = "<xf numFmtId=\"0\"/>"
        for (place, format) in formats.enumerated() {
            let id = Int(format) ?? 164 + place
            if Int(format) == nil || format.hasPrefix("0") {
                let code = format.replacing("&", with: "&amp;").replacing("\"", with: "&quot;")
                codes += "<numFmt numFmtId=\"\(164 + place)\" formatCode=\"\(code)\"/>"
                cells += "<xf numFmtId=\"\(164 + place)\"/>"
            } else {
                cells += "<xf numFmtId=\"\(id)\"/>"
            }
        }
        return "\(head)<styleSheet xmlns=\"\(main)\"><numFmts>\(codes)</numFmts>"
            + "<cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs><cellXfs>\(cells)</cellXfs></styleSheet>"
    }

    /// The text of a part; `nil` takes it out.
    public subscript(_ name: String) -> String? {
        get { parts.first { $0.name == name }.map { String(decoding: $0.bytes, as: UTF8.self) } }
        set { set(name, newValue.map { Array($0.utf8) }) }
    }

    public mutating func set(_ name: String, _ bytes: [UInt8]?) {
        let place = parts.firstIndex { $0.name == name } ?? parts.endIndex
        if place < parts.endIndex { parts.remove(at: place) }
        if let bytes { parts.insert((name, bytes), at: min(place, parts.endIndex)) }
    }

    public var bytes: [UInt8] {
        var zip = ZipBuilder()
        for part in parts { zip.add(part.name, part.bytes) }
        return zip.bytes
    }
}
