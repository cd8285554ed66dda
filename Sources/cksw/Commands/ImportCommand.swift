import ArgumentParser
import Domain
import Exchange
import Store

struct ImportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Bring facts in: a bundle, or a school system's own files.",
        subcommands: [ImportBundle.self, ImportRoster.self, ImportAttendance.self, ImportCTF.self])
}

struct ImportBundle: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "bundle", abstract: "Read a folder of open CSV files; all of it or nothing.")

    @OptionGroup var global: GlobalFlags

    @Argument(help: "The bundle's folder.")
    var folder: String

    @Flag(help: "Print what would be added and changed, and write nothing.")
    var dryRun = false

    @Flag(help: "Make the store equal to the bundle: what it lacks, ends.")
    var replace = false

    func run() throws {
        // A bundle is compared with everything: what it would change tells what is there.
        let desk = ImportDesk(global.flags, dryRun: dryRun) { $0.isWhole }
        try desk.carryOutOnRecords { existing, desk in
            let plan = try BundleReader(folder: folder).read(
                over: existing, codes: desk.pack.codes, replace: replace)
            return ImportDesk.Outcome(
                lines: (dryRun ? plan.listing : []) + plan.summary, notices: plan.notices.lines,
                command: plan.changesNothing ? nil : plan.command)
        }
    }
}

/// The options that the imports of a school's own files share.
struct SchoolFileFlags: ParsableArguments {
    @Argument(help: "The file.")
    var file: String

    @Flag(help: "Print what would happen, and write nothing.")
    var dryRun = false

    @Option(help: "sims, arbor, bromcom, scholarpack or generic; else the headings decide.")
    var format: String?

    @Flag(help: "Take the good rows and list the others.")
    var acceptRest = false

    func options(admitted: String? = nil) throws -> ImportOptions {
        let system = try format.map { name in
            guard let system = SchoolSystem(rawValue: name) else {
                throw Failure.unknown("format", name)
            }
            return system
        }
        let day = try admitted.map { text in
            guard let day = Day(iso: text) else {
                throw Failure(Failure.wrongUse, "--admitted: \(text) is no date like 2026-09-01")
            }
            return day
        }
        return ImportOptions(format: system, acceptRest: acceptRest, admitted: day)
    }

    /// Plans the file against the store, says what it was taken for, and carries it out.
    func carryOut(
        _ flags: Flags, changing topic: Topic, _ plan: ([UInt8], FactsOnRecord) -> ImportPlan
    ) throws {
        let bytes: [UInt8]
        do {
            bytes = try ImportFile.bytes(path: file)
        } catch {
            throw Failure(describing: error) ?? Failure(Failure.noInput, file)
        }
        let desk = ImportDesk(flags, dryRun: dryRun) { $0.changes(topic) }
        try desk.carryOutOnFacts { facts, desk in
            let known = FactsOnRecord(facts, pack: desk.pack, today: desk.today)
            let plan = plan(bytes, known)
            guard !plan.isRefused else {
                throw Failure(
                    status: Failure.badData,
                    lines: plan.refusal + takenFor(plan) + plan.noticeLines)
            }
            return ImportDesk.Outcome(
                lines: (dryRun ? plan.listing : []) + plan.summary,
                notices: takenFor(plan) + plan.faultLines + plan.noticeLines + plan.followUps,
                command: plan.command)
        }
    }

    private func takenFor(_ plan: ImportPlan) -> [String] {
        plan.takenFor.isEmpty ? [] : ["\(plan.fileName): taken for \(plan.takenFor)"]
    }
}

struct ImportRoster: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "roster",
        abstract: "Read the pupils as SIMS, Arbor, Bromcom or others list them.")

    @OptionGroup var global: GlobalFlags
    @OptionGroup var source: SchoolFileFlags

    @Option(help: "The date of admission of new pupils for whom the file has none.")
    var admitted: String?

    func run() throws {
        let options = try source.options(admitted: admitted)
        try source.carryOut(global.flags, changing: .identity) { bytes, known in
            RosterImport(options).plan(bytes: bytes, fileName: source.file, existing: known)
        }
    }
}

struct ImportAttendance: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "attendance", abstract: "Read the register's marks.")

    @OptionGroup var global: GlobalFlags
    @OptionGroup var source: SchoolFileFlags

    func run() throws {
        let options = try source.options()
        try source.carryOut(global.flags, changing: .register) { bytes, known in
            AttendanceImport(options).plan(bytes: bytes, fileName: source.file, existing: known)
        }
    }
}

struct ImportCTF: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ctf", abstract: "Read a common transfer file.")

    @OptionGroup var global: GlobalFlags
    @OptionGroup var source: SchoolFileFlags

    @Option(help: "The date of admission of the pupils whom the file brings.")
    var admitted: String?

    func run() throws {
        let options = try source.options(admitted: admitted)
        try source.carryOut(global.flags, changing: .identity) { bytes, known in
            CTFImport(options).plan(bytes: bytes, fileName: source.file, existing: known)
        }
    }
}

extension ImportPlan {
    /// What to do about what the notices say: looked-after children to confirm, terms to enter.
    var followUps: [String] {
        (lookedAfter.isEmpty
            ? []
            : [
                "confirm who is looked after, or was (PLA), with a date: "
                    + "cksw record status-begin --pupil REF --status CLA --from DATE"
            ])
            + yearsWithoutTerms.map {
                "enter the dates of \($0.label): "
                    + "cksw record term --academic-year \($0.label) --term autumn --start DATE --end DATE"
            }
    }
}
