import Domain
import Support
import Testing

/// Meetings of plans that come round again: core-group, cin-review, cp-conference, lac-review.
struct CareTests {
    static let protected = TestSchool(TestChild().cp("2025-09-15"))
    /// The plan began two weeks before the child came.
    static let came = TestSchool(TestChild(admitted: "2025-09-15").cp("2025-09-01"))

    @Test(
        "The core group meets within 10 working days, then every 42 days",
        arguments: [
            Owed("6 school days left", protected, on: "2025-09-19", "upcoming 2025-09-29"),
            Owed("5 school days left", protected, on: "2025-09-22", "soon 2025-09-29"),
            Owed("on the day", protected, on: "2025-09-29", "soon 2025-09-29"),
            Owed("the day after", protected, on: "2025-09-30", "overdue 2025-09-29"),
            Owed(
                "held", protected.with(Rows.review("M1", "core-group", held: "2025-09-25")),
                on: "2025-10-22", "upcoming 2025-11-06"),
            Owed(
                "half-term between",
                protected.with(
                    Rows.review("M1", "core-group", held: "2025-09-25")),
                on: "2025-10-23", "soon 2025-11-06"),
            Owed(
                "on the first day of the plan",
                protected.with(Rows.review("M1", "core-group", held: "2025-09-15")),
                on: "2025-10-01", "upcoming 2025-10-27"),
            Owed(
                "before the plan",
                protected.with(
                    Rows.review("M1", "core-group", held: "2025-09-14")),
                on: "2025-09-19", "upcoming 2025-09-29"),
            Owed(
                "held tomorrow",
                protected.with(
                    Rows.review("M1", "core-group", held: "2025-10-01")),
                on: "2025-09-30", "overdue 2025-09-29"),
            Owed(
                "planned only",
                protected.with(
                    Rows.review("M1", "core-group", planned: "2025-09-25")),
                on: "2025-09-30", "overdue 2025-09-29"),
            Owed(
                "another kind",
                protected.with(
                    Rows.review("M1", "cp-conference", held: "2025-09-25")),
                on: "2025-09-30", "overdue 2025-09-29"),
            Owed("begun elsewhere", came, on: "2025-09-30", "unknown"),
            Owed(
                "begun elsewhere, and met there",
                came.with(Rows.review("M1", "core-group", held: "2025-09-10")),
                on: "2025-10-01", "upcoming 2025-10-22"),
            Owed(
                "two rows, one plan",
                TestChild().cp("2025-01-06", to: "2025-09-14")
                    .cp("2025-09-15"), on: "2025-09-16", "overdue 2025-01-20"),
            Owed(
                "a plan that ended", TestChild().cp("2025-01-06", to: "2025-09-14"),
                on: "2025-09-16"),
            Owed("on a child in need plan", TestChild().cin("2025-09-15"), on: "2025-09-30"),
            Owed("left", TestChild(left: "2025-09-29").cp("2025-09-15"), on: "2025-09-30"),
        ])
    func coreGroup(_ example: Owed) throws { try example.check(.coreGroup) }

    /// 30 November and three months is the last day of February.
    static let inNeed = TestChild().cin("2025-11-30")

    @Test(
        "A child in need plan is reviewed every three months",
        arguments: [
            Owed("16 school days left", inNeed, on: "2026-01-29", "upcoming 2026-02-28"),
            Owed("15 school days left", inNeed, on: "2026-01-30", "soon 2026-02-28"),
            Owed("on the day", inNeed, on: "2026-02-28", "soon 2026-02-28"),
            Owed("the day after", inNeed, on: "2026-03-01", "overdue 2026-02-28"),
            Owed(
                "a leap year", TestChild().cin("2023-11-30"), on: "2024-03-01",
                "overdue 2024-02-29"),
            Owed(
                "held",
                TestSchool(inNeed).with(Rows.review("M1", "cin-review", held: "2025-12-10")),
                on: "2026-01-08", "upcoming 2026-03-10"),
            Owed(
                "begun elsewhere", TestChild(admitted: "2025-12-01").cin("2025-11-30"),
                on: "2025-12-01", "unknown"),
            Owed(
                "protected too", TestChild().cin("2025-09-15").cp("2025-09-15"),
                on: "2025-09-30"),
            Owed("not known", TestChild(), on: "2025-09-30"),
        ])
    func childInNeed(_ example: Owed) throws { try example.check(.childInNeedReview) }

    @Test(
        "A child protection plan is reviewed after three months, then every six",
        arguments: [
            Owed("16 school days left", protected, on: "2025-11-21", "upcoming 2025-12-15"),
            Owed("15 school days left", protected, on: "2025-11-24", "soon 2025-12-15"),
            Owed("the day after", protected, on: "2025-12-16", "overdue 2025-12-15"),
            Owed(
                "the initial one",
                protected.with(
                    Rows.review("M1", "cp-conference", held: "2025-09-15")),
                on: "2025-10-01", "upcoming 2025-12-15"),
            Owed(
                "a review",
                protected.with(
                    Rows.review("M1", "cp-conference", held: "2025-09-16")),
                on: "2025-10-01", "upcoming 2026-03-16"),
            Owed(
                "31 August and six months",
                TestSchool(TestChild().cp("2025-06-01")).with(
                    Rows.review("M1", "cp-conference", held: "2025-08-31")),
                on: "2025-10-01", "upcoming 2026-02-28"),
            Owed("begun elsewhere", came, on: "2025-09-30", "unknown"),
            Owed("not protected", TestChild().cin("2025-09-15"), on: "2025-09-30"),
        ])
    func conference(_ example: Owed) throws { try example.check(.conference) }

    static let lookedAfter = TestSchool(TestChild().cla("2025-09-15"))

    @Test(
        "A looked-after child is reviewed after 20 working days, 3 months and 6 months",
        arguments: [
            Owed("16 school days left", lookedAfter, on: "2025-09-19", "upcoming 2025-10-13"),
            Owed("15 school days left", lookedAfter, on: "2025-09-22", "soon 2025-10-13"),
            Owed("the day after", lookedAfter, on: "2025-10-14", "overdue 2025-10-13"),
            Owed(
                "one", lookedAfter.with(Rows.review("M1", "lac-review", held: "2025-10-10")),
                on: "2025-10-20", "upcoming 2026-01-10"),
            Owed(
                "two",
                lookedAfter.with(
                    Rows.review("M1", "lac-review", held: "2025-10-10"),
                    Rows.review("M2", "lac-review", held: "2026-01-08")),
                on: "2026-01-09", "upcoming 2026-07-08"),
            Owed(
                "a new legal status",
                TestChild().cla("2025-09-15", to: "2025-09-30").cla(
                    "2025-10-01", legal: "C1"), on: "2025-10-14", "overdue 2025-10-13"),
            Owed("short breaks", TestChild().cla("2025-09-15", legal: "V3"), on: "2025-10-14"),
            Owed(
                "begun elsewhere", TestChild(admitted: "2025-09-16").cla("2025-09-15"),
                on: "2025-10-14", "unknown"),
            Owed("previously looked after", TestChild().pla("2025-09-15"), on: "2025-10-14"),
        ])
    func lookedAfterReview(_ example: Owed) throws { try example.check(.lookedAfterReview) }

    @Test("Of these only the looked-after child's review is owed by law")
    func statutory() throws {
        let duties = try TestSchool(TestChild().cla("2025-09-15").cp("2025-09-15"))
            .duties(on: "2025-10-01").filter { $0.topic == .care && $0.isStatutory }
        #expect(Set(duties.map(\.rule)) == [.lookedAfterReview, .sdq])
    }
}
