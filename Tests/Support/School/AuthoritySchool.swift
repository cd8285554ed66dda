import Domain

/// A school with children of three authorities, each held to its own days: PEPs to send, sent and sent
/// back; actions to do, done and late; a child kept off the site.
public enum AuthoritySchool {
    public static let today = Written.day("2025-11-20")

    public static let school = TestSchool(
        // An authority that takes PEPs of the autumn up to 28 November.
        TestChild("K001").cla("2024-01-08", authority: "Northmarsh")
            .pep("P1", held: "2025-11-03")
            .pep("P2", held: "2025-09-22", sent: "2025-10-06")
            .pep("P3", held: "2025-09-08", sent: "2025-09-22", returned: "2025-10-06"),
        // One with ten working days for a sign-off, and one of which nothing is known.
        TestChild("K002").cla("2025-11-05", authority: "Lancashire").pep("P4", held: "2025-11-10"),
        TestChild("K003").cla("2024-01-08", authority: "Kent").pep("P5", held: "2025-11-10")
            .pep("P6", kind: "dt-review", held: "2025-11-17")
    )
    .with(Rows.action("A1", due: "2025-11-24"))
    .with(Rows.action("A2", due: "2025-12-15"))
    .with(Rows.action("A3", due: "2025-11-10"))
    .with(Rows.action("A4", due: "2025-11-10", done: "2025-11-12"))
    .with(Rows.action("A5", due: "2025-11-19", pupil: nil))
    .with(
        Rows.suspension(
            "S1", ("pupil", "K003"), ("kind", "separation"), ("decided_on", "2025-11-12"),
            ("from", "2025-11-13"), ("days", nil)))
}
