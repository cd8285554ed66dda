import Domain
import Support
import Testing

/// pep-voice (AIM-6, PEP-1)
struct PepVoiceTests {
    static let looked = TestChild().cla("2023-10-01")

    @Test(
        "The child's own views are in the PEP within ten school days",
        arguments: [
            Owed(
                "nothing said, the day it was held", looked.pep(held: "2025-09-22"),
                on: "2025-09-22", "P1: soon 2025-10-06"),
            Owed(
                "nothing said, the day it is due", looked.pep(held: "2025-09-22"),
                on: "2025-10-06", "P1: soon 2025-10-06"),
            Owed(
                "nothing said, the day after", looked.pep(held: "2025-09-22"), on: "2025-10-07",
                "P1: overdue 2025-10-06"),
            Owed(
                "no, the day it is due", looked.pep(held: "2025-09-22", views: "no"),
                on: "2025-10-06", "P1: soon 2025-10-06"),
            Owed(
                "no, the day after", looked.pep(held: "2025-09-22", views: "no"),
                on: "2025-10-07", "P1: overdue 2025-10-06"),
            Owed(
                "yes, at once", looked.pep(held: "2025-09-22", views: "yes"), on: "2025-09-22",
                "P1: met 2025-10-06"),
            Owed(
                "yes, to the year's end", looked.pep(held: "2025-09-22", views: "yes"),
                on: "2026-08-31", "P1: met 2025-10-06"),
            Owed(
                "the year after", looked.pep(held: "2025-09-22", views: "yes"),
                on: "2026-09-01"),
            Owed(
                "two PEPs",
                looked.pep(held: "2025-09-22", views: "yes").pep(held: "2025-10-06"),
                on: "2025-10-07", "P1: met 2025-10-06", "P2: soon 2025-10-20"),
            Owed("planned", looked.pep(planned: "2025-09-22"), on: "2025-09-22"),
            Owed("held tomorrow", looked.pep(held: "2025-09-22"), on: "2025-09-21"),
            Owed(
                "cancelled", looked.pep(held: "2025-09-22", cancelled: "yes"), on: "2025-10-07"),
        ])
    func voice(_ example: Owed) throws { try example.check(.pepVoice) }

    @Test(
        "A PEP of the year before is asked for its views where they fall due in this one",
        arguments: [
            Owed(
                "due on the first day of this year", looked.pep(held: "2025-07-10"),
                on: "2025-09-01", "P1: soon 2025-09-01"),
            Owed(
                "the day after", looked.pep(held: "2025-07-10"), on: "2025-09-02",
                "P1: overdue 2025-09-01"),
            Owed(
                "with the child's views", looked.pep(held: "2025-07-10", views: "yes"),
                on: "2025-09-02", "P1: met 2025-09-01"),
            Owed(
                "due on the last day of that year", looked.pep(held: "2025-07-09"), on: "2025-09-01"
            ),
            Owed(
                "and in that year", looked.pep(held: "2025-07-09"), on: "2025-08-31",
                "P1: overdue 2025-07-23"),
        ])
    func yearBefore(_ example: Owed) throws { try example.check(.pepVoice) }

    @Test(
        "It is asked for every child who is known to a social worker today",
        arguments: [
            Owed(
                "in need", TestChild().cin("2023-10-01").pep(held: "2025-09-22"),
                on: "2025-10-07", "P1: overdue 2025-10-06"),
            Owed(
                "known in the last six years",
                TestChild().cin("2023-10-01", to: "2025-09-24").pep(held: "2025-09-22"),
                on: "2025-10-07", "P1: overdue 2025-10-06"),
            Owed(
                "known since after the PEP", TestChild().cin("2025-10-07").pep(held: "2025-09-22"),
                on: "2025-10-07", "P1: overdue 2025-10-06"),
            Owed(
                "on the last day of being known",
                TestChild().pla("2023-10-01", to: "2025-10-07").pep(held: "2025-09-22"),
                on: "2025-10-07", "P1: overdue 2025-10-06"),
            Owed(
                "known no more",
                TestChild().pla("2023-10-01", to: "2025-10-06").pep(held: "2025-09-22"),
                on: "2025-10-07"),
            Owed(
                "left", TestChild(left: "2025-10-06").cla("2023-10-01").pep(held: "2025-09-22"),
                on: "2025-10-07"),
        ])
    func children(_ example: Owed) throws { try example.check(.pepVoice) }
}
