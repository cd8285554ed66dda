import ArgumentParser
import Domain
import Exchange
import Store

struct AuditCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "audit", abstract: "Who saw or changed what, and proof that it is all there.",
        subcommands: [Show.self, Verify.self, Anchor.self])

    struct Show: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "show", abstract: "Who saw and who changed what, of one child or of all.")

        @OptionGroup var global: GlobalFlags

        @Argument(
            help: "pupil:K017, staff:S01, fund:F1 or school; a bare admission number is a pupil.")
        var subject: String?

        @Flag(help: "Print JSON.")
        var json = false

        func run() throws {
            let workspace = try Workspace(global.flags, .existing)
            let clearance = try workspace.clearance()
            try workspace.require(clearance.holds(.history))
            let subject = subject.map(Subject.init(argument:))
            let entries = try workspace.store.read { snapshot in
                try snapshot.history(of: subject, looks: true).map { entry in
                    (
                        entry,
                        try snapshot.records(
                            touchedBy: entry.change, of: subject?.pupil, seenBy: clearance)
                    )
                }
            }
            guard subject?.pupil == nil || !entries.isEmpty else {
                throw Failure.notThere("pupil", subject?.pupil?.text ?? "")
            }
            try workspace.look(at: subject ?? .school, page: "audit")
            if json {
                Console.say(
                    json: JSON.list(
                        entries.map { entry, records in
                            .object(
                                entry.json + [
                                    ("page", .text(orNull: entry.page)),
                                    ("records", .list(records.map(\.json))),
                                ])
                        }
                    ).written)
            } else {
                let wholeSchool =
                    subject?.pupil == nil
                    ? []
                    : [
                        "looks at pages of the whole school are not among these; cksw audit show "
                            + "school lists them"
                    ]
                Console.say(
                    workspace.invented
                        + entries.flatMap { entry, records in
                            [entry.auditLine] + records.flatMap(\.lines)
                        } + wholeSchool)
            }
        }
    }

    struct Verify: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "verify",
            abstract:
                "Prove that the journal is as it was written, and the records as it left them.")

        @OptionGroup var global: GlobalFlags

        @Option(help: "A line of cksw audit anchor: the journal must still hold what it knew.")
        var anchor: String?

        func run() throws {
            let anchor = try anchor.map { line in
                guard let anchor = JournalAnchor(line) else {
                    throw Failure(
                        Failure.wrongUse,
                        "--anchor: is no line of cksw audit anchor: \(VisibleText.of(line))")
                }
                return anchor
            }
            let workspace = try Workspace(global.flags, .existing)
            try workspace.require(try workspace.clearance().holds(.maintenance))
            let (report, cut) = try workspace.store.present.read { snapshot in
                (
                    try snapshot.verifyJournal(),
                    try anchor.flatMap { try snapshot.fault(against: $0) }
                )
            }
            Console.notice(report.notices)
            let faults = report.faults + (cut.map { [$0] } ?? [])
            guard faults.isEmpty else {
                let head =
                    "\(workspace.store.path): the journal is not as it was written; keep this file, and "
                    + "restore the store from a backup"
                throw Failure(status: Failure.badData, lines: [head] + faults)
            }
            Console.say(["whole: \(report.entries) entries of the journal, no fault"])
        }
    }

    struct Anchor: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "anchor",
            abstract: "One line to mail or keep elsewhere: with it a cut-off end is found.")

        @OptionGroup var global: GlobalFlags

        func run() throws {
            let workspace = try Workspace(global.flags, .existing)
            try workspace.require(try workspace.clearance().holds(.maintenance))
            Console.say([try workspace.store.present.read { try $0.anchor() }.text])
        }
    }
}

extension HistoryEntry {
    /// The entry as an audit tells it: a look says at what.
    fileprivate var auditLine: String {
        page.map { "\(line): \($0)" } ?? line
    }
}
