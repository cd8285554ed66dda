import Domain
import Support
import Testing

/// intervention-overseen, send-support, ehcp-review, ehcp-people, ehcp-phase
struct SendTests {
    static let known = TestSchool(TestChild().cin("2024-01-08"))
    static let from = "2025-09-10"

    @Test(
        "A current teacher leads or oversees each intervention that runs",
        arguments: [
            Owed("none", known, on: "2025-10-01"),
            Owed(
                "nobody", known.with(Rows.intervention("I1", from: from)), on: "2025-10-01",
                "I1: overdue 2025-09-10"),
            Owed(
                "led", known.with(Rows.intervention("I1", from: from, led: "S01")),
                on: "2025-10-01", "I1: met 2025-09-10"),
            Owed(
                "overseen",
                known.with(
                    Rows.intervention("I1", from: from, led: "An assistant", overseen: "S01")),
                on: "2025-10-01", "I1: met 2025-09-10"),
            Owed(
                "by a teacher who has left",
                known.staff("S02", from: "2020-09-01", to: "2025-09-30")
                    .with(Rows.intervention("I1", from: from, led: "S02")), on: "2025-10-01",
                "I1: overdue 2025-09-10"),
            Owed(
                "it begins tomorrow",
                known.with(Rows.intervention("I1", from: "2025-10-02")), on: "2025-10-01"),
            Owed(
                "on its last day",
                known.with(Rows.intervention("I1", from: from, to: "2025-10-01")),
                on: "2025-10-01", "I1: overdue 2025-09-10"),
            Owed(
                "it ended yesterday",
                known.with(Rows.intervention("I1", from: from, to: "2025-09-30")),
                on: "2025-10-01"),
            Owed(
                "not known",
                TestSchool(TestChild()).with(Rows.intervention("I1", from: from)),
                on: "2025-10-01"),
        ])
    func overseen(_ example: Owed) throws { try example.check(.interventionOverseen) }

    @Test("Somebody who does not teach oversees nothing")
    func assistant() throws {
        let school = TestSchool(
            children: [TestChild().cin("2024-01-08")], calendar: County.terms, roles: [],
            staff: [
                StatedRow(
                    .staff,
                    [
                        "staff": "S01", "name": "Jo Lee", "post": "Assistant", "teaching": "no",
                        "qts": "no", "leadership": "no", "from": "2020-09-01",
                    ])
            ]
        ).with(Rows.intervention("I1", from: Self.from, led: "S01"))
        #expect(
            try school.duties(.interventionOverseen, on: "2025-10-01") == [
                "I1: overdue 2025-09-10"
            ])
    }

    static let supported = TestSchool(TestChild(sen: "K").cin("2024-01-08"))
    static let planned = TestSchool(TestChild(sen: "E").cin("2024-01-08"))

    @Test(
        "A child with SEN has targeted support today",
        arguments: [
            Owed("none", supported, on: "2025-10-01", "overdue"),
            Owed(
                "targeted", supported.with(Rows.intervention("I1", "targeted", from)),
                on: "2025-10-01", "met"),
            Owed(
                "specialist", planned.with(Rows.intervention("I1", "specialist", from)),
                on: "2025-10-01", "met"),
            Owed(
                "universal", supported.with(Rows.intervention("I1", "universal", from)),
                on: "2025-10-01", "overdue"),
            Owed(
                "ended",
                supported.with(Rows.intervention("I1", "targeted", from, to: "2025-09-30")),
                on: "2025-10-01", "overdue"),
            Owed("no SEN", known, on: "2025-10-01"),
            Owed("not known", TestChild(sen: "K"), on: "2025-10-01"),
        ])
    func support(_ example: Owed) throws { try example.check(.sendSupport) }

    @Test(
        "An EHC plan is reviewed within twelve months",
        arguments: [
            Owed("none on record", planned, on: "2025-10-01", "unknown"),
            Owed(
                "57 days left",
                planned.with(Rows.senReview("R1", "ehcp-plan", held: "2024-11-20")),
                on: "2025-09-23", "upcoming 2025-11-19"),
            Owed(
                "56 days left",
                planned.with(Rows.senReview("R1", "ehcp-plan", held: "2024-11-20")),
                on: "2025-09-24", "soon 2025-11-19"),
            Owed(
                "on the day",
                planned.with(Rows.senReview("R1", "ehcp-review", held: "2024-11-20")),
                on: "2025-11-19", "soon 2025-11-19"),
            Owed(
                "the day after",
                planned.with(Rows.senReview("R1", "ehcp-review", held: "2024-11-20")),
                on: "2025-11-20", "overdue 2025-11-19"),
            Owed(
                "29 February",
                planned.with(Rows.senReview("R1", "ehcp-plan", held: "2024-02-29")),
                on: "2025-02-28", "overdue 2025-02-27"),
            Owed(
                "a review of SEN support is none",
                planned.with(Rows.senReview("R1", "review", held: "2024-11-20")),
                on: "2025-10-01", "unknown"),
            Owed(
                "held tomorrow",
                planned.with(Rows.senReview("R1", "ehcp-review", held: "2025-10-02")),
                on: "2025-10-01", "unknown"),
            Owed("SEN support", supported, on: "2025-10-01"),
            Owed("not known", TestChild(sen: "E"), on: "2025-10-01"),
        ])
    func review(_ example: Owed) throws { try example.check(.planReview) }

    static func heard(
        _ invited: String?, _ views: String?,
        of child: TestChild = TestChild(sen: "E").cin("2024-01-08")
    ) -> TestSchool {
        TestSchool(child).with(
            Rows.planReview("R1", held: "2025-10-01", invited: invited, views: views))
    }

    @Test(
        "Home and social worker are invited and heard",
        arguments: [
            Owed(
                "both", heard("carer;social-worker", "social-worker;parent"),
                on: "2025-10-01", "R1: met 2025-10-01"),
            Owed(
                "the social worker not heard", heard("carer;social-worker", "carer"),
                on: "2025-10-01", "R1: missed 2025-10-01"),
            Owed(
                "home not invited", heard("social-worker", "social-worker;carer"),
                on: "2025-10-01", "R1: missed 2025-10-01"),
            Owed("nobody", heard(nil, nil), on: "2025-10-01", "R1: missed 2025-10-01"),
            Owed(
                "without a social worker",
                TestSchool(TestChild(sen: "E").pla("2024-01-08")).with(
                    Rows.planReview("R1", held: "2025-10-01", invited: "carer", views: "carer")),
                on: "2025-10-01", "R1: met 2025-10-01"),
            Owed("not held", planned.with(Rows.planReview("R1", held: nil)), on: "2025-10-01"),
            Owed(
                "last year", planned.with(Rows.planReview("R1", held: "2025-08-31")),
                on: "2025-10-01"),
            Owed(
                "on the first day of the year",
                planned.with(Rows.planReview("R1", held: "2025-09-01")), on: "2025-10-01",
                "R1: missed 2025-09-01"),
        ])
    func people(_ example: Owed) throws { try example.check(.planPeople) }

    static func inCare(_ legal: String?) -> TestChild {
        TestChild(sen: "E").cla("2024-01-08", legal: legal)
    }

    @Test(
        "A parent of a child in care is not home; in short breaks, or out of care, one is",
        arguments: [
            Owed(
                "interim care order",
                heard("parent;social-worker", "parent;social-worker", of: inCare("C1")),
                on: "2025-10-01", "R1: missed 2025-10-01"),
            Owed(
                "legal status not on record",
                heard("parent;social-worker", "parent;social-worker", of: inCare(nil)),
                on: "2025-10-01", "R1: missed 2025-10-01"),
            Owed(
                "the carer invited, the parent heard",
                heard("carer;social-worker", "parent;social-worker", of: inCare("V2")),
                on: "2025-10-01", "R1: missed 2025-10-01"),
            Owed(
                "the carer invited and heard",
                heard("carer;social-worker", "carer;social-worker", of: inCare("C2")),
                on: "2025-10-01", "R1: met 2025-10-01"),
            Owed(
                "short breaks, V3",
                heard("parent;social-worker", "parent;social-worker", of: inCare("V3")),
                on: "2025-10-01", "R1: met 2025-10-01"),
            Owed(
                "short breaks, V4",
                heard("parent;social-worker", "parent;social-worker", of: inCare("V4")),
                on: "2025-10-01", "R1: met 2025-10-01"),
            Owed(
                "in need", heard("parent;social-worker", "parent;social-worker"),
                on: "2025-10-01", "R1: met 2025-10-01"),
            Owed(
                "in care from the day after",
                heard(
                    "parent;social-worker", "parent;social-worker",
                    of: TestChild(sen: "E").cin("2024-01-08", to: "2025-10-01").cla("2025-10-02")),
                on: "2025-10-02", "R1: met 2025-10-01"),
            Owed(
                "in care from that day",
                heard(
                    "parent;social-worker", "parent;social-worker",
                    of: TestChild(sen: "E").cin("2024-01-08", to: "2025-09-30").cla("2025-10-01")),
                on: "2025-10-02", "R1: missed 2025-10-01"),
        ])
    func home(_ example: Owed) throws { try example.check(.planPeople) }

    @Test(
        "A lead practitioner is the case worker of a child in need with no other plan, on that day",
        arguments: [
            Owed(
                "in need", heard("carer;lead-practitioner", "carer;lead-practitioner"),
                on: "2025-10-01", "R1: met 2025-10-01"),
            Owed(
                "one invited, the other heard",
                heard("carer;lead-practitioner", "carer;social-worker"), on: "2025-10-01",
                "R1: met 2025-10-01"),
            Owed(
                "protected",
                heard(
                    "carer;lead-practitioner", "carer;lead-practitioner",
                    of: TestChild(sen: "E").cp("2024-01-08")),
                on: "2025-10-01", "R1: missed 2025-10-01"),
            Owed(
                "in care",
                heard("carer;lead-practitioner", "carer;lead-practitioner", of: inCare("C2")),
                on: "2025-10-01", "R1: missed 2025-10-01"),
            Owed(
                "in need and protected",
                heard(
                    "carer;lead-practitioner", "carer;lead-practitioner",
                    of: TestChild(sen: "E").cin("2024-01-08").cp("2025-01-06")),
                on: "2025-10-01", "R1: missed 2025-10-01"),
            Owed(
                "protected from the day after",
                heard(
                    "carer;lead-practitioner", "carer;lead-practitioner",
                    of: TestChild(sen: "E").cin("2024-01-08", to: "2025-10-01").cp("2025-10-02")),
                on: "2025-10-02", "R1: met 2025-10-01"),
        ])
    func caseWorker(_ example: Owed) throws { try example.check(.planPeople) }

    static let infant = planned.with(Rows.school("infant"))
    static let eleven = TestSchool(
        TestChild(born: "2010-05-04", sen: "E", year: "11")
            .cin("2024-01-08")
    ).with(Rows.school("secondary"))

    @Test(
        "In the last year of the school the EHC plan is reviewed by November, or January",
        arguments: [
            Owed("September", infant, on: "2025-09-30", "2025-26: upcoming 2025-11-23"),
            Owed("October", infant, on: "2025-10-01", "2025-26: soon 2025-11-23"),
            Owed("on the day", infant, on: "2025-11-23", "2025-26: soon 2025-11-23"),
            Owed("the day after", infant, on: "2025-11-24", "2025-26: overdue 2025-11-23"),
            Owed("15 February", infant, on: "2026-02-15", "2025-26: overdue 2025-11-23"),
            Owed("16 February", infant, on: "2026-02-16", "2025-26: missed 2025-11-23"),
            Owed(
                "held late", infant.with(Rows.planReview("R1", held: "2025-11-25")),
                on: "2026-02-16", "2025-26: met 2025-11-23 late 2"),
            Owed(
                "held last year", infant.with(Rows.planReview("R1", held: "2025-08-31")),
                on: "2025-11-24", "2025-26: overdue 2025-11-23"),
            Owed(
                "held on the first day of the year",
                infant.with(Rows.planReview("R1", held: "2025-09-01")), on: "2025-11-24",
                "2025-26: met 2025-11-23"),
            Owed("Year 11", eleven, on: "2025-12-01", "2025-26: soon 2026-01-06"),
            Owed("Year 11, 31 March", eleven, on: "2026-03-31", "2025-26: overdue 2026-01-06"),
            Owed("Year 11, 1 April", eleven, on: "2026-04-01", "2025-26: missed 2026-01-06"),
            Owed("not the last year", planned.with(Rows.school("primary")), on: "2025-11-24"),
            Owed("no last year", planned.with(Rows.school("special")), on: "2025-11-24"),
            Owed("SEN support", supported.with(Rows.school("infant")), on: "2025-11-24"),
        ])
    func phase(_ example: Owed) throws { try example.check(.planPhase) }
}
