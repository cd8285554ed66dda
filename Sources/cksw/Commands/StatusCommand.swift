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
        let desk = try Desk(global.flags, .existing)
        var source = ModelSource(desk)
        let model = try source.model()
        try desk.look(at: .school, page: "status")
        let now = model.now.map(\.duty)
        if json {
            Console.say(json: JSON.object(keys(model) + [("now", .list(now.map(\.json)))]).written)
        } else {
            Console.say(desk.invented + lines(model) + now.map(\.line))
        }
        if check, model.tally[.overdue] > 0 { throw ExitCode(1) }
    }

    private static let labels: [CohortLabel] = [.cla, .cp, .cin, .pla, .everSix]
    private static let states: [DutyState] = [.missed, .overdue, .soon, .unknown]

    private func keys(_ model: Model) -> [(String, JSON)] {
        let cohort = Self.labels.map { ($0.rawValue, JSON.number(model.tally[$0])) }
        return [("today", .text(model.today.iso)), ("cohort", .object(cohort))]
            + Self.states.map { ($0.rawValue, .number(model.tally[$0])) }
    }

    private func lines(_ model: Model) -> [String] {
        let known = Self.labels.map { "\(model.tally[$0]) \($0.rawValue)" }
        let total = Self.labels.reduce(0) { $0 + model.tally[$1] }
        return [
            "\(model.today.long): \(total) known to a social worker: \(known.joined(separator: ", "))",
            Self.states.map { "\(model.tally[$0]) \($0.rawValue)" }.joined(separator: ", "),
        ]
    }
}
