import Domain
import Support
import Testing

/// Rules that ask for evidence of each child in each term.
struct TermlyShapeTests {
    /// A rule with a child whom it asks, and its evidence on a day.
    struct Case: Sendable, CustomTestStringConvertible {
        let rule: RuleID
        let child: @Sendable (TestChild) -> TestChild
        let sen: String?
        let evidence: @Sendable (String) -> [StatedRow]

        init(
            _ rule: RuleID, sen: String? = nil,
            _ child: @escaping @Sendable (TestChild) -> TestChild = { $0 },
            _ evidence: @escaping @Sendable (String) -> [StatedRow]
        ) {
            (self.rule, self.sen, self.child, self.evidence) = (rule, sen, child, evidence)
        }

        func school(
            admitted: String = "2023-09-01", left: String? = nil, known to: String? = nil,
            evidence day: String? = nil, calendar: [StatedRow] = County.terms + County.halfTerms
        ) -> TestSchool {
            let child = child(
                TestChild(admitted: admitted, left: left, sen: sen).cp("2024-01-08", to: to)
                    .alternativeProvision("2024-01-08", to: to))
            let school = TestSchool(children: [child], calendar: calendar, roles: [])
            return (day.map(evidence) ?? []).reduce(school) { $0.with($1) }
        }

        var testDescription: String { rule.rawValue }
    }

    static let cases = [
        Case("support-decision") {
            [Rows.decision("D1", $0, "support", reason: "Reads too little")]
        },
        Case("progress-judged") { [Rows.progress("G1", $0, "data", progress: "expected")] },
        Case("progress-evidence") { day in
            ["data", "teacher-report", "book-look"].map { Rows.progress("G-\($0)", day, $0) }
        },
        Case("progress-send", sen: "K") {
            [Rows.progress("G1", $0, "book-look", progress: "below")]
        },
        Case("classroom-check") { [Rows.check("K1", $0)] },
        Case("joint-planning") { [Rows.meeting("M1", "dt-dsl-planning", held: $0, pupil: "K001")] },
        Case("send-review", sen: "E") { [Rows.senReview("R1", "review", held: $0)] },
        Case("ap-progress") { [Rows.progress("G1", $0, "provider")] },
    ]

    @Test(
        "Without evidence it is upcoming, soon in the last 15 school days, then missed",
        arguments: cases,
        [
            ("2025-09-01", "upcoming"), ("2025-11-27", "upcoming"), ("2025-11-28", "soon"),
            ("2025-12-19", "soon"), ("2025-12-20", "missed"), ("2026-01-04", "missed"),
        ])
    func open(_ example: Case, _ day: (String, String)) throws {
        #expect(
            try example.school().duties(example.rule, on: day.0)
                == ["2025-26 autumn: \(day.1) 2025-12-19"])
    }

    @Test(
        "Evidence of any day of the term up to today meets it; of another day it does not",
        arguments: cases,
        [
            ("2025-09-01", "2025-09-01", "met"), ("2025-10-29", "2025-11-03", "met"),
            ("2025-12-19", "2026-01-02", "met"), ("2025-10-01", "2025-10-01", "met"),
            ("2025-10-02", "2025-10-01", "upcoming"), ("2025-08-31", "2025-10-01", "upcoming"),
            ("2025-12-20", "2026-01-02", "missed"),
        ])
    func dated(_ example: Case, _ day: (String, String, String)) throws {
        #expect(
            try example.school(evidence: day.0).duties(example.rule, on: day.1)
                == ["2025-26 autumn: \(day.2) 2025-12-19"])
    }

    @Test("A child who comes late is asked from 20 school days on", arguments: cases)
    func joiner(_ example: Case) throws {
        #expect(
            try example.school(admitted: "2025-11-24").duties(example.rule, on: "2025-11-26")
                == ["2025-26 autumn: upcoming 2025-12-19"])
        #expect(
            try example.school(admitted: "2025-11-25").duties(example.rule, on: "2025-11-26")
                == ["2025-26 autumn: not-applicable 2025-12-19"])
    }

    @Test("Nothing is asked of a child who has left", arguments: cases)
    func leaver(_ example: Case) throws {
        let school = example.school(left: "2025-11-26")
        #expect(
            try school.duties(example.rule, on: "2025-11-26")
                == ["2025-26 autumn: upcoming 2025-12-19"])
        #expect(try school.duties(example.rule, on: "2025-11-27") == [])
    }

    @Test("What ceased within the term is missed from the day after", arguments: cases)
    func ceased(_ example: Case) throws {
        // Plan and provision end, and the child is Ever-6 from then on: only what asks every child
        // known goes on.
        let school = example.school(known: "2025-11-20")
        let goesOn = !["joint-planning", "ap-progress"].contains(example.rule.rawValue)
        #expect(
            try school.duties(example.rule, on: "2025-11-21")
                == ["2025-26 autumn: \(goesOn ? "upcoming" : "missed") 2025-12-19"])
    }

    @Test("Without the year's terms nobody can tell", arguments: cases)
    func noTerms(_ example: Case) throws {
        let school = example.school(evidence: "2025-09-10", calendar: [])
        #expect(try school.duties(example.rule, on: "2025-10-01") == ["2025-26: unknown"])
        let gone = example.school(left: "2025-09-30", calendar: [])
        #expect(try gone.duties(example.rule, on: "2025-10-01") == [])
    }

    @Test("A child whom a rule does not concern is not asked")
    func narrowed() throws {
        let plain = TestSchool(TestChild().pla("2024-01-08"))
        for rule in ["progress-send", "send-review", "joint-planning", "ap-progress"] {
            #expect(
                try plain.duties(RuleID(rule), on: "2025-10-01")
                    == ["2025-26 autumn: not-applicable 2025-12-19"])
        }
    }

    @Test("Support is decided by a decision with its reason, or given above the universal level")
    func support() throws {
        let school = TestSchool(TestChild().pla("2024-01-08"))
        func stands(_ row: StatedRow) throws -> String? {
            try school.with(row).duties("support-decision", on: "2025-10-01").first
        }
        let upcoming = "2025-26 autumn: upcoming 2025-12-19"
        let met = "2025-26 autumn: met 2025-12-19"
        #expect(try stands(Rows.decision("D1", "2025-09-08", "support", reason: nil)) == upcoming)
        #expect(try stands(Rows.decision("D1", "2025-09-08", "other", reason: "x")) == upcoming)
        #expect(try stands(Rows.intervention("I1", "universal", "2025-09-08")) == upcoming)
        #expect(try stands(Rows.intervention("I1", "targeted", "2025-09-08")) == met)
        #expect(try stands(Rows.intervention("I1", "specialist", "2024-09-08")) == met)
        // Ended in the summer; begun on a Saturday and not yet on a school day; begun tomorrow.
        #expect(
            try stands(Rows.intervention("I1", "targeted", "2025-01-08", to: "2025-08-31"))
                == upcoming)
        #expect(try stands(Rows.intervention("I1", "targeted", "2025-10-02")) == upcoming)
        #expect(
            try school.with(Rows.intervention("I1", "targeted", "2025-10-04"))
                .duties("support-decision", on: "2025-10-05") == [upcoming])
    }

    @Test("Two sides of three are not progress from all sides")
    func threeSides() throws {
        let school = TestSchool(TestChild().pla("2024-01-08"))
            .with(Rows.progress("G1", "2025-09-08", "data"))
            .with(Rows.progress("G2", "2025-09-08", "book-look"))
        #expect(
            try school.duties("progress-evidence", on: "2025-10-01")
                == ["2025-26 autumn: upcoming 2025-12-19"])
    }

    @Test("Another child's planning, or the school's own, is not this child's")
    func ownMeeting() throws {
        let other = TestChild("K002").pla("2024-01-08")
        let school = TestSchool(TestChild().cp("2024-01-08"), other)
            .with(Rows.meeting("M1", "dt-dsl-planning", held: "2025-09-08", pupil: "K002"))
            .with(Rows.meeting("M2", "dt-dsl-planning", held: "2025-09-08"))
        #expect(
            try school.duties(on: "2025-10-01").filter {
                $0.rule == "joint-planning" && $0.subject == .pupil(PupilRef("K001"))
            }.map(\.line) == ["2025-26 autumn: upcoming 2025-12-19"])
    }

    @Test("A reason names the thing, in the pack's words")
    func reasons() throws {
        let school = TestSchool(TestChild().pla("2024-01-08"))
        func reason(_ school: TestSchool, _ day: String) throws -> String? {
            try school.duties(on: day).first { $0.rule == "classroom-check" }?
                .sentence(on: Written.day(day))
        }
        #expect(
            try reason(school, "2025-12-12")
                == "No check in class is recorded yet this term; 5 school days are left.")
        #expect(
            try reason(school, "2025-12-20")
                == "No check in class is recorded for the autumn term.")
        #expect(
            try reason(school.with(Rows.check("K1", "2025-12-01")), "2025-12-12")
                == "A check in class was made on Mon 1 Dec.")
    }
}
