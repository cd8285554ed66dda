/// Policies that are on record, speak of these children where they must, and are reviewed in time.
struct ReviewedShape: Sendable {
    let id: RuleID
    let title: String
    let clauses: [String]
    let policies: [String]
    let mustRefer: Bool

    init(
        _ id: RuleID, _ title: String, clauses: [String], _ policies: [String], mustRefer: Bool
    ) {
        (self.id, self.title, self.clauses) = (id, title, clauses)
        (self.policies, self.mustRefer) = (policies, mustRefer)
    }

    var rule: Rule {
        Rule(
            id, title, clauses: clauses, .standing, .policy,
            shownBy: policies.map(Evidence.policy), beforeRecords: .stands,
            next: NextAction(.linkedPolicy, "Review the policy"),
            whenUnknown: NextAction(.linkedPolicy, "Enter the policy and its dates"),
            .school { context in policies.map { ruling($0, context) } })
    }

    private func ruling(_ policy: String, _ context: SchoolContext) -> Ruling {
        let row = context.school.linkedPolicies.first { $0.policy == policy }
        let (state, reason) = stands(row, policy, context)
        return Ruling(
            reference: .record(policy), due: row?.reviewBy, state: state, reason: reason,
            evidence: row.map { [$0.key] } ?? []
        ) {
            let days = context.pack[.policyWarnDays]
            let record = row?.record ?? Record.example(.linkedPolicies, ["policy": policy])
            return Working(
                facts: [
                    row?.fact
                        ?? Working.Fact("\(policy.policyWords): not on record", in: .linkedPolicies)
                ],
                sum: row?.reviewBy.map { "review by \($0.long); warned \(days) days before" }
                    ?? "no date of review on record",
                numbers: context.pack.numbers(.policyWarnDays),
                leastAct: LeastAct(
                    .linkedPolicy,
                    mustRefer
                        ? "record that it names these children, and its next date of review"
                        : "record its next date of review",
                    [
                        .put(
                            record.with("review_by", (context.today + 365).iso)
                                .with("refers_to_cksw", "yes"))
                    ]))
        }
    }

    private func stands(
        _ row: LinkedPolicy?, _ policy: String, _ context: SchoolContext
    ) -> (DutyState, Reason) {
        guard let row else { return (.unknown, .policyUnknown(policy)) }
        if mustRefer && row.refersToChildren != true { return (.overdue, .policySilent(policy)) }
        guard let review = row.reviewBy else { return (.unknown, .policyUndated(policy)) }
        let state = context.state(
            by: review, isNear: context.isNear(review, days: .policyWarnDays), far: .met)
        return (
            state,
            state == .overdue ? .policyReviewDue(policy, review) : .policyReviewBy(policy, review)
        )
    }
}
