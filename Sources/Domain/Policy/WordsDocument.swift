/// `docs/words.md`: what every rule says in every state, from duties of example schools.
public enum WordsDocument {
    /// A duty, and the day on which it stood so.
    public struct Example: Sendable {
        public let duty: Duty
        public let day: Day

        public init(_ duty: Duty, on day: Day) {
            self.duty = duty
            self.day = day
        }

        /// Tells the examples that a document shows apart: one of each rule and state.
        public var sort: String { WordsDocument.sort(duty.rule, duty.state) }
    }

    /// The states in the order of urgency.
    private static let states: [DutyState] = [
        .overdue, .unknown, .soon, .upcoming, .missed, .met, .notApplicable,
    ]

    /// - Parameters:
    ///   - packs: the policies with their examples, the first of each rule and state counts; a later
    ///     policy adds the rules that those before it lack.
    public static func markdown(
        of packs: [(pack: PolicyPack, examples: [Example])]
    ) -> String {
        var lines = [
            "# What every rule says", "",
            "Made from the duties of the example schools, one for each rule and state. The *line* "
                + "stands in lists (at most \(Reason.lineColumns) columns), the *reason* at the foot "
                + "of the screen and in reports (at most \(Reason.sentenceLength) characters), "
                + "*next* beside the key (at most \(NextAction.columns) columns).",
        ]
        var told: Set<RuleID> = []
        for (pack, examples) in packs {
            let known = Dictionary(
                examples.map { ($0.sort, $0) }, uniquingKeysWith: { first, _ in first })
            let rules = pack.rules.filter { told.insert($0.id).inserted }
            lines += ["", "## \(pack.name)"]
            for rule in rules { lines += section(rule, known) }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func section(_ rule: Rule, _ known: [String: Example]) -> [String] {
        let rows = states.compactMap { state in
            known[sort(rule.id, state)].map { row($0, state) }
        }
        return ["", "### \(rule.title)", "", "`\(rule.id.rawValue)`", ""]
            + (rows.isEmpty
                ? ["No example school has a duty of it."]
                : ["| state | line | reason | next |", "|---|---|---|---|"] + rows)
    }

    private static func sort(_ rule: RuleID, _ state: DutyState) -> String {
        "\(rule.rawValue) \(state.rawValue)"
    }

    private static func row(_ example: Example, _ state: DutyState) -> String {
        let duty = example.duty
        let texts = [
            duty.line(on: example.day), duty.sentence(on: example.day), duty.next?.words ?? "–",
        ]
        return "| \(state.rawValue) | \(texts.map(\.tableCell).joined(separator: " | ")) |"
    }
}
