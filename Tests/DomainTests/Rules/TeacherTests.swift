import Domain
import Support
import Testing

/// dt-qualified and dt-training (HGB-1, DT-6)
struct TeacherTests {
    static func school(_ qts: String = "yes", _ leadership: String = "yes") -> TestSchool {
        TestSchool(
            roles: ["designated-teacher"],
            staff: [
                TestSchool.member("S01", qts: qts, leadership: leadership)
            ])
    }

    @Test("A Designated Teacher is a qualified teacher and leads")
    func qualified() throws {
        #expect(try Self.school().duties(.teacherQualified, on: "2025-10-01") == ["met"])
        for (qts, leads) in [("no", "yes"), ("yes", "no"), ("no", "no")] {
            #expect(
                try Self.school(qts, leads).duties(.teacherQualified, on: "2025-10-01")
                    == ["overdue"])
        }
        let duty = try Self.school("no").duties(on: "2025-10-01").first {
            $0.rule == .teacherQualified
        }
        #expect(duty?.subject == .staff("S01"))
    }

    @Test("Nobody can tell of somebody who is not on record as staff")
    func notStaff() throws {
        let school = TestSchool(roles: []).role("designated-teacher", "Ms Hart", from: "2025-09-01")
        for rule in [RuleID.teacherQualified, .teacherTraining] {
            #expect(try school.duties(rule, on: "2025-10-01") == ["Ms Hart: unknown"])
            #expect(try school.duties(rule, on: "2025-08-31") == [])
        }
    }

    @Test("Without a Designated Teacher there is nobody to ask; two are asked apart")
    func others() throws {
        let none = TestSchool(roles: [])
        #expect(try none.duties(.teacherQualified, on: "2025-10-01") == [])
        let two = Self.school().staff("S02", from: "2020-09-01")
            .role("designated-teacher", "S02", from: "2024-09-01")
            .role("designated-teacher", "S02", from: "2025-09-01")
        #expect(try two.duties(.teacherQualified, on: "2025-10-01") == ["met", "overdue"])
    }

    static func trained(_ days: String..., on: String = "2025-10-06") -> TestSchool {
        trained(days.map { ("designated-teacher", $0) }, on: on)
    }

    /// A school with a Designated Teacher who came to trainings of these kinds and days.
    static func trained(_ trainings: [(String, String)], on: String = "2025-10-06") -> TestSchool {
        trainings.enumerated().reduce(school()) { school, item in
            let (kind, days) = item.element
            return school.with(
                Rows.training("T\(item.offset)", kind, on, days: days),
                Rows.trained("T\(item.offset)"))
        }
    }

    @Test(
        "Two days of training a year",
        arguments: [
            Owed("none", school(), on: "2025-11-01", "2025-26: upcoming 2026-08-31"),
            Owed("none in June", school(), on: "2026-06-30", "2025-26: upcoming 2026-08-31"),
            Owed("none in July", school(), on: "2026-07-01", "2025-26: soon 2026-08-31"),
            Owed("none on the last day", school(), on: "2026-08-31", "2025-26: soon 2026-08-31"),
            Owed("1.5", trained("1.0", "0.5"), on: "2025-11-01", "2025-26: upcoming 2026-08-31"),
            Owed("1.9", trained("1.0", "0.9"), on: "2026-07-01", "2025-26: soon 2026-08-31"),
            Owed("2.0", trained("1.5", "0.5"), on: "2025-11-01", "2025-26: met 2026-08-31"),
            Owed(
                "tomorrow", trained("2.0", on: "2025-11-02"), on: "2025-11-01",
                "2025-26: upcoming 2026-08-31"),
            Owed(
                "last year's", trained("2.0", on: "2025-08-31"), on: "2025-10-31",
                "2024-25: met 2025-08-31", "2025-26: upcoming 2026-08-31"),
            Owed(
                "none last year", school(), on: "2025-10-31", "2024-25: missed 2025-08-31",
                "2025-26: upcoming 2026-08-31"),
            Owed(
                "1.9 last year", trained("1.9", on: "2024-09-01"), on: "2025-09-01",
                "2024-25: missed 2025-08-31", "2025-26: upcoming 2026-08-31"),
        ])
    func training(_ example: Owed) throws { try example.check(.teacherTraining) }

    @Test(
        "Training for the role and in attachment and trauma count, other courses do not",
        arguments: [
            Owed(
                "for the role", trained([("designated-teacher", "2.0")]), on: "2025-11-01",
                "2025-26: met 2026-08-31"),
            Owed(
                "in attachment and trauma", trained([("attachment-trauma", "2.0")]),
                on: "2025-11-01", "2025-26: met 2026-08-31"),
            Owed(
                "a day of each",
                trained([("designated-teacher", "1.0"), ("attachment-trauma", "1.0")]),
                on: "2025-11-01", "2025-26: met 2026-08-31"),
            Owed(
                "a tenth less than a day of each",
                trained([("designated-teacher", "1.0"), ("attachment-trauma", "0.9")]),
                on: "2025-11-01", "2025-26: upcoming 2026-08-31"),
            Owed(
                "first aid", trained([("other", "2.0")]), on: "2025-11-01",
                "2025-26: upcoming 2026-08-31"),
            Owed(
                "safeguarding", trained([("safeguarding", "2.0")]), on: "2025-11-01",
                "2025-26: upcoming 2026-08-31"),
            Owed(
                "diversity", trained([("diversity", "2.0")]), on: "2025-11-01",
                "2025-26: upcoming 2026-08-31"),
            Owed(
                "unconscious bias", trained([("unconscious-bias", "2.0")]), on: "2025-11-01",
                "2025-26: upcoming 2026-08-31"),
            Owed(
                "a briefing on policy", trained([("policy-briefing", "2.0")]), on: "2025-11-01",
                "2025-26: upcoming 2026-08-31"),
            Owed(
                "a day and a half for the role and a day of first aid",
                trained([("designated-teacher", "1.5"), ("other", "1.0")]), on: "2026-07-01",
                "2025-26: soon 2026-08-31"),
            Owed(
                "first aid in the year before",
                trained([("other", "2.0")], on: "2025-03-03"), on: "2025-10-31",
                "2024-25: missed 2025-08-31", "2025-26: upcoming 2026-08-31"),
            Owed(
                "attachment and trauma in the year before",
                trained([("attachment-trauma", "2.0")], on: "2025-03-03"), on: "2025-10-31",
                "2024-25: met 2025-08-31", "2025-26: upcoming 2026-08-31"),
        ])
    func kinds(_ example: Owed) throws { try example.check(.teacherTraining) }

    @Test("Who took the role this year is not asked about the year before")
    func newcomer() throws {
        let school = TestSchool(roles: []).role("designated-teacher", "S01", from: "2025-09-01")
        #expect(
            try school.duties(.teacherTraining, on: "2025-10-01")
                == ["2025-26: upcoming 2026-08-31"])
        let august = TestSchool(roles: []).role("designated-teacher", "S01", from: "2025-08-31")
        #expect(try august.duties(.teacherTraining, on: "2025-10-01").count == 2)
    }

    @Test("Who has the role twice over has had it since the first time")
    func twice() throws {
        let school = TestSchool(roles: [])
            .role("designated-teacher", "S01", from: "2025-09-01")
            .role("designated-teacher", "S01", from: "2024-09-01")
        #expect(
            try school.duties(.teacherTraining, on: "2025-10-01") == [
                "2024-25: missed 2025-08-31", "2025-26: upcoming 2026-08-31",
            ])
    }

    @Test("A course that was missed counts on the day of catching up")
    func caughtUp() throws {
        let school = Self.school()
            .with(Rows.training("T1", "attachment-trauma", "2025-10-06", days: "2.0"))
            .with(Rows.trained("T1", attended: "no", caughtUp: "2026-01-12"))
        #expect(
            try school.duties(.teacherTraining, on: "2026-01-11")
                == ["2025-26: upcoming 2026-08-31"])
        #expect(
            try school.duties(.teacherTraining, on: "2026-01-12") == ["2025-26: met 2026-08-31"])
    }
}
