import Domain
import Exchange
import Support
import Testing

/// policy-read (STAFF-1) and kcsie-read (SAFE-2): a new version in the year is read anew.
struct NewVersionTests {
    static let school = TestSchool(roles: [])
    static let read = school.with(Rows.read("policy", "2025-09-10"))

    static func dated(_ day: String, _ school: TestSchool = NewVersionTests.read) -> TestSchool {
        school.with(Rows.policy("cksw", dated: day))
    }

    @Test(
        "A reading before the policy's new date does not count",
        arguments: [
            Owed("no date on record", read, on: "2025-10-01", "2025-26: met 2025-10-31"),
            Owed(
                "dated on the first day of the year, read on it",
                dated("2025-09-01", school.with(Rows.read("policy", "2025-09-01"))),
                on: "2025-10-01", "2025-26: met 2025-10-31"),
            Owed(
                "dated the day after, read the day before",
                dated("2025-09-02", school.with(Rows.read("policy", "2025-09-01"))),
                on: "2025-10-01", "2025-26: upcoming 2025-10-31"),
            Owed(
                "dated the day after, read on it",
                dated("2025-09-02", school.with(Rows.read("policy", "2025-09-02"))),
                on: "2025-10-01", "2025-26: met 2025-10-31"),
            Owed(
                "dated last year",
                dated("2025-08-31", school.with(Rows.read("policy", "2025-09-01"))),
                on: "2025-10-01", "2025-26: met 2025-10-31"),
            Owed(
                "dated last year, and not read", dated("2025-08-31", school), on: "2025-10-01",
                "2025-26: upcoming 2025-10-31"),
            Owed(
                "dated tomorrow", dated("2025-10-02"), on: "2025-10-01",
                "2025-26: met 2025-10-31"),
            Owed(
                "dated today", dated("2025-10-02"), on: "2025-10-02",
                "2025-26: upcoming 2025-11-06"),
            Owed(
                "the day before the new date", dated("2025-11-03"), on: "2025-11-02",
                "2025-26: met 2025-10-31"),
            Owed(
                "the new date", dated("2025-11-03"), on: "2025-11-03",
                "2025-26: upcoming 2025-12-01"),
            Owed(
                "read on the new date",
                dated("2025-11-03").with(Rows.read("policy", "2025-11-03")), on: "2025-11-03",
                "2025-26: met 2025-12-01"),
            Owed(
                "another policy is dated",
                read.with(Rows.policy("behaviour", dated: "2025-11-03")), on: "2025-11-03",
                "2025-26: met 2025-10-31"),
        ])
    func reading(_ example: Owed) throws { try example.check("policy-read") }

    @Test(
        "It is due on the 20th school day after the new date, and not before 31 October",
        arguments: [
            Owed(
                "early in September", dated("2025-09-08", school), on: "2025-10-06",
                "2025-26: soon 2025-10-31"),
            Owed(
                "the 20th school day is in October", dated("2025-09-26", school),
                on: "2025-10-31", "2025-26: soon 2025-10-31"),
            Owed(
                "the 20th school day is in November", dated("2025-09-29", school),
                on: "2025-10-31", "2025-26: soon 2025-11-03"),
            Owed(
                "16 school days left", dated("2025-11-03"), on: "2025-11-07",
                "2025-26: upcoming 2025-12-01"),
            Owed(
                "15 school days left", dated("2025-11-03"), on: "2025-11-10",
                "2025-26: soon 2025-12-01"),
            Owed(
                "on the day", dated("2025-11-03"), on: "2025-12-01", "2025-26: soon 2025-12-01"),
            Owed(
                "the day after", dated("2025-11-03"), on: "2025-12-02",
                "2025-26: overdue 2025-12-01"),
            Owed(
                "read two school days late",
                dated("2025-11-03").with(Rows.read("policy", "2025-12-03")), on: "2025-12-05",
                "2025-26: met 2025-12-01 late 2"),
            Owed(
                "the next year", dated("2025-11-03", school), on: "2026-09-01",
                "2026-27: upcoming 2026-10-31"),
        ])
    func due(_ example: Owed) throws { try example.check("policy-read") }

    @Test("Who comes later has 20 school days from then; the school stands as its staff do")
    func starter() throws {
        func until(_ from: String) throws -> String? {
            try Self.dated("2025-11-03").staff("S02", from: from).duties(on: "2025-12-15")
                .first { $0.rule == "policy-read" && $0.subject == .staff("S02") }?.due?.iso
        }
        #expect(try until("2025-09-15") == "2025-12-01")
        #expect(try until("2025-11-03") == "2025-12-01")
        #expect(try until("2025-11-24") == "2026-01-05")
        #expect(try Self.dated("2025-11-03").duties("policy-read-all", on: "2025-11-02") == ["met"])
        #expect(
            try Self.dated("2025-11-03").duties("policy-read-all", on: "2025-11-03") == ["upcoming"]
        )
        #expect(
            try Self.dated("2025-11-03").duties("policy-read-all", on: "2025-12-02") == ["overdue"])
    }

    @Test("Other readings do not ask for the policy's date")
    func others() throws {
        let school = Self.dated("2025-11-03", Self.school)
            .with(Rows.read("child-protection", "2025-09-10"), Rows.read("kcsie", "2025-09-10"))
        for rule in ["child-protection-read", "kcsie-read"] {
            #expect(
                try school.duties(RuleID(rule), on: "2025-11-03") == ["2025-26: met 2025-10-31"])
        }
    }

    /// What the rule says of S01 under a pack whose KCSIE is of this day.
    private func line(_ edition: String, read day: String, on today: String) throws -> [String] {
        let text = """
            name = "Own"
            [kcsie.edition]
            value = \(edition)
            source = "Invented"
            checked = 2025-09-01
            """
        let pack = try PackLoader.load(
            national: .england, local: .hertfordshire,
            school: PackLoader.File(name: "own.toml", bytes: Array(text.utf8)))
        let facts = try Self.school.with(Rows.read("kcsie", day)).facts()
        return duties(of: "kcsie-read", in: facts, on: Written.day(today), under: pack)
            .map(\.line)
    }

    @Test("A reading before the edition of the year does not count; the pack names its day")
    func edition() throws {
        let (met, upcoming) = ("2025-26: met 2025-10-31", "2025-26: upcoming 2025-10-31")
        #expect(try line("2025-09-15", read: "2025-09-14", on: "2025-10-01") == [upcoming])
        #expect(try line("2025-09-15", read: "2025-09-15", on: "2025-10-01") == [met])
        #expect(try line("2025-09-15", read: "2025-09-10", on: "2025-09-14") == [met])
        #expect(try line("2025-09-01", read: "2025-09-01", on: "2025-10-01") == [met])
        #expect(try line("2025-09-02", read: "2025-09-01", on: "2025-10-01") == [upcoming])
        #expect(try line("2024-11-01", read: "2025-09-01", on: "2025-10-01") == [met])
    }

    @Test("The edition inside the program is of the first day of 2026-27, and changes nothing")
    func builtIn() throws {
        let school = Self.school.with(
            Rows.read("kcsie", "2025-09-01"), Rows.read("kcsie", "2026-09-01"))
        #expect(
            try school.duties("kcsie-read", on: "2025-10-01") == ["2025-26: met 2025-10-31"])
        #expect(
            try school.duties("kcsie-read", on: "2026-09-01") == ["2026-27: met 2026-10-31"])
    }
}
