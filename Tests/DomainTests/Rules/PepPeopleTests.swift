import Domain
import Support
import Testing

/// pep-people (PEP-1, AIM-10): who stands for home and for the case worker on the PEP's day.
struct PepPeopleTests {
    /// A PEP of 22 September 2025 to which two people came or gave their views.
    static func held(
        _ child: TestChild, _ home: String, _ worker: String = "social-worker"
    ) -> TestChild {
        child.pep(held: "2025-09-22").person(worker, attended: "yes").person(home, views: "yes")
    }

    static func inCare(_ legal: String?) -> TestChild {
        TestChild().cla("2023-10-01", legal: legal)
    }
    static let inNeed = TestChild().cin("2023-10-01")
    static let protected = TestChild().cp("2023-10-01")

    @Test(
        "A parent of a child in care is not home; in short breaks, or out of care, one is",
        arguments: [
            Owed(
                "interim care order", held(inCare("C1"), "parent"), on: "2025-09-23",
                "P1: missed 2025-09-22"),
            Owed(
                "accommodated by agreement", held(inCare("V2"), "parent"), on: "2025-09-23",
                "P1: missed 2025-09-22"),
            Owed(
                "legal status not on record", held(inCare(nil), "parent"), on: "2025-09-23",
                "P1: missed 2025-09-22"),
            Owed(
                "parent and carer", held(inCare("C2"), "parent").person("carer", views: "yes"),
                on: "2025-09-23", "P1: met 2025-09-22"),
            Owed(
                "short breaks, V3", held(inCare("V3"), "parent"), on: "2025-09-23",
                "P1: met 2025-09-22"),
            Owed(
                "short breaks, V4", held(inCare("V4"), "parent"), on: "2025-09-23",
                "P1: met 2025-09-22"),
            Owed(
                "in need", held(inNeed, "parent"), on: "2025-09-23", "P1: met 2025-09-22"),
            Owed(
                "protected", held(protected, "parent"), on: "2025-09-23", "P1: met 2025-09-22"),
            Owed(
                "previously looked after",
                TestChild().pla("2023-10-01").pep(held: "2025-09-22")
                    .person("parent", attended: "yes"),
                on: "2025-09-23", "P1: met 2025-09-22"),
            Owed(
                "in care from the day after",
                held(TestChild().cin("2023-10-01", to: "2025-09-22").cla("2025-09-23"), "parent"),
                on: "2025-09-23", "P1: met 2025-09-22"),
            Owed(
                "in care from that day",
                held(TestChild().cin("2023-10-01", to: "2025-09-21").cla("2025-09-22"), "parent"),
                on: "2025-09-23", "P1: missed 2025-09-22"),
            Owed(
                "in care until that day",
                held(TestChild().cla("2023-10-01", to: "2025-09-22").cin("2025-09-23"), "parent"),
                on: "2025-09-23", "P1: missed 2025-09-22"),
        ])
    func home(_ example: Owed) throws { try example.check(.pepPeople) }

    @Test(
        "A lead practitioner is the case worker of a child in need with no other plan, on the day",
        arguments: [
            Owed(
                "in need", held(inNeed, "carer", "lead-practitioner"), on: "2025-09-23",
                "P1: met 2025-09-22"),
            Owed(
                "protected", held(protected, "carer", "lead-practitioner"), on: "2025-09-23",
                "P1: missed 2025-09-22"),
            Owed(
                "in care", held(inCare("C2"), "carer", "lead-practitioner"), on: "2025-09-23",
                "P1: missed 2025-09-22"),
            Owed(
                "in need and protected",
                held(
                    TestChild().cin("2023-10-01").cp("2025-01-06"), "carer", "lead-practitioner"),
                on: "2025-09-23", "P1: missed 2025-09-22"),
            Owed(
                "protected from the day after",
                held(
                    TestChild().cin("2023-10-01", to: "2025-09-22").cp("2025-09-23"), "carer",
                    "lead-practitioner"),
                on: "2025-09-23", "P1: met 2025-09-22"),
            Owed(
                "protected from that day",
                held(
                    TestChild().cin("2023-10-01", to: "2025-09-21").cp("2025-09-22"), "carer",
                    "lead-practitioner"),
                on: "2025-09-23", "P1: missed 2025-09-22"),
        ])
    func caseWorker(_ example: Owed) throws { try example.check(.pepPeople) }

    /// A PEP planned for 6 October 2025 to which two people are invited.
    static func planned(
        _ child: TestChild, _ home: String, _ worker: String = "social-worker"
    ) -> TestChild {
        child.pep(planned: "2025-10-06").person(worker, invited: "2025-09-20")
            .person(home, invited: "2025-09-20")
    }

    @Test(
        "Whoever stands for them on the planned day is invited",
        arguments: [
            Owed(
                "the parent of a child in care", planned(inCare("C2"), "parent"),
                on: "2025-09-22", "P1: soon 2025-10-06"),
            Owed(
                "with no legal status on record", planned(inCare(nil), "parent"),
                on: "2025-09-22", "P1: soon 2025-10-06"),
            Owed(
                "the carer", planned(inCare("C2"), "carer"), on: "2025-09-22",
                "P1: met 2025-10-06"),
            Owed(
                "a parent, in short breaks", planned(inCare("V3"), "parent"), on: "2025-09-22",
                "P1: met 2025-10-06"),
            Owed(
                "a parent, in need", planned(inNeed, "parent"), on: "2025-09-22",
                "P1: met 2025-10-06"),
            Owed(
                "a parent, at home from that day",
                planned(
                    TestChild().cla("2023-10-01", to: "2025-10-05").cin("2025-10-06"), "parent"),
                on: "2025-09-22", "P1: met 2025-10-06"),
            Owed(
                "a parent, at home from the day after",
                planned(
                    TestChild().cla("2023-10-01", to: "2025-10-06").cin("2025-10-07"), "parent"),
                on: "2025-09-22", "P1: soon 2025-10-06"),
            Owed(
                "a lead practitioner, in need", planned(inNeed, "parent", "lead-practitioner"),
                on: "2025-09-22", "P1: met 2025-10-06"),
            Owed(
                "a lead practitioner, protected",
                planned(protected, "parent", "lead-practitioner"), on: "2025-09-22",
                "P1: soon 2025-10-06"),
            Owed(
                "a lead practitioner, in care",
                planned(inCare("C2"), "carer", "lead-practitioner"), on: "2025-09-22",
                "P1: soon 2025-10-06"),
        ])
    func invited(_ example: Owed) throws { try example.check(.pepPeople) }

    @Test(
        "A review by the Designated Teacher alone needs nobody else",
        arguments: [
            Owed(
                "held", inCare("C2").pep(kind: "dt-review", held: "2025-09-22"),
                on: "2025-09-23", "P1: not-applicable 2025-09-22"),
            Owed(
                "planned", inCare("C2").pep(kind: "dt-review", planned: "2025-10-06"),
                on: "2025-09-22", "P1: not-applicable 2025-10-06"),
            Owed(
                "held with everybody there",
                inCare("C2").pep(kind: "dt-review", held: "2025-09-22")
                    .person("social-worker", attended: "yes").person("carer", attended: "yes"),
                on: "2025-09-23", "P1: not-applicable 2025-09-22"),
            Owed(
                "cancelled",
                inCare("C2").pep(kind: "dt-review", planned: "2025-10-06", cancelled: "yes"),
                on: "2025-09-22"),
            Owed(
                "a meeting", inCare("C2").pep(kind: "meeting", held: "2025-09-22"),
                on: "2025-09-23", "P1: missed 2025-09-22"),
            Owed(
                "an interim PEP", inCare("C2").pep(kind: "interim", held: "2025-09-22"),
                on: "2025-09-23", "P1: missed 2025-09-22"),
        ])
    func review(_ example: Owed) throws { try example.check(.pepPeople) }
}
