import Domain
import Support
import Testing

@Suite("Half-terms")
struct HalfTermTests {
    private let autumn: Entries = [
        "academic_year": "2026-27", "term": "autumn", "start": "2026-09-02", "end": "2026-12-18",
    ]

    private func spec() throws -> ActionSpec { try #require(ActionSpec.of(.term)) }

    private func lines(_ entries: Entries, _ context: CommandContext) throws -> [String] {
        try spec().command(entries, in: context).changes.map { change in
            switch change {
            case .put(let record): record.key.description
            case .remove(let key): "- \(key)"
            case .marks: "marks"
            }
        }
    }

    private func with(_ more: [String: String]) -> Entries {
        var entries = autumn
        for (field, text) in more { entries[field] = text }
        return entries
    }

    /// A register of the autumn without the days of a span.
    private func register(without first: String, _ last: String) throws -> [RecordChange] {
        var marks = YearMarks(year: AcademicYear(start: 2026))
        let closed = try #require(Day(iso: first))...(try #require(Day(iso: last)))
        var day = try #require(Day(iso: "2026-09-02"))
        while day <= SmallSchool.today {
            let code = RegisterCode("/")
            if day.weekday <= 5, !closed.contains(day) { marks.set(day, am: code, pm: code) }
            day = day + 1
        }
        return [
            .marks(SmallSchool.bea, marks),
            .remove(
                RecordKey(kind: .closures, parts: ["2026-10-26", "2026-10-30", "half-term"])),
        ]
    }

    @Test("A term is entered with its half-term, in one step")
    func together() throws {
        let context = try SmallSchool.context()
        let made = try lines(
            with(["half_term_from": "2026-10-19", "half_term_to": "2026-10-30"]), context)
        // The one on record goes.
        #expect(
            made == [
                "2026-27 autumn", "- 2026-10-26 2026-10-30 half-term",
                "2026-10-19 2026-10-30 half-term",
            ])
        let same = try lines(
            with(["half_term_from": "2026-10-26", "half_term_to": "2026-10-30"]), context)
        #expect(same == ["2026-27 autumn"])
        #expect(try lines(autumn, context) == ["2026-27 autumn"])
    }

    @Test(
        "A half-term has both its days, and lies in its term",
        arguments: [
            (["half_term_from": "2026-10-26"], "half_term_to is missing"),
            (
                ["half_term_from": "2026-12-14", "half_term_to": "2026-12-24"],
                "half_term_to is not in the term"
            ),
            (
                ["half_term_from": "2026-08-24", "half_term_to": "2026-10-30"],
                "half_term_from is not in the term"
            ),
        ])
    func faults(more: [String: String], words: String) throws {
        let found = #expect(throws: EntryFaults.self) {
            try spec().command(with(more), in: SmallSchool.context())
        }
        #expect(try #require(found).faults.map { "\($0.field) \($0.problem)" } == [words])
    }

    private func offered(
        _ changing: [RecordChange], record: [String]? = ["2026-27", "autumn"]
    ) throws -> [String] {
        let key = record.map { RecordKey(kind: .terms, parts: $0) }
        let context = try SmallSchool.context(record: key, changing: changing)
        let entries = try spec().start(in: context)
        return ["half_term_from", "half_term_to"].map { entries[$0] }
    }

    @Test("A form offers the days on record, else those without a mark, else the authority's")
    func offer() throws {
        #expect(try offered([]) == ["2026-10-26", "2026-10-30"])
        let fortnight = try register(without: "2026-10-17", "2026-11-01")
        #expect(try offered(fortnight) == ["2026-10-19", "2026-10-30"])
        // Two days without marks are no half-term.
        let short = try register(without: "2026-10-29", "2026-10-30")
        #expect(try offered(short) == ["2026-10-26", "2026-10-30"])
        // The summer term is missing: the authority's dates.
        #expect(try offered([], record: nil) == ["2027-05-31", "2027-06-04"])
    }

    @Test("After this year's terms last year's are asked for, where a status began then")
    func lastYear() throws {
        let summer = try Record(
            .terms,
            [
                "academic_year": "2026-27", "term": "summer", "start": "2027-04-12",
                "end": "2027-07-21",
            ])
        let context = try SmallSchool.context(changing: [.put(summer)])
        let entries = try spec().start(in: context)
        #expect(entries["academic_year"] == "2025-26")
        #expect(entries["term"] == "autumn")
        let sam = RecordKey(kind: .status, parts: ["K003", "CLA", "2025-09-03"])
        let later = try SmallSchool.context(changing: [.put(summer), .remove(sam)])
        #expect(try spec().start(in: later)["academic_year"] == "2027-28")
    }
}
