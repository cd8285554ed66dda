import ArgumentParser
import Domain
import Exchange
import Foundation
import Store
import ViewModels

struct ReportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report",
        abstract: "What leaves the dashboard for one reader: on paper, as a file or by mail.",
        discussion: "Reports: "
            + ReportID.allCases.map { $0.rawValue + ($0.isOfChild ? " PUPIL" : "") }
            .joined(separator: ", ")
            + ". Whoever makes one sees in it what the roles allow, and the journal says who made it of "
            + "whom, for whom.")

    /// What a report is drawn as.
    enum Format: String, CaseIterable, ExpressibleByArgument {
        case text, html, csv, json, pdf

        /// Whether it is nothing to look at on a terminal.
        var isForFile: Bool { self == .html || self == .pdf }
    }

    @OptionGroup var global: GlobalFlags

    @Argument(
        help: "The report.",
        completion: .list(ReportID.allCases.map(\.rawValue)))
    var report: String

    @Argument(help: "The child's admission number, for a report about one.")
    var pupil: String?

    @Option(help: "Of this academic year, such as 2026-27.")
    var year: String?

    @Option(help: "Of this term, such as \"2026-27 autumn\".")
    var term: String?

    @Option(help: "From this day on.")
    var from: String?

    @Option(help: "Up to this day.")
    var to: String?

    @Option(help: "For whom: public names no child and no small number.")
    var audience: Report.Audience?

    @Option(help: "What it is drawn as.")
    var format: Format = .text

    @Option(name: [.customShort("o"), .long], help: "The file to write.", completion: .file())
    var output: String?

    @Flag(help: "Replace the file if it is there.")
    var force = false

    @Flag(help: "Say in its place too what is not on record.")
    var draft = false

    @Flag(help: "Say at the end of a public report what can be worked out of each hidden number.")
    var proof = false

    @Option(help: "How children are called in a list.")
    var names: ReportNames?

    @Option(
        help: ArgumentHelp(
            "Send the morning list to this address by the system's sendmail; may be repeated.",
            valueName: "address"))
    var mail: [String] = []

    @Option(help: "The table to write as CSV; the first without it.")
    var table: String?

    func run() throws {
        let id = try reportID()
        try checkOutput()
        let addresses = try addresses(id)
        let workspace = try Workspace(global.flags, .existing)
        let period = try period(workspace)
        // The last day of a span that is over, else today.
        let seen = period.map { workspace.on(min($0.last, workspace.today)) } ?? workspace
        var source = ModelSource(seen)
        let model = try source.model(notice: seen.asKnown?.sentenceCase)
        let request = ReportRequest(
            id, pupil: pupil.map { PupilRef($0) }, period: period, audience: audience,
            names: names, isDraft: draft, isProved: proof, made: workspace.today)
        let report = try make(request, model, workspace)
        let bytes = try drawn(report)
        // Nothing leaves the store without a word of it in the journal.
        try workspace.look(at: report, request, in: model, mailed: addresses.map(\.text))
        guard addresses.isEmpty else { return try send(report, to: addresses) }
        try write(bytes)
        if id == .teacher { Console.notice([Self.toRecord(workspace.today)]) }
    }

    /// The line that puts on record that head and governors were told.
    private static func toRecord(_ today: Day) -> String {
        "once it is given, record it: cksw record meeting --kind dt-report --held-on \(today.iso) "
            + "--parts \"attainment;resources;training\""
    }

    // MARK: What is asked for

    private func reportID() throws -> ReportID {
        guard let id = ReportID(rawValue: report) else { throw Failure.unknown("report", report) }
        guard (pupil != nil) == id.isOfChild else {
            throw Failure(
                Failure.wrongUse,
                id.isOfChild
                    ? "report \(id.rawValue): name the child by the admission number"
                    : "report \(id.rawValue): is about no single child")
        }
        var asked: [ReportPeriod.Kind] = []
        if year != nil { asked.append(.year) }
        if term != nil { asked.append(.term) }
        if from != nil || to != nil { asked.append(.days) }
        guard asked.isEmpty || asked.count == 1 && asked.first == id.span else {
            throw wrongPeriod(id)
        }
        guard table == nil || format == .csv else {
            throw Failure(Failure.wrongUse, "--table: goes with --format csv")
        }
        guard !proof || (audience ?? id.audience) == .public else {
            throw Failure(Failure.wrongUse, "--proof: goes with a public report")
        }
        return id
    }

    /// To whom the morning list goes by mail; nothing else of a child leaves the machine.
    private func addresses(_ id: ReportID) throws -> [MailAddress] {
        guard !mail.isEmpty else { return [] }
        guard id == .morning, format == .text, output == nil else {
            throw Failure(Failure.wrongUse, "--mail: goes with report morning alone, as text")
        }
        guard !FixedSession.isOn else {
            throw Failure(Failure.notPermitted, "--mail: a forced command sends no mail")
        }
        return try mail.map { text in
            guard let address = MailAddress(text) else {
                throw Failure(
                    Failure.wrongUse,
                    "--mail: \(VisibleText.of(text)) is no address; write it like "
                        + "name@school.example")
            }
            return address
        }
    }

    private func wrongPeriod(_ id: ReportID) -> Failure {
        let words =
            switch id.span {
            case .year: "takes --year"
            case .term: "takes --term"
            case .days: "takes --from and --to"
            case nil: "tells of one day: take --today"
            }
        return Failure(Failure.wrongUse, "report \(id.rawValue): \(words)")
    }

    /// A terminal gets no page and no PDF, and no file is written over unasked.
    private func checkOutput() throws {
        guard let output else {
            guard !format.isForFile || isatty(STDOUT_FILENO) == 0 else {
                throw Failure(
                    Failure.wrongUse,
                    "--format \(format.rawValue): is nothing to read on a terminal; name a file with -o"
                )
            }
            return
        }
        guard !FixedSession.isOn else {
            throw Failure(Failure.notPermitted, "-o: a forced command writes no file here")
        }
        guard force || access(output, F_OK) != 0 else {
            throw Failure(
                Failure.cannotWrite,
                "\(VisibleText.of(output)): is there already; --force replaces it")
        }
    }

    private func period(_ workspace: Workspace) throws -> ReportPeriod? {
        var period: ReportPeriod?
        if let year {
            guard let found = AcademicYear(year) else {
                throw Failure(
                    Failure.wrongUse,
                    "--year: \(VisibleText.of(year)) is no year; write it like 2026-27")
            }
            period = .year(found)
        } else if let term {
            let terms = try workspace.store.read {
                try $0.schoolFacts(bankHolidays: workspace.pack.bankHolidays).calendar.terms
            }
            guard let found = terms.first(where: { $0.label == term }) else {
                throw Failure.notThere("term", term)
            }
            period = .term(found)
        } else if from != nil || to != nil {
            let first = try day(from, "--from") ?? AcademicYear(of: workspace.today).first
            let last = try day(to, "--to") ?? workspace.today
            guard first <= last else {
                throw Failure(Failure.wrongUse, "--from: is after --to")
            }
            period = .days(first, last)
        }
        guard period.map({ $0.first <= workspace.today }) ?? true else {
            throw Failure(Failure.wrongUse, "report \(report): that time has not begun")
        }
        return period
    }

    private func day(_ text: String?, _ option: String) throws -> Day? {
        guard let text else { return nil }
        guard let day = Day(iso: text) else {
            throw Failure(
                Failure.wrongUse,
                "\(option): \(VisibleText.of(text)) is no date; write it like 2026-11-23")
        }
        return day
    }

    // MARK: Making and writing

    private func make(
        _ request: ReportRequest, _ model: Model, _ workspace: Workspace
    ) throws -> Report {
        // Who may make it is settled by the roles of today, whatever day it tells of.
        try workspace.require(request.id.isFor(try workspace.clearance(), request.audience))
        do throws(ReportRefusal) {
            return try model.report(request)
        } catch {
            switch error {
            case .notForRole: throw Failure.notForRole(workspace.actor)
            case .noPupil: throw Failure.notThere("pupil", pupil ?? "")
            case .notPublic:
                throw Failure(
                    Failure.wrongUse,
                    "report \(request.id.rawValue): has no public form; it is about children")
            case .wrongPeriod: throw wrongPeriod(request.id)
            case .names(let text, let word):
                throw Failure(
                    Failure.badData,
                    "a public report names no child: \"\(VisibleText.of(word))\" stands in the text "
                        + "\"\(VisibleText.of(text))\"; change the text, or take --audience confidential"
                )
            }
        }
    }

    private func drawn(_ report: Report) throws -> [UInt8] {
        switch format {
        case .text:
            return Array((ReportLines.of(report).joined(separator: "\n") + "\n").utf8)
        case .html: return Array(ReportPage.html(of: report).utf8)
        case .pdf: return try WeasyPrint.pdf(of: ReportPage.html(of: report))
        case .json: return Array((report.json.written + "\n").utf8)
        case .csv:
            guard let bytes = ReportSheet.bytes(of: report, table: table) else {
                throw Failure(
                    Failure.wrongUse,
                    "--table: there is no such table; there are "
                        + report.tables.map(\.id).joined(separator: ", "))
            }
            return bytes
        }
    }

    /// Its first line says what is in it.
    private func send(_ report: Report, to addresses: [MailAddress]) throws {
        let lines = ReportLines.of(report)
        try Sendmail.send(
            lines, subject: report.words.first?.text ?? report.title, to: addresses)
        Console.say(addresses.map { "\($0.text): sent" })
    }

    private func write(_ bytes: [UInt8]) throws {
        guard let output else { return Console.say(bytes: bytes) }
        try WholeFile.write(bytes, to: output, replacing: force)
        Console.say(["\(output): written"])
    }
}

extension Report.Audience: ExpressibleByArgument {}
extension ReportNames: ExpressibleByArgument {}
