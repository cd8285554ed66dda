import Domain
import Support
import Testing

/// gap (AIM-3, INT-6), looked at in November 2025.
struct GapTests {
    static let two = TestSchool(
        TestChild().cin("2024-01-08"), TestChild("K002").cla("2024-01-08"))
    static let half = two.with(
        Rows.judged("G1", "2025-10-01", "EXS"),
        Rows.judged("G2", "2025-10-01", "WTS", pupil: "K002"))

    @Test(
        "The gap to other pupils closes",
        arguments: [
            Owed("no figures, in the term", two, on: "2025-11-20"),
            Owed("on the term's last school day", two, on: "2025-12-19"),
            Owed(
                "after it", two, on: "2025-12-20", "2025-26 autumn maths: unknown",
                "2025-26 autumn reading: unknown", "2025-26 autumn writing: unknown"),
            Owed(
                "no judgement", two.with(Rows.peers("reading", "70")), on: "2025-11-20",
                "2025-26 autumn reading: unknown"),
            Owed(
                "equal", half.with(Rows.peers("reading", "50")), on: "2025-11-20",
                "2025-26 autumn reading: met"),
            Owed(
                "behind", half.with(Rows.peers("reading", "50.1")), on: "2025-11-20",
                "2025-26 autumn reading: overdue"),
            Owed(
                "weighted by pupils",
                half.with(
                    Rows.peers("reading", "40", pupils: "30"),
                    Rows.peers("reading", "80", pupils: "10", group: "3")), on: "2025-11-20",
                "2025-26 autumn reading: met"),
            Owed(
                "behind, but closer than before",
                half.with(
                    Rows.judged("G0", "2025-05-01", "WTS"), Rows.peers("reading", "70"),
                    Rows.peers("reading", "60", year: "2024-25", term: "summer")),
                on: "2025-11-20", "2025-26 autumn reading: met"),
            Owed(
                "as far behind as before",
                half.with(
                    Rows.judged("G0", "2025-05-01", "WTS"), Rows.peers("reading", "60"),
                    Rows.peers("reading", "10", year: "2024-25", term: "summer")),
                on: "2025-11-20", "2025-26 autumn reading: overdue"),
            Owed(
                "the last judgement of a day counts",
                half.with(
                    Rows.judged("G3", "2025-10-01", "GDS", pupil: "K002"),
                    Rows.peers("reading", "100")), on: "2025-11-20",
                "2025-26 autumn reading: met"),
            Owed(
                "judged tomorrow",
                two.with(
                    Rows.judged("G1", "2025-11-21", "EXS"), Rows.peers("reading", "70")),
                on: "2025-11-20", "2025-26 autumn reading: unknown"),
            Owed(
                "a term that has not begun",
                half.with(
                    Rows.peers("reading", "50", term: "spring")), on: "2025-11-20"),
            Owed(
                "the term not on record",
                TestSchool(
                    TestChild().cin("2024-01-08"), calendar: []
                ).with(
                    Rows.judged("G1", "2025-10-01", "EXS"), Rows.peers("reading", "50")),
                on: "2025-11-20", "2025-26 autumn reading: unknown"),
            Owed(
                "a child who is not known",
                TestSchool(TestChild()).with(
                    Rows.judged("G1", "2025-10-01", "EXS"), Rows.peers("reading", "50")),
                on: "2025-11-20", "2025-26 autumn reading: unknown"),
        ])
    func gap(_ example: Owed) throws { try example.check(.gap) }

    @Test("The children's judgements are told by the child, in their order")
    func order() throws {
        let duty = try Self.half.with(Rows.peers("reading", "50")).duties(on: "2025-11-20")
            .first { $0.rule == .gap }
        #expect(duty?.evidence.prefix(2).map(\.parts) == [["G1"], ["G2"]])
    }
}
