import ArgumentParser
import Domain
import Exchange
import Store

/// The options that the imports of a school's own files share.
struct SchoolFileFlags: ParsableArguments {
    @Argument(help: "The file: a workbook (.xlsx) or a text with commas, semicolons or tabs.")
    var file: String

    @Flag(help: "Print what would happen, and write nothing.")
    var dryRun = false

    @Option(help: "sims, arbor, bromcom, scholarpack or generic; else the headings decide.")
    var format: String?

    @Option(help: "The sheet of a workbook; else the first one that has headings.")
    var sheet: String?

    @Option(
        help: "\"HEADING=FIELD\": what a column holds; kept for the next file. =ignore: not read.")
    var map: [String] = []

    @Option(help: "FIELD=VALUE: what every row holds of a field that the file does not have.")
    var set: [String] = []

    @Flag(help: "Take children whose full name and class fit exactly one child on roll.")
    var confirmNames = false

    @Flag(help: "Take the file although most of its columns are not read.")
    var leaveRest = false

    @Flag(help: "Take the good rows and list the others.")
    var acceptRest = false

    @Flag(help: "Every fault and every notice, each on its own line.")
    var all = false

    /// The columns of which a file says nothing.
    static let ignore = "ignore"

    func options(_ kind: ImportKind, admitted: String? = nil) throws -> ImportOptions {
        let system = try format.map { name in
            guard let system = SchoolSystem(rawValue: name) else {
                throw Failure.unknown("format", name)
            }
            return system
        }
        let day = try admitted.map { text in
            guard let day = Day(iso: text) else {
                throw Failure(
                    Failure.wrongUse,
                    "--admitted: \(VisibleText.of(text)) is no date like 2026-09-01")
            }
            return day
        }
        return ImportOptions(
            format: system, sheet: sheet, acceptRest: acceptRest, admitted: day,
            meanings: try map.map { try meaning($0, kind) }, settings: try settings(kind),
            confirmsNames: confirmNames)
    }

    private func meaning(_ text: String, _ kind: ImportKind) throws -> HeadingMeaning {
        let (heading, field) = try Self.pair(text, "--map", "\"HEADING=FIELD\"")
        if field == Self.ignore {
            return HeadingMeaning(heading: heading, field: nil, isForThisFile: true)
        }
        return HeadingMeaning(
            heading: heading, field: try Self.field(field, kind), isForThisFile: true)
    }

    private func settings(_ kind: ImportKind) throws -> [String: String] {
        var settings: [String: String] = [:]
        for text in set {
            let (name, value) = try Self.pair(text, "--set", "FIELD=VALUE")
            settings[try Self.field(name, kind)] = value
        }
        return settings
    }

    /// The last `=` parts the two: a heading may have one itself.
    private static func pair(
        _ text: String, _ option: String, _ form: String
    ) throws -> (String, String) {
        guard let sign = option == "--map" ? text.lastIndex(of: "=") : text.firstIndex(of: "="),
            sign > text.startIndex, text.index(after: sign) < text.endIndex
        else {
            throw Failure(
                Failure.wrongUse, "\(option): \(VisibleText.of(text)) is not \(form)")
        }
        return (String(text[..<sign]), String(text[text.index(after: sign)...]))
    }

    private static func field(_ name: String, _ kind: ImportKind) throws -> String {
        if let field = ImportField.named(name, in: kind) { return field.name }
        let fields = ImportField.of(kind).map(\.name).joined(separator: ", ")
        throw Failure(
            Failure.wrongUse,
            "\(VisibleText.of(name)): there is no such field; a \(kind.words) has \(fields)")
    }

    /// Plans the file against the store, says what it was taken for, and carries it out.
    func carryOut(
        _ flags: Flags, as kind: ImportKind, _ options: ImportOptions
    ) throws {
        let bytes: [UInt8]
        do {
            bytes = try ImportFile.bytes(path: file)
        } catch {
            throw Failure(describing: error) ?? Failure(Failure.noInput, file)
        }
        let workspace = ImportRun(flags, dryRun: dryRun) { $0.changes(kind.topic) }
        try workspace.carryOutOnSchool(for: kind) { known, remembered in
            var options = options
            options.meanings =
                remembered.map { HeadingMeaning(heading: $0.heading, field: $0.field) }
                + options.meanings
            let file = file
            options.progress = { ProgressLine.show("reading", file, share: $0) }
            defer { ProgressLine.clear() }
            let plan = SchoolFile(bytes, name: file).plan(as: kind, options, existing: known)
            let report = ImportReport(plan, isWhole: all)
            guard !plan.isRefused else {
                throw Failure(status: Failure.badData, lines: report.refusal)
            }
            if plan.asksAboutColumns, !leaveRest {
                throw Failure(
                    Failure.badData,
                    "\(VisibleText.of(file, limit: 200)): \(plan.columnsQuestion); name them with "
                        + "--map \"HEADING=FIELD\", or take it without them: --leave-rest")
            }
            return ImportRun.Outcome(
                lines: (dryRun ? plan.listing : []) + plan.summary, notices: report.notices,
                command: plan.command, headings: options.meanings.filter(\.isForThisFile),
                kind: kind)
        }
    }
}

extension ImportKind {
    /// What somebody must be allowed to change in order to bring such a file in.
    var topic: Topic {
        switch self {
        case .roster, .ctf: .identity
        case .attendance: .register
        case .staff: .staff
        case .contacts: .professionals
        case .suspensions: .moves
        }
    }
}
