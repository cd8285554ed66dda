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
    /// Of an open duty never `nil` once it has been asked for with `working(of:in:on:under:)`.
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
