/// Which of the children known to a social worker a rule asks, day by day.
public enum Condition: String, CaseIterable, Sendable {
    /// Everyone.
    case known
    /// SEN support or an EHCP, as the child's row says today.
    case sen
    /// A child protection or child in need plan.
    case planned = "cp-or-cin"
    /// Looked after, on a child protection or on a child in need plan.
    case socialWorker = "social-worker"
    /// Taught elsewhere for a time.
    case elsewhere = "alternative-provision"

    /// Whether it holds on a day; being known and on roll is asked beside it.
    func holds(on day: Day, _ context: PupilContext) -> Bool {
        switch self {
        case .known: true
        case .sen: context.facts.pupil.hasSEN
        case .planned: context.cohort.holds(.cp, on: day) || context.cohort.holds(.cin, on: day)
        case .socialWorker: context.cohort.hasSocialWorker(on: day)
        case .elsewhere: context.facts.alternativeProvision.contains { $0.span.contains(day) }
        }
    }

    /// Those of some days on which it holds.
    func days(among days: [Day], _ context: PupilContext) -> [Day] {
        switch self {
        case .known: return days
        // Told by the child's row alone, the same on every day.
        case .sen: return context.facts.pupil.hasSEN ? days : []
        case .planned, .socialWorker, .elsewhere:
            return days.filter { holds(on: $0, context) }
        }
    }

    /// What it comes to, behind a number of days: `3 school days ` … ` this term`.
    var words: String {
        switch self {
        case .known: "known to a social worker"
        case .sen: "known to a social worker with SEN"
        case .planned: "on a CP or CIN plan"
        case .socialWorker: "with a social worker"
        case .elsewhere: "in alternative provision"
        }
    }

    /// The facts that decide it, for a working.
    func facts(from first: Day, through last: Day, _ context: PupilContext) -> [Working.Fact] {
        let statuses = context.statusFacts(from: first, through: last)
        switch self {
        case .known, .planned, .socialWorker: return statuses
        case .sen:
            let words = context.facts.pupil.sen?.words ?? "SEN not on record"
            return statuses + [Working.Fact(words, in: .pupils, context.facts.pupil.key)]
        case .elsewhere:
            return statuses
                + context.facts.alternativeProvision.map {
                    Working.Fact($0.record.factWords, in: .alternativeProvision, $0.key)
                }
        }
    }
}
