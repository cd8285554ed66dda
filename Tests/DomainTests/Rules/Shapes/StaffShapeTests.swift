import Domain
import Support
import Testing

/// Rules that ask every member of staff.
struct StaffShapeTests {
    static let school = TestSchool(roles: [])

    /// A rule with its evidence of S01 on a day.
    struct Case: Sendable, CustomTestStringConvertible {
        let rule: RuleID
        /// Whether somebody new has 20 school days, whenever that is.
        let ownTime: Bool
        let evidence: @Sendable (String) -> [StatedRow]
        var all: RuleID { RuleID("\(rule)-all") }
        var testDescription: String { rule.rawValue }

        static func read(_ rule: RuleID, _ what: String, ownTime: Bool = false) -> Case {
            Case(rule: rule, ownTime: ownTime) { [Rows.read(what, $0)] }
        }

        static func trained(_ rule: RuleID, _ kind: String) -> Case {
            Case(rule: rule, ownTime: false) {
                [Rows.training("T1", kind, $0), Rows.trained("T1")]
            }
        }
    }

    static let cases: [Case] = [
        .read("policy-read", "policy"), .read("kcsie-read", "kcsie", ownTime: true),
        .read("child-protection-read", "child-protection", ownTime: true),
        .trained("briefed", "policy-briefing"), .trained("trained-attachment", "attachment-trauma"),
        .trained("trained-bias", "unconscious-bias"), .trained("trained-diversity", "diversity"),
    ]

    @Test(
        "Everybody does it by 31 October", arguments: cases,
        [
            ("2025-09-01", "upcoming", "upcoming"), ("2025-10-02", "upcoming", "upcoming"),
            ("2025-10-03", "soon", "upcoming"), ("2025-10-31", "soon", "upcoming"),
            ("2025-11-01", "overdue", "overdue"),
        ])
    func open(_ example: Case, _ day: (String, String, String)) throws {
        #expect(
            try Self.school.duties(example.rule, on: day.0) == ["2025-26: \(day.1) 2025-10-31"])
        #expect(try Self.school.duties(example.all, on: day.0) == [day.2])
        let duty = try Self.school.duties(on: day.0).first { $0.rule == example.rule }
        #expect(duty?.subject == .staff("S01"))
    }

    @Test("Done in the year, it is met, and by all", arguments: cases)
    func done(_ example: Case) throws {
        func school(_ day: String) -> TestSchool {
            example.evidence(day).reduce(Self.school) { $0.with($1) }
        }
        #expect(
            try school("2025-09-01").duties(example.rule, on: "2025-09-01")
                == ["2025-26: met 2025-10-31"])
        #expect(try school("2025-09-01").duties(example.all, on: "2025-09-01") == ["met"])
        #expect(
            try school("2025-11-04").duties(example.rule, on: "2025-12-01")
                == ["2025-26: met 2025-10-31 late 2"])
        // Last year's, and tomorrow's.
        #expect(
            try school("2025-08-31").duties(example.rule, on: "2025-09-10")
                == ["2025-26: upcoming 2025-10-31"])
        #expect(
            try school("2025-09-11").duties(example.rule, on: "2025-09-10")
                == ["2025-26: upcoming 2025-10-31"])
    }

    @Test("A new member of staff has 20 school days", arguments: cases)
    func starter(_ example: Case) throws {
        func due(_ from: String) throws -> String? {
            try Self.school.staff("S02", from: from).duties(on: "2026-01-30").first {
                $0.rule == example.rule && $0.subject == .staff("S02")
            }?.due?.iso
        }
        #expect(try due("2026-01-05") == "2026-02-02")
        // Somebody of 15 September has until 13 October, and for the year's training until the 31st.
        #expect(try due("2025-09-15") == (example.ownTime ? "2025-10-13" : "2025-10-31"))
        #expect(try due("2025-09-01") == "2025-10-31")
        #expect(try due("2025-08-31") == "2025-10-31")
    }

    @Test("What was done before somebody came, and who left, do not count", arguments: cases)
    func comeAndGo(_ example: Case) throws {
        let gone = Self.school.staff("S02", from: "2020-09-01", to: "2025-09-30")
        #expect(try gone.duties(example.rule, on: "2025-10-01").count == 1)
        #expect(try gone.duties(example.rule, on: "2025-09-30").count == 2)
        let nobody = TestSchool(children: [], calendar: County.terms, roles: [], staff: [])
        #expect(try nobody.duties(example.rule, on: "2025-10-01") == [])
        #expect(try nobody.duties(example.all, on: "2025-10-01") == ["unknown"])
    }

    @Test("One of two is not all")
    func oneOfTwo() throws {
        let school = Self.school.staff("S02", from: "2020-09-01")
            .with(Rows.read("policy", "2025-09-02"))
        #expect(try school.duties("policy-read-all", on: "2025-10-31") == ["upcoming"])
        #expect(try school.duties("policy-read-all", on: "2025-11-01") == ["overdue"])
        let words = try school.duties(on: "2025-11-01").first { $0.rule == "policy-read-all" }
        #expect(
            words?.sentence(on: Written.day("2025-11-01"))
                == "1 of 2 members of staff has not read this policy.")
        #expect(
            words?.line(on: Written.day("2025-11-01")) == "1 of 2 staff: policy not read")
    }

    @Test("Who missed a course catches up; who neither came nor caught up has not done it")
    func catchingUp() throws {
        let course = Self.school.with(Rows.training("T1", "diversity", "2025-09-02"))
        let caught = course.with(Rows.trained("T1", attended: "no", caughtUp: "2025-11-05"))
        #expect(
            try caught.duties("trained-diversity", on: "2025-11-05")
                == ["2025-26: met 2025-10-31 late 3"])
        #expect(
            try caught.duties("trained-diversity", on: "2025-11-04")
                == ["2025-26: overdue 2025-10-31"])
        let absent = course.with(Rows.trained("T1", attended: "no"))
        #expect(
            try absent.duties("trained-diversity", on: "2025-11-05")
                == ["2025-26: overdue 2025-10-31"])
    }
}
