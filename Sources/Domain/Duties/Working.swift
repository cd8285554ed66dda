/// How a duty came out as it did: the facts used, the sum, and what would turn it.
public struct Working: Sendable {
    /// A fact that the rule used.
    public struct Fact: Hashable, Sendable {
        /// One line.
        public let text: String
        /// The record it stands in; `nil` for a fact that is not on record ("no contact since …").
        public let key: RecordKey?
        /// The bundle's file where it stands, or would stand.
        public let kind: RecordKind

        public init(_ text: String, in kind: RecordKind, _ key: RecordKey? = nil) {
            // What people typed can hold line breaks; a fact is one line.
            self.text = text.split(whereSeparator: \.isNewline).joined(separator: " ")
            self.kind = kind
            self.key = key
        }
    }

    public var facts: [Fact]
    /// `10 working days from Fri 28 Aug; 31 Aug is a bank holiday → Mon 14 Sep`.
    public var sum: String
    public var numbers: [PolicyNumber]
    /// `nil` where nothing that a person can record would turn it.
    public var leastAct: LeastAct?

    public init(
        facts: [Fact] = [], sum: String = "", numbers: [PolicyNumber] = [],
        leastAct: LeastAct? = nil
    ) {
        self.facts = facts
        self.sum = sum
        self.numbers = numbers
        self.leastAct = leastAct
    }
}

/// The least that would turn a duty.
public struct LeastAct: Sendable {
    public let action: ActionID
    /// `log a call, message or meeting with the carer on or after 16 Nov`.
    public let text: String
    /// An example of the records that this act leaves; a test applies them and sees the duty turn.
    public let changes: [RecordChange]

    public init(_ action: ActionID, _ text: String, _ changes: [RecordChange]) {
        self.action = action
        self.text = text
        self.changes = changes
    }
}
