extension RuleID {
    public static let virtualSchoolDetails: RuleID = "virtual-school-details"
    public static let linkedPolicy: RuleID = "linked-policy"
    public static let behaviourPolicy: RuleID = "behaviour-policy"
    public static let policyReview: RuleID = "policy-review"
}

extension Rule {
    static let schoolPolicyRules: [Rule] = [
        virtualSchoolDetails,
        ReviewedShape(
            .linkedPolicy, "Linked policies name these children", clauses: ["LINK-1"],
            [
                "child-protection", "safeguarding", "whistleblowing", "inclusion-send",
                "pupil-premium-strategy",
            ], mustRefer: true
        ).rule,
        ReviewedShape(
            .behaviourPolicy, "Behaviour policy reviewed", clauses: ["EXC-1"],
            ["behaviour"], mustRefer: true
        ).rule,
        ReviewedShape(
            .policyReview, "This policy reviewed", clauses: ["REV-1"], ["cksw"],
            mustRefer: false
        ).rule,
    ]

    /// VS-1: the Virtual School's details are at hand.
    private static let virtualSchoolDetails = Rule(
        .virtualSchoolDetails, "Virtual School's details", clauses: ["VS-1"], .standing,
        .school, next: NextAction(.schoolDetails, "Enter Virtual School details"),
        .school { [virtualSchoolDetails($0.school.school)] })

    private static func virtualSchoolDetails(_ school: School?) -> Ruling {
        let isKnown = school?.knowsVirtualSchool ?? false
        return Ruling(
            due: nil, state: isKnown ? .met : .overdue,
            reason: isKnown
                ? .virtualSchoolKnown(school?.virtualSchoolName ?? "") : .virtualSchoolUnknown,
            evidence: school.map { [$0.key] } ?? []
        ) {
            let words =
                school.map {
                    "Virtual School \($0.virtualSchoolName ?? "without name"), "
                        + "\($0.virtualSchoolEmail ?? "no e-mail address"), "
                        + ($0.virtualSchoolPhone ?? "no telephone number")
                } ?? "no school on record"
            return Working(
                facts: [Working.Fact(words, in: .school, school?.key)],
                sum: "a name, and an e-mail address or a telephone number",
                leastAct: detailsAct(school))
        }
    }

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
}

extension School {
    public var virtualSchoolEmail: String? { record.text("virtual_school_email") }

    /// A name, and a way to reach it.
    fileprivate var knowsVirtualSchool: Bool {
        virtualSchoolName != nil && (virtualSchoolEmail != nil || virtualSchoolPhone != nil)
    }
}
