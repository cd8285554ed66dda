import Domain
import Support
import Testing

/// progress-below (OBJ-1, AIM-3, SEND-1)
struct ProgressBelowTests {
    static let known = TestSchool(TestChild().cin("2024-01-08"))

    /// Progress judged, in reading unless another subject is named.
    static func made(
        _ id: String, _ on: String, _ progress: String?, _ subject: String = "reading"
    ) -> StatedRow {
        Rows.progress(id, on, "data", progress: progress, subject: subject)
    }
    /// Below in reading since Monday 15 September 2025.
    static let below = known.with(made("G1", "2025-09-15", "below"))

    @Test(
        "Progress below what was expected is answered within 20 school days",
        arguments: [
            Owed("the day it is judged", below, on: "2025-09-15", "reading: soon 2025-10-13"),
            Owed("on the day", below, on: "2025-10-13", "reading: soon 2025-10-13"),
            Owed("the day after", below, on: "2025-10-14", "reading: overdue 2025-10-13"),
            Owed("judged tomorrow", below, on: "2025-09-14"),
            Owed(
                "as expected", known.with(made("G1", "2025-09-15", "expected")),
                on: "2025-10-14"),
            Owed(
                "faster than expected", known.with(made("G1", "2025-09-15", "accelerated")),
                on: "2025-10-14"),
            Owed(
                "no word on progress", known.with(made("G1", "2025-09-15", nil)),
                on: "2025-10-14"),
            Owed(
                "half-term between", known.with(made("G1", "2025-10-09", "below")),
                on: "2025-11-13", "reading: soon 2025-11-13"),
            Owed(
                "not known", TestSchool(TestChild()).with(made("G1", "2025-09-15", "below")),
                on: "2025-10-14"),
            Owed(
                "left",
                TestSchool(TestChild(left: "2025-10-13").cin("2024-01-08"))
                    .with(made("G1", "2025-09-15", "below")),
                on: "2025-10-14"),
            Owed(
                "known since after it was judged",
                TestSchool(TestChild().cin("2025-10-01"))
                    .with(made("G1", "2025-09-15", "below")),
                on: "2025-10-14", "reading: overdue 2025-10-13"),
        ])
    func due(_ example: Owed) throws { try example.check(.progressBelow) }

    @Test(
        "The last judgement counts, by day and then by id, not older than the year before",
        arguments: [
            Owed(
                "below, then as expected", below.with(made("G2", "2025-10-06", "expected")),
                on: "2025-10-14"),
            Owed(
                "as expected tomorrow", below.with(made("G2", "2025-10-15", "expected")),
                on: "2025-10-14", "reading: overdue 2025-10-13"),
            Owed(
                "as expected, then below",
                known.with(
                    made("G1", "2025-09-08", "expected"), made("G2", "2025-09-15", "below")),
                on: "2025-10-14", "reading: overdue 2025-10-13"),
            Owed(
                "below twice, the second time counts",
                below.with(made("G2", "2025-10-09", "below")), on: "2025-10-14",
                "reading: soon 2025-11-13"),
            Owed(
                "below, then no word on progress", below.with(made("G2", "2025-10-06", nil)),
                on: "2025-10-14", "reading: overdue 2025-10-13"),
            Owed(
                "on one day, the higher id as expected",
                known.with(
                    made("G2", "2025-09-15", "expected"), made("G1", "2025-09-15", "below")),
                on: "2025-10-14"),
            Owed(
                "on one day, the higher id below",
                known.with(
                    made("G2", "2025-09-15", "below"), made("G1", "2025-09-15", "expected")),
                on: "2025-10-14", "reading: overdue 2025-10-13"),
            Owed(
                "the later day goes before the higher id",
                known.with(
                    made("G2", "2025-09-08", "expected"), made("G1", "2025-09-15", "below")),
                on: "2025-10-14", "reading: overdue 2025-10-13"),
            Owed(
                "on the first day of the year before",
                known.with(made("G1", "2024-09-01", "below")), on: "2025-10-01",
                "reading: overdue 2024-09-27"),
            Owed(
                "the day before that", known.with(made("G1", "2024-08-31", "below")),
                on: "2025-10-01"),
        ])
    func last(_ example: Owed) throws { try example.check(.progressBelow) }

    static func decided(
        _ on: String, _ reason: String? = "Reads too little", about: String = "support"
    ) -> TestSchool {
        below.with(Rows.decision("D1", on, about, reason: reason))
    }
    static func given(_ from: String, _ level: String = "targeted") -> TestSchool {
        below.with(Rows.intervention("I1", level, from))
    }

    @Test(
        "A decision about support with its reason answers it, or an intervention begun since",
        arguments: [
            Owed(
                "decided on its day", decided("2025-09-15"), on: "2025-09-15",
                "reading: met 2025-10-13"),
            Owed(
                "decided before its day", decided("2025-09-14"), on: "2025-10-14",
                "reading: overdue 2025-10-13"),
            Owed(
                "decided on the last day", decided("2025-10-13"), on: "2025-10-14",
                "reading: met 2025-10-13"),
            Owed(
                "decided two school days late", decided("2025-10-15"), on: "2025-10-20",
                "reading: met 2025-10-13 late 2"),
            Owed(
                "decided tomorrow", decided("2025-10-15"), on: "2025-10-14",
                "reading: overdue 2025-10-13"),
            Owed(
                "decided without a reason", decided("2025-09-22", nil), on: "2025-09-22",
                "reading: soon 2025-10-13"),
            Owed(
                "decided about something else", decided("2025-09-22", about: "responsibility"),
                on: "2025-09-22", "reading: soon 2025-10-13"),
            Owed(
                "not to act", decided("2025-09-22", about: "no-action"), on: "2025-09-22",
                "reading: soon 2025-10-13"),
            Owed(
                "begun on its day", given("2025-09-15"), on: "2025-09-15",
                "reading: met 2025-10-13"),
            Owed(
                "begun before its day", given("2025-09-14"), on: "2025-10-14",
                "reading: overdue 2025-10-13"),
            Owed(
                "begun for all in class", given("2025-09-22", "universal"), on: "2025-09-22",
                "reading: met 2025-10-13"),
            Owed(
                "begun one school day late", given("2025-10-14"), on: "2025-10-20",
                "reading: met 2025-10-13 late 1"),
            Owed(
                "to begin tomorrow", given("2025-10-15"), on: "2025-10-14",
                "reading: overdue 2025-10-13"),
            Owed(
                "begun in time, and decided late",
                decided("2025-10-15").with(Rows.intervention("I1", "specialist", "2025-10-06")),
                on: "2025-10-20", "reading: met 2025-10-13"),
            Owed(
                "decided late, begun later still",
                decided("2025-10-14").with(Rows.intervention("I1", "targeted", "2025-10-16")),
                on: "2025-10-20", "reading: met 2025-10-13 late 1"),
            Owed(
                "decided between two judgements",
                decided("2025-09-22").with(made("G2", "2025-10-09", "below")),
                on: "2025-10-14", "reading: soon 2025-11-13"),
        ])
    func answered(_ example: Owed) throws { try example.check(.progressBelow) }

    @Test(
        "Each subject is judged by itself",
        arguments: [
            Owed(
                "below in two", below.with(made("G2", "2025-09-15", "below", "maths")),
                on: "2025-10-14", "maths: overdue 2025-10-13", "reading: overdue 2025-10-13"),
            Owed(
                "as expected in the other",
                below.with(made("G2", "2025-10-06", "expected", "maths")), on: "2025-10-14",
                "reading: overdue 2025-10-13"),
            Owed(
                "below in what is no school subject",
                known.with(made("G1", "2025-09-15", "below", "personal")), on: "2025-10-14",
                "personal: overdue 2025-10-13"),
            Owed(
                "one decision answers both",
                decided("2025-09-22").with(made("G2", "2025-09-15", "below", "maths")),
                on: "2025-10-14", "maths: met 2025-10-13", "reading: met 2025-10-13"),
        ])
    func subjects(_ example: Owed) throws { try example.check(.progressBelow) }
}
