import Domain

/// What a report is drawn as.
public enum ReportFormat: String, CaseIterable, Sendable {
    case text, html, csv, json, pdf

    /// Whether it is nothing to look at on a terminal.
    public var isForFile: Bool { self == .html || self == .pdf }

    /// As a form offers it.
    var words: String {
        switch self {
        case .text: "text"
        case .html: "HTML, a page"
        case .csv: "CSV, a table"
        case .json: "JSON"
        case .pdf: "PDF"
        }
    }

    /// What a file's name ends with.
    var ending: String { self == .text ? "txt" : rawValue }
}

/// Where a report may be saved.
public enum ReportPlace: Hashable, Sendable {
    /// At the path that the person says.
    case anywhere
    /// In the outbox beside the store, by a name alone: in a session that was fixed for a person
    /// elsewhere.
    case outbox
}

/// A report that was made, to be read before it is saved. The program makes it: pages do not know how
/// a report becomes lines.
public struct ReportPreview: Hashable, Sendable {
    public let request: ReportRequest
    public let report: Report
    /// As text, for the screen of this moment.
    public var lines: [String]
    /// What it can be saved as here.
    public let formats: [ReportFormat]
    public let place: ReportPlace

    public init(
        _ request: ReportRequest, _ report: Report, lines: [String], formats: [ReportFormat],
        place: ReportPlace
    ) {
        self.request = request
        self.report = report
        self.lines = lines
        self.formats = formats
        self.place = place
    }
}

/// A report on its way into a file.
public struct ReportSaving: Hashable, Sendable {
    public let request: ReportRequest
    public let report: Report
    public let format: ReportFormat
    /// The table of a CSV; `nil` for the first.
    public let table: String?
    /// The path, or in a fixed session the name, that the person typed.
    public let name: String
    /// Whether the person has said that it replaces the file that is there.
    public var replaces = false
}
