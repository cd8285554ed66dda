import ArgumentParser
import Domain
import Exchange
import Store

struct ImportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Bring facts in: a bundle, or a school system's own files.",
        subcommands: [
            ImportBundle.self, ImportRoster.self, ImportAttendance.self, ImportStaff.self,
            ImportContacts.self, ImportSuspensions.self, ImportCTF.self, ImportMaps.self,
            ImportFields.self,
        ])
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
        let workspace = ImportRun(global.flags, dryRun: dryRun) { $0.isWhole }
        try workspace.carryOutOnRecords { existing, workspace in
            let plan = try BundleReader(folder: folder).read(
                over: existing, codes: workspace.pack.codes, replace: replace)
            return ImportRun.Outcome(
                lines: (dryRun ? plan.listing : []) + plan.summary, notices: plan.notices.lines,
                command: plan.changesNothing ? nil : plan.command)
        }
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
        try source.carryOut(
            global.flags, as: .roster, try source.options(.roster, admitted: admitted))
    }
}

struct ImportAttendance: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "attendance", abstract: "Read the register's marks.")

    @OptionGroup var global: GlobalFlags
    @OptionGroup var source: SchoolFileFlags

    func run() throws {
        try source.carryOut(global.flags, as: .attendance, try source.options(.attendance))
    }
}

struct ImportStaff: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "staff",
        abstract: "Read the list of staff; nobody is ended for being missing from it.")

    @OptionGroup var global: GlobalFlags
    @OptionGroup var source: SchoolFileFlags

    func run() throws {
        try source.carryOut(global.flags, as: .staff, try source.options(.staff))
    }
}

struct ImportContacts: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "contacts",
        abstract: "Read parents, carers and others, with how to reach them.")

    @OptionGroup var global: GlobalFlags
    @OptionGroup var source: SchoolFileFlags

    func run() throws {
        try source.carryOut(global.flags, as: .contacts, try source.options(.contacts))
    }
}

struct ImportSuspensions: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "suspensions",
        abstract: "Read suspensions; what the policy asks around each stays open.")

    @OptionGroup var global: GlobalFlags
    @OptionGroup var source: SchoolFileFlags

    func run() throws {
        try source.carryOut(global.flags, as: .suspensions, try source.options(.suspensions))
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
        try source.carryOut(
            global.flags, as: .ctf, try source.options(.ctf, admitted: admitted))
    }
}
