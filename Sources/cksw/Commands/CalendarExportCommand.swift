import ArgumentParser
import Domain
import Exchange
import Store

struct CalendarExportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "calendar",
        abstract: "Write PEPs, meetings, reviews, deadlines and terms as an iCalendar file, which "
            + "every calendar reads.")

    @OptionGroup var global: GlobalFlags

    @Option(
        name: [.customShort("o"), .customLong("output")],
        help: ArgumentHelp("A new file; standard output without it.", valueName: "file"),
        completion: .file())
    var output: String?

    @Option(help: "How people are named: none (the reference alone), initials or full.")
    var names: CalendarNames = .reference

    @Option(
        help: """
            Only these, with commas between: pep, conference (and other meetings), review, \
            deadline, term.
            """, completion: .list(CalendarEvent.Kind.allCases.map(\.rawValue)))
    var kinds: String?

    func run() throws {
        let wanted = try kinds.map(Self.chosen) ?? Set(CalendarEvent.Kind.allCases)
        let workspace = try Workspace(global.flags, .existing)
        let clearance = try workspace.clearance()
        try workspace.require(clearance.holds(.export))
        let facts = try workspace.wholeFacts()
        let events = clearance.calendar(
            of: facts, on: workspace.today, under: workspace.pack, wanted, names: names)
        let school = facts.school.school
        let file = CalendarFile(
            events, on: workspace.today, of: school?.record["urn"],
            titled: (workspace.invented + [school?.name ?? "The school"]).joined(separator: ", "))
        // Nothing leaves the store without a word of it in the journal.
        try workspace.look(at: .school, page: "export-calendar")
        if let output {
            try file.write(to: output)
            Console.say(
                workspace.invented + ["\(output): written, \(events.count.counted("event"))"])
        } else {
            Console.say(bytes: file.bytes)
        }
        if !clearance.seesEverything {
            Console.notice([
                "this calendar is a part: what is not for the roles of \(workspace.actor.login) is "
                    + "left out"
            ])
        }
    }

    private static func chosen(_ list: String) throws -> Set<CalendarEvent.Kind> {
        let words = list.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        return Set(
            try words.map { word in
                guard let kind = CalendarEvent.Kind(rawValue: word) else {
                    throw Failure.unknown("kind of event", word)
                }
                return kind
            })
    }
}

extension CalendarNames: ExpressibleByArgument {}
