import Domain
import Support
import Testing

/// key-adult (AIM-6) and the roles (ROLE-1, ROLE-2, HGB-3, SEND)
struct PeopleTests {
    static let child = TestChild().cin("2024-01-08")
    /// Known since Monday 15 September 2025.
    static let new = TestChild().cin("2025-09-15")

    @Test(
        "Every child known to a social worker has a key adult who works here",
        arguments: [
            Owed("one", child.keyAdult("2024-01-08"), on: "2025-10-01", "met"),
            Owed("none since becoming known", child, on: "2025-10-01", "overdue 2024-01-15"),
            Owed("none, on the day it is due", child, on: "2024-01-15", "soon 2024-01-15"),
            Owed(
                "the last day of one", child.keyAdult("2024-01-08", to: "2025-09-30"),
                on: "2025-09-30", "met"),
            Owed(
                "the day after", child.keyAdult("2024-01-08", to: "2025-09-30"), on: "2025-10-01",
                "soon 2025-10-08"),
            Owed(
                "from tomorrow", child.keyAdult("2025-10-02"), on: "2025-10-01",
                "overdue 2024-01-15"),
            Owed(
                "since before the child was known", new.keyAdult("2025-09-01"), on: "2025-09-15",
                "met"),
            Owed(
                "late, which nobody counts", new.keyAdult("2025-09-29"), on: "2025-09-29", "met"),
            Owed("a child who is not known", TestChild(), on: "2025-10-01"),
            Owed(
                "a child who left", TestChild(left: "2025-09-30").cin("2024-01-08"),
                on: "2025-10-01"),
        ])
    func keyAdult(_ example: Owed) throws { try example.check(.keyAdult) }

    @Test(
        "One is due on the fifth school day after the latest of what made one needed",
        arguments: [
            Owed("known today", new, on: "2025-09-15", "soon 2025-09-22"),
            Owed("known, on the day", new, on: "2025-09-22", "soon 2025-09-22"),
            Owed("known, the day after", new, on: "2025-09-23", "overdue 2025-09-22"),
            Owed(
                "admitted since", TestChild(admitted: "2025-09-10").cin("2024-01-08"),
                on: "2025-09-17", "soon 2025-09-17"),
            Owed(
                "admitted since, the day after",
                TestChild(admitted: "2025-09-10").cin("2024-01-08"), on: "2025-09-18",
                "overdue 2025-09-17"),
            Owed(
                "a new run as known",
                TestChild().pla("2024-01-08", to: "2024-12-31").cin("2025-05-06"),
                on: "2025-05-13", "soon 2025-05-13"),
            Owed(
                "a new status in one run",
                TestChild().cin("2024-01-08", to: "2025-09-14").cp("2025-09-15"),
                on: "2025-09-15", "overdue 2024-01-15"),
            Owed(
                "the last one's time is over",
                child.keyAdult("2024-01-08", to: "2024-12-31")
                    .keyAdult("2025-01-01", to: "2025-09-30"),
                on: "2025-10-08", "soon 2025-10-08"),
            Owed(
                "and is over, told the other way round",
                child.keyAdult("2025-01-01", to: "2025-09-30")
                    .keyAdult("2024-01-08", to: "2024-12-31"),
                on: "2025-10-09", "overdue 2025-10-08"),
            Owed(
                "it was over before half-term",
                child.keyAdult("2024-01-08", to: "2025-10-22"), on: "2025-11-03",
                "soon 2025-11-06"),
            Owed(
                "it was over the day before half-term",
                child.keyAdult("2024-01-08", to: "2025-10-24"), on: "2025-11-08",
                "overdue 2025-11-07"),
            Owed(
                "it was over before the child was known again",
                TestChild().pla("2024-01-08", to: "2024-12-31").cin("2025-09-15")
                    .keyAdult("2024-01-08", to: "2024-12-31"),
                on: "2025-09-15", "soon 2025-09-22"),
            Owed(
                "records begin since", TestSchool(child).recordsFrom("2025-09-15"),
                on: "2025-09-22", "soon 2025-09-22"),
            Owed(
                "records begin since, the day after",
                TestSchool(child).recordsFrom("2025-09-15"), on: "2025-09-23",
                "overdue 2025-09-22"),
            Owed(
                "records began before the child was known",
                TestSchool(new).recordsFrom("2025-09-10"), on: "2025-09-15", "soon 2025-09-22"),
        ])
    func keyAdultDue(_ example: Owed) throws { try example.check(.keyAdult) }

    @Test("A key adult who has left the school is none")
    func keyAdultLeft() throws {
        let school = TestSchool(Self.child.keyAdult("2024-01-08", staff: "S02"))
            .staff("S02", from: "2020-09-01", to: "2025-08-31")
        #expect(try school.duties(.keyAdult, on: "2025-08-31") == ["met"])
        // The row itself has no end: nothing new to count from.
        #expect(try school.duties(.keyAdult, on: "2025-09-01") == ["overdue 2024-01-15"])
    }

    @Test("A mentor is no key adult")
    func mentor() throws {
        let school = TestSchool(Self.child).with(
            .adults, ["pupil": "K001", "staff": "S01", "kind": "mentor", "from": "2024-01-08"])
        #expect(try school.duties(.keyAdult, on: "2025-10-01") == ["overdue 2024-01-15"])
        let ended = TestSchool(Self.child).with(
            .adults,
            [
                "pupil": "K001", "staff": "S01", "kind": "mentor", "from": "2024-01-08",
                "to": "2025-09-30",
            ])
        #expect(try ended.duties(.keyAdult, on: "2025-10-01") == ["overdue 2024-01-15"])
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
