import ArgumentParser
import Domain
import Exchange
import Foundation
import ViewModels

struct StatusCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "status", abstract: "The morning in a few lines, for mail or a login message.")

    @OptionGroup var global: GlobalFlags

    @Flag(help: "Print JSON.")
    var json = false

    @Flag(help: "End with 1 if anything is overdue, else with 0.")
    var check = false

    func run() throws {
        let workspace = try Workspace(global.flags, .existing)
        var source = ModelSource(workspace)
        let model = try source.model()
        try workspace.require(model.access.allows(.figures))
        try workspace.look(at: .school, page: "status")
        let now = model.nowDuties(try workspace.nowView())
        if json {
            let list = now.map { $0.duty.json(on: model.today, others: $0.others) }
            Console.say(json: JSON.object(keys(model) + [("now", .list(list))]).written)
        } else {
            let list = now.map {
                $0.duty.inMail(on: model.today)
                    + ($0.others == 0 ? "" : " and \($0.others) more")
            }
            Console.say(workspace.invented + lines(model) + list)
        }
        if check, (model.figures?.states[.overdue] ?? model.tally[.overdue]) > 0 {
            throw ExitCode(1)
        }
    }

    private static let labels: [CohortLabel] = [.cla, .cp, .cin, .pla, .everSix]
    private static let states: [DutyState] = [.missed, .overdue, .soon, .unknown]

    private func keys(_ model: Model) -> [(String, JSON)] {
        let cohort = Self.labels.map { ($0.rawValue, JSON.shown(count(model, $0))) }
        return [("today", .text(model.today.iso)), ("cohort", .object(cohort))]
            + Self.states.map { ($0.rawValue, JSON.shown(count(model, $0))) }
    }

    private func count(_ model: Model, _ label: CohortLabel) -> ShownCount {
        model.access.clearance.shown(
            model.figures.map { $0.labels[label] ?? 0 } ?? model.tally[label], of: .seen)
    }

    private func count(_ model: Model, _ state: DutyState) -> ShownCount {
        model.access.clearance.shown(
            model.figures.map { $0.states[state] ?? 0 } ?? model.tally[state], of: .seen)
    }

    private func lines(_ model: Model) -> [String] {
        let known = Self.labels.map { "\(count(model, $0).words) \($0.rawValue)" }
        let states = Self.states.map { "\(count(model, $0).words) \($0.rawValue)" }
        let tellsSums = model.access.clearance.tellsSums(of: .seen)
        let sum = tellsSums ? "\(model.children.count) " : ""
        let several = tellsSums ? model.tally.severalWords.map { "; \($0)" } ?? "" : ""
        return [
            "\(model.today.long): \(sum)known to a social worker: "
                + known.joined(separator: ", ") + several,
            states.joined(separator: ", "),
        ]
    }
}

extension JSON {
    /// A number as a reader is told it; text where it is not told as it is: `"<5"`.
    static func shown(_ count: ShownCount) -> JSON {
        switch count {
        case .exact(let number, _): .number(number)
        case .few, .hidden: .text(count.words)
        }
    }
}
