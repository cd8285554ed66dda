import ArgumentParser
import Domain
import Exchange
import Store

struct ImportMaps: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "maps", abstract: "What was said of headings, and is used for the next file.")

    @OptionGroup var global: GlobalFlags

    @Option(
        parsing: .upToNextOption,
        help: "Forget what was said of a heading: the kind of file, then the heading.")
    var forget: [String] = []

    func run() throws {
        let workspace = try Workspace(global.flags, .existing)
        let clearance = try workspace.clearance()
        if !forget.isEmpty { return try forgetHeading(workspace, clearance) }
        let known = try workspace.store.read { try $0.rememberedHeadings() }
            .filter { clearance.changes($0.kind.topic) }
        try workspace.require(ImportKind.allCases.contains { clearance.changes($0.topic) })
        Console.say(
            known.isEmpty
                ? ["nothing was said of headings yet"]
                : known.map {
                    "\($0.kind.rawValue): \($0.heading) = \($0.field ?? SchoolFileFlags.ignore), "
                        + "by \($0.by) on \($0.at.londonDay.long)"
                })
    }

    private func forgetHeading(_ workspace: Workspace, _ clearance: Clearance) throws {
        guard forget.count == 2, let kind = ImportKind(rawValue: forget[0]) else {
            throw Failure(
                Failure.wrongUse,
                "--forget needs the kind of file and the heading: "
                    + "--forget roster \"Enrolment begins\"")
        }
        try workspace.require(clearance.changes(kind.topic))
        let word = HeadingMeaning.word(forget[1])
        let known = try workspace.store.read { try $0.rememberedHeadings(of: kind) }
            .filter { HeadingMeaning.word($0.heading) == word }
        guard !known.isEmpty else { throw Failure.notThere("heading", forget[1]) }
        for heading in known {
            try workspace.store.forget(
                heading: heading.heading, of: kind, by: workspace.actor, at: Clock.now)
        }
        Console.say(["\(kind.rawValue): \(forget[1]) is forgotten"])
    }
}

struct ImportFields: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "fields", abstract: "The fields of a kind of file, and their headings.")

    @OptionGroup var global: GlobalFlags

    @Argument(help: "roster, attendance, staff, contacts or suspensions.")
    var kind: String

    func run() throws {
        try Workspace.refuseStranger(global.flags)
        guard let kind = ImportKind(rawValue: kind), !ImportField.of(kind).isEmpty else {
            throw Failure.unknown("kind of file with headings", self.kind)
        }
        Console.say(
            ImportField.of(kind).map { field in
                "\(field.name): \(field.words)"
                    + (field.headings.isEmpty
                        ? "" : ": \(field.headings.joined(separator: ", "))")
            })
    }
}
