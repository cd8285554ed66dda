import Domain
import Support
import Testing

/// What is seen to when a child comes and goes: admission-…, transition-…, leaving-…
struct MovingTests {
    static let joiner = TestSchool(TestChild(admitted: "2025-09-15").cin("2024-01-08"))
    static func prioritised(_ done: String?, _ notNeeded: String? = nil) -> TestSchool {
        joiner.with(Rows.item("admission", "prioritised", done: done, notNeeded: notNeeded))
    }

    @Test(
        "Admission is prioritised on the day",
        arguments: [
            Owed("on the day", joiner, on: "2025-09-15", "2025-09-15: soon 2025-09-15"),
            Owed("the day after", joiner, on: "2025-09-16", "2025-09-15: overdue 2025-09-15"),
            Owed(
                "done before", prioritised("2025-09-01"), on: "2025-09-15",
                "2025-09-15: met 2025-09-15"),
            Owed(
                "done late", prioritised("2025-09-17"), on: "2025-09-17",
                "2025-09-15: met 2025-09-15 late 2"),
            Owed(
                "done tomorrow", prioritised("2025-09-18"), on: "2025-09-17",
                "2025-09-15: overdue 2025-09-15"),
            Owed(
                "not needed", prioritised(nil, "Moved with the family"), on: "2025-09-17",
                "2025-09-15: met 2025-09-15"),
            Owed("365 days later", joiner, on: "2026-09-15", "2025-09-15: overdue 2025-09-15"),
            Owed("366 days later", joiner, on: "2026-09-16"),
            Owed(
                "known only later", TestChild(admitted: "2025-09-15").cin("2025-09-16"),
                on: "2025-09-16"),
            Owed(
                "known then", TestChild(admitted: "2025-09-15").cin("2024-01-08", to: "2025-09-15"),
                on: "2025-09-16", "2025-09-15: overdue 2025-09-15"),
            Owed(
                "left", TestChild(admitted: "2025-09-15", left: "2025-09-30").cin("2024-01-08"),
                on: "2025-10-01"),
        ])
    func priority(_ example: Owed) throws { try example.check(.admissionPrioritised) }

    @Test(
        "Records are requested and received within 15 school days",
        arguments: [
            Owed("neither", joiner, on: "2025-10-06", "2025-09-15: soon 2025-10-06"),
            Owed(
                "requested",
                joiner.with(
                    Rows.item("admission", "records-requested", done: "2025-09-16")),
                on: "2025-10-07", "2025-09-15: overdue 2025-10-06"),
            Owed(
                "both, late",
                joiner.with(
                    Rows.item("admission", "records-requested", done: "2025-09-16"),
                    Rows.item("admission", "records-received", done: "2025-10-07")),
                on: "2025-10-08", "2025-09-15: met 2025-10-06 late 1"),
            Owed(
                "one not needed",
                joiner.with(
                    Rows.item("admission", "records-requested", done: "2025-09-16"),
                    Rows.item("admission", "records-received", notNeeded: "First school")),
                on: "2025-10-08", "2025-09-15: met 2025-10-06"),
        ])
    func records(_ example: Owed) throws { try example.check(.admissionRecords) }

    @Test("A mentor and a peer buddy are both named")
    func buddies() throws {
        let mentor = Self.joiner.with(Rows.item("admission", "mentor", done: "2025-09-15"))
        #expect(
            try mentor.duties(.admissionBuddies, on: "2025-09-16") == [
                "2025-09-15: overdue 2025-09-15"
            ])
        let both = mentor.with(Rows.item("admission", "peer-buddy", done: "2025-09-12"))
        #expect(
            try both.duties(.admissionBuddies, on: "2025-09-16") == [
                "2025-09-15: met 2025-09-15"
            ])
    }

    static let last = TestSchool(TestChild().cin("2024-01-08")).with(Rows.school("infant"))
    static func plan(_ done: String?, _ notNeeded: String? = nil) -> TestSchool {
        last.with(Rows.item("transition", "plan", done: done, notNeeded: notNeeded))
    }

    @Test(
        "In the last year of the school there is a plan by the end of the spring term",
        arguments: [
            Owed("16 days left", last, on: "2026-03-05", "2025-26: upcoming 2026-03-27"),
            Owed("15 days left", last, on: "2026-03-06", "2025-26: soon 2026-03-27"),
            Owed("the day after", last, on: "2026-03-28", "2025-26: overdue 2026-03-27"),
            Owed(
                "done in the holidays", plan("2026-03-30"), on: "2026-04-01",
                "2025-26: met 2026-03-27"),
            Owed(
                "done after them", plan("2026-04-14"), on: "2026-04-14",
                "2025-26: met 2026-03-27 late 2"),
            Owed(
                "done last year", plan("2025-08-31"), on: "2026-03-06",
                "2025-26: soon 2026-03-27"),
            Owed(
                "not needed", plan(nil, "Stays with us"), on: "2026-03-28",
                "2025-26: met 2026-03-27"),
            Owed(
                "a late arrival",
                TestSchool(TestChild(admitted: "2026-03-16").cin("2024-01-08"))
                    .with(Rows.school("infant")), on: "2026-03-28",
                "2025-26: soon 2026-04-27"),
            Owed(
                "no terms",
                TestSchool(TestChild().cin("2024-01-08"), calendar: [])
                    .with(Rows.school("infant")), on: "2026-03-28", "2025-26: unknown"),
            Owed(
                "not the last year",
                TestSchool(TestChild().cin("2024-01-08")).with(
                    Rows.school("primary")), on: "2026-03-28"),
            Owed(
                "not known", TestSchool(TestChild()).with(Rows.school("infant")),
                on: "2026-03-28"),
        ])
    func transition(_ example: Owed) throws { try example.check(.transitionPlan) }

    @Test("The goodbye is due on the year's last school day")
    func goodbye() throws {
        #expect(
            try Self.last.duties(.transitionGoodbye, on: "2026-07-22") == [
                "2025-26: overdue 2026-07-21"
            ])
    }

    static func leaver(_ left: String, phase: String = "primary") -> TestSchool {
        TestSchool(TestChild(left: left).cin("2024-01-08")).with(Rows.school(phase))
    }

    @Test(
        "A child who leaves in the year has a plan before",
        arguments: [
            Owed(
                "16 days left", leaver("2025-12-05"), on: "2025-11-13",
                "2025-12-05: upcoming 2025-12-05"),
            Owed(
                "15 days left", leaver("2025-12-05"), on: "2025-11-14",
                "2025-12-05: soon 2025-12-05"),
            Owed(
                "the last day", leaver("2025-12-05"), on: "2025-12-05",
                "2025-12-05: soon 2025-12-05"),
            Owed(
                "the day after", leaver("2025-12-05"), on: "2025-12-06",
                "2025-12-05: missed 2025-12-05"),
            Owed(
                "done",
                leaver("2025-12-05").with(
                    Rows.item("transition", "plan", done: "2025-12-05")), on: "2025-12-06",
                "2025-12-05: met 2025-12-05"),
            Owed(
                "365 days ago", leaver("2025-12-05"), on: "2026-12-05",
                "2025-12-05: missed 2025-12-05"),
            Owed("366 days ago", leaver("2025-12-05"), on: "2026-12-06"),
            Owed("with the class", leaver("2026-07-21", phase: "infant"), on: "2026-07-01"),
            Owed(
                "a day before the class", leaver("2026-07-20", phase: "infant"),
                on: "2026-07-01", "2026-07-20: soon 2026-07-20"),
            Owed(
                "the year's terms not on record",
                TestSchool(TestChild(left: "2026-03-01").cin("2024-01-08"), calendar: [])
                    .with(Rows.school("infant")), on: "2026-02-28"),
            Owed(
                "no longer known",
                TestSchool(
                    TestChild(left: "2025-12-05").pla("2024-01-08", to: "2025-12-04")),
                on: "2025-12-01"),
            Owed("not leaving", TestChild().cin("2024-01-08"), on: "2025-12-01"),
        ])
    func leaving(_ example: Owed) throws { try example.check(.leavingPlan) }

    @Test(
        "The file follows within five school days, and comes with a receipt",
        arguments: [
            Owed(
                "on the day", leaver("2025-12-05"), on: "2025-12-12",
                "2025-12-05: soon 2025-12-12"),
            Owed(
                "the day after", leaver("2025-12-05"), on: "2025-12-13",
                "2025-12-05: overdue 2025-12-12"),
            Owed(
                "sent, no receipt",
                leaver("2025-12-05").with(
                    Rows.item("transition", "file-sent", done: "2025-12-08")), on: "2025-12-13",
                "2025-12-05: overdue 2025-12-12"),
            Owed(
                "both, late",
                leaver("2025-12-05").with(
                    Rows.item("transition", "file-sent", done: "2025-12-08"),
                    Rows.item("transition", "file-receipt", done: "2025-12-15")), on: "2025-12-15",
                "2025-12-05: met 2025-12-12 late 1"),
            Owed(
                "with the class too", leaver("2026-07-21", phase: "infant"), on: "2026-07-21",
                "2026-07-21: soon 2026-09-07"),
        ])
    func file(_ example: Owed) throws { try example.check(.leavingFile) }
}
