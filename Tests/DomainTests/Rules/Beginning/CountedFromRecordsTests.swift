import Domain
import Support
import Testing

/// Rules that count from the day on which records begin, where they would count from an earlier one.
struct CountedFromRecordsTests {
    static let known = TestChild().cin("2024-01-08")

    /// The county's school whose records begin on a day.
    static func from(_ begin: String, _ child: TestChild = known) -> TestSchool {
        TestSchool(child).recordsFrom(begin)
    }

    @Test(
        "A contact is due 30 school days after records begin, but one made before still counts",
        arguments: [
            Owed("long before", from("2024-09-02"), on: "2025-09-15", "overdue 2024-10-14"),
            Owed("today", from("2025-09-15"), on: "2025-09-15", "upcoming 2025-11-03"),
            Owed("on the day", from("2025-09-15"), on: "2025-11-03", "soon 2025-11-03"),
            Owed("the day after", from("2025-09-15"), on: "2025-11-04", "overdue 2025-11-03"),
            Owed(
                "made before", from("2025-09-15", known.contact("carer", "2025-09-08")),
                on: "2025-09-16", "met 2025-10-20"),
            Owed(
                "made before the child came",
                from(
                    "2025-09-15",
                    TestChild(admitted: "2025-09-10").cin("2024-01-08")
                        .contact("carer", "2025-09-09")),
                on: "2025-09-16", "upcoming 2025-11-03"),
            Owed(
                "come after records begin",
                from("2025-09-15", TestChild(admitted: "2025-09-22").cin("2024-01-08")),
                on: "2025-09-22", "upcoming 2025-11-10"),
        ])
    func fresh(_ example: Owed) throws { try example.check("carer-contact") }

    static let protected = TestChild().cp("2025-09-15")

    @Test(
        "A plan that began before records begin has no first day for its core group",
        arguments: [
            Owed(
                "the same day", from("2025-09-15", protected), on: "2025-09-19",
                "upcoming 2025-09-29"),
            Owed("the day after", from("2025-09-16", protected), on: "2025-09-19", "unknown"),
            Owed(
                "with one held before",
                from("2025-10-06", protected).with(
                    Rows.review("M1", "core-group", held: "2025-09-25")),
                on: "2025-10-22", "upcoming 2025-11-06"),
        ])
    func coreGroup(_ example: Owed) throws { try example.check(.coreGroup) }

    @Test(
        "So has a review of each kind",
        arguments: [
            (RuleID.conference, protected), (.childInNeedReview, TestChild().cin("2025-09-15")),
            (.lookedAfterReview, TestChild().cla("2025-09-15")),
        ])
    func reviews(_ rule: RuleID, _ child: TestChild) throws {
        let same = Self.from("2025-09-15", child)
        #expect(try same.duties(rule, on: "2025-09-19") != ["unknown"])
        let after = Self.from("2025-09-16", child)
        #expect(try after.duties(rule, on: "2025-09-19") == ["unknown"])
        let reason = try after.duties(on: "2025-09-19").first { $0.rule == rule }?
            .sentence(on: Written.day("2025-09-19"))
        #expect(reason?.contains("before our records begin; nobody has recorded") == true)
    }

    @Test(
        "The first SDQ is due 90 days after records begin, and the next not before that",
        arguments: [
            Owed(
                "before the child was looked after",
                from("2025-09-01", TestChild().cla("2025-09-10")),
                on: "2025-09-15", "upcoming 2025-12-09"),
            Owed(
                "after", from("2025-09-15", TestChild().cla("2024-09-10")), on: "2025-09-15",
                "upcoming 2025-12-14"),
            Owed(
                "with an old form",
                from("2025-09-15", TestChild().cla("2024-01-08")).with(
                    Rows.sdq("Q1", "2024-03-01")),
                on: "2025-09-15", "met 2025-12-14"),
            Owed(
                "with a form of this year",
                from("2025-09-15", TestChild().cla("2024-01-08")).with(
                    Rows.sdq("Q1", "2025-03-03")),
                on: "2025-09-15", "met 2026-03-03"),
        ])
    func sdq(_ example: Owed) throws { try example.check(.sdq) }

    @Test(
        "What each child needs once a year is due 20 school days after records begin, in the year",
        arguments: [
            Owed(
                "at the year's start", from("2025-09-01"), on: "2025-09-15",
                "2025-26: upcoming 2025-10-31"),
            Owed("late", from("2025-11-03"), on: "2025-11-03", "2025-26: upcoming 2025-12-01"),
            Owed("on the day", from("2025-11-03"), on: "2025-12-01", "2025-26: soon 2025-12-01"),
            Owed(
                "the day after", from("2025-11-03"), on: "2025-12-02",
                "2025-26: overdue 2025-12-01"),
            Owed(
                "at the year's end", from("2026-07-20"), on: "2026-07-20",
                "2025-26: soon 2026-07-21"),
            Owed(
                "after the child came",
                from("2025-11-03", TestChild(admitted: "2025-12-01").cin("2024-01-08")),
                on: "2025-12-01", "2025-26: upcoming 2026-01-12"),
        ])
    func yearly(_ example: Owed) throws {
        let checked = example.school.with(Rows.professional("carer")).with(
            Rows.professional("social-worker"))
        #expect(try checked.duties("professionals-checked", on: example.day) == example.lines)
    }

    @Test(
        "What the school does once a year is due 20 school days after records begin, in the year",
        arguments: [
            ("2025-09-01", "2025-09-15", "upcoming 2025-10-31"),
            ("2025-10-02", "2025-10-02", "upcoming 2025-11-06"),
            ("2025-11-03", "2025-12-01", "soon 2025-12-01"),
            ("2025-11-03", "2025-12-02", "overdue 2025-12-01"),
            ("2026-07-20", "2026-07-20", "soon 2026-07-21"),
            ("2026-08-03", "2026-08-03", "not-applicable 2026-07-21"),
        ])
    func yearlySchool(_ begin: String, _ day: String, _ line: String) throws {
        let school = TestSchool().recordsFrom(begin)
        #expect(try school.duties("cohort-check", on: day) == ["2025-26: \(line)"])
    }

    @Test("So is somebody's word for each clause, and the year before stays as it was")
    func attested() throws {
        let school = TestSchool().recordsFrom("2026-01-05")
        let lines = try school.duties("attested", on: "2026-01-12")
        #expect(!lines.isEmpty && lines.allSatisfy { $0.hasSuffix("soon 2026-02-02") })
        #expect(
            try TestSchool().recordsFrom("2025-07-23").duties(
                "governors-presented", on: "2025-10-01"
            ).first == "2024-25: overdue 2025-07-23")
    }

    @Test("Without the year's terms it is due as given")
    func withoutTerms() throws {
        let school = TestSchool(children: [], calendar: [], roles: []).recordsFrom("2025-10-20")
        #expect(try school.duties("cohort-check", on: "2025-10-20") == ["2025-26: soon 2025-10-31"])
    }

    @Test(
        "Staff have 20 school days from when records begin",
        arguments: [
            (RuleID("policy-read"), "2025-09-01", "2025-26: upcoming 2025-10-31"),
            ("policy-read", "2025-09-02", "2025-26: upcoming 2025-10-31"),
            ("policy-read", "2025-11-03", "2025-26: upcoming 2025-12-01"),
            ("kcsie-read", "2025-09-01", "2025-26: upcoming 2025-10-31"),
            ("kcsie-read", "2025-09-02", "2025-26: upcoming 2025-09-30"),
            ("kcsie-read", "2025-11-03", "2025-26: upcoming 2025-12-01"),
        ])
    func everyone(_ rule: RuleID, _ begin: String, _ line: String) throws {
        let school = TestSchool(roles: []).recordsFrom(begin)
        #expect(try school.duties(rule, on: "2025-09-01") == [line])
        // What was read earlier in the year still counts.
        let what = rule == "policy-read" ? "policy" : "kcsie"
        let read = school.with(Rows.read(what, "2025-09-01"))
        #expect(
            try read.duties(rule, on: "2025-09-01")
                == [line.replacing("upcoming", with: "met")])
    }

    @Test(
        "An open concern without a contact is followed up from when records begin",
        arguments: [
            ("2025-10-24", "overdue 2025-11-28"), ("2025-10-31", "overdue 2025-11-28"),
            ("2025-11-03", "soon 2025-12-01"), ("2025-11-10", "soon 2025-12-08"),
            ("2025-11-11", "upcoming 2025-12-09"),
        ])
    func stillOpen(_ begin: String, _ line: String) throws {
        var others = ["2025-10-22": "I\\", "2025-10-23": "I\\", "2025-10-24": "I\\"]
        for day in ["2025-11-05", "2025-11-14", "2025-11-25"] { others[day] = "II" }
        for day in ["2025-11-06", "2025-11-17", "2025-11-26"] { others[day] = "II" }
        let child = Self.known.attending("2025-09-01", "2025-12-19", but: others)
        let lines = try Self.from(begin, child).duties(.attendanceStillOpen, on: "2025-12-01")
        #expect(lines == ["attendance:2025-10-24: \(line)"])
    }

    @Test(
        "A key adult and a needs profile are due some school days after records begin",
        arguments: [
            ("2023-08-31", "overdue 2024-01-15", "overdue 2024-01-22"),
            ("2024-01-08", "overdue 2024-01-15", "overdue 2024-01-22"),
            ("2025-09-01", "overdue 2025-09-08", "soon 2025-09-15"),
            ("2025-09-15", "soon 2025-09-22", "soon 2025-09-29"),
        ])
    func people(_ begin: String, _ adult: String, _ profile: String) throws {
        #expect(try Self.from(begin).duties(.keyAdult, on: "2025-09-15") == [adult])
        #expect(try Self.from(begin).duties(.needsProfile, on: "2025-09-15") == [profile])
    }

    @Test("Admission and moves keep their day")
    func events() throws {
        let child = TestChild(admitted: "2025-09-10").cla("2024-01-08")
        #expect(
            try Self.from("2025-09-15", child).duties(.pepAfterMove, on: "2025-09-16")
                == ["2025-09-10: soon 2025-10-08"])
        #expect(
            try Self.from("2025-09-15", child).duties(.admissionRecords, on: "2025-09-16")
                == ["2025-09-10: soon 2025-10-01"])
    }

    @Test("The working says that the day on which records begin decided, and only there")
    func working() throws {
        let fact = "our records begin on Mon 3 Nov 2025"
        let school = Self.from("2025-11-03", Self.known.contact("carer", "2025-10-20"))
        let agency = try #require(try school.working("agency-contact", on: "2025-11-10"))
        #expect(agency.facts.map(\.text).contains(fact))
        #expect(agency.sum.contains("counted with our records from Mon 3 Nov 2025"))
        #expect(agency.leastAct != nil)
        let carer = try #require(try school.working("carer-contact", on: "2025-11-10"))
        #expect(!carer.facts.map(\.text).contains(fact))
        let passed = try #require(
            try Self.from("2026-01-05").working(
                "classroom-check", "2025-26 autumn", on: "2026-01-12"))
        #expect(passed.sum.hasSuffix("due Fri 19 Dec 2025, before our records begin"))
        #expect(passed.leastAct == nil)
    }
}
