/// A decision not to act on one duty until a day: it takes the duty off the list of the morning and
/// changes nothing of its state.
///
/// It is a row of decisions.csv about `no-action`; its `outcome` names, separated by `;`, the duty by
/// its rule and reference, the last day on which the decision holds, and who agreed; its `reason`
/// says why:
/// ```
/// pep-termly 2026-27 autumn; until 2027-01-15; agreed by M Osei
/// ```
public struct NoAction: Hashable, Sendable {
    public let rule: RuleID
    public let reference: Duty.Reference
    /// The last day on which it holds.
    public let until: Day
    public let agreedBy: String

    public init(rule: RuleID, reference: Duty.Reference, until: Day, agreedBy: String) {
        self.rule = rule
        self.reference = reference
        self.until = until
        self.agreedBy = agreedBy
    }

    /// Reads an outcome; `nil` where it names no duty, no day or nobody: such a decision sets
    /// nothing aside.
    public init?(outcome: String) {
        let parts = outcome.split(separator: ";").map { String($0).trimmed }
        guard parts.count == 3, let until = NoAction.text(parts[1], after: "until "),
            let day = Day(iso: until), let agreedBy = NoAction.text(parts[2], after: "agreed by ")
        else { return nil }
        let words = parts[0].split(separator: " ", maxSplits: 1).map(String.init)
        guard let name = words.first else { return nil }
        self.init(
            rule: RuleID(rawValue: name),
            reference: Duty.Reference(words.count == 2 ? words[1] : ""), until: day,
            agreedBy: agreedBy)
    }

    /// What `init(outcome:)` reads.
    public var outcome: String {
        "\(reference.behind(rule)); until \(until.iso); agreed by \(agreedBy.replacing(";", with: ","))"
    }

    private static func text(_ part: String, after mark: String) -> String? {
        guard part.hasPrefix(mark), part.count > mark.count else { return nil }
        return String(part.dropFirst(mark.count)).trimmed
    }
}

extension Decision {
    /// What a decision not to act sets aside on a day, and until when; `nil` where it is no such
    /// decision or does not hold then.
    ///
    /// However far ahead its last day lies, it holds no longer than the pack allows.
    public func noAction(on day: Day, under pack: PolicyPack) -> (what: NoAction, until: Day)? {
        guard about == .noAction, let what = outcome.flatMap({ NoAction(outcome: $0) }) else {
            return nil
        }
        let until = min(what.until, on + pack[.noActionDays])
        return on <= day && day <= until ? (what, until) : nil
    }
}
