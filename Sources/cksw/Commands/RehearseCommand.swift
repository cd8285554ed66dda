import ArgumentParser
import Domain
import Exchange

struct RehearseCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rehearse",
        abstract: "Play the time to come: how many acts and minutes, in which week, and whose.",
        discussion: """
            A copy in memory lives from today to the end of the academic year: registers are taken, \
            the year turns, and each duty is dealt with on its last comfortable day by its own least \
            act. The store is not written, and no child is named. With --pack, or a number changed, it \
            is played under both policies, and the difference is told.
            """)

    @OptionGroup var global: GlobalFlags

    @Option(help: "The last day, at most three years away (default: the end of the academic year).")
    var until: String?

    @Option(help: "Of a hundred school days, on how many a child is absent, with a reason.")
    var absence: Int = Rehearsal.Setting.usualAbsence

    @Option(help: "Another number gives other absences.")
    var seed: UInt64 = Rehearsal.Setting.usualSeed

    @Option(
        help: ArgumentHelp(
            "A number of the policy as it would be, such as pep.minimum-days=10; may be given "
                + "several times.", valueName: "key=value"))
    var number: [String] = []

    @Flag(help: "Print JSON.")
    var json = false

    func run() throws {
        let changes = try self.changes()
        // What --pack names stands beside the policy that holds today.
        var ours = global.flags
        ours.policy = nil
        let workspace = try Workspace(ours, .existing)
        let clearance = try workspace.clearance()
        try workspace.require(clearance.seesEveryKind)
        let other = try self.other(beside: ours, changes, on: workspace.today)
        let facts = clearance.sight(of: try workspace.wholeFacts())
        let setting = try self.setting(from: workspace.today, in: facts.school.calendar)
        ProgressLine.show("rehearsing", workspace.pack.name)
        let rehearsal = Rehearsal(of: facts, setting, under: workspace.pack)
        let beside = other.map { Rehearsal(of: facts, setting, under: $0) }
        ProgressLine.clear()
        let output = RehearsalOutput(rehearsal, beside: beside, under: workspace.pack)
        if json {
            Console.say(json: output.json.written)
        } else {
            Console.say(workspace.invented + output.lines)
        }
    }

    private func changes() throws -> [NumberChange] {
        try number.map { text in
            guard let change = NumberChange(text) else {
                throw Failure(
                    Failure.wrongUse,
                    "--number: \(VisibleText.of(text)) is no KEY=VALUE; write it like "
                        + "pep.minimum-days=10")
            }
            return change
        }
    }

    /// The other policy; `nil` where none is asked for.
    private func other(
        beside ours: Flags, _ changes: [NumberChange], on today: Day
    ) throws -> PolicyPack? {
        guard global.flags.policy != nil || !changes.isEmpty else { return nil }
        let name = global.flags.policy ?? ours.packName ?? PackLoader.names[0]
        guard !changes.isEmpty else { return try PackLoader.load(name) }
        do throws(PackFault) {
            return try PackLoader.load(name, changing: changes, on: today)
        } catch {
            guard error.file == NumberChange.place else { throw error }
            throw Failure(Failure.wrongUse, error.words)
        }
    }

    private func setting(
        from today: Day, in calendar: SchoolCalendar
    ) throws -> Rehearsal.Setting {
        guard (0...100).contains(absence) else {
            throw Failure(Failure.wrongUse, "--absence: \(absence) is not from 0 to 100")
        }
        let last = today.addingYears(Rehearsal.Setting.mostYears)
        let day = try until.map { text in
            guard let day = Day(iso: text), today <= day, day <= last else {
                throw Failure(
                    Failure.wrongUse,
                    "--until: \(VisibleText.of(text)) is no day from \(today.iso) to \(last.iso)")
            }
            return day
        }
        return Rehearsal.Setting(
            today: today, until: day ?? Rehearsal.end(from: today, in: calendar),
            absencePercent: absence, seed: seed)
    }
}
