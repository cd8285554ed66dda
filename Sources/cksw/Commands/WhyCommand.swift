import ArgumentParser
import Domain
import Exchange
import ViewModels

struct WhyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "why", abstract: "How one duty came out as it did.")

    @OptionGroup var global: GlobalFlags

    @Argument(help: "pupil:K017, fund:F1 or school; a bare admission number is a pupil.")
    var subject: String

    @Argument(help: "The rule, such as pep-termly.", completion: Completions.rules)
    var rule: String

    @Argument(
        help: "What tells it from the subject's other duties of the rule, where it has several.")
    var reference: String?

    @Flag(help: "Print JSON.")
    var json = false

    func run() throws {
        let subject = Subject(argument: subject)
        let workspace = try Workspace(global.flags, .existing)
        guard let rule = workspace.pack.rule(RuleID(rule))?.id else {
            throw Failure.unknown("rule", rule)
        }
        let clearance = try workspace.clearance()
        try workspace.require(clearance.sees(.cohort))
        let facts = try workspace.wholeFacts()
        if let ref = subject.pupil,
            facts.pupils[ref].flatMap({ clearance.sight(of: $0) }) == nil
        {
            throw Failure.notThere("pupil", ref.text)
        }
        let id = try identity(subject, rule, facts, workspace, clearance)
        guard
            let (duty, working) = clearance.working(
                of: id, in: facts, on: workspace.today, under: workspace.pack)
        else { throw Failure.notThere("duty", id.text) }
        try workspace.look(at: subject, page: "why")
        let law = workspace.pack.law[rule.rawValue]
        if json {
            guard case .object(let keys) = duty.json(on: workspace.today) else { return }
            Console.say(json: JSON.object(keys + working.json(law: law)).written)
        } else {
            Console.say(workspace.invented + lines(duty, working, law, workspace))
        }
    }

    /// The duty that is meant: the one of the reference, or the only one there is.
    private func identity(
        _ subject: Subject, _ rule: RuleID, _ facts: Facts, _ workspace: Workspace,
        _ clearance: Clearance
    ) throws -> DutyID {
        if let reference {
            return DutyID(subject: subject, rule: rule, reference: Duty.Reference(reference))
        }
        let found = clearance.allDuties(facts, on: workspace.today, under: workspace.pack)
            .filter { $0.subject == subject && $0.rule == rule }
        guard let first = found.first else {
            throw Failure.notThere("duty", "\(subject.text) \(rule.rawValue)")
        }
        guard found.count == 1 else {
            throw Failure(
                Failure.wrongUse,
                "\(subject.text) has \(found.count) duties of \(rule.rawValue); name one of "
                    + found.map(\.reference.text).joined(separator: ", "))
        }
        return first.id
    }

    private func lines(
        _ duty: Duty, _ working: Working, _ law: String?, _ workspace: Workspace
    ) -> [String] {
        var lines = [duty.written(on: workspace.today), "", "The facts"]
        lines += working.facts.map { "  \($0.text)  (\($0.kind.plural))" }
        lines += ["The sum", "  " + working.sum, "The promise"]
        lines += duty.clauses.compactMap(workspace.pack.clause).map {
            "  \($0.id)  \($0.text)  (policy, section \($0.section))"
        }
        if let law { lines += ["The law", "  " + law] }
        if let act = working.leastAct { lines += ["What would turn it", "  " + act.words] }
        lines += working.numbers.map {
            "Number: \($0.name) \($0.words); \($0.source), checked \($0.checked.iso)"
        }
        return lines
    }
}
