import Domain
import Support
import Testing

/// key-adult (AIM-6) and the roles (ROLE-1, ROLE-2, HGB-3, SEND)
struct PeopleTests {
    static let child = TestChild().cin("2024-01-08")

    @Test(
        "Every child known to a social worker has a key adult who works here",
        arguments: [
            Owed("one", child.keyAdult("2024-01-08"), on: "2025-10-01", "met"),
            Owed("none since becoming known", child, on: "2025-10-01", "overdue 2024-01-08"),
            Owed(
                "none since admission", TestChild(admitted: "2025-09-01").cin("2024-01-08"),
                on: "2025-10-01", "overdue 2025-09-01"),
            Owed(
                "the last day of one", child.keyAdult("2024-01-08", to: "2025-09-30"),
                on: "2025-09-30", "met"),
            Owed(
                "the day after", child.keyAdult("2024-01-08", to: "2025-09-30"), on: "2025-10-01",
                "overdue 2025-10-01"),
            Owed(
                "from tomorrow", child.keyAdult("2025-10-02"), on: "2025-10-01",
                "overdue 2024-01-08"),
            Owed(
                "a new run as known",
                TestChild().pla("2024-01-08", to: "2024-12-31").cin("2025-05-06"), on: "2025-10-01",
                "overdue 2025-05-06"),
            Owed("a child who is not known", TestChild(), on: "2025-10-01"),
            Owed(
                "a child who left", TestChild(left: "2025-09-30").cin("2024-01-08"),
                on: "2025-10-01"),
        ])
    func keyAdult(_ example: Owed) throws { try example.check(.keyAdult) }

    @Test("A key adult who has left the school is none")
    func keyAdultLeft() throws {
        let school = TestSchool(Self.child.keyAdult("2024-01-08", staff: "S02"))
            .staff("S02", from: "2020-09-01", to: "2025-08-31")
        #expect(try school.duties(.keyAdult, on: "2025-08-31") == ["met"])
        #expect(try school.duties(.keyAdult, on: "2025-09-01").map { $0.prefix(7) } == ["overdue"])
    }

    @Test("A mentor is no key adult")
    func mentor() throws {
        let school = TestSchool(Self.child).with(
            .adults, ["pupil": "K001", "staff": "S01", "kind": "mentor", "from": "2024-01-08"])
        #expect(try school.duties(.keyAdult, on: "2025-10-01") == ["overdue 2024-01-08"])
    }

    @Test(
        "Each role that the policy names is held today",
        arguments: [
            (RuleID.roleDesignatedTeacher, "designated-teacher"),
            (.roleDesignatedGovernor, "designated-governor"), (.roleDSL, "dsl"),
            (.roleSENCO, "senco"), (.roleHead, "head"),
            (.roleEducationAdviser, "education-adviser"),
        ])
    func roles(_ rule: RuleID, _ role: String) throws {
        let empty = TestSchool(roles: [])
        #expect(try empty.duties(rule, on: "2025-10-01") == ["overdue"])
        let held = empty.role(role, "Ms Hart", from: "2025-10-01", to: "2025-10-31")
        #expect(try held.duties(rule, on: "2025-09-30") == ["overdue"])
        #expect(try held.duties(rule, on: "2025-10-01") == ["met"])
        #expect(try held.duties(rule, on: "2025-10-31") == ["met"])
        #expect(try held.duties(rule, on: "2025-11-01") == ["overdue"])
        for other in TestSchool.roles where other != role {
            #expect(
                try empty.role(other, "S01", from: "2020-01-01").duties(rule, on: "2025-10-01")
                    == ["overdue"])
        }
    }

    @Test("A deputy is not the lead")
    func deputy() throws {
        let school = TestSchool(roles: []).role("deputy-dsl", "S01", from: "2020-01-01")
        #expect(try school.duties(.roleDSL, on: "2025-10-01") == ["overdue"])
    }
}
