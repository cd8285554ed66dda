import Domain
import Support
import Testing

/// Rules that ask for evidence of each child once a year.
struct YearlyShapeTests {
    static let child = TestChild(sen: "K").pla("2024-01-08")

    @Test(
        "A position of responsibility is held or considered by the end of the year",
        arguments: [
            Owed("nothing", child, on: "2025-09-01", "2025-26: upcoming 2026-07-21"),
            Owed("16 school days left", child, on: "2026-06-29", "2025-26: upcoming 2026-07-21"),
            Owed("15 school days left", child, on: "2026-06-30", "2025-26: soon 2026-07-21"),
            Owed("the last day", child, on: "2026-07-21", "2025-26: soon 2026-07-21"),
            Owed("the day after", child, on: "2026-07-22", "2025-26: overdue 2026-07-21"),
            Owed(
                "held since last year", TestSchool(child).with(Rows.responsibility("2025-01-08")),
                on: "2025-09-01", "2025-26: met 2026-07-21"),
            Owed(
                "held until August",
                TestSchool(child).with(Rows.responsibility("2025-01-08", to: "2025-08-31")),
                on: "2025-09-01", "2025-26: upcoming 2026-07-21"),
            Owed(
                "held until 1 September",
                TestSchool(child).with(Rows.responsibility("2025-01-08", to: "2025-09-01")),
                on: "2025-10-01", "2025-26: met 2026-07-21"),
            Owed(
                "held from tomorrow", TestSchool(child).with(Rows.responsibility("2025-10-02")),
                on: "2025-10-01", "2025-26: upcoming 2026-07-21"),
            Owed(
                "held from the holidays on, which is not late",
                TestSchool(child).with(Rows.responsibility("2026-07-28")), on: "2026-08-03",
                "2025-26: met 2026-07-21"),
            Owed(
                "considered",
                TestSchool(child).with(
                    Rows.decision("D1", "2025-09-10", "responsibility", reason: "Too young yet")),
                on: "2025-10-01", "2025-26: met 2026-07-21"),
            Owed(
                "considered without a reason",
                TestSchool(child).with(
                    Rows.decision("D1", "2025-09-10", "responsibility", reason: nil)),
                on: "2025-10-01", "2025-26: upcoming 2026-07-21"),
            Owed("not known", TestChild(), on: "2025-10-01"),
            Owed("left", TestChild(left: "2025-09-30").pla("2024-01-08"), on: "2025-10-01"),
        ])
    func responsibility(_ example: Owed) throws { try example.check("responsibility") }

    @Test(
        "A SEN plan with targets stands by the end of the autumn term",
        arguments: [
            Owed("none", child, on: "2025-12-19", "2025-26: soon 2025-12-19"),
            Owed("none after", child, on: "2025-12-20", "2025-26: overdue 2025-12-19"),
            Owed(
                "a plan",
                TestSchool(child).with(
                    Rows.senReview("R1", "plan", held: "2025-09-10", targets: "yes")),
                on: "2025-10-01", "2025-26: met 2025-12-19"),
            Owed(
                "an EHC plan, two school days late",
                TestSchool(child).with(
                    Rows.senReview("R1", "ehcp-plan", held: "2026-01-06", targets: "yes")),
                on: "2026-02-01", "2025-26: met 2025-12-19 late 2"),
            Owed(
                "without targets",
                TestSchool(child).with(
                    Rows.senReview("R1", "plan", held: "2025-09-10", targets: "no")),
                on: "2025-10-01", "2025-26: upcoming 2025-12-19"),
            Owed(
                "a review is no plan",
                TestSchool(child).with(
                    Rows.senReview("R1", "review", held: "2025-09-10", targets: "yes")),
                on: "2025-10-01", "2025-26: upcoming 2025-12-19"),
            Owed(
                "last year's",
                TestSchool(child).with(
                    Rows.senReview("R1", "plan", held: "2025-08-31", targets: "yes")),
                on: "2025-10-01", "2025-26: upcoming 2025-12-19"),
            Owed("no SEN", TestChild(sen: "N").pla("2024-01-08"), on: "2025-10-01"),
            Owed("SEN not on record", TestChild().pla("2024-01-08"), on: "2025-10-01"),
            // Arrived on 1 December: 20 school days later is 15 January.
            Owed(
                "a late arrival", TestChild(admitted: "2025-12-01", sen: "E").pla("2024-01-08"),
                on: "2026-01-09", "2025-26: soon 2026-01-12"),
            Owed(
                "an arrival in June",
                TestChild(admitted: "2026-07-06", sen: "E").pla("2024-01-08"), on: "2026-07-07",
                "2025-26: soon 2026-07-21"),
        ])
    func plan(_ example: Owed) throws { try example.check("send-plan") }

    @Test("Without the term that gives the day nobody can tell")
    func noTerm() throws {
        let spring = TestSchool(
            children: [Self.child],
            calendar: [County.term("2025-26", "spring", "2026-01-05", "2026-03-27")], roles: [])
        #expect(try spring.duties("send-plan", on: "2026-02-02") == ["2025-26: unknown"])
        #expect(try spring.duties("responsibility", on: "2026-02-02") == ["2025-26: unknown"])
        let words = try spring.duties(on: "2026-02-02").first { $0.rule == "send-plan" }
        #expect(
            words?.sentence(on: Written.day("2026-02-02"))
                == "The dates of the autumn term of 2025-26 are missing; enter them.")
        #expect(words?.next?.action == .term)
    }

    static let home = Rows.professional("carer", checked: "2025-09-08")

    @Test(
        "Everybody around the child has contact details checked by 31 October",
        arguments: [
            Owed("nobody on record", child, on: "2025-10-01", "2025-26: unknown 2025-10-31"),
            Owed(
                "home, checked", TestSchool(child).with(home), on: "2025-10-01",
                "2025-26: met 2025-10-31"),
            Owed(
                "home, not checked", TestSchool(child).with(Rows.professional("carer")),
                on: "2025-10-01", "2025-26: upcoming 2025-10-31"),
            Owed(
                "home, checked last year",
                TestSchool(child).with(Rows.professional("carer", checked: "2025-08-31")),
                on: "2025-11-01", "2025-26: overdue 2025-10-31"),
            Owed(
                "one of two not checked",
                TestSchool(child).with(home).with(Rows.professional("health")), on: "2025-10-31",
                "2025-26: soon 2025-10-31"),
            Owed(
                "one of two is here no more",
                TestSchool(child).with(home)
                    .with(Rows.professional("health", to: "2025-09-30")),
                on: "2025-10-01", "2025-26: met 2025-10-31"),
            Owed(
                "no one of home",
                TestSchool(child).with(
                    Rows.professional("health", checked: "2025-09-08")),
                on: "2025-10-01", "2025-26: upcoming 2025-10-31"),
            Owed(
                "no social worker where there is one",
                TestSchool(TestChild().cin("2024-01-08"))
                    .with(home), on: "2025-11-03", "2025-26: overdue 2025-10-31"),
            Owed(
                "all of them, late",
                TestSchool(TestChild().cin("2024-01-08")).with(home)
                    .with(Rows.professional("social-worker", checked: "2025-11-04")),
                on: "2025-11-10", "2025-26: met 2025-10-31 late 2"),
        ])
    func professionals(_ example: Owed) throws { try example.check("professionals-checked") }

    /// A school with these people around the child, all of them checked in September.
    static func around(_ child: TestChild, _ roles: String...) -> TestSchool {
        roles.reduce(TestSchool(child)) {
            $0.with(Rows.professional($1, checked: "2025-09-08"))
        }
    }
    static func inCare(_ legal: String?) -> TestChild {
        TestChild().cla("2024-01-08", legal: legal)
    }

    @Test(
        "Home is the carer of a child who is in care today, and a parent of one who is not",
        arguments: [
            Owed(
                "a parent, interim care order", around(inCare("C1"), "parent", "social-worker"),
                on: "2025-10-01", "2025-26: upcoming 2025-10-31"),
            Owed(
                "a parent, full care order", around(inCare("C2"), "parent", "social-worker"),
                on: "2025-10-01", "2025-26: upcoming 2025-10-31"),
            Owed(
                "a parent, accommodated by agreement",
                around(inCare("V2"), "parent", "social-worker"), on: "2025-10-01",
                "2025-26: upcoming 2025-10-31"),
            Owed(
                "a parent, legal status not on record",
                around(inCare(nil), "parent", "social-worker"), on: "2025-10-01",
                "2025-26: upcoming 2025-10-31"),
            Owed(
                "the carer", around(inCare("C2"), "carer", "social-worker"), on: "2025-10-01",
                "2025-26: met 2025-10-31"),
            Owed(
                "a parent, short breaks", around(inCare("V3"), "parent", "social-worker"),
                on: "2025-10-01", "2025-26: met 2025-10-31"),
            Owed(
                "a parent, the other short breaks",
                around(inCare("V4"), "parent", "social-worker"), on: "2025-10-01",
                "2025-26: met 2025-10-31"),
            Owed(
                "a parent, in need",
                around(TestChild().cin("2024-01-08"), "parent", "social-worker"),
                on: "2025-10-01", "2025-26: met 2025-10-31"),
            Owed(
                "a parent, previously looked after", around(child, "parent"), on: "2025-10-01",
                "2025-26: met 2025-10-31"),
            Owed(
                "a parent, the day before care",
                around(
                    TestChild().cin("2024-01-08", to: "2025-10-01").cla("2025-10-02"), "parent",
                    "social-worker"), on: "2025-10-01", "2025-26: met 2025-10-31"),
            Owed(
                "a parent, on the first day in care",
                around(
                    TestChild().cin("2024-01-08", to: "2025-10-01").cla("2025-10-02"), "parent",
                    "social-worker"), on: "2025-10-02", "2025-26: upcoming 2025-10-31"),
        ])
    func professionalsHome(_ example: Owed) throws { try example.check("professionals-checked") }

    @Test(
        "A lead practitioner will do for a child in need with no other plan",
        arguments: [
            Owed(
                "in need", around(TestChild().cin("2024-01-08"), "carer", "lead-practitioner"),
                on: "2025-10-01", "2025-26: met 2025-10-31"),
            Owed(
                "protected", around(TestChild().cp("2024-01-08"), "carer", "lead-practitioner"),
                on: "2025-10-01", "2025-26: upcoming 2025-10-31"),
            Owed(
                "in care", around(inCare("C2"), "carer", "lead-practitioner"),
                on: "2025-10-01", "2025-26: upcoming 2025-10-31"),
            Owed(
                "in need and protected",
                around(
                    TestChild().cin("2024-01-08").cp("2025-01-06"), "carer", "lead-practitioner"),
                on: "2025-10-01", "2025-26: upcoming 2025-10-31"),
            Owed(
                "protected, with both",
                around(
                    TestChild().cp("2024-01-08"), "carer", "lead-practitioner", "social-worker"),
                on: "2025-10-01", "2025-26: met 2025-10-31"),
        ])
    func professionalsWorker(_ example: Owed) throws {
        try example.check("professionals-checked")
    }
}
