import Domain
import Support
import Testing

/// Attainment and other measures beside other pupils.
struct GapFigureTests {
    private static let judged = TestSchool(TestChild().cin("2024-01-08")).with(
        Rows.judged("G1", "2025-05-12", "EXS"), Rows.judged("G2", "2025-09-01", "WTS"))

    private func terms(_ school: TestSchool, on day: String) throws -> [String] {
        try GapFigure.all(school.facts(), on: Written.day(day), under: County.pack).map {
            "\($0.term.label) \($0.subject.rawValue) \($0.gap)"
        }
    }

    @Test("A term's figure is told from its first day on, the latest term first")
    func firstDay() throws {
        let school = Self.judged.with(
            Rows.peers("reading", "70"),
            Rows.peers("reading", "60", year: "2024-25", term: "spring"),
            Rows.peers("reading", "60", year: "2024-25", term: "summer"))
        let before = ["2024-25 summer reading 40.0"]
        #expect(try terms(school, on: "2025-08-31") == before)
        #expect(
            try terms(school, on: "2025-09-01") == ["2025-26 autumn reading −70.0"] + before)
    }

    @Test("It says how many were judged, and over how many other pupils it is weighted")
    func numbers() throws {
        let school = Self.judged.with(
            Rows.peers("reading", "70", pupils: "10"),
            Rows.peers("reading", "90", pupils: "30", group: "3"))
        let figure = try #require(
            try GapFigure.all(school.facts(), on: Written.day("2025-10-01"), under: County.pack)
                .first)
        #expect(figure.judged == 1 && figure.expected == 0)
        #expect(figure.peers == "85.0" && figure.peerPupils == 40)
    }

    @Test("Other pupils' figure is of this measure, this year and this term alone")
    func peers() throws {
        let school = try Self.judged.with(
            Rows.peers("attendance", "94", pupils: "10"),
            Rows.peers("attendance", "90", pupils: "30", group: "3"),
            Rows.peers("reading", "12"),
            Rows.peers("attendance", "50", term: "spring"),
            Rows.peers("attendance", "40", year: "2024-25")
        ).facts().school
        let year = AcademicYear(of: Written.day("2025-10-01"))
        let autumn = school.peers("attendance", in: year, by: Written.day("2025-10-01"))
        #expect(autumn?.value == "91.0")
        #expect(autumn?.pupils == 40)
        let spring = school.peers("attendance", in: year, by: Written.day("2026-01-05"))
        #expect(spring?.value == "50.0")
        #expect(school.peers("maths", in: year, by: Written.day("2025-10-01")) == nil)
    }
}
