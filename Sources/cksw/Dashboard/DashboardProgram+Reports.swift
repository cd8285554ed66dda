import Domain
import Exchange
import Foundation
import Store
import ViewModels

extension DashboardProgram {
    /// Makes a report, puts that on record and shows it to be read.
    mutating func make(_ request: ReportRequest) throws {
        let made = try workspace.report(request)
        let report = made.report
        let formats = ReportFormat.allCases.filter { format in
            format == .pdf
                ? WeasyPrint.isInstalled : format != .csv || !report.tables.isEmpty
        }
        let preview = ReportPreview(
            request, report, lines: lines(of: report), formats: formats,
            place: FixedSession.isOn ? .outbox : .anywhere)
        let notice = try workspace.putOnRecord(made)
        session.present(ReportModal(preview, session.known))
        if let notice { session.say(notice) }
    }

    /// The report on the screen as the screen has room for it; no wider than on paper.
    func lines(of report: Report) -> [String] {
        // One column is the mark of the selected line.
        ReportLines.of(report, width: min(80, max(20, size.columns - 1)))
    }

    /// Writes a report that was read; asks first where something has its name.
    mutating func save(_ saving: ReportSaving) throws {
        let request = saving.request
        try workspace.require(
            request.id.isFor(try workspace.clearance(), request.audience))
        let target = try ReportTarget(Self.path(saving.name), of: workspace.store)
        guard saving.replaces || !target.isThere else { return session.askToReplace() }
        let bytes = try saving.report.drawn(as: saving.format, table: saving.table)
        try target.write(bytes, replacing: saving.replaces)
        let words = "Saved: \(VisibleText.of(target.shown, limit: .max))"
        session.close(saying: request.id == .teacher ? "\(words). \(Self.toRecord)" : words)
    }

    private static var toRecord: String {
        let key = ActionFamily.of(.meeting)?.key.label ?? ""
        return "Once it is given, record that meeting (\(key))."
    }

    /// A path as a shell would read it, in full: whoever looks for the file later need not know where the
    /// program was started.
    private static func path(_ name: String) -> String {
        guard !FixedSession.isOn, !name.hasPrefix("/") else { return name }
        guard name.hasPrefix("~/"), let home = Environment["HOME"] else {
            return FileManager.default.currentDirectoryPath + "/" + name
        }
        return home + name.dropFirst()
    }
}
