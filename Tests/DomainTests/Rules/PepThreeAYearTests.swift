import Domain
import Support
import Testing

/// pep-three-a-year and calendar-known (PEP-2)
struct PepThreeAYearTests {
    static let two = PepTermlyTests.child
    static let late = TestChild(admitted: "2025-11-25").cin("2025-01-01")
    static let oneTermMissing = Array(County.terms.prefix(5)) + County.halfTerms

    @Test(
        "Three PEPs are owed a year, one in each term that owes one",
        arguments: [
            Owed("two of three held", two, on: "2025-05-20", "2024-25: upcoming 2025-07-23"),
            Owed("none held in the last term", two, on: "2025-07-24", "2024-25: missed 2025-07-23"),
            Owed(
                "one in each term", two.pep(held: "2025-06-10"), on: "2025-06-10",
                "2024-25: met 2025-07-23"),
            Owed(
                "a second in the autumn makes up for none in the spring",
                TestChild().cla("2023-10-01").pep(held: "2024-10-03").pep(held: "2024-11-12"),
                on: "2025-04-23", "2024-25: missed 2025-07-23"),
            Owed(
                "nor with the summer's held",
                TestChild().cla("2023-10-01").pep(held: "2024-10-03").pep(held: "2024-11-12")
                    .pep(held: "2025-05-01"),
                on: "2025-05-20", "2024-25: missed 2025-07-23"),
            Owed(
                "a plan that slipped can still be held", two.pep(planned: "2025-06-10"),
                on: "2025-06-11", "2024-25: upcoming 2025-07-23"),
            Owed(
                "joined too late for the autumn: two are owed", late, on: "2026-01-10",
                "2025-26: upcoming 2026-07-21"),
            Owed(
                "both of the two held", late.pep(held: "2026-02-03").pep(held: "2026-05-05"),
                on: "2026-05-06", "2025-26: met 2026-07-21"),
            Owed(
                "never known", TestChild(), on: "2025-05-20", "2024-25: not-applicable 2025-07-23"),
            Owed(
                "known for too few days of the year",
                TestChild(left: "2024-09-20").cin("2024-01-01"), on: "2024-09-20",
                "2024-25: not-applicable 2025-07-23"),
            Owed("left", TestChild(left: "2025-05-19").cla("2023-10-01"), on: "2025-05-20"),
        ])
    func year(_ example: Owed) throws { try example.check(.pepThreeAYear) }

    @Test(
        "A year with a term missing is unknown, not green, for children who are known",
        arguments: [
            Owed(
                "two terms on record", TestSchool(two, calendar: oneTermMissing),
                on: "2025-10-10", "2025-26: unknown"),
            Owed(
                "no term on record", TestSchool(two, calendar: []), on: "2025-10-10",
                "2025-26: unknown"),
            Owed(
                "a child who is not known", TestSchool(TestChild(), calendar: oneTermMissing),
                on: "2025-10-10"),
        ])
    func missingTerm(_ example: Owed) throws { try example.check(.pepThreeAYear) }

    @Test("The terms that are there still ask for their PEPs")
    func termlyStands() throws {
        let school = TestSchool(Self.two, calendar: Self.oneTermMissing)
        #expect(
            try school.duties(.pepTermly, on: "2025-10-10")
                == ["2025-26 autumn: upcoming 2025-12-19"])
    }

    @Test(
        "The school's calendar is known when three terms of the year are on record",
        arguments: [
            Owed("three terms", TestSchool(), on: "2025-10-10", "2025-26: met"),
            Owed(
                "two terms", TestSchool(calendar: oneTermMissing), on: "2025-10-10",
                "2025-26: unknown"),
            Owed("none", TestSchool(calendar: []), on: "2025-10-10", "2025-26: unknown"),
            Owed("the year after", TestSchool(), on: "2027-09-01", "2027-28: unknown"),
        ])
    func calendar(_ example: Owed) throws { try example.check(.calendarKnown) }
}
