import Domain
import Support
import Testing

/// action-done (DT-4)
struct ActionDoneTests {
    static let known = TestSchool(TestChild().cin("2024-01-08"))

    static func agreed(_ due: String = "2025-10-20", done: String? = nil) -> TestSchool {
        known.with(Rows.action("A1", due: due, done: done))
    }

    @Test(
        "What somebody undertook is done by its day",
        arguments: [
            Owed("none", known, on: "2025-10-20"),
            Owed("6 school days left", agreed(), on: "2025-10-10", "A1: upcoming 2025-10-20"),
            Owed("5 school days left", agreed(), on: "2025-10-13", "A1: soon 2025-10-20"),
            Owed("on the day", agreed(), on: "2025-10-20", "A1: soon 2025-10-20"),
            Owed("the day after", agreed(), on: "2025-10-21", "A1: overdue 2025-10-20"),
            Owed(
                "half-term between, 6 left", agreed("2025-11-05"), on: "2025-10-21",
                "A1: upcoming 2025-11-05"),
            Owed(
                "half-term between, 5 left", agreed("2025-11-05"), on: "2025-10-22",
                "A1: soon 2025-11-05"),
            Owed(
                "done early", agreed(done: "2025-10-06"), on: "2025-10-06",
                "A1: met 2025-10-20"),
            Owed(
                "done on the day", agreed(done: "2025-10-20"), on: "2025-10-21",
                "A1: met 2025-10-20"),
            Owed(
                "done two school days late", agreed(done: "2025-10-22"), on: "2025-10-22",
                "A1: met 2025-10-20 late 2"),
            Owed(
                "done tomorrow", agreed(done: "2025-10-22"), on: "2025-10-21",
                "A1: overdue 2025-10-20"),
            Owed(
                "by somebody from outside",
                known.with(Rows.action("A1", due: "2025-10-20", owner: "Ms Lund")),
                on: "2025-10-21", "A1: overdue 2025-10-20"),
        ])
    func done(_ example: Owed) throws { try example.check(.actionDone) }

    @Test(
        "What was done last year is over; what was left open goes on",
        arguments: [
            Owed(
                "done on the last day of last year",
                agreed("2025-07-14", done: "2025-08-31"), on: "2025-09-01"),
            Owed(
                "and on that day", agreed("2025-07-14", done: "2025-07-14"), on: "2025-08-31",
                "A1: met 2025-07-14"),
            Owed(
                "done on the first day of this year",
                agreed("2025-09-01", done: "2025-09-01"), on: "2025-10-01",
                "A1: met 2025-09-01"),
            Owed(
                "not done", agreed("2025-07-14"), on: "2025-09-01", "A1: overdue 2025-07-14"),
        ])
    func years(_ example: Owed) throws { try example.check(.actionDone) }

    static func leaver(_ left: String) -> TestSchool {
        TestSchool(TestChild(left: left).cin("2024-01-08"))
            .with(Rows.action("A1", due: "2025-10-20"))
    }

    @Test(
        "Nothing is owed for a child who has left",
        arguments: [
            Owed(
                "on the last day", leaver("2025-10-21"), on: "2025-10-21",
                "A1: overdue 2025-10-20"),
            Owed("the day after", leaver("2025-10-21"), on: "2025-10-22"),
        ])
    func left(_ example: Owed) throws { try example.check(.actionDone) }

    static let ofSchool = TestSchool().with(Rows.action("A1", due: "2025-10-20", pupil: nil))

    @Test(
        "The school's own actions are the school's to do",
        arguments: [
            Owed("6 left", ofSchool, on: "2025-10-10", "A1: upcoming 2025-10-20"),
            Owed("5 left", ofSchool, on: "2025-10-13", "A1: soon 2025-10-20"),
            Owed("the day after", ofSchool, on: "2025-10-21", "A1: overdue 2025-10-20"),
            Owed(
                "done late",
                TestSchool().with(
                    Rows.action("A1", due: "2025-10-20", done: "2025-10-21", pupil: nil)),
                on: "2025-10-22", "A1: met 2025-10-20 late 1"),
        ])
    func school(_ example: Owed) throws { try example.check(.actionDone) }

    @Test("A child's action is about the child, the school's own about the school")
    func subject() throws {
        let both = Self.agreed().with(Rows.action("A2", due: "2025-10-20", pupil: nil))
        let duties = try both.duties(on: "2025-10-21").filter { $0.rule == .actionDone }
        #expect(duties.count == 2)
        #expect(
            duties.first { $0.reference.text == "A1" }?.subject == .pupil(PupilRef("K001")))
        #expect(duties.first { $0.reference.text == "A2" }?.subject == .school)
    }
}
