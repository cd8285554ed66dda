extension RuleID {
    public static let virtualSchoolDetails: RuleID = "virtual-school-details"
    public static let linkedPolicy: RuleID = "linked-policy"
    public static let behaviourPolicy: RuleID = "behaviour-policy"
    public static let policyReview: RuleID = "policy-review"
}

extension Rule {
    static let schoolPolicyRules: [Rule] = [
        virtualSchoolDetails,
        reviewed(
            .linkedPolicy, "Linked policies name these children", clauses: ["LINK-1"],
            [
                "child-protection", "safeguarding", "whistleblowing", "inclusion-send",
                "pupil-premium-strategy",
            ], mustRefer: true),
        reviewed(
            .behaviourPolicy, "The behaviour policy is reviewed", clauses: ["EXC-1"],
            ["behaviour"], mustRefer: false),
        reviewed(
            .policyReview, "This policy is reviewed", clauses: ["REV-1"], ["cksw"],
            mustRefer: false),
    ]

    // MARK: virtual-school-details

    /// VS-1: the Virtual School's details are at hand.
    private static let virtualSchoolDetails = Rule(
        .virtualSchoolDetails, "The Virtual School's details", clauses: ["VS-1"], .standing,
        .school, next: NextAction(.schoolDetails, "Enter the Virtual School's details"),
        .school(
            judge: { context in
                let isKnown = context.school.school?.knowsVirtualSchool ?? false
                return [
                    Duty(
                        subject: .school, rule: .virtualSchoolDetails, due: nil,
                        state: isKnown ? .met : .overdue,
                        reason: .policy(
                            isKnown
                                ? .virtualSchool(context.school.school?.virtualSchoolName ?? "")
                                : .virtualSchoolUnknown),
                        evidence: [context.school.school?.key].compactMap { $0 })
                ]
            },
            explain: { duty, context in
                let school = context.school.school
                let words =
                    school.map {
                        "Virtual School \($0.virtualSchoolName ?? "without name"), "
                            + "\($0.virtualSchoolEmail ?? "no e-mail address"), "
                            + ($0.virtualSchoolPhone ?? "no telephone number")
                    } ?? "no school on record"
                return Working(
                    facts: [Working.Fact(words, in: .school, school?.key)],
                    sum: "a name, and an e-mail address or a telephone number",
                    leastAct: duty.state.isOpen ? detailsAct(school) : nil)
            }))

    private static func detailsAct(_ school: School?) -> LeastAct {
        let record =
            school?.record
            ?? Record.example(
                .school,
                [
                    "urn": "100000", "name": "example", "phase": "primary",
                    "local_authority": "example",
                ])
        return LeastAct(
            .schoolDetails, "enter its name and telephone number",
            [
                .put(
                    record.with("virtual_school_name", "example")
                        .with("virtual_school_phone", "01632 960000"))
            ])
    }

    // MARK: Policies with a date of review

    /// LINK-1, EXC-1, REV-1: a policy that is on record, speaks of these children where it must, and
    /// is reviewed in time.
    private static func reviewed(
        _ id: RuleID, _ title: String, clauses: [String], _ policies: [String], mustRefer: Bool
    ) -> Rule {
        Rule(
            id, title, clauses: clauses, .standing, .policy,
            shownBy: policies.map(Evidence.policy), beforeRecords: .stands,
            next: NextAction(.linkedPolicy, "Review the policy and record its dates"),
            whenUnknown: NextAction(.linkedPolicy, "Enter the policy and its dates"),
            .school(
                judge: { context in
                    policies.map { reviewed($0, id, mustRefer: mustRefer, context) }
                },
                explain: { duty, context in
                    explainReviewed(duty, mustRefer: mustRefer, context)
                }))
    }

    private static func reviewed(
        _ policy: String, _ rule: RuleID, mustRefer: Bool, _ context: SchoolContext
    ) -> Duty {
        let row = context.school.linkedPolicies.first { $0.policy == policy }
        let (state, reason) = stands(row, policy, mustRefer: mustRefer, context)
        return Duty(
            subject: .school, rule: rule, reference: policy, due: row?.reviewBy, state: state,
            reason: .policy(reason), evidence: [row?.key].compactMap { $0 })
    }

    private static func stands(
        _ row: LinkedPolicy?, _ policy: String, mustRefer: Bool, _ context: SchoolContext
    ) -> (DutyState, PolicyReason) {
        guard let row else { return (.unknown, .notOnRecord(policy)) }
        if mustRefer && row.refersToChildren != true { return (.overdue, .silent(policy)) }
        guard let review = row.reviewBy else { return (.unknown, .noReview(policy)) }
        if review < context.today { return (.overdue, .reviewDue(policy, review)) }
        let isNear = review - context.today <= context.pack[.policyWarnDays]
        return (isNear ? .soon : .met, .reviewBy(policy, review))
    }

    private static func explainReviewed(
        _ duty: Duty, mustRefer: Bool, _ context: SchoolContext
    ) -> Working {
        let row = context.school.linkedPolicies.first { $0.policy == duty.reference }
        let fact =
            row.map { Working.Fact($0.record.factWords, in: .linkedPolicies, $0.key) }
            ?? Working.Fact("no policy \(duty.reference) on record", in: .linkedPolicies)
        let days = context.pack[.policyWarnDays]
        let record = row?.record ?? Record.example(.linkedPolicies, ["policy": duty.reference])
        let next = (context.today + 365).iso
        return Working(
            facts: [fact],
            sum: duty.due.map { "review by \($0.long); warned \(days) days before" }
                ?? "no date of review on record",
            numbers: [context.pack.number(.policyWarnDays)],
            leastAct: duty.state.isOpen
                ? LeastAct(
                    .linkedPolicy,
                    mustRefer
                        ? "record that it names these children, and its next date of review"
                        : "record its next date of review",
                    [.put(record.with("review_by", next).with("refers_to_cksw", "yes"))]) : nil)
    }
}

/// Why a duty about another policy, or about the Virtual School, is in its state.
public enum PolicyReason: Hashable, Sendable {
    case virtualSchool(String)
    case virtualSchoolUnknown
    case notOnRecord(String)
    case silent(String)
    case noReview(String)
    case reviewDue(String, Day)
    case reviewBy(String, Day)

    var sentence: String {
        switch self {
        case .virtualSchool(let name): "\(name) is on record with a way to reach it."
        case .virtualSchoolUnknown:
            "The Virtual School's name, or a way to reach it, is not on record."
        case .notOnRecord(let policy): "The policy \(policy) is not on record."
        case .silent(let policy): "The policy \(policy) is not known to name these children."
        case .noReview(let policy): "The policy \(policy) has no date of review on record."
        case .reviewDue(let policy, let day):
            "The policy \(policy) was to be reviewed by \(day.long)."
        case .reviewBy(let policy, let day):
            "The policy \(policy) is to be reviewed by \(day.long)."
        }
    }
}

extension School {
    public var virtualSchoolEmail: String? { record.text("virtual_school_email") }

    /// A name, and a way to reach it.
    fileprivate var knowsVirtualSchool: Bool {
        virtualSchoolName != nil && (virtualSchoolEmail != nil || virtualSchoolPhone != nil)
    }
}
