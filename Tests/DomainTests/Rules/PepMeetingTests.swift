import Domain
import Support
import Testing

/// pep-people (PEP-1, AIM-10), pep-targets-set, pep-signed-off (AIM-5), pep-targets-reviewed
/// (AIM-5, AEN-4)
struct PepMeetingTests {
    static let held = TestChild().cla("2023-10-01").pep(held: "2025-09-22")
    static let came = held.person("social-worker", attended: "yes").person("carer", views: "yes")
    static func planned(_ day: String) -> TestChild {
        TestChild().cla("2023-10-01").pep(planned: day)
    }

    @Test(
        "Social worker and home came or gave their views, or the PEP went without them",
        arguments: [
            Owed("both", came, on: "2025-09-22", "P1: met 2025-09-22"),
            Owed("nobody on record", held, on: "2025-09-22", "P1: missed 2025-09-22"),
            Owed(
                "only the social worker", held.person("social-worker", attended: "yes"),
                on: "2025-09-23", "P1: missed 2025-09-22"),
            Owed(
                "invited is not come",
                held.person("social-worker", invited: "2025-09-01").person(
                    "carer", attended: "yes"),
                on: "2025-09-23", "P1: missed 2025-09-22"),
            Owed(
                "a parent of a child in care is not home",
                held.person("social-worker", views: "yes").person("parent", attended: "yes"),
                on: "2025-09-23", "P1: missed 2025-09-22"),
            Owed(
                "without a social worker today, as on the day",
                TestChild().pla("2023-10-01").pep(held: "2025-09-22").person(
                    "carer", attended: "yes"),
                on: "2025-09-23", "P1: met 2025-09-22"),
            Owed(
                "a child in need until that day had one",
                TestChild().cin("2023-10-01", to: "2025-09-22").pep(held: "2025-09-22")
                    .person("carer", attended: "yes"),
                on: "2025-09-23", "P1: missed 2025-09-22"),
            Owed(
                "a child in need until the day before did not",
                TestChild().cin("2023-10-01", to: "2025-09-21").pep(held: "2025-09-22")
                    .person("carer", attended: "yes"),
                on: "2025-09-23", "P1: met 2025-09-22"),
            Owed("of the year before", came, on: "2026-09-01"),
            Owed(
                "cancelled",
                TestChild().cla("2023-10-01").pep(held: "2025-09-22", cancelled: "yes"),
                on: "2025-09-23"),
        ])
    func peopleHeld(_ example: Owed) throws { try example.check(.pepPeople) }

    @Test(
        "Social worker and home are invited before the PEP, which is soon within ten school days",
        arguments: [
            Owed(
                "eleven days ahead", planned("2025-10-07"), on: "2025-09-22",
                "P1: upcoming 2025-10-07"),
            Owed("ten days ahead", planned("2025-10-06"), on: "2025-09-22", "P1: soon 2025-10-06"),
            Owed("the day itself", planned("2025-10-06"), on: "2025-10-06", "P1: soon 2025-10-06"),
            Owed("a plan that slipped", planned("2025-10-06"), on: "2025-10-07"),
            Owed(
                "both invited",
                planned("2025-10-06").person("social-worker", invited: "2025-09-20")
                    .person("carer", invited: "2025-09-20"),
                on: "2025-09-22", "P1: met 2025-10-06"),
            Owed(
                "only home invited", planned("2025-10-06").person("carer", invited: "2025-09-20"),
                on: "2025-09-22", "P1: soon 2025-10-06"),
            Owed(
                "across half-term", planned("2025-11-10"), on: "2025-10-20", "P1: soon 2025-11-10"),
        ])
    func peoplePlanned(_ example: Owed) throws { try example.check(.pepPeople) }

    @Test(
        "Targets are set within ten school days; none at all is never met",
        arguments: [
            Owed("the day it is due", held, on: "2025-10-06", "P1: soon 2025-10-06"),
            Owed("the day after", held, on: "2025-10-07", "P1: overdue 2025-10-06"),
            Owed("one target", held.target("T1"), on: "2025-10-07", "P1: met 2025-10-06"),
            Owed("a PEP only planned", planned("2025-10-06"), on: "2025-10-07"),
            Owed(
                "of last year, due this year",
                TestChild().cla("2023-10-01").pep(held: "2025-07-15"),
                on: "2025-09-02", "P1: soon 2025-09-04"),
            Owed(
                "of last year, due in it", TestChild().cla("2023-10-01").pep(held: "2025-07-09"),
                on: "2025-09-02"),
        ])
    func targetsSet(_ example: Owed) throws { try example.check(.pepTargetsSet) }

    @Test(
        "A PEP is signed off within ten school days",
        arguments: [
            Owed("the day it is due", held, on: "2025-10-06", "P1: soon 2025-10-06"),
            Owed("the day after", held, on: "2025-10-07", "P1: overdue 2025-10-06"),
            Owed(
                "signed in time",
                TestChild().cla("2023-10-01").pep(held: "2025-09-22", signedOff: "2025-10-06"),
                on: "2025-10-07", "P1: met 2025-10-06"),
            Owed(
                "signed two school days late",
                TestChild().cla("2023-10-01").pep(held: "2025-09-22", signedOff: "2025-10-08"),
                on: "2025-10-09", "P1: met 2025-10-06 late 2"),
            Owed(
                "of last year, due on the first day of this year",
                TestChild().cla("2023-10-01").pep(held: "2025-07-10"), on: "2025-09-02",
                "P1: overdue 2025-09-01"),
            Owed(
                "signed after half-term, which does not count",
                TestChild().cla("2023-10-01").pep(held: "2025-10-10", signedOff: "2025-11-03"),
                on: "2025-11-04", "P1: met 2025-10-24 late 1"),
        ])
    func signedOff(_ example: Owed) throws { try example.check(.pepSignedOff) }

    static func pair(_ first: TestChild) -> TestChild { first.pep(held: "2025-05-15") }
    static let first = TestChild().cla("2023-10-01").pep(held: "2025-02-11")

    @Test(
        "Every target of the last PEP is reviewed within ten school days of the next",
        arguments: [
            Owed(
                "the day it is due, half-term passed over", pair(first.target("T1")),
                on: "2025-06-05", "P2: soon 2025-06-05"),
            Owed(
                "the day after", pair(first.target("T1")), on: "2025-06-06",
                "P2: overdue 2025-06-05"),
            Owed(
                "reviewed with an outcome",
                pair(first.target("T1", reviewed: "2025-05-15", outcome: "partly")),
                on: "2025-06-06", "P2: met 2025-06-05"),
            Owed(
                "reviewed without an outcome", pair(first.target("T1", reviewed: "2025-05-15")),
                on: "2025-06-06", "P2: overdue 2025-06-05"),
            Owed(
                "one of two reviewed",
                pair(
                    first.target("T1", reviewed: "2025-05-15", outcome: "met").target("T2")),
                on: "2025-06-06", "P2: overdue 2025-06-05"),
            Owed(
                "all of none is not met", pair(first), on: "2025-06-06",
                "P2: not-applicable 2025-06-05"),
            Owed("no earlier PEP", first.target("T1"), on: "2025-06-06"),
            Owed(
                "a cancelled PEP between them is passed over",
                first.target("T1").pep("PX", held: "2025-03-11", cancelled: "yes")
                    .pep("P2", held: "2025-05-15"),
                on: "2025-06-05", "P2: soon 2025-06-05"),
        ])
    func targetsReviewed(_ example: Owed) throws { try example.check(.pepTargetsReviewed) }
}
