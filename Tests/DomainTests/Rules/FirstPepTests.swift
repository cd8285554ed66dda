import Domain
import Support
import Testing

/// pep-initial (PEP-1) and pep-after-move (PEP-1, ADM-4)
struct FirstPepTests {
    static let summer = TestChild().cla("2025-08-04")
    static let short = TestChild().cla("2025-09-10", to: "2025-09-19")

    @Test(
        "A first PEP is due on the tenth working day of being looked after, holidays included",
        arguments: [
            Owed("the day itself", summer, on: "2025-08-04", "2025-08-04: soon 2025-08-18"),
            Owed("the day it is due", summer, on: "2025-08-18", "2025-08-04: soon 2025-08-18"),
            Owed("the day after", summer, on: "2025-08-19", "2025-08-04: overdue 2025-08-18"),
            Owed(
                "held 21 working days late", summer.pep(held: "2025-09-17"), on: "2025-09-18",
                "2025-08-04: met 2025-08-18 late 21"),
            Owed(
                "held on the first day", summer.pep(held: "2025-08-04"), on: "2025-08-05",
                "2025-08-04: met 2025-08-18"),
            Owed(
                "held on the day it is due", summer.pep(held: "2025-08-18"), on: "2025-08-19",
                "2025-08-04: met 2025-08-18"),
            Owed(
                "held the day before being looked after", summer.pep(held: "2025-08-03"),
                on: "2025-08-05", "2025-08-04: soon 2025-08-18"),
            Owed(
                "to be held tomorrow", summer.pep(held: "2025-08-20"), on: "2025-08-19",
                "2025-08-04: overdue 2025-08-18"),
            Owed(
                "over Christmas", TestChild().cla("2025-12-18"), on: "2026-01-06",
                "2025-12-18: soon 2026-01-06"),
            Owed(
                "over Easter", TestChild().cla("2026-04-01"), on: "2026-04-20",
                "2026-04-01: overdue 2026-04-17"),
            Owed(
                "from a leap day", TestChild().cla("2024-02-29"), on: "2024-03-14",
                "2024-02-29: soon 2024-03-14"),
            Owed("tomorrow", TestChild().cla("2025-08-05"), on: "2025-08-04"),
            Owed("a child on a plan", TestChild().cp("2025-08-04"), on: "2025-08-04"),
        ])
    func due(_ example: Owed) throws { try example.check(.pepInitial) }

    @Test(
        "A spell that ended before the PEP was due asks for none",
        arguments: [
            Owed("its last day", short, on: "2025-09-19", "2025-09-10: soon 2025-09-24"),
            Owed("the day after", short, on: "2025-09-20", "2025-09-10: not-applicable 2025-09-24"),
            Owed("after due", short, on: "2025-09-25", "2025-09-10: not-applicable 2025-09-24"),
            Owed(
                "with a PEP all the same", short.pep(held: "2025-09-15"), on: "2025-09-25",
                "2025-09-10: met 2025-09-24"),
            Owed(
                "ended on the day it was due", TestChild().cla("2025-09-10", to: "2025-09-24"),
                on: "2025-09-25", "2025-09-10: overdue 2025-09-24"),
        ])
    func ended(_ example: Owed) throws { try example.check(.pepInitial) }

    @Test(
        "A new legal status is no new start; coming home and going into care again is",
        arguments: [
            Owed(
                "two legal statuses",
                TestChild().cla("2025-09-10", to: "2026-01-09", legal: "C1").cla("2026-01-10")
                    .pep(held: "2025-09-22"),
                on: "2026-02-01", "2025-09-10: met 2025-09-24"),
            Owed(
                "a real gap",
                TestChild().cla("2025-09-10", to: "2025-12-05").cla("2026-02-02")
                    .pep(held: "2025-09-22"),
                on: "2026-02-10", "2025-09-10: met 2025-09-24", "2026-02-02: soon 2026-02-16"),
            Owed(
                "one PEP answers both",
                TestChild().cla("2025-09-10", to: "2025-12-05").cla("2026-02-02")
                    .pep(held: "2026-02-03"),
                on: "2026-02-10", "2025-09-10: met 2025-09-24 late 91",
                "2026-02-02: met 2026-02-16"),
            Owed("short breaks", TestChild().cla("2025-09-10", legal: "V3"), on: "2025-09-20"),
        ])
    func spells(_ example: Owed) throws { try example.check(.pepInitial) }

    @Test(
        "A start is history after 365 days",
        arguments: [
            Owed(
                "365 days", TestChild().cla("2025-09-10"), on: "2026-09-10",
                "2025-09-10: overdue 2025-09-24"),
            Owed("366 days", TestChild().cla("2025-09-10"), on: "2026-09-11"),
        ])
    func window(_ example: Owed) throws { try example.check(.pepInitial) }

    static let moved = TestChild(admitted: "2025-11-03").cla("2024-05-01")

    @Test(
        "A child who was already looked after when admitted has a PEP within 20 working days",
        arguments: [
            Owed("the first day", moved, on: "2025-11-03", "2025-11-03: soon 2025-12-01"),
            Owed("the day it is due", moved, on: "2025-12-01", "2025-11-03: soon 2025-12-01"),
            Owed("the day after", moved, on: "2025-12-02", "2025-11-03: overdue 2025-12-01"),
            Owed(
                "held two working days late", moved.pep(held: "2025-12-03"), on: "2025-12-04",
                "2025-11-03: met 2025-12-01 late 2"),
            Owed(
                "the spell ended on the day of admission",
                TestChild(admitted: "2025-11-03").cla("2024-05-01", to: "2025-11-03"),
                on: "2025-11-04", "2025-11-03: not-applicable 2025-12-01"),
            Owed(
                "the spell ended the day before",
                TestChild(admitted: "2025-11-03").cla("2024-05-01", to: "2025-11-02"),
                on: "2025-11-04"),
            Owed(
                "looked after from the day of admission",
                TestChild(admitted: "2025-11-03").cla("2025-11-03"), on: "2025-11-04"),
            Owed("365 days ago", moved, on: "2026-11-03", "2025-11-03: overdue 2025-12-01"),
            Owed("366 days ago", moved, on: "2026-11-04"),
        ])
    func afterMove(_ example: Owed) throws { try example.check(.pepAfterMove) }

    @Test("A child admitted in care owes no first PEP here, one taken into care on that day does")
    func initialOrMove() throws {
        #expect(try TestSchool(Self.moved).duties(.pepInitial, on: "2025-11-04") == [])
        let sameDay = TestSchool(TestChild(admitted: "2025-11-03").cla("2025-11-03"))
        #expect(
            try sameDay.duties(.pepInitial, on: "2025-11-04") == ["2025-11-03: soon 2025-11-17"])
    }
}
