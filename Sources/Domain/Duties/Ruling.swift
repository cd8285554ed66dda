/// What a rule finds about one thing that is owed: the duty, and how it came out. Both are made by one
/// evaluation, so that they cannot differ.
struct Ruling {
    /// Whom or what it is about; `nil` where that is the child, or the school, that was asked about.
    var subject: Subject?
    var reference: Duty.Reference = .none
    let due: Day?
    let state: DutyState
    var late = 0
    let reason: Reason
    var isStatutory = false
    var evidence: [RecordKey] = []
    /// Asked only where somebody wants to see it. It names a least act whether the duty is open or
    /// not.
    let working: () -> Working
}

extension Rule {
    /// The duties of a child or of the school, each with this rule on it; none where it does not ask
    /// them.
    func duties(_ context: some RuleContext) -> [Duty] {
        context.evaluate(scope).map { duty($0, context) }
    }

    /// The duty of an id, and how it came out.
    func find(
        _ id: DutyID, _ context: some RuleContext
    ) -> (duty: Duty, working: () -> Working)? {
        for ruling in context.evaluate(scope) {
            let duty = duty(ruling, context)
            if duty.id == id { return (duty, ruling.working) }
        }
        return nil
    }

    private func duty(_ ruling: Ruling, _ context: some RuleContext) -> Duty {
        var duty = Duty(
            subject: ruling.subject ?? context.subject, rule: id, reference: ruling.reference,
            due: ruling.due, state: ruling.state, late: ruling.late, reason: ruling.reason,
            isStatutory: ruling.isStatutory, evidence: ruling.evidence)
        if let begin = context.recordsFrom { duty = standing(duty, from: begin) }
        duty.judgedBy = self
        return duty
    }
}
