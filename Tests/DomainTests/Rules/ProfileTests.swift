import Domain
import Support
import Testing

/// needs-profile and profile-read (AIM-1)
struct ProfileTests {
    static let child = TestChild().cin("2024-01-08").keyAdult("2024-01-08")
    static let written = TestSchool(child).with(Rows.profile("2025-09-08"))

    static let new = TestChild().cin("2025-09-15")
    static let admitted = TestChild(admitted: "2025-09-10").cin("2024-01-08")

    @Test(
        "Every child known to a social worker has a needs profile within ten school days",
        arguments: [
            Owed("none", child, on: "2025-10-01", "overdue 2024-01-22"),
            Owed("none, known today", new, on: "2025-09-15", "soon 2025-09-29"),
            Owed("none, on the day", new, on: "2025-09-29", "soon 2025-09-29"),
            Owed("none, the day after", new, on: "2025-09-30", "overdue 2025-09-29"),
            Owed("none, admitted since", admitted, on: "2025-09-24", "soon 2025-09-24"),
            Owed(
                "none, admitted since, the day after", admitted, on: "2025-09-25",
                "overdue 2025-09-24"),
            Owed(
                "none, in a new run as known",
                TestChild().pla("2024-01-08", to: "2024-12-31").cin("2025-09-15"),
                on: "2025-09-16", "soon 2025-09-29"),
            Owed(
                "none, with a new status in one run",
                TestChild().cin("2024-01-08", to: "2025-09-14").cp("2025-09-15"),
                on: "2025-09-16", "overdue 2024-01-22"),
            Owed(
                "none, and records begin since", TestSchool(child).recordsFrom("2025-09-15"),
                on: "2025-09-29", "soon 2025-09-29"),
            Owed(
                "none, and records begin since, the day after",
                TestSchool(child).recordsFrom("2025-09-15"), on: "2025-09-30",
                "overdue 2025-09-29"),
            Owed(
                "none, and records began before the child was known",
                TestSchool(new).recordsFrom("2025-09-10"), on: "2025-09-15", "soon 2025-09-29"),
        ])
    func profileDue(_ example: Owed) throws { try example.check(.needsProfile) }

    @Test(
        "A profile of any day up to today will do, and is never called late",
        arguments: [
            Owed("one", written, on: "2025-09-08", "met 2024-01-22"),
            Owed("one of tomorrow", written, on: "2025-09-07", "overdue 2024-01-22"),
            Owed(
                "in time", TestSchool(new).with(Rows.profile("2025-09-22")), on: "2025-09-22",
                "met 2025-09-29"),
            Owed(
                "after it was due", TestSchool(new).with(Rows.profile("2025-10-06")),
                on: "2025-10-06", "met 2025-09-29"),
            Owed(
                "before the child was known", TestSchool(new).with(Rows.profile("2025-09-08")),
                on: "2025-09-15", "met 2025-09-29"),
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
