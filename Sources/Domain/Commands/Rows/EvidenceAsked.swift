/// What a form that is begun from a duty begins with, read from the evidence that the duty's rule
/// takes, so that a rule which only a pack knows is served as the others are.
extension CommandContext {
    /// The first of the duty's evidence that says something of a kind; `nil` where the form was not
    /// begun from a duty, or the duty asks for no such thing.
    func asked<Value>(_ read: (Evidence) -> Value?) -> Value? {
        origin.duty?.shownBy.lazy.compactMap(read).first
    }

    /// What is to be read: a text, or the needs profile of the duty's child.
    var textOfDuty: String? {
        if let text = asked(\.text) { return text }
        guard origin.duty?.shownBy == [.profileRead] else { return nil }
        return origin.duty?.subject.pupil.map(Acknowledgement.profile)
    }

    /// The policy that the duty names; where it names none, the first that its rule asks for.
    var policyOfDuty: String? {
        let asked = origin.duty?.shownBy.compactMap(\.policy) ?? []
        return asked.first { $0 == origin.duty?.reference.record } ?? asked.first
    }

    /// The names of all policies that rules ask for, in the order of the rules.
    var policiesAskedFor: [String] {
        pack.rules.flatMap(\.shownBy).compactMap(\.policy).eachOnce()
    }
}

extension Evidence {
    var decision: Decision.Topic? { if case .decision(let topic) = self { topic } else { nil } }

    var meeting: Meeting.Kind? { if case .meeting(let kind, _) = self { kind } else { nil } }

    /// The first of the kinds that are taken; a plain review where any is.
    var senReview: SENReview.Kind? {
        if case .senReview(let kinds, _) = self { kinds.first ?? .review } else { nil }
    }

    var training: Training.Kind? {
        if case .training(let kind) = self { return kind }
        if case .wholeSchoolTraining(let kind) = self { return kind }
        return nil
    }

    var isOfWholeSchool: Bool { if case .wholeSchoolTraining = self { true } else { false } }

    fileprivate var text: String? {
        if case .acknowledgement(let text) = self { text } else { nil }
    }

    fileprivate var policy: String? { if case .policy(let name) = self { name } else { nil } }

    var role: Role.Name? { if case .role(let name) = self { name } else { nil } }

    var checklist: ChecklistItem.Kind? { if case .checklist(let kind) = self { kind } else { nil } }
}
