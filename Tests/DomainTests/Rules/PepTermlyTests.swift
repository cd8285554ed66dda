import Domain
import Support
import Testing

/// pep-termly (AIM-5, PEP-1)
struct PepTermlyTests {
    static let child = TestChild().cla("2023-10-01").pep(held: "2024-10-03").pep(held: "2025-02-11")
    static let earlier = ["2024-25 autumn: met 2024-12-20", "2024-25 spring: met 2025-04-04"]

    struct Summer: Sendable {
        let child: TestChild
        let day: String
        let line: String
        init(_ child: TestChild, on day: String, _ line: String) {
            (self.child, self.day, self.line) = (child, day, line)
        }
    }

    @Test(
        "A PEP of the summer term is upcoming, soon in the last 15 school days, then missed",
        arguments: [
            Summer(child, on: "2025-04-22", "upcoming 2025-07-23"),
            Summer(child, on: "2025-05-20", "upcoming 2025-07-23"),
            Summer(child, on: "2025-07-01", "upcoming 2025-07-23"),
            Summer(child, on: "2025-07-02", "soon 2025-07-23"),
            Summer(child, on: "2025-07-23", "soon 2025-07-23"),
            Summer(child, on: "2025-07-24", "missed 2025-07-23"),
            Summer(child, on: "2025-08-31", "missed 2025-07-23"),
        ])
    func summer(_ example: Summer) throws {
        #expect(
            try TestSchool(example.child).duties(.pepTermly, on: example.day)
                == Self.earlier + ["2024-25 summer: \(example.line)"])
    }

    @Test("The working counts down to the last school day, and calls none but later days past")
    func lastDay() throws {
        let school = TestSchool(Self.child)
        let last = try school.working(.pepTermly, "2024-25 summer", on: "2025-07-23")
        #expect(last?.sum.hasSuffix("0 school days left after today") == true)
        let after = try school.working(.pepTermly, "2024-25 summer", on: "2025-07-24")
        #expect(after?.sum.hasSuffix("past") == true)
    }

    @Test(
        "A PEP that was planned in the term and not held is overdue from the day after",
        arguments: [
            Summer(child.pep(planned: "2025-06-10"), on: "2025-06-10", "upcoming 2025-07-23"),
            Summer(child.pep(planned: "2025-06-10"), on: "2025-06-11", "overdue 2025-06-10"),
            Summer(child.pep(planned: "2025-06-10"), on: "2025-07-23", "overdue 2025-06-10"),
            Summer(child.pep(planned: "2025-06-10"), on: "2025-07-24", "missed 2025-07-23"),
            Summer(
                child.pep(planned: "2025-06-10", cancelled: "yes"), on: "2025-06-11",
                "upcoming 2025-07-23"),
            Summer(
                child.pep(planned: "2025-06-10", held: "2025-06-12"), on: "2025-06-12",
                "met 2025-07-23"),
            // A plan that slipped in another term is not this term's.
            Summer(child.pep(planned: "2025-03-10"), on: "2025-05-20", "upcoming 2025-07-23"),
        ])
    func slipped(_ example: Summer) throws { try summer(example) }

    @Test(
        "Only a PEP held in the term, by today and not cancelled, counts",
        arguments: [
            Summer(child.pep(held: "2025-05-19"), on: "2025-05-20", "met 2025-07-23"),
            Summer(child.pep(held: "2025-05-20"), on: "2025-05-20", "met 2025-07-23"),
            Summer(child.pep(held: "2025-05-21"), on: "2025-05-20", "upcoming 2025-07-23"),
            Summer(
                child.pep(held: "2025-05-19", cancelled: "yes"), on: "2025-05-20",
                "upcoming 2025-07-23"),
            // In half-term, on a Saturday, and on the first and the last day of the term.
            Summer(child.pep(held: "2025-05-27"), on: "2025-06-02", "met 2025-07-23"),
            Summer(child.pep(held: "2025-06-07"), on: "2025-06-09", "met 2025-07-23"),
            Summer(child.pep(held: "2025-04-22"), on: "2025-04-22", "met 2025-07-23"),
            Summer(child.pep(held: "2025-07-23"), on: "2025-07-24", "met 2025-07-23"),
            // In the holidays, before and after it.
            Summer(child.pep(held: "2025-04-21"), on: "2025-05-20", "upcoming 2025-07-23"),
            Summer(child.pep(held: "2025-07-24"), on: "2025-07-24", "missed 2025-07-23"),
        ])
    func held(_ example: Summer) throws { try summer(example) }

    @Test(
        "A stay of fewer than 20 school days in the term owes no PEP",
        arguments: [
            Owed(
                "joins with 21 days left", TestChild(admitted: "2025-11-21").cin("2025-01-01"),
                on: "2025-11-25", "2025-26 autumn: upcoming 2025-12-19"),
            Owed(
                "joins with 20 days left", TestChild(admitted: "2025-11-24").cin("2025-01-01"),
                on: "2025-11-25", "2025-26 autumn: upcoming 2025-12-19"),
            Owed(
                "joins with 19 days left", TestChild(admitted: "2025-11-25").cin("2025-01-01"),
                on: "2025-11-25", "2025-26 autumn: not-applicable 2025-12-19"),
            Owed(
                "becomes known with 20 days left", TestChild().cin("2025-11-24"), on: "2025-11-25",
                "2025-26 autumn: upcoming 2025-12-19"),
            Owed(
                "becomes known with 19 days left", TestChild().cin("2025-11-25"), on: "2025-11-25",
                "2025-26 autumn: not-applicable 2025-12-19"),
            Owed(
                "leaves after 20 days", TestChild(left: "2025-09-26").cp("2025-01-01"),
                on: "2025-09-26", "2025-26 autumn: upcoming 2025-12-19"),
            Owed(
                "leaves after 15 days", TestChild(left: "2025-09-19").cp("2025-01-01"),
                on: "2025-09-19", "2025-26 autumn: not-applicable 2025-12-19"),
            Owed(
                "a short stay with a PEP all the same",
                TestChild(left: "2025-09-19").cp("2025-01-01").pep(held: "2025-09-15"),
                on: "2025-09-19", "2025-26 autumn: not-applicable 2025-12-19"),
            Owed(
                "already looked after when admitted",
                TestChild(admitted: "2025-11-03").cla("2024-05-01"), on: "2025-11-10",
                "2025-26 autumn: upcoming 2025-12-19"),
            Owed(
                "never known", TestChild(), on: "2025-11-10",
                "2025-26 autumn: not-applicable 2025-12-19"),
            Owed(
                "left yesterday", TestChild(left: "2025-09-26").cp("2025-01-01"), on: "2025-09-27"),
        ])
    func shortStays(_ example: Owed) throws { try example.check(.pepTermly) }

    @Test(
        "A child who ceased to be known can no longer have the term's PEP",
        arguments: [
            Owed(
                "the last day as previously looked after",
                TestChild().pla("2024-01-01", to: "2025-10-10"), on: "2025-10-10",
                "2025-26 autumn: upcoming 2025-12-19"),
            Owed(
                "the day after", TestChild().pla("2024-01-01", to: "2025-10-10"), on: "2025-10-11",
                "2025-26 autumn: missed 2025-12-19"),
            Owed(
                "the last day of six years", TestChild().cin("2019-01-01", to: "2019-10-10"),
                on: "2025-10-10", "2025-26 autumn: upcoming 2025-12-19"),
            Owed(
                "the day after six years", TestChild().cin("2019-01-01", to: "2019-10-10"),
                on: "2025-10-11", "2025-26 autumn: missed 2025-12-19"),
            Owed(
                "known again later in the term",
                TestChild().pla("2024-01-01", to: "2025-09-30").cin("2025-12-01"), on: "2025-10-15",
                "2025-26 autumn: upcoming 2025-12-19"),
            Owed(
                "a PEP was held in time",
                TestChild().pla("2024-01-01", to: "2025-10-10").pep(held: "2025-10-01"),
                on: "2025-10-11", "2025-26 autumn: met 2025-12-19"),
        ])
    func ceased(_ example: Owed) throws { try example.check(.pepTermly) }

    @Test(
        "Only terms of this year that have begun are asked about",
        arguments: [
            Owed(
                "first day of the autumn", child, on: "2024-09-02",
                "2024-25 autumn: upcoming 2024-12-20"),
            Owed("1 September, a Sunday before it", child, on: "2024-09-01"),
            Owed("no term on record", TestSchool(child, calendar: []), on: "2025-05-20"),
        ])
    func terms(_ example: Owed) throws { try example.check(.pepTermly) }

    @Test("INSET at the end of term moves the due date to the last school day")
    func inset() throws {
        let school = TestSchool(TestChild().cin("2025-01-01"))
            .with(.closures, ["from": "2025-12-18", "to": "2025-12-19", "kind": "inset"])
        #expect(
            try school.duties(.pepTermly, on: "2025-12-17") == ["2025-26 autumn: soon 2025-12-17"])
        #expect(
            try school.duties(.pepTermly, on: "2025-12-18")
                == ["2025-26 autumn: missed 2025-12-17"])
    }

    @Test(
        "The PEP is owed by law to a looked-after child and by policy to the others",
        arguments: [
            (TestChild().cla("2025-01-01"), true),
            (TestChild().cla("2025-01-01").cp("2025-01-01"), true),
            (TestChild().cp("2025-01-01"), false), (TestChild().pla("2025-01-01"), false),
            (TestChild().cla("2025-01-01", legal: "V3").cin("2025-01-01"), false),
        ])
    func statutory(_ child: TestChild, _ expected: Bool) throws {
        let duty = try TestSchool(child).duties(on: "2025-10-01").first { $0.rule == .pepTermly }
        #expect(try #require(duty).isStatutory == expected)
    }
}
