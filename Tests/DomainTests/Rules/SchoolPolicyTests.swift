import Domain
import Support
import Testing

/// virtual-school-details, linked-policy, behaviour-policy, policy-review (VS-1, LINK-1, EXC-1,
/// REV-1)
struct SchoolPolicyTests {
    private func school(_ fields: KeyValuePairs<String, String?>) -> TestSchool {
        let known: [(String, String?)] = [
            ("urn", "100000"), ("name", "Oak"), ("phase", "primary"), ("local_authority", "X"),
        ]
        return TestSchool(roles: []).with(
            StatedRow(.school, known + fields.map { ($0.key, $0.value) }))
    }

    @Test("The Virtual School has a name, and an e-mail address or a telephone number")
    func details() throws {
        func stands(_ school: TestSchool) throws -> [String] {
            try school.duties(.virtualSchoolDetails, on: "2025-10-01")
        }
        #expect(try stands(TestSchool(roles: [])) == ["overdue"])
        #expect(try stands(school([:])) == ["overdue"])
        #expect(try stands(school(["virtual_school_name": "VS"])) == ["overdue"])
        #expect(try stands(school(["virtual_school_phone": "01632 960001"])) == ["overdue"])
        #expect(
            try stands(
                school(["virtual_school_name": "VS", "virtual_school_phone": "01632 960001"]))
                == ["met"])
        #expect(
            try stands(
                school(["virtual_school_name": "VS", "virtual_school_email": "vs@example.org"]))
                == ["met"])
    }

    struct Case: Sendable {
        let reviewBy: String?
        let refers: String?
        let state: String
    }

    static let linked = [
        "child-protection", "inclusion-send", "pupil-premium-strategy", "safeguarding",
        "whistleblowing",
    ]

    /// Sixty days before 30 November is 1 October.
    @Test(
        "A policy speaks of these children and is reviewed in time",
        arguments: [
            Case(reviewBy: "2025-12-01", refers: "yes", state: "met 2025-12-01"),
            Case(reviewBy: "2025-11-30", refers: "yes", state: "soon 2025-11-30"),
            Case(reviewBy: "2025-10-01", refers: "yes", state: "soon 2025-10-01"),
            Case(reviewBy: "2025-09-30", refers: "yes", state: "overdue 2025-09-30"),
            Case(reviewBy: nil, refers: "yes", state: "unknown"),
            Case(reviewBy: "2025-12-01", refers: "no", state: "overdue 2025-12-01"),
            Case(reviewBy: "2025-12-01", refers: nil, state: "overdue 2025-12-01"),
            Case(reviewBy: nil, refers: "no", state: "overdue"),
        ])
    func linked(_ example: Case) throws {
        for policy in Self.linked {
            let school = TestSchool(roles: []).with(
                Rows.policy(policy, reviewBy: example.reviewBy, refers: example.refers))
            let lines = try school.duties(.linkedPolicy, on: "2025-10-01")
            #expect(lines.contains("\(policy): \(example.state)"))
            #expect(lines.count { $0.hasSuffix(": unknown") } >= 4)
            #expect(lines.count == 5)
        }
    }

    /// A behaviour policy, looked at on 1 October 2025.
    static func speaking(_ reviewBy: String?, refers: String? = "yes") -> TestSchool {
        TestSchool(roles: []).with(Rows.policy("behaviour", reviewBy: reviewBy, refers: refers))
    }

    @Test(
        "The behaviour policy speaks of these children and is reviewed in time",
        arguments: [
            Owed("none", TestSchool(roles: []), on: "2025-10-01", "behaviour: unknown"),
            Owed(
                "61 days left", speaking("2025-12-01"), on: "2025-10-01",
                "behaviour: met 2025-12-01"),
            Owed(
                "60 days left", speaking("2025-11-30"), on: "2025-10-01",
                "behaviour: soon 2025-11-30"),
            Owed(
                "today", speaking("2025-10-01"), on: "2025-10-01",
                "behaviour: soon 2025-10-01"),
            Owed(
                "yesterday", speaking("2025-09-30"), on: "2025-10-01",
                "behaviour: overdue 2025-09-30"),
            Owed("no day of review", speaking(nil), on: "2025-10-01", "behaviour: unknown"),
            Owed(
                "it does not speak of them", speaking("2025-12-01", refers: "no"),
                on: "2025-10-01", "behaviour: overdue 2025-12-01"),
            Owed(
                "nobody has said whether it does", speaking("2025-12-01", refers: nil),
                on: "2025-10-01", "behaviour: overdue 2025-12-01"),
            Owed(
                "it does not, and is soon to be reviewed",
                speaking("2025-11-30", refers: "no"), on: "2025-10-01",
                "behaviour: overdue 2025-11-30"),
            Owed(
                "neither review nor word of them", speaking(nil, refers: "no"),
                on: "2025-10-01", "behaviour: overdue"),
        ])
    func behaviour(_ example: Owed) throws { try example.check(.behaviourPolicy) }

    @Test("This policy is reviewed in time, and need not speak of itself")
    func reviewed() throws {
        func stands(_ reviewBy: String?) throws -> [String] {
            try TestSchool(roles: []).with(Rows.policy("cksw", reviewBy: reviewBy, refers: "no"))
                .duties(.policyReview, on: "2025-10-01")
        }
        #expect(
            try TestSchool(roles: []).duties(.policyReview, on: "2025-10-01") == ["cksw: unknown"])
        #expect(try stands(nil) == ["cksw: unknown"])
        #expect(try stands("2025-12-01") == ["cksw: met 2025-12-01"])
        #expect(try stands("2025-11-30") == ["cksw: soon 2025-11-30"])
        #expect(try stands("2025-10-01") == ["cksw: soon 2025-10-01"])
        #expect(try stands("2025-09-30") == ["cksw: overdue 2025-09-30"])
    }
}
