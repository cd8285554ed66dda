import Domain
import Support
import Testing

/// What a child's own authority decides: pep-sent, the days of a sign-off and of a report, and what a
/// review by the Designated Teacher alone counts for (PEP-1, AIM-5, HGB-3, DT-11).
struct AuthorityTests {
    /// In the care of an authority that takes PEPs of the autumn up to 28 November.
    static let child = TestChild().cla("2024-01-08", authority: "Northmarsh County Council")

    @Test(
        "A PEP is sent by the authority's cut-off, and never before the day after it was held",
        arguments: [
            Owed(
                "11 days left", child.pep(held: "2025-11-03"), on: "2025-11-13",
                "P1: upcoming 2025-11-28"),
            Owed(
                "10 days left", child.pep(held: "2025-11-03"), on: "2025-11-14",
                "P1: soon 2025-11-28"),
            Owed(
                "on the day", child.pep(held: "2025-11-03"), on: "2025-11-28",
                "P1: soon 2025-11-28"),
            Owed(
                "the day after", child.pep(held: "2025-11-03"), on: "2025-11-29",
                "P1: overdue 2025-11-28"),
            Owed(
                "held on the cut-off", child.pep(held: "2025-11-28"), on: "2025-11-28",
                "P1: soon 2025-12-01"),
            Owed(
                "held after it", child.pep(held: "2025-12-04"), on: "2025-12-04",
                "P1: soon 2025-12-05"),
            Owed(
                "sent in time", child.pep(held: "2025-11-03", sent: "2025-11-28"),
                on: "2025-12-19", "P1: met 2025-11-28"),
            Owed(
                "sent late", child.pep(held: "2025-11-03", sent: "2025-12-02"), on: "2025-12-19",
                "P1: met 2025-11-28 late 2"),
            Owed(
                "sent tomorrow", child.pep(held: "2025-11-03", sent: "2025-12-01"),
                on: "2025-11-30", "P1: overdue 2025-11-28"),
            Owed("planned", child.pep(planned: "2025-11-10"), on: "2025-11-03"),
            Owed(
                "held in the holidays", child.pep(held: "2025-12-22"), on: "2025-12-23"),
            Owed(
                "an authority without a cut-off",
                TestChild().cla("2024-01-08", authority: "Kent").pep(held: "2025-11-03"),
                on: "2025-11-29"),
            Owed(
                "of last summer", child.pep(held: "2025-06-10"), on: "2025-09-02"),
        ])
    func sent(_ example: Owed) throws { try example.check(.pepSent) }

    static let cameBack = child.pep(held: "2025-11-03", sent: "2025-11-27", returned: "2025-12-03")

    @Test(
        "One that came back is due again five school days after",
        arguments: [
            Owed("on that day", cameBack, on: "2025-12-03", "P1: soon 2025-12-10"),
            Owed("on its due day", cameBack, on: "2025-12-10", "P1: soon 2025-12-10"),
            Owed("after it", cameBack, on: "2025-12-11", "P1: overdue 2025-12-10"),
            Owed("before it came back", cameBack, on: "2025-12-02", "P1: met 2025-11-28"),
            Owed(
                "sent again",
                child.pep(
                    held: "2025-11-03", sent: "2025-12-09", returned: "2025-12-03"),
                on: "2025-12-19", "P1: met 2025-12-10"),
            Owed(
                "sent again the same day",
                child.pep(held: "2025-11-03", sent: "2025-12-03", returned: "2025-12-03"),
                on: "2025-12-19", "P1: met 2025-12-10"),
            Owed(
                "sent again late",
                child.pep(held: "2025-11-03", sent: "2025-12-12", returned: "2025-12-03"),
                on: "2025-12-19", "P1: met 2025-12-10 late 2"),
        ])
    func returned(_ example: Owed) throws { try example.check(.pepSent) }

    @Test("Children of three authorities are each held to their own authority's days")
    func three() throws {
        let school = TestSchool(
            TestChild("K001").cla("2024-01-08", authority: "Northmarsh").pep(
                "P1", held: "2025-10-22"),
            TestChild("K002").cla("2024-01-08", authority: "Lancashire").pep(
                "P2", held: "2025-10-22"),
            TestChild("K003").cla("2024-01-08", authority: "Kent").pep("P3", held: "2025-10-22"))
        // 7 and 10 working days, the half-term's among them; 10 school days.
        #expect(
            try school.duties(.pepSignedOff, on: "2025-10-23") == [
                "P1: soon 2025-10-31", "P2: soon 2025-11-05", "P3: soon 2025-11-12",
            ])
        #expect(try school.duties(.pepSent, on: "2025-10-23") == ["P1: upcoming 2025-11-28"])
        let working = try #require(
            try school.working(
                .pepSignedOff, "P2", subject: .pupil(PupilRef("K002")), on: "2025-10-23"))
        #expect(working.sum.hasPrefix("10 working days from Wed 22 Oct 2025"))
        #expect(working.numbers.map(\.name) == ["Lancashire: sign-off"])
    }

    static func reviewed(_ authority: String) -> TestChild {
        TestChild().cla("2024-01-08", authority: authority).pep(
            kind: "dt-review", held: "2025-11-03")
    }

    @Test(
        "A review by the Designated Teacher alone is a PEP of its term where the authority says so",
        arguments: [
            Owed(
                "it says so", reviewed("Northmarsh"), on: "2025-11-10",
                "2025-26 autumn: met 2025-12-19"),
            Owed(
                "it does not", reviewed("Kent"), on: "2025-11-10",
                "2025-26 autumn: upcoming 2025-12-19"),
            Owed(
                "a review that is planned is no plan for the term",
                TestChild().cla("2024-01-08", authority: "Kent")
                    .pep(kind: "dt-review", planned: "2025-11-03"), on: "2025-11-10",
                "2025-26 autumn: upcoming 2025-12-19"),
            Owed(
                "where it counts, one that slipped is overdue",
                TestChild().cla("2024-01-08", authority: "Northmarsh")
                    .pep(kind: "dt-review", planned: "2025-11-03"), on: "2025-11-10",
                "2025-26 autumn: overdue 2025-11-03"),
        ])
    func reviews(_ example: Owed) throws { try example.check(.pepTermly) }

    @Test("It is never the first PEP of a child in care")
    func firstPEP() throws {
        let child = TestChild().cla("2025-11-03", authority: "Northmarsh")
            .pep(kind: "dt-review", held: "2025-11-05")
        #expect(
            try TestSchool(child).duties(.pepInitial, on: "2025-11-10") == [
                "2025-11-03: soon 2025-11-17"
            ])
    }

    @Test(
        "The report before a conference is due by the days of the school's or the child's authority"
    )
    func report() throws {
        func due(_ child: TestChild, _ rows: StatedRow...) throws -> [String] {
            try rows.reduce(TestSchool(child)) { $0.with($1) }
                .with(Rows.review("M1", "cp-conference", planned: "2025-12-08"))
                .duties(.conferenceReport, on: "2025-11-18")
        }
        let protected = TestChild().cp("2025-09-01")
        #expect(try due(protected) == ["M1: upcoming 2025-12-03"])
        #expect(
            try due(protected, Rows.school("primary", authority: "Northmarsh")) == [
                "M1: soon 2025-12-01"
            ])
        let elsewhere = protected.cla("2025-09-01", authority: "Kent")
        #expect(
            try due(elsewhere, Rows.school("primary", authority: "Northmarsh")) == [
                "M1: upcoming 2025-12-03"
            ])
    }
}
