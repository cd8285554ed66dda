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
    var format: ReportFormat = .text

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
        let request = ReportRequest(
            id, pupil: pupil.map { PupilRef($0) }, period: period, audience: audience,
            names: names, isDraft: draft, isProved: proof, made: workspace.today)
        let target = try target(workspace)
        let made = try workspace.report(request)
        let bytes = try made.report.drawn(as: format, table: table)
        Console.notice(
            try workspace.putOnRecord(made, mailed: addresses.map(\.text)).map { [$0] } ?? [])
        guard addresses.isEmpty else { return try send(made.report, to: addresses) }
        try write(bytes, to: target)
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
            throw Failure.wrongPeriod(id)
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

    /// A terminal gets no page and no PDF.
    private func checkOutput() throws {
        guard output == nil, format.isForFile, isatty(STDOUT_FILENO) != 0 else { return }
        throw Failure(
            Failure.wrongUse,
            "--format \(format.rawValue): is nothing to read on a terminal; name a file with -o")
    }

    /// The file that is asked for; none is written over unasked.
    private func target(_ workspace: Workspace) throws -> ReportTarget? {
        guard let output else { return nil }
        let target = try ReportTarget(output, of: workspace.store)
        guard force || !target.isThere else {
            throw Failure(
                Failure.cannotWrite,
                "\(VisibleText.of(target.shown)): is there already; --force replaces it")
        }
        return target
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

    // MARK: Writing

    /// Its first line says what is in it.
    private func send(_ report: Report, to addresses: [MailAddress]) throws {
        let lines = ReportLines.of(report)
        try Sendmail.send(
            lines, subject: report.words.first?.text ?? report.title, to: addresses)
        Console.say(addresses.map { "\($0.text): sent" })
    }

    private func write(_ bytes: [UInt8], to target: ReportTarget?) throws {
        guard let target else { return Console.say(bytes: bytes) }
        try target.write(bytes, replacing: force)
        Console.say(["\(target.shown): written"])
    }
}

extension ReportFormat: ExpressibleByArgument {}
extension Report.Audience: ExpressibleByArgument {}
extension ReportNames: ExpressibleByArgument {}
