import Domain
import Support
import Testing

/// needs-profile and profile-read (AIM-1)
struct ProfileTests {
    static let child = TestChild().cin("2024-01-08").keyAdult("2024-01-08")
    static let written = TestSchool(child).with(Rows.profile("2025-09-08"))

    @Test(
        "Every child known to a social worker has a needs profile",
        arguments: [
            Owed("none", child, on: "2025-10-01", "overdue"),
            Owed("one", written, on: "2025-09-08", "met"),
            Owed("one of tomorrow", written, on: "2025-09-07", "overdue"),
            Owed("not known", TestChild(), on: "2025-10-01"),
            Owed("left", TestChild(left: "2025-09-30").cin("2024-01-08"), on: "2025-10-01"),
        ])
    func profile(_ example: Owed) throws { try example.check(.needsProfile) }

    @Test(
        "The adults of the child have read the latest profile",
        arguments: [
            Owed("no profile", child, on: "2025-10-01"),
            Owed("unread", written, on: "2025-10-01", "overdue"),
            Owed(
                "read on its day", written.with(Rows.read("profile:K001", "2025-09-08")),
                on: "2025-10-01", "met"),
            Owed(
                "read an earlier one", written.with(Rows.read("profile:K001", "2025-09-07")),
                on: "2025-10-01", "overdue"),
            Owed(
                "read tomorrow", written.with(Rows.read("profile:K001", "2025-10-02")),
                on: "2025-10-01", "overdue"),
            Owed(
                "read another child's", written.with(Rows.read("profile:K002", "2025-09-08")),
                on: "2025-10-01", "overdue"),
            Owed(
                "a newer one since",
                written.with(Rows.read("profile:K001", "2025-09-09"))
                    .with(Rows.profile("2025-09-22")), on: "2025-10-01", "overdue"),
            Owed(
                "nobody works with the child",
                TestSchool(TestChild().cin("2024-01-08")).with(Rows.profile("2025-09-08")),
                on: "2025-10-01", "unknown"),
            Owed(
                "who worked with the child has gone",
                TestSchool(TestChild().cin("2024-01-08").keyAdult("2024-01-08", to: "2025-09-30"))
                    .with(Rows.profile("2025-09-08")), on: "2025-10-01", "unknown"),
        ])
    func read(_ example: Owed) throws { try example.check(.profileRead) }

    @Test("A mentor reads it too, and one who has left the school need not")
    func everyAdult() throws {
        let mentored = Self.written.staff("S02", from: "2020-09-01", to: "2025-12-31")
            .with(
                .adults, ["pupil": "K001", "staff": "S02", "kind": "mentor", "from": "2025-09-01"]
            )
            .with(Rows.read("profile:K001", "2025-09-08"))
        #expect(try mentored.duties(.profileRead, on: "2025-10-01") == ["overdue"])
        #expect(try mentored.duties(.profileRead, on: "2026-01-01") == ["met"])
    }
}
