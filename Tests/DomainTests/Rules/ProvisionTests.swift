import Domain
import Support
import Testing

/// ap-agreed, ap-hours, ap-quality, ap-review: time from Monday 6 October 2025.
struct ProvisionTests {
    static func child(
        _ fields: (String, String?)..., child: TestChild = TestChild().cin("2024-01-08")
    ) -> TestSchool {
        TestSchool(child).with(fields.reduce(Rows.provision()) { $0.with($1) })
    }

    @Test(
        "Home and social care agree beforehand, and there is an end",
        arguments: [
            Owed("nothing", child(), on: "2025-10-06", "A1: overdue 2025-10-06"),
            Owed(
                "all",
                child(
                    ("parent_agreed_on", "2025-10-01"),
                    ("social_care_agreed_on", "2025-10-02"), ("to", "2025-12-19")),
                on: "2025-10-06", "A1: met 2025-10-06"),
            Owed(
                "one later",
                child(
                    ("parent_agreed_on", "2025-10-01"),
                    ("social_care_agreed_on", "2025-10-08"), ("to", "2025-12-19")),
                on: "2025-10-08", "A1: met 2025-10-06 late 2"),
            Owed(
                "one tomorrow",
                child(
                    ("parent_agreed_on", "2025-10-01"),
                    ("social_care_agreed_on", "2025-10-08"), ("to", "2025-12-19")),
                on: "2025-10-07", "A1: overdue 2025-10-06"),
            Owed(
                "no end",
                child(
                    ("parent_agreed_on", "2025-10-01"),
                    ("social_care_agreed_on", "2025-10-02")), on: "2025-10-06",
                "A1: overdue 2025-10-06"),
            Owed(
                "without a social worker",
                child(
                    ("parent_agreed_on", "2025-10-01"),
                    ("to", "2025-12-19"), child: TestChild().pla("2024-01-08")), on: "2025-10-06",
                "A1: met 2025-10-06"),
            Owed("it begins tomorrow", child(), on: "2025-10-05"),
            Owed(
                "ended this year", child(("to", "2025-10-10")), on: "2026-08-31",
                "A1: overdue 2025-10-06"),
            Owed("ended last year", child(("to", "2025-10-10")), on: "2026-09-01"),
            Owed(
                "begun on the first day of the year, and ended",
                child(("from", "2025-09-01"), ("to", "2025-10-10")), on: "2026-08-31",
                "A1: overdue 2025-09-01"),
            Owed(
                "still running", child(("to", "2026-10-10")), on: "2026-09-01",
                "A1: overdue 2025-10-06"),
            Owed(
                "the child has left", child(child: TestChild(left: "2025-10-10").cin("2024-01-08")),
                on: "2025-11-03", "A1: overdue 2025-10-06"),
            Owed(
                "not known when it began", child(child: TestChild().cin("2025-10-07")),
                on: "2025-11-03"),
        ])
    func agreed(_ example: Owed) throws { try example.check(.provisionAgreed) }

    static let young = TestChild(born: "2021-01-01").cin("2024-01-08")

    @Test(
        "25 hours a week, or part-time with an end, and reported",
        arguments: [
            Owed("25 hours", child(), on: "2025-10-06", "A1: met"),
            Owed("24 and a half", child(("hours_there", "4.5")), on: "2025-10-06", "A1: overdue"),
            Owed(
                "part-time",
                child(
                    ("hours_there", "4.5"), ("part_time", "yes"),
                    ("to", "2025-12-19"), ("reported_on", "2025-10-07")), on: "2025-10-07",
                "A1: met"),
            Owed(
                "reported tomorrow",
                child(
                    ("hours_there", "4.5"), ("part_time", "yes"),
                    ("to", "2025-12-19"), ("reported_on", "2025-10-07")), on: "2025-10-06",
                "A1: overdue"),
            Owed(
                "without an end",
                child(
                    ("hours_there", "4.5"), ("part_time", "yes"),
                    ("reported_on", "2025-10-06")), on: "2025-10-06", "A1: overdue"),
            Owed("not of age", child(child: young), on: "2026-03-30", "A1: not-applicable"),
            Owed(
                "of age", child(("hours_there", "1"), child: young), on: "2026-03-31",
                "A1: overdue"),
            Owed("ended", child(("to", "2025-10-10")), on: "2025-10-11"),
        ])
    func hours(_ example: Owed) throws { try example.check(.provisionHours) }

    @Test(
        "The provider's quality is checked within 10 school days",
        arguments: [
            Owed("on the day", child(), on: "2025-10-20", "A1: soon 2025-10-20"),
            Owed("the day after", child(), on: "2025-10-21", "A1: overdue 2025-10-20"),
            Owed(
                "late", child(("quality_checked_on", "2025-11-03")), on: "2025-11-03",
                "A1: met 2025-10-20 late 5"),
            Owed(
                "tomorrow", child(("quality_checked_on", "2025-10-22")), on: "2025-10-21",
                "A1: overdue 2025-10-20"),
        ])
    func quality(_ example: Owed) throws { try example.check(.provisionQuality) }

    @Test(
        "It is reviewed by the day that was set",
        arguments: [
            Owed("no day set", child(), on: "2025-10-20", "A1: unknown"),
            Owed(
                "11 days left", child(("review_by", "2025-11-21")), on: "2025-11-06",
                "A1: upcoming 2025-11-21"),
            Owed(
                "10 days left", child(("review_by", "2025-11-21")), on: "2025-11-07",
                "A1: soon 2025-11-21"),
            Owed(
                "the day after", child(("review_by", "2025-11-21")), on: "2025-11-22",
                "A1: overdue 2025-11-21"),
            Owed(
                "reviewed", child(("review_by", "2025-11-21"), ("reviewed_on", "2025-11-24")),
                on: "2025-11-24", "A1: met 2025-11-21 late 1"),
            Owed(
                "reviewed before it began",
                child(("review_by", "2025-11-21"), ("reviewed_on", "2025-10-05")),
                on: "2025-11-22", "A1: overdue 2025-11-21"),
        ])
    func review(_ example: Owed) throws { try example.check(.provisionReview) }

    @Test(
        "Compulsory school age begins after the fifth birthday and ends in June after the 16th",
        arguments: [
            ("2020-02-29", "2025-03-30", false), ("2020-02-29", "2025-03-31", true),
            ("2020-03-31", "2025-03-31", true), ("2020-04-01", "2025-08-30", false),
            ("2020-04-01", "2025-08-31", true), ("2020-09-01", "2025-12-30", false),
            ("2020-09-01", "2025-12-31", true), ("2021-01-01", "2026-03-31", true),
            ("2009-08-31", "2025-06-27", true), ("2009-08-31", "2025-06-28", false),
            ("2009-09-01", "2026-06-26", true), ("2009-09-01", "2026-06-27", false),
        ])
    func age(born: String, day: String, isOfAge: Bool) throws {
        let row = try TestChild(born: born, admitted: "2023-09-01").rows[0].record()
        #expect(Pupil(row).isOfCompulsoryAge(on: Written.day(day)) == isOfAge)
    }
}

extension StatedRow {
    /// The same row with another column.
    func with(_ field: (String, String?)) -> StatedRow {
        var copy = self
        copy.fields[field.0] = field.1
        return copy
    }
}
