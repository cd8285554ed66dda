/// What is recorded first where an action, or a field of one, has nothing to choose among.
public struct FirstStep: Hashable, Sendable {
    public let action: ActionID
    /// `No staff are on record yet; add one first`.
    public let words: String

    private init(_ action: ActionID, _ words: String) {
        self.action = action
        self.words = words
    }

    /// The step before one that chooses among records of a kind; `nil` where no form does.
    static func of(_ kind: RecordKind) -> FirstStep? {
        guard let words = kind.definition.missing, let action = kind.definition.actions.first else {
            return nil
        }
        return FirstStep(action, words)
    }
}

extension FieldSpec {
    /// The same field, which chooses among records of a kind.
    ///
    /// - Parameter orTyped: whether other words than theirs can be typed.
    func offering(_ kind: RecordKind, orTyped: Bool = false) -> FieldSpec {
        var field = self
        field.firstStep = FirstStep.of(kind)
        field.takesOthers = orTyped
        return field
    }
}
