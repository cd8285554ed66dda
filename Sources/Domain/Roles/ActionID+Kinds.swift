extension ActionID {
    /// The kinds of record that an action puts, without which it is not offered; none for a
    /// correction, which can be of any kind.
    ///
    /// What a command may change is decided on its records when it is applied; this list only keeps
    /// from a person's screen what would be refused.
    public var kinds: [RecordKind] { Self.put[self] ?? [] }

    private static let put = RecordKind.allCases.reduce(into: [ActionID: [RecordKind]]()) {
        for action in $1.definition.actions { $0[action, default: []].append($1) }
    }
}
