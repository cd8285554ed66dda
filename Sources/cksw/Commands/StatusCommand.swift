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
        try desk.require(model.access.allows(.figures))
        try desk.look(at: .school, page: "status")
        let now = model.now.map(\.duty)
        if json {
            Console.say(json: JSON.object(keys(model) + [("now", .list(now.map(\.json)))]).written)
        } else {
            Console.say(desk.invented + lines(model) + now.map(\.line))
        }
        if check, (model.figures?.states[.overdue] ?? model.tally[.overdue]) > 0 {
            throw ExitCode(1)
        }
    }

    private static let labels: [CohortLabel] = [.cla, .cp, .cin, .pla, .everSix]
    private static let states: [DutyState] = [.missed, .overdue, .soon, .unknown]

    private func keys(_ model: Model) -> [(String, JSON)] {
        let cohort = Self.labels.map { ($0.rawValue, number(model, $0)) }
        return [("today", .text(model.today.iso)), ("cohort", .object(cohort))]
            + Self.states.map { ($0.rawValue, number(model, $0)) }
    }

    /// A number that leaves the school is text where it is small: `"<5"`.
    private func number(_ model: Model, _ label: CohortLabel) -> JSON {
        guard let figures = model.figures else { return .number(model.tally[label]) }
        return .outside(figures.labels[label] ?? 0)
    }

    private func number(_ model: Model, _ state: DutyState) -> JSON {
        guard let figures = model.figures else { return .number(model.tally[state]) }
        return .outside(figures.states[state] ?? 0)
    }

    /// For whoever sees no name: no sum, from which a small number could be worked out.
    private func lines(_ figures: SchoolFigures, _ today: Day) -> [String] {
        let known = Self.labels.map {
            "\(SmallCount(figures.labels[$0] ?? 0).words) \($0.rawValue)"
        }
        let states = Self.states.map {
            "\(SmallCount(figures.states[$0] ?? 0).words) \($0.rawValue)"
        }
        return [
            "\(today.long): known to a social worker: \(known.joined(separator: ", "))",
            states.joined(separator: ", "),
        ]
    }

    private func lines(_ model: Model) -> [String] {
        if let figures = model.figures { return lines(figures, model.today) }
        let known = Self.labels.map { "\(model.tally[$0]) \($0.rawValue)" }
        let total = Self.labels.reduce(0) { $0 + model.tally[$1] }
        return [
            "\(model.today.long): \(total) known to a social worker: \(known.joined(separator: ", "))",
            Self.states.map { "\(model.tally[$0]) \($0.rawValue)" }.joined(separator: ", "),
        ]
    }
}

extension JSON {
    fileprivate static func outside(_ count: Int) -> JSON {
        let shown = SmallCount(count)
        return shown.words == "\(count)" ? .number(count) : .text(shown.words)
    }
}
