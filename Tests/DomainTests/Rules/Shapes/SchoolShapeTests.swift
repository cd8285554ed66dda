import Domain
import Support
import Testing

/// Rules that ask for evidence of the school in each term or year.
struct SchoolShapeTests {
    static let school = TestSchool()

    /// A termly rule with its evidence on a day.
    struct Case: Sendable, CustomTestStringConvertible {
        let rule: RuleID
        let evidence: @Sendable (String) -> StatedRow
        var testDescription: String { rule.rawValue }
    }

    static let cases = [
        Case(rule: "virtual-school-visit") { Rows.meeting("M1", "virtual-school-visit", held: $0) },
        Case(rule: "dt-monitoring") { Rows.meeting("M1", "dt-monitoring", held: $0) },
        Case(rule: "dt-report") {
            Rows.meeting("M1", "dt-report", held: $0, parts: "training;attainment;resources")
        },
        Case(rule: "adviser-contact") { Rows.meeting("M1", "virtual-school-visit", held: $0) },
        Case(rule: "adviser-contact") { day in
            StatedRow(
                .contacts,
                [
                    "contact_id": "C1", "at": "\(day)T12:00:00Z", "with": "education-adviser",
                    "how": "phone", "staff": "S01", "about": "general", "summary": "Spoke",
                ])
        },
        Case(rule: "staff-advice") { Rows.meeting("M1", "staff-advice", held: $0) },
        Case(rule: "staff-advice") { Rows.training("T1", "other", $0, wholeSchool: "yes") },
    ]

    @Test(
        "Each term asks for it until its last school day",
        arguments: cases,
        [
            ("2025-09-01", "upcoming"), ("2025-11-27", "upcoming"), ("2025-11-28", "soon"),
            ("2025-12-19", "soon"), ("2025-12-20", "missed"),
        ])
    func open(_ example: Case, _ day: (String, String)) throws {
        #expect(
            try Self.school.duties(example.rule, on: day.0)
                == ["2025-26 autumn: \(day.1) 2025-12-19"])
    }

    @Test(
        "Evidence of any day of the term up to today meets it",
        arguments: cases,
        [
            ("2025-09-01", "2025-09-01", "met"), ("2025-12-19", "2025-12-31", "met"),
            ("2025-10-29", "2025-11-03", "met"), ("2025-10-02", "2025-10-01", "upcoming"),
            ("2025-08-31", "2025-10-01", "upcoming"), ("2025-12-20", "2025-12-31", "missed"),
        ])
    func dated(_ example: Case, _ day: (String, String, String)) throws {
        #expect(
            try Self.school.with(example.evidence(day.0)).duties(example.rule, on: day.1)
                == ["2025-26 autumn: \(day.2) 2025-12-19"])
    }

    @Test("Without the year's terms nobody can tell", arguments: cases)
    func noTerms(_ example: Case) throws {
        let school = TestSchool(children: [], calendar: [], roles: [])
            .with(example.evidence("2025-09-10"))
        #expect(try school.duties(example.rule, on: "2025-10-01") == ["2025-26: unknown"])
    }

    @Test("Half a report, a planned meeting, a course for some: none is evidence")
    func near() throws {
        let upcoming = ["2025-26 autumn: upcoming 2025-12-19"]
        let half = Self.school.with(
            Rows.meeting("M1", "dt-report", held: "2025-09-10", parts: "attainment;training"))
        #expect(try half.duties("dt-report", on: "2025-10-01") == upcoming)
        let planned = Self.school.with(Rows.meeting("M1", "dt-monitoring", held: nil))
        #expect(try planned.duties("dt-monitoring", on: "2025-10-01") == upcoming)
        let small = Self.school.with(Rows.training("T1", "other", "2025-09-10"))
        #expect(try small.duties("staff-advice", on: "2025-10-01") == upcoming)
    }

    @Test("A visit about one child is a visit")
    func aboutAChild() throws {
        let school = TestSchool(TestChild().pla("2024-01-08"))
            .with(Rows.meeting("M1", "virtual-school-visit", held: "2025-09-10", pupil: "K001"))
        #expect(
            try school.duties("virtual-school-visit", on: "2025-10-01")
                == ["2025-26 autumn: met 2025-12-19"])
    }

    @Test(
        "The list is agreed with the authority by 31 October",
        arguments: [
            Owed("not", school, on: "2025-09-30", "2025-26: upcoming 2025-10-31"),
            // Half-term, 27 to 31 October, has no school day: 15 are left after 3 October.
            Owed("not", school, on: "2025-10-03", "2025-26: soon 2025-10-31"),
            Owed("not", school, on: "2025-10-02", "2025-26: upcoming 2025-10-31"),
            Owed("not", school, on: "2025-10-31", "2025-26: soon 2025-10-31"),
            Owed("not", school, on: "2025-11-01", "2025-26: overdue 2025-10-31"),
            Owed(
                "agreed", school.with(Rows.meeting("M1", "cohort-check", held: "2025-10-31")),
                on: "2025-10-31", "2025-26: met 2025-10-31"),
            Owed(
                "agreed late", school.with(Rows.meeting("M1", "cohort-check", held: "2025-11-03")),
                on: "2025-12-01", "2025-26: met 2025-10-31 late 1"),
            Owed(
                "agreed last year",
                school.with(Rows.meeting("M1", "cohort-check", held: "2025-08-31")),
                on: "2025-10-03", "2025-26: soon 2025-10-31"),
        ])
    func cohortCheck(_ example: Owed) throws { try example.check("cohort-check") }

    @Test(
        "The introduction is given to the whole school by the end of the autumn term",
        arguments: [
            Owed("not", school, on: "2025-12-20", "2025-26: overdue 2025-12-19"),
            Owed(
                "given",
                school.with(
                    Rows.training("T1", "attachment-trauma", "2025-09-01", wholeSchool: "yes")),
                on: "2025-10-01", "2025-26: met 2025-12-19"),
            Owed(
                "given to some",
                school.with(
                    Rows.training("T1", "attachment-trauma", "2025-09-01")),
                on: "2025-10-01", "2025-26: upcoming 2025-12-19"),
            Owed(
                "another course",
                school.with(
                    Rows.training("T1", "diversity", "2025-09-01", wholeSchool: "yes")),
                on: "2025-10-01", "2025-26: upcoming 2025-12-19"),
        ])
    func introduction(_ example: Owed) throws { try example.check("introduction-given") }

    static let clauses = [
        "INT-3", "INT-4", "EQ-1", "AIM-8", "AIM-9", "DT-9", "STAFF-3", "STAFF-4", "AEN-1",
    ]

    @Test("Each clause that no rule computes is attested by 31 December", arguments: clauses)
    func attested(_ clause: String) throws {
        func line(_ school: TestSchool, _ day: String) throws -> String? {
            try school.duties("attested", on: day).first { $0.hasPrefix("\(clause): ") }
        }
        #expect(try line(Self.school, "2025-10-01") == "\(clause): upcoming 2025-12-31")
        #expect(try line(Self.school, "2025-12-31") == "\(clause): soon 2025-12-31")
        #expect(try line(Self.school, "2026-01-01") == "\(clause): overdue 2025-12-31")
        let done = Self.school.with(Rows.attested(clause, "2026-01-06"))
        #expect(try line(done, "2026-01-06") == "\(clause): met 2025-12-31 late 2")
        #expect(try line(done, "2026-09-01") == "\(clause): upcoming 2026-12-31")
        #expect(
            try done.duties("attested", on: "2026-01-06").count { $0.contains("overdue") } == 8)
        let duty = try done.duties(on: "2026-01-06").first { $0.reference == .clause(clause) }
        #expect(duty?.clauses == [clause])
    }

    static let both = school.with(
        Rows.governorsReport("2025-26", a: "2026-05-11", b: "2026-06-08"))

    @Test(
        "Both sections are complete by the end of the year, and last year's can be made good",
        arguments: [
            Owed(
                "none", school, on: "2025-12-31", "2024-25: overdue 2025-07-23",
                "2025-26: upcoming 2026-07-21"),
            Owed(
                "none", school, on: "2026-01-01", "2024-25: missed 2025-07-23",
                "2025-26: upcoming 2026-07-21"),
            Owed(
                "both", both, on: "2026-06-08", "2024-25: missed 2025-07-23",
                "2025-26: met 2026-07-21"),
            Owed(
                "the second tomorrow", both, on: "2026-06-07", "2024-25: missed 2025-07-23",
                "2025-26: upcoming 2026-07-21"),
            Owed(
                "one", school.with(Rows.governorsReport("2025-26", a: "2026-05-11")),
                on: "2026-07-22", "2024-25: missed 2025-07-23", "2025-26: overdue 2026-07-21"),
            Owed(
                "one before the year began: the later of both counts",
                school.with(Rows.governorsReport("2025-26", a: "2025-09-10", b: "2025-08-20")),
                on: "2025-09-10", "2024-25: overdue 2025-07-23", "2025-26: met 2026-07-21"),
            Owed(
                "last year's, made good in September",
                school.with(Rows.governorsReport("2024-25", a: "2025-06-02", b: "2025-09-02")),
                on: "2025-10-01", "2024-25: met 2025-07-23 late 2",
                "2025-26: upcoming 2026-07-21"),
            Owed(
                "last year not on record",
                TestSchool(
                    children: [],
                    calendar: County.terms.filter { $0.fields["academic_year"] == "2025-26" },
                    roles: []), on: "2025-10-01", "2025-26: upcoming 2026-07-21"),
        ])
    func sections(_ example: Owed) throws { try example.check("governors-sections") }

    @Test("The report is presented, and it is sent")
    func presented() throws {
        let school = Self.school.with(
            Rows.governorsReport("2025-26", presented: "2026-06-15", sent: "2026-07-22"))
        #expect(
            try school.duties("governors-presented", on: "2026-07-22").last
                == "2025-26: met 2026-07-21")
        #expect(
            try school.duties("governors-sent", on: "2026-07-22").last
                == "2025-26: met 2026-07-21")
        #expect(
            try school.duties("governors-sent", on: "2026-07-21").last
                == "2025-26: soon 2026-07-21")
    }

    @Test("A school of more than five children with pupil premium has a strategy by 31 December")
    func strategy() throws {
        func school(_ count: Int, _ dated: String?) -> TestSchool {
            let children = (1...count).map { TestChild("K00\($0)", ppEligible: "yes") }
            let school = TestSchool(
                children: children, calendar: County.terms + County.halfTerms, roles: [])
            return dated.map {
                school.with(Rows.policy("pupil-premium-strategy", dated: $0))
            } ?? school
        }
        func line(_ school: TestSchool, _ day: String) throws -> String {
            try school.duties("pp-strategy", on: day).joined()
        }
        #expect(try line(school(5, nil), "2026-01-05") == "2025-26: not-applicable 2025-12-31")
        #expect(try line(school(6, nil), "2026-01-05") == "2025-26: overdue 2025-12-31")
        #expect(try line(school(6, "2025-08-31"), "2026-01-05") == "2025-26: overdue 2025-12-31")
        #expect(try line(school(6, "2025-12-18"), "2026-01-05") == "2025-26: met 2025-12-31")
        #expect(try line(school(6, nil), "2025-10-01") == "2025-26: upcoming 2025-12-31")
    }
}
