import ArgumentParser
import Domain
import Exchange
import Store

struct DutiesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "duties", abstract: "All duties on a day, by due date.")

    @OptionGroup var global: GlobalFlags

    @Option(help: "Only those of this child, by admission number.")
    var pupil: String?

    @Option(
        help: "Only those of this rule, such as pep-termly.", completion: Completions.rules)
    var rule: String?

    @Option(
        help: "Only those that show this clause, such as PEP-1.", completion: Completions.clauses)
    var clause: String?

    @Option(
        help: "Only those in this state; may be given several times.",
        completion: Completions.states)
    var state: [String] = []

    @Flag(help: "Print JSON.")
    var json = false

    func run() throws {
        let states = try state.map { word in
            guard let state = DutyState(rawValue: word) else {
                throw Failure.unknown("state", word)
            }
            return state
        }
        let workspace = try Workspace(global.flags, .existing)
        let wanted = try rule.map { id in
            guard let rule = workspace.pack.rule(RuleID(id)) else {
                throw Failure.unknown("rule", id)
            }
            return rule.id
        }
        if let clause, workspace.pack.clause(clause) == nil {
            throw Failure.unknown("clause", clause)
        }
        let ref = pupil.map(PupilRef.init)
        let clearance = try workspace.clearance()
        try workspace.require(clearance.sees(.cohort))
        let facts = try workspace.wholeFacts()
        if let ref, facts.pupils[ref].flatMap({ clearance.sight(of: $0) }) == nil {
            throw Failure.notThere("pupil", ref.text)
        }
        try workspace.look(at: ref.map { .pupil($0) } ?? .school, page: "duties")
        let duties = clearance.allDuties(facts, on: workspace.today, under: workspace.pack).filter {
            duty in
            (ref == nil || duty.subject.pupil == ref) && (wanted == nil || duty.rule == wanted)
                && (clause == nil || duty.clauses.contains(clause ?? ""))
                && (states.isEmpty || states.contains(duty.state))
        }
        if json {
            Console.say(json: JSON.list(duties.map { $0.json(on: workspace.today) }).written)
        } else {
            Console.say(
                workspace.invented
                    + (duties.isEmpty
                        ? ["no such duty"] : duties.map { $0.written(on: workspace.today) }))
        }
    }
}
