/// What a rule of a general shape is called, and what it asks for in words: a pack's own.
public struct RuleWords: Sendable {
    public var id: RuleID
    /// `A classroom check this term`.
    public var title: String
    /// What is asked for, as every text of it names it.
    public var wording: Wording
    public var clauses: [String]
    public var topic: RuleTopic
    public var next: NextAction
    public var whenUnknown: NextAction?
    /// What shows that it is met.
    var shownBy: [Evidence] = []

    public init(
        _ id: RuleID, title: String, wording: Wording, clauses: [String], topic: RuleTopic,
        next: NextAction, whenUnknown: NextAction? = nil
    ) {
        self.id = id
        self.title = title
        self.wording = wording
        self.clauses = clauses
        self.topic = topic
        self.next = next
        self.whenUnknown = whenUnknown
    }
}

extension Rule {
    /// A rule of a general shape.
    ///
    /// - Parameter needsTerms: whether it is unknown for want of the year's terms, so that they come
    ///   first.
    convenience init(
        _ words: RuleWords, _ shape: Shape, with parties: [Contact.Party] = [],
        needsTerms: Bool = false, beforeRecords: BeforeRecords = .passed,
        _ scope: Scope
    ) {
        self.init(
            words.id, words.title, clauses: words.clauses, shape, words.topic, with: parties,
            shownBy: words.shownBy, beforeRecords: beforeRecords,
            next: words.next,
            whenUnknown: words.whenUnknown
                ?? (needsTerms ? NextAction(.term, "Enter the year's terms") : nil), scope)
    }
}

extension Wording {
    /// That it is missing since a day, as a fact of a working: `no core group is recorded since …`.
    func noneSince(_ day: Day) -> String { "\(lacks.uncapitalised) since \(day.long)" }
}

extension Evidencing {
    /// The evidence as facts of a working, or that there is none since a day.
    func facts(_ found: [Found], _ wording: Wording, since: Day) -> [Working.Fact] {
        if found.isEmpty { return [Working.Fact(wording.noneSince(since), in: kind)] }
        return found.flatMap(\.records).map { Working.Fact($0.factWords, in: $0.kind, $0.key) }
    }

    /// The least act: one more piece of evidence, dated today; `nil` where none can be made up.
    func act(_ words: RuleWords, _ context: Context) -> LeastAct? {
        let records = example(context)
        guard !records.isEmpty else { return nil }
        return LeastAct(
            words.next.action, "record \(words.wording.noun)", records.map { RecordChange.put($0) })
    }
}
