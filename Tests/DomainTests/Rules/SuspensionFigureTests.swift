import Domain
import Support
import Testing

/// suspension-governors, suspension-representations, suspension-total, suspension-rate
struct SuspensionFigureTests {
    static let known = TestSchool(TestChild().cin("2024-01-08"))
    static let fifteen = Rows.suspension(
        "S0", ("decided_on", "2025-09-05"), ("from", "2025-09-08"), ("days", "15"))

    @Test(
        "Governors consider more than 15 days in a term, and what is permanent",
        arguments: [
            Owed("two days", known.with(Rows.suspension()), on: "2025-10-20"),
            Owed("15 days", known.with(fifteen), on: "2025-09-10"),
            Owed(
                "a half more", known.with(fifteen, Rows.suspension("S1", ("days", "0.5"))),
                on: "2025-11-03", "S1: soon 2025-11-03"),
            Owed(
                "the day after", known.with(fifteen, Rows.suspension("S1", ("days", "0.5"))),
                on: "2025-11-04", "S1: overdue 2025-11-03"),
            Owed(
                "a lunchtime more",
                known.with(
                    fifteen, Rows.suspension("S1", ("kind", "lunchtime"), ("days", "1"))),
                on: "2025-11-03", "S1: soon 2025-11-03"),
            Owed(
                "met late",
                known.with(
                    fifteen, Rows.suspension("S1", ("governors_met_on", "2025-11-05"))),
                on: "2025-11-05", "S1: met 2025-11-03 late 2"),
            Owed(
                "in the next term",
                known.with(
                    fifteen,
                    Rows.suspension("S1", ("decided_on", "2026-01-05"), ("from", "2026-01-06"))),
                on: "2026-01-10"),
            Owed(
                "permanent",
                known.with(
                    Rows.suspension("S1", ("kind", "permanent"), ("days", nil))),
                on: "2025-10-06", "S1: soon 2025-11-03"),
            Owed(
                "in the holidays, by its own days",
                known.with(
                    Rows.suspension(
                        "S1", ("decided_on", "2025-10-06"), ("from", "2025-12-22"), ("days", "15.5")
                    )),
                on: "2025-10-20", "S1: soon 2025-11-03"),
        ])
    func governors(_ example: Owed) throws { try example.check(.suspensionGovernors) }

    static func asked(_ days: String, _ fields: (String, String?)...) -> TestSchool {
        known.with(
            fields.reduce(
                Rows.suspension("S1", ("days", days), ("representations_on", "2025-10-08"))
            ) { $0.with($1) })
    }

    @Test(
        "Governors consider representations about more than five days within 50 school days",
        arguments: [
            Owed("five days", asked("5"), on: "2025-10-20"),
            Owed("more than five", asked("5.5"), on: "2026-01-05", "S1: soon 2026-01-05"),
            Owed("the day after", asked("5.5"), on: "2026-01-06", "S1: overdue 2026-01-05"),
            Owed("15 days", asked("15"), on: "2025-10-20", "S1: soon 2026-01-05"),
            Owed("more than 15", asked("15.5"), on: "2025-10-20"),
            Owed(
                "met", asked("6", ("governors_met_on", "2026-01-06")), on: "2026-01-06",
                "S1: met 2026-01-05 late 1"),
            Owed("asked tomorrow", asked("6"), on: "2025-10-07"),
            Owed(
                "nobody asked", known.with(Rows.suspension("S1", ("days", "6"))),
                on: "2025-10-20"),
        ])
    func representations(_ example: Owed) throws {
        try example.check(.suspensionRepresentations)
    }

    @Test(
        "A week out in the year is a warning, more than 45 days are too many",
        arguments: [
            Owed("none", known, on: "2025-10-20"),
            Owed("2 days", known.with(Rows.suspension()), on: "2025-10-20", "2.0: met"),
            Owed(
                "4 and a half", known.with(Rows.suspension("S1", ("days", "4.5"))),
                on: "2025-10-20", "4.5: met"),
            Owed(
                "5", known.with(Rows.suspension("S1", ("days", "5"))), on: "2025-10-20",
                "5.0: soon"),
            Owed(
                "5, of two",
                known.with(
                    Rows.suspension("S1", ("days", "3.5")), Rows.suspension("S2", ("days", "1.5"))),
                on: "2025-10-20", "5.0: soon"),
            Owed(
                "29 and a half", known.with(fifteen, Rows.suspension("S1", ("days", "14.5"))),
                on: "2025-10-20", "29.5: soon"),
            Owed(
                "45", known.with(fifteen, Rows.suspension("S1", ("days", "30"))),
                on: "2025-10-20", "45.0: soon"),
            Owed(
                "a half more", known.with(fifteen, Rows.suspension("S1", ("days", "30.5"))),
                on: "2025-10-20", "45.5: overdue"),
            Owed(
                "last year's",
                known.with(
                    Rows.suspension("S1", ("decided_on", "2025-07-31"))), on: "2025-10-20"),
            Owed(
                "this year's first",
                known.with(
                    Rows.suspension("S1", ("decided_on", "2025-08-01"))), on: "2025-10-20",
                "2.0: met"),
            Owed(
                "permanent",
                known.with(
                    Rows.suspension("S1", ("kind", "permanent"), ("days", nil))), on: "2025-10-20"),
            Owed(
                "not known", TestSchool(TestChild()).with(Rows.suspension()),
                on: "2025-10-20"),
        ])
    func total(_ example: Owed) throws { try example.check(.suspensionTotal) }

    static func out(_ id: String, _ kind: String, _ days: String?) -> StatedRow {
        Rows.suspension(id, ("kind", kind), ("days", days))
    }

    @Test(
        "A lunchtime counts half a day; what is no suspension counts none",
        arguments: [
            Owed(
                "a half lunchtime", known.with(out("S1", "lunchtime", "0.5")),
                on: "2025-10-20", "0.25: met"),
            Owed(
                "a lunchtime", known.with(out("S1", "lunchtime", "1")), on: "2025-10-20",
                "0.5: met"),
            Owed(
                "nine lunchtimes", known.with(out("S1", "lunchtime", "9")), on: "2025-10-20",
                "4.5: met"),
            Owed(
                "ten lunchtimes", known.with(out("S1", "lunchtime", "10")), on: "2025-10-20",
                "5.0: soon"),
            Owed(
                "four days and two lunchtimes",
                known.with(out("S1", "suspension", "4"), out("S2", "lunchtime", "2")),
                on: "2025-10-20", "5.0: soon"),
            Owed(
                "kept off the site", known.with(out("S1", "separation", "10")),
                on: "2025-10-20"),
            Owed(
                "kept off the site, nobody knows how long",
                known.with(out("S1", "separation", nil)), on: "2025-10-20"),
            Owed(
                "moved by agreement", known.with(out("S1", "managed-move", "60")),
                on: "2025-10-20"),
            Owed(
                "two days, and kept off the site",
                known.with(out("S1", "suspension", "2"), out("S2", "separation", "50")),
                on: "2025-10-20", "2.0: met"),
            Owed(
                "two days, then moved and excluded",
                known.with(
                    out("S1", "suspension", "2"), out("S2", "managed-move", "50"),
                    out("S3", "permanent", nil)), on: "2025-10-20", "2.0: met"),
        ])
    func countedDays(_ example: Owed) throws { try example.check(.suspensionTotal) }

    static let withSEN = TestSchool(
        TestChild(sen: "K").cin("2024-01-08"), TestChild("K002", sen: "E").cla("2024-01-08"),
        TestChild("K003").cla("2024-01-08"))

    @Test(
        "Children with SEN are not suspended more often than other pupils",
        arguments: [
            Owed("no figure", withSEN, on: "2025-10-20", "unknown"),
            Owed(
                "nobody with SEN", known.with(Rows.peers("suspended", "5")),
                on: "2025-10-20", "not-applicable"),
            Owed(
                "nobody suspended", withSEN.with(Rows.peers("suspended", "0")),
                on: "2025-10-20", "met"),
            Owed(
                "one of two", withSEN.with(Rows.peers("suspended", "49.9"), Rows.suspension()),
                on: "2025-10-20", "overdue"),
            Owed(
                "exactly as often",
                withSEN.with(
                    Rows.peers("suspended", "50"), Rows.suspension()), on: "2025-10-20", "met"),
            Owed(
                "weighted by pupils",
                withSEN.with(
                    Rows.peers("suspended", "40", pupils: "10"),
                    Rows.peers("suspended", "60", pupils: "30", group: "3"), Rows.suspension()),
                on: "2025-10-20", "met"),
            Owed(
                "a term that has not begun",
                withSEN.with(
                    Rows.peers("suspended", "5", term: "spring")), on: "2025-10-20", "unknown"),
            Owed(
                "the latest term counts",
                withSEN.with(
                    Rows.peers("suspended", "60", year: "2024-25", term: "summer"),
                    Rows.peers("suspended", "5"), Rows.suspension()), on: "2025-10-20", "overdue"),
        ])
    func rate(_ example: Owed) throws { try example.check(.suspensionRate) }

    @Test("Exactly as often is not called more often")
    func equalRate() throws {
        for (peers, isHigher) in [("49.9", true), ("50", false), ("50.1", false)] {
            let school = Self.withSEN.with(Rows.peers("suspended", peers), Rows.suspension())
            let duty = try school.duties(on: "2025-10-20").first { $0.rule == .suspensionRate }
            guard case .suspended(_, _, _, let said) = duty?.reason else {
                Issue.record("another reason: \(String(describing: duty?.reason))")
                continue
            }
            #expect(said == isHigher, "other pupils \(peers)")
        }
    }
}
