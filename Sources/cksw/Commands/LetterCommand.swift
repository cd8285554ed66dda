import ArgumentParser
import Domain
import Exchange
import Store
import ViewModels

struct LetterCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "letter",
        abstract:
            "Draft an e-mail to somebody outside the school who owes it something, or log it.",
        discussion:
            "cksw report chase lists who owes what. A draft names nobody but its reader and its "
            + "sender, and children by initials; it is sent by your own mail program. Logged with --sent "
            + "it stands with each child as a contact that nobody has answered, and no letter is offered "
            + "to the same person about that child for some school days.")

    @OptionGroup var global: GlobalFlags

    @Argument(help: "Some letters of the person's name, or all.")
    var person: String

    @Flag(help: "Log the letter as sent instead of printing it.")
    var sent = false

    func run() throws {
        let workspace = try Workspace(global.flags, .existing)
        try workspace.require(ReportID.chase.isFor(try workspace.clearance(), .confidential))
        if sent { try workspace.require(try workspace.clearance().records(.letterSent)) }
        var source = ModelSource(workspace)
        let model = try source.model()
        let letters = try chosen(model.letters, model)
        if sent {
            for (debtor, _) in letters { try log(debtor, workspace) }
            return
        }
        // Nothing leaves the store without a word of it in the journal.
        for pupil in letters.flatMap({ $0.debtor.offered(on: model.today) }).map(\.pupil).eachOnce()
        {
            try workspace.look(at: .pupil(pupil), page: "letter")
        }
        Console.notice(workspace.invented)
        Console.say(Array(letters.map(\.letter.lines).joined(separator: ["", Self.line, ""])))
    }

    /// What stands between two drafts.
    private static let line = String(repeating: "-", count: 72)

    private func chosen(
        _ letters: [(debtor: Debtor, letter: ChaseLetter)], _ model: Model
    ) throws -> [(debtor: Debtor, letter: ChaseLetter)] {
        let wanted = person.folded
        guard wanted != "all" else {
            guard letters.isEmpty else { return letters }
            throw Failure(Failure.noInput, "letter: nobody is to be reminded today")
        }
        let same = letters.filter {
            $0.debtor.id.folded == wanted || $0.debtor.name?.folded == wanted
        }
        let found = same.isEmpty ? letters.filter { $0.debtor.id.folded.contains(wanted) } : same
        guard found.count < 2 else {
            throw Failure(
                Failure.wrongUse,
                "letter: \(VisibleText.of(person)) can be "
                    + found.map(\.debtor.id).joined(separator: "; ") + ": say which")
        }
        guard found.isEmpty else { return found }
        throw Failure(
            Failure.noInput,
            "letter: \(VisibleText.of(person)) is nobody who is to be reminded today; see cksw report "
                + "chase")
    }

    /// By the action that the dashboard takes.
    private func log(_ debtor: Debtor, _ workspace: Workspace) throws {
        guard let spec = ActionSpec.of(.letterSent) else { return }
        let facts = try workspace.clearance().sight(of: try workspace.wholeFacts())
        let context = workspace.commandContext(facts)
        do {
            let command = try spec.command(
                spec.start(in: context, after: ["person": debtor.id]), in: context)
            _ = try workspace.store.apply(command, by: workspace.actor, at: Clock.now)
        } catch let faults as EntryFaults {
            throw Failure(
                status: Failure.badData,
                lines: faults.faults.map { "letter: \($0.field) \($0.problem)" })
        }
        Console.say(["\(debtor.id): logged"])
    }
}
