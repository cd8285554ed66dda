import Domain
import Support
import Testing

/// suspension-interim-pep (EXC-9): two days from Tuesday 7 October 2025, decided the day before.
struct InterimPepTests {
    static let inCare = TestChild().cla("2023-10-01")

    static func out(
        _ fields: (String, String?)..., of child: TestChild = InterimPepTests.inCare
    ) -> TestSchool {
        TestSchool(child).with(fields.reduce(Rows.suspension()) { $0.with($1) })
    }

    @Test(
        "A child in care who is out of school has an interim PEP within ten school days",
        arguments: [
            Owed("the day it is decided", out(), on: "2025-10-06", "S1: soon 2025-10-20"),
            Owed("on the day", out(), on: "2025-10-20", "S1: soon 2025-10-20"),
            Owed("the day after", out(), on: "2025-10-21", "S1: overdue 2025-10-20"),
            Owed("decided tomorrow", out(), on: "2025-10-05"),
            Owed(
                "90 days after", out(), on: "2026-01-04", "S1: overdue 2025-10-20"),
            Owed("91 days after", out(), on: "2026-01-05"),
            Owed(
                "90 days after, in the next year",
                out(("decided_on", "2025-07-15"), ("from", "2025-07-16")), on: "2025-10-13",
                "S1: overdue 2025-09-04"),
            Owed(
                "91 days after, in the next year",
                out(("decided_on", "2025-07-15"), ("from", "2025-07-16")), on: "2025-10-14"),
            Owed(
                "at lunchtime", out(("kind", "lunchtime")), on: "2025-10-06",
                "S1: soon 2025-10-20"),
            Owed(
                "permanently", out(("kind", "permanent"), ("days", nil)), on: "2025-10-21",
                "S1: overdue 2025-10-20"),
            Owed(
                "half-term between",
                out(("decided_on", "2025-10-20"), ("from", "2025-10-21")), on: "2025-11-10",
                "S1: soon 2025-11-10"),
            Owed("moved by agreement", out(("kind", "managed-move")), on: "2025-10-21"),
        ])
    func due(_ example: Owed) throws { try example.check(.interimPEP) }

    /// Kept off the site from Wednesday 8 October on, decided on the Monday.
    static func keptOff(_ child: TestChild = InterimPepTests.inCare) -> TestSchool {
        out(("kind", "separation"), ("days", nil), ("from", "2025-10-08"), of: child)
    }

    @Test(
        "A separation counts from its first day, not from the decision",
        arguments: [
            Owed("decided and not begun", keptOff(), on: "2025-10-07"),
            Owed("its first day", keptOff(), on: "2025-10-08", "S1: soon 2025-10-22"),
            Owed("on the day", keptOff(), on: "2025-10-22", "S1: soon 2025-10-22"),
            Owed("the day after", keptOff(), on: "2025-10-23", "S1: overdue 2025-10-22"),
            Owed("90 days after", keptOff(), on: "2026-01-06", "S1: overdue 2025-10-22"),
            Owed("91 days after", keptOff(), on: "2026-01-07"),
            Owed(
                "in care from its first day",
                keptOff(TestChild().cin("2023-10-01", to: "2025-10-07").cla("2025-10-08")),
                on: "2025-10-08", "S1: soon 2025-10-22"),
            Owed(
                "in care until the day before",
                keptOff(TestChild().cla("2023-10-01", to: "2025-10-07").cin("2025-10-08")),
                on: "2025-10-08"),
            Owed(
                "an interim PEP on its first day",
                keptOff(inCare.pep(kind: "interim", held: "2025-10-08")), on: "2025-10-23",
                "S1: met 2025-10-22"),
            Owed(
                "an interim PEP between decision and first day",
                keptOff(inCare.pep(kind: "interim", held: "2025-10-07")), on: "2025-10-23",
                "S1: overdue 2025-10-22"),
        ])
    func separation(_ example: Owed) throws { try example.check(.interimPEP) }

    @Test(
        "It is asked for a child who was in care on that day",
        arguments: [
            Owed(
                "interim care order", out(of: TestChild().cla("2023-10-01", legal: "C1")),
                on: "2025-10-06", "S1: soon 2025-10-20"),
            Owed(
                "accommodated by agreement", out(of: TestChild().cla("2023-10-01", legal: "V2")),
                on: "2025-10-06", "S1: soon 2025-10-20"),
            Owed(
                "legal status not on record", out(of: TestChild().cla("2023-10-01", legal: nil)),
                on: "2025-10-06", "S1: soon 2025-10-20"),
            Owed(
                "short breaks, V3", out(of: TestChild().cla("2023-10-01", legal: "V3")),
                on: "2025-10-06"),
            Owed(
                "short breaks, V4", out(of: TestChild().cla("2023-10-01", legal: "V4")),
                on: "2025-10-06"),
            Owed("in need", out(of: TestChild().cin("2023-10-01")), on: "2025-10-06"),
            Owed("protected", out(of: TestChild().cp("2023-10-01")), on: "2025-10-06"),
            Owed(
                "previously looked after", out(of: TestChild().pla("2023-10-01")),
                on: "2025-10-06"),
            Owed("not known", out(of: TestChild()), on: "2025-10-06"),
            Owed(
                "in care until that day",
                out(of: TestChild().cla("2023-10-01", to: "2025-10-06").cin("2025-10-07")),
                on: "2025-10-07", "S1: soon 2025-10-20"),
            Owed(
                "in care from the day after",
                out(of: TestChild().cin("2023-10-01", to: "2025-10-06").cla("2025-10-07")),
                on: "2025-10-07"),
        ])
    func children(_ example: Owed) throws { try example.check(.interimPEP) }

    static func held(
        _ day: String, kind: String? = "interim", cancelled: String? = nil
    ) -> TestSchool {
        out(of: inCare.pep(kind: kind, held: day, cancelled: cancelled))
    }

    @Test(
        "An interim PEP held from that day on meets it",
        arguments: [
            Owed("on that day", held("2025-10-06"), on: "2025-10-06", "S1: met 2025-10-20"),
            Owed("the day before", held("2025-10-05"), on: "2025-10-21", "S1: overdue 2025-10-20"),
            Owed(
                "on the last day", held("2025-10-20"), on: "2025-10-21", "S1: met 2025-10-20"),
            Owed(
                "two school days late", held("2025-10-22"), on: "2025-10-23",
                "S1: met 2025-10-20 late 2"),
            Owed("tomorrow", held("2025-10-22"), on: "2025-10-21", "S1: overdue 2025-10-20"),
            Owed(
                "cancelled", held("2025-10-13", cancelled: "yes"), on: "2025-10-21",
                "S1: overdue 2025-10-20"),
            Owed(
                "planned",
                out(of: inCare.pep(kind: "interim", planned: "2025-10-13")), on: "2025-10-21",
                "S1: overdue 2025-10-20"),
            Owed(
                "a PEP of another kind", held("2025-10-13", kind: "meeting"), on: "2025-10-21",
                "S1: overdue 2025-10-20"),
            Owed(
                "a PEP of no kind", held("2025-10-13", kind: nil), on: "2025-10-21",
                "S1: overdue 2025-10-20"),
            Owed(
                "a review by the Designated Teacher", held("2025-10-13", kind: "dt-review"),
                on: "2025-10-21", "S1: overdue 2025-10-20"),
            Owed(
                "the first of two counts",
                out(
                    of: inCare.pep(kind: "interim", held: "2025-10-22")
                        .pep(kind: "interim", held: "2025-10-13")), on: "2025-10-23",
                "S1: met 2025-10-20"),
        ])
    func met(_ example: Owed) throws { try example.check(.interimPEP) }

    static func declined(
        _ on: String, _ reason: String? = "The PEP of 3 October stands",
        about: String = "interim-pep"
    ) -> TestSchool {
        out().with(Rows.decision("D1", on, about, reason: reason))
    }

    @Test(
        "A decision with its reason against one, from that day on, meets it too",
        arguments: [
            Owed("on that day", declined("2025-10-06"), on: "2025-10-06", "S1: met 2025-10-20"),
            Owed(
                "the day before", declined("2025-10-05"), on: "2025-10-06",
                "S1: soon 2025-10-20"),
            Owed(
                "on the last day", declined("2025-10-20"), on: "2025-10-21",
                "S1: met 2025-10-20"),
            Owed(
                "tomorrow", declined("2025-10-08"), on: "2025-10-07", "S1: soon 2025-10-20"),
            Owed(
                "without a reason", declined("2025-10-08", nil), on: "2025-10-21",
                "S1: overdue 2025-10-20"),
            Owed(
                "about support", declined("2025-10-08", about: "support"), on: "2025-10-21",
                "S1: overdue 2025-10-20"),
            Owed(
                "about anything else", declined("2025-10-08", about: "other"),
                on: "2025-10-21", "S1: overdue 2025-10-20"),
        ])
    func declining(_ example: Owed) throws { try example.check(.interimPEP) }
}
