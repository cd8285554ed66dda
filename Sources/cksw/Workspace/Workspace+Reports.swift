import Domain
import Exchange
import Store
import ViewModels

extension Workspace {
    /// A report, as the command and the dashboard make it: of what stands in the store now, for the
    /// roles of today, whatever day it tells of.
    func report(_ request: ReportRequest) throws -> MadeReport {
        let seen = request.period.map { on(min($0.last, today)) } ?? self
        var source = ModelSource(seen)
        var model = try source.model(notice: asKnown?.sentenceCase)
        model.tellings = try seen.store.read { try $0.tellings() }
        try require(request.id.isFor(try clearance(), request.audience))
        do throws(ReportRefusal) {
            return MadeReport(try model.report(request), request, in: model)
        } catch {
            throw failure(error, request)
        }
    }

    /// Puts on record who made which report of whom, for whom, and what it told everybody: nothing
    /// leaves the store without a word of it in the journal.
    ///
    /// - Parameter mailed: the addresses to which it goes.
    /// - Returns: the words for the keeper, who reads on where that cannot be; `nil` where it is.
    func putOnRecord(_ made: MadeReport, mailed: [String] = []) throws -> String? {
        let request = made.request
        return try lookOrNotice(
            at: request.pupil.map { .pupil($0) } ?? .school,
            page: "report \(request.id.rawValue) \(request.audience.rawValue), for "
                + request.id.reader
                + (mailed.isEmpty ? "" : ", by mail to \(mailed.joined(separator: ", "))"),
            told: made.told)
    }

    private func failure(_ refusal: ReportRefusal, _ request: ReportRequest) -> Failure {
        switch refusal {
        case .notForRole: .notForRole(actor)
        case .noPupil: .notThere("pupil", request.pupil?.text ?? "")
        case .notPublic:
            Failure(
                Failure.wrongUse,
                "report \(request.id.rawValue): has no public form; it is about children")
        case .wrongPeriod: .wrongPeriod(request.id)
        case .names(let text, let word):
            Failure(
                Failure.badData,
                "a public report names no child: \"\(VisibleText.of(word))\" stands in the text "
                    + "\"\(VisibleText.of(text))\"; change the text, or take --audience confidential"
            )
        }
    }
}

/// A report with what it tells everybody, for the next one of the same year to mind.
struct MadeReport {
    let report: Report
    let request: ReportRequest
    let told: (AcademicYear, Telling)?

    init(_ report: Report, _ request: ReportRequest, in model: Model) {
        self.report = report
        self.request = request
        let telling = report.told.flatMap { numbers in
            request.id == .governors
                ? numbers.telling(
                    on: request.made, after: model.tellings(before: request).map(\.on)) : nil
        }
        told = telling.map { (request.year(on: model.today), $0) }
    }
}

extension Failure {
    /// What a report's span is, where another was asked for.
    static func wrongPeriod(_ id: ReportID) -> Failure {
        let words =
            switch id.span {
            case .year: "takes --year"
            case .term: "takes --term"
            case .days: "takes --from and --to"
            case nil: "tells of one day: take --today"
            }
        return Failure(wrongUse, "report \(id.rawValue): \(words)")
    }
}

extension Report {
    /// The report as it stands in a file.
    ///
    /// - Parameter table: of a CSV; `nil` for the first.
    func drawn(as format: ReportFormat, table: String?) throws -> [UInt8] {
        switch format {
        case .text: return Array((ReportLines.of(self).joined(separator: "\n") + "\n").utf8)
        case .html: return Array(ReportPage.html(of: self).utf8)
        case .pdf: return try WeasyPrint.pdf(of: ReportPage.html(of: self))
        case .json: return Array((json.written + "\n").utf8)
        case .csv:
            guard let bytes = ReportSheet.bytes(of: self, table: table) else {
                throw Failure(
                    Failure.wrongUse,
                    "--table: there is no such table; there are "
                        + tables.map(\.id).joined(separator: ", "))
            }
            return bytes
        }
    }
}
