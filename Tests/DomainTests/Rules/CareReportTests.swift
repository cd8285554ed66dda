import Domain
import Support
import Testing

/// conference-report (HGB-3, DT-11) and sdq (DT-14)
struct CareReportTests {
    static let protected = TestSchool(TestChild().cp("2025-09-01"))
    static func planned(_ day: String, sent: String? = nil) -> TestSchool {
        protected.with(Rows.review("M1", "cp-conference", planned: day, sent: sent))
    }

    @Test(
        "The report is sent by the third school day before the conference",
        arguments: [
            Owed(
                "11 days left", planned("2025-12-08"), on: "2025-11-18",
                "M1: upcoming 2025-12-03"),
            Owed("10 days left", planned("2025-12-08"), on: "2025-11-19", "M1: soon 2025-12-03"),
            Owed("on the day", planned("2025-12-08"), on: "2025-12-03", "M1: soon 2025-12-03"),
            Owed("late", planned("2025-12-08"), on: "2025-12-04", "M1: overdue 2025-12-03"),
            Owed(
                "at the conference", planned("2025-12-08"), on: "2025-12-08",
                "M1: overdue 2025-12-03"),
            Owed("after it", planned("2025-12-08"), on: "2025-12-09", "M1: missed 2025-12-03"),
            Owed(
                "sent", planned("2025-12-08", sent: "2025-12-03"), on: "2025-12-03",
                "M1: met 2025-12-03"),
            Owed(
                "sent late", planned("2025-12-08", sent: "2025-12-04"), on: "2025-12-20",
                "M1: met 2025-12-03 late 1"),
            Owed(
                "sent tomorrow", planned("2025-12-08", sent: "2025-12-05"), on: "2025-12-04",
                "M1: overdue 2025-12-03"),
            Owed(
                "half-term before", planned("2025-11-03"), on: "2025-10-01",
                "M1: upcoming 2025-10-22"),
            Owed("the initial one", planned("2025-09-01"), on: "2025-09-02"),
            Owed(
                "365 days ahead", planned("2026-10-01"), on: "2025-10-01",
                "M1: upcoming 2026-09-28"),
            Owed("366 days ahead", planned("2026-10-02"), on: "2025-10-01"),
            Owed("no conference", protected, on: "2025-10-01"),
            Owed(
                "before the child came",
                TestSchool(TestChild(admitted: "2025-09-15").cp("2025-09-01"))
                    .with(Rows.review("M1", "cp-conference", planned: "2025-09-12")),
                on: "2025-09-16"),
            Owed(
                "another meeting",
                protected.with(Rows.review("M1", "core-group", planned: "2025-12-08")),
                on: "2025-12-01"),
        ])
    func report(_ example: Owed) throws { try example.check(.conferenceReport) }

    static let inNeed = TestChild().cin("2024-01-08")
    static func initial(
        _ day: String, sent: String? = nil, of child: TestChild = CareReportTests.inNeed
    ) -> TestSchool {
        TestSchool(child).with(Rows.review("M1", "cp-conference", planned: day, sent: sent))
    }

    @Test(
        "For an initial conference the report is sent by the second school day before it",
        arguments: [
            Owed(
                "11 days left", initial("2025-12-08"), on: "2025-11-19", "M1: upcoming 2025-12-04"),
            Owed("10 days left", initial("2025-12-08"), on: "2025-11-20", "M1: soon 2025-12-04"),
            Owed("on the day", initial("2025-12-08"), on: "2025-12-04", "M1: soon 2025-12-04"),
            Owed("late", initial("2025-12-08"), on: "2025-12-05", "M1: overdue 2025-12-04"),
            Owed(
                "at the conference", initial("2025-12-08"), on: "2025-12-08",
                "M1: overdue 2025-12-04"),
            Owed("after it", initial("2025-12-08"), on: "2025-12-09", "M1: missed 2025-12-04"),
            Owed(
                "sent", initial("2025-12-08", sent: "2025-12-04"), on: "2025-12-04",
                "M1: met 2025-12-04"),
            Owed(
                "sent late", initial("2025-12-08", sent: "2025-12-05"), on: "2025-12-20",
                "M1: met 2025-12-04 late 1"),
            Owed(
                "sent tomorrow", initial("2025-12-08", sent: "2025-12-06"), on: "2025-12-05",
                "M1: overdue 2025-12-04"),
            Owed(
                "half-term before", initial("2025-11-04"), on: "2025-10-24",
                "M1: soon 2025-10-24"),
            Owed(
                "a plan that ended",
                initial("2025-12-08", of: TestChild().cp("2025-09-01", to: "2025-11-30")),
                on: "2025-12-01", "M1: soon 2025-12-04"),
            Owed(
                "a core group",
                TestSchool(inNeed).with(Rows.review("M1", "core-group", planned: "2025-12-08")),
                on: "2025-12-01"),
        ])
    func initialReport(_ example: Owed) throws { try example.check(.conferenceReport) }

    static let admitted = TestChild(admitted: "2025-09-15").cin("2024-01-08")

    @Test(
        "It is asked of who is known and on no plan today, for conferences of this year and ahead",
        arguments: [
            Owed(
                "the day before the child came", initial("2025-09-14", of: admitted),
                on: "2025-09-16"),
            Owed(
                "the day the child came", initial("2025-09-15", of: admitted), on: "2025-09-16",
                "M1: missed 2025-09-11"),
            Owed("the day before the year", initial("2025-08-31"), on: "2025-09-02"),
            Owed(
                "the first day of the year", initial("2025-09-01"), on: "2025-09-02",
                "M1: missed 2025-07-22"),
            Owed(
                "365 days ahead", initial("2026-10-01"), on: "2025-10-01",
                "M1: upcoming 2026-09-29"),
            Owed("366 days ahead", initial("2026-10-02"), on: "2025-10-01"),
            Owed(
                "in care", initial("2025-12-08", of: TestChild().cla("2024-01-08")),
                on: "2025-12-01", "M1: soon 2025-12-04"),
            Owed(
                "previously looked after", initial("2025-12-08", of: TestChild().pla("2024-01-08")),
                on: "2025-12-01", "M1: soon 2025-12-04"),
            Owed(
                "on a plan since before", initial("2025-12-08", of: TestChild().cp("2025-11-03")),
                on: "2025-12-01", "M1: soon 2025-12-03"),
            Owed(
                "the day before a plan that the conference begins",
                initial("2025-12-08", of: TestChild().cin("2024-01-08").cp("2025-12-08")),
                on: "2025-12-07", "M1: overdue 2025-12-04"),
            Owed(
                "on the first day of that plan",
                initial("2025-12-08", of: TestChild().cin("2024-01-08").cp("2025-12-08")),
                on: "2025-12-08"),
            Owed("not known", initial("2025-12-08", of: TestChild()), on: "2025-12-01"),
            Owed(
                "left", initial("2025-12-08", of: TestChild(left: "2025-11-30").cin("2024-01-08")),
                on: "2025-12-01"),
        ])
    func initialChildren(_ example: Owed) throws { try example.check(.conferenceReport) }

    static let child = TestSchool(TestChild().cla("2025-09-15"))

    @Test(
        "A questionnaire in the first 90 days, then every 12 months",
        arguments: [
            Owed("31 days left", child, on: "2025-11-13", "upcoming 2025-12-14"),
            Owed("30 days left", child, on: "2025-11-14", "soon 2025-12-14"),
            Owed("on the day", child, on: "2025-12-14", "soon 2025-12-14"),
            Owed("the day after", child, on: "2025-12-15", "overdue 2025-12-14"),
            Owed(
                "31 days before the next", child.with(Rows.sdq("Q1", "2025-10-01")),
                on: "2026-08-31", "met 2026-10-01"),
            Owed(
                "30 days before the next", child.with(Rows.sdq("Q1", "2025-10-01")),
                on: "2026-09-01", "soon 2026-10-01"),
            Owed(
                "a year and a day", child.with(Rows.sdq("Q1", "2025-10-01")),
                on: "2026-10-02", "overdue 2026-10-01"),
            Owed(
                "before the child was looked after", child.with(Rows.sdq("Q1", "2025-01-10")),
                on: "2025-10-01", "met 2026-01-10"),
            Owed(
                "long before", child.with(Rows.sdq("Q1", "2024-06-01")), on: "2025-10-01",
                "met 2025-12-14"),
            Owed(
                "completed tomorrow", child.with(Rows.sdq("Q1", "2025-12-16")),
                on: "2025-12-15", "overdue 2025-12-14"),
            Owed(
                "one scale with two answers",
                child.with(Rows.sdq("Q1", "2025-10-01", answers: "1-1111111-1111-1111111111")),
                on: "2025-12-15", "overdue 2025-12-14"),
            Owed(
                "the scale of kindness does not count",
                child.with(Rows.sdq("Q1", "2025-10-01", answers: "-11-1111-1111111-11-11111")),
                on: "2025-12-15", "met 2026-10-01"),
            Owed(
                "29 February",
                TestSchool(TestChild().cla("2023-09-01")).with(
                    Rows.sdq("Q1", "2024-02-29")), on: "2025-03-01", "overdue 2025-02-28"),
            Owed(
                "three years old", TestChild(born: "2021-11-01").cla("2025-09-15"),
                on: "2025-10-31"),
            Owed(
                "four today", TestChild(born: "2021-11-01").cla("2025-09-15"),
                on: "2025-11-01", "upcoming 2026-01-30"),
            Owed(
                "sixteen", TestChild(born: "2008-10-02").cla("2025-09-15"),
                on: "2025-10-01", "upcoming 2025-12-14"),
            Owed(
                "seventeen today", TestChild(born: "2008-10-02").cla("2025-09-15"),
                on: "2025-10-02"),
            Owed("short breaks", TestChild().cla("2025-09-15", legal: "V4"), on: "2025-12-15"),
            Owed(
                "since admission", TestChild(admitted: "2025-10-01").cla("2025-01-06"),
                on: "2025-10-01", "upcoming 2025-12-30"),
        ])
    func sdq(_ example: Owed) throws { try example.check(.sdq) }
}
