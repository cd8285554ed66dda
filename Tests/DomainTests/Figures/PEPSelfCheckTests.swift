import Domain
import Support
import Testing

/// What a PEP is checked for before it is sent to the authority, each point from both sides.
struct PEPSelfCheckTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let point: PEPCheck.Point
        let what: String
        let changes: [String: [String: String?]]
        let left: Set<String>
        let day: String
        let state: PEPCheck.State
        let words: String

        /// - Parameters:
        ///   - changes: columns of rows, by the row's tag.
        ///   - left: the tags of rows that are left out.
        init(
            _ point: PEPCheck.Point, _ what: String,
            with changes: [String: [String: String?]] = [:], without left: Set<String> = [],
            on day: String = "2025-09-30",
            _ state: PEPCheck.State, _ words: String
        ) {
            (self.point, self.what, self.changes) = (point, what, changes)
            (self.left, self.day, self.state, self.words) = (left, day, state, words)
        }

        var testDescription: String { "\(point.title): \(what), on \(day)" }
    }

    /// A PEP of 22 September 2025 that lacks nothing, after one of 15 May, of a child in care.
    private static let rows: [(tag: String, row: StatedRow)] = [
        ("P1", StatedRow(.peps, ["pep_id": "P1", "pupil": "K001", "held_on": "2025-05-15"])),
        (
            "P2",
            StatedRow(
                .peps,
                [
                    "pep_id": "P2", "pupil": "K001", "held_on": "2025-09-22",
                    "voice": "I like reading with Mrs Bell.", "next_on": "2026-01-20",
                ])
        ),
        (
            "T1",
            StatedRow(
                .targets,
                [
                    "target_id": "T1", "pep_id": "P1", "area": "maths", "target": "Counts to 20",
                    "success": "Counts", "reviewed_on": "2025-09-22", "outcome": "met",
                ])
        ),
        ("T2", target("T2", "reading")), ("T3", target("T3", "emotional")),
        ("worker", person("social-worker")), ("carer", person("carer")),
        (
            "E1",
            StatedRow(
                .funding,
                [
                    "entry_id": "E1", "fund_id": "F1", "pupil": "K001", "kind": "commitment",
                    "on": "2025-09-25", "amount": "120.00", "target_id": "T2", "what": "Tuition",
                ])
        ),
        ("G1", Rows.progress("G1", "2025-09-26", "data")),
    ]

    private static func target(_ id: String, _ area: String) -> StatedRow {
        StatedRow(
            .targets,
            [
                "target_id": id, "pep_id": "P2", "area": area, "target": "Reads a page",
                "success": "A page a day", "why": "It holds the rest back", "who": "Grace Bell",
                "by": "2025-12-19", "cost": "0.00",
            ])
    }

    private static func person(_ role: String) -> StatedRow {
        StatedRow(
            .pepPeople,
            ["pep_id": "P2", "role": role, "name": "A \(role)", "attended": "yes"])
    }

    private static let child = TestChild().cla("2023-10-01").attending("2025-09-01", "2025-09-29")

    private static func school(
        _ changes: [String: [String: String?]] = [:], without left: Set<String> = [],
        _ child: TestChild = child
    ) -> TestSchool {
        rows.reduce(TestSchool(child).fund()) { school, tagged in
            guard !left.contains(tagged.tag) else { return school }
            var row = tagged.row
            for (column, value) in changes[tagged.tag] ?? [:] { row.fields[column] = value }
            return school.with(row)
        }
    }

    private static func check(
        _ school: TestSchool, on day: String, of id: String = "P2"
    ) throws -> PEPSelfCheck {
        let facts = try school.facts()
        let pupil = try #require(facts.pupils[PupilRef("K001")])
        let pep = try #require(pupil.peps.first { $0.id == id })
        return PEPSelfCheck(
            of: pep, pupil, in: facts.school, on: Written.day(day), under: County.pack)
    }

    @Test("A PEP that lacks nothing has every point done, in their order")
    func whole() throws {
        let found = try Self.check(Self.school(), on: "2025-09-30")
        #expect(found.checks.map(\.point) == PEPCheck.Point.allCases)
        #expect(found.checks.filter { $0.state != .done }.map(\.words) == [])
        #expect(found.checks.allSatisfy { $0.action == nil })
    }

    static let voiceCases: [Case] = [
        Case(
            .voice, "nothing", with: ["P2": ["voice": nil]], .missing,
            "nothing that the child said"),
        Case(
            .voice, "views, not words", with: ["P2": ["voice": nil, "pupil_views": "yes"]],
            .missing, "the child's views are in it, not in the child's own words"),
        Case(
            .voice, "words", .done, "on record, as the child said it"),
        Case(
            .earlierTargets, "reviewed", .done, "1 target of 15 May 2025 with an outcome"),
        Case(
            .earlierTargets, "without an outcome", with: ["T1": ["outcome": nil]], .missing,
            "1 of 1 target of 15 May 2025 without an outcome"),
        Case(
            .earlierTargets, "reviewed tomorrow", with: ["T1": ["reviewed_on": "2025-10-01"]],
            .missing, "1 of 1 target of 15 May 2025 without an outcome"),
        Case(
            .earlierTargets, "none left", without: ["T1"], .done,
            "the PEP of 15 May 2025 left no target"),
        Case(
            .earlierTargets, "no earlier PEP", without: ["P1", "T1"], .done,
            "no earlier PEP on record"),
    ]

    static let targetCases: [Case] = [
        Case(.targets, "two, one of reading", .done, "2 targets: reading, emotional"),
        Case(
            .targets, "two, none in English or maths", with: ["T2": ["area": "attendance"]],
            .missing, "2 targets, none in English or maths"),
        Case(
            .targets, "one of reading", without: ["T3"], .missing,
            "1 target; two are asked for"),
        Case(
            .targets, "one of feelings", without: ["T2", "E1"], .missing,
            "1 target, none in English or maths; two are asked for"),
        Case(.targets, "none", without: ["T2", "T3", "E1"], .missing, "no target yet"),
        Case(
            .details, "all", .done, "each target says why, who, by when and what it costs"),
        Case(
            .details, "one without why and cost", with: ["T3": ["why": nil, "cost": nil]], .missing,
            "1 of 2 targets without why, cost"),
        Case(
            .details, "each without something", with: ["T2": ["who": nil], "T3": ["by": nil]],
            .missing, "2 of 2 targets without who, by when"),
        Case(.details, "none", without: ["T2", "T3", "E1"], .missing, "no target yet"),
    ]

    static let moneyCases: [Case] = [
        Case(.premium, "tied", .done, "1 entry of PP+, each with a target"),
        Case(
            .premium, "not tied", with: ["E1": ["target_id": nil]], .missing,
            "1 of 1 entry of PP+ without a target: £120.00 of 25 Sep 2025"),
        Case(
            .premium, "an allocation needs none",
            with: ["E1": ["target_id": nil, "kind": "allocation"]], .done, "no PP+ this term"),
        Case(
            .premium, "before the PEP before",
            with: ["E1": ["target_id": nil, "on": "2025-05-14"]],
            .done, "no PP+ this term"),
        Case(
            .premium, "on the day of the PEP before",
            with: ["E1": ["target_id": nil, "on": "2025-05-15"]], .missing,
            "1 of 1 entry of PP+ without a target: £120.00 of 15 May 2025"),
        Case(
            .premium, "of today", with: ["E1": ["target_id": nil, "on": "2025-09-30"]], .missing,
            "1 of 1 entry of PP+ without a target: £120.00 of 30 Sep 2025"),
        Case(
            .premium, "of tomorrow", with: ["E1": ["target_id": nil, "on": "2025-10-01"]], .done,
            "no PP+ this term"),
        Case(.premium, "none, and nothing costs", without: ["E1"], .done, "no PP+ this term"),
        Case(
            .premium, "none, and a target costs", with: ["T2": ["cost": "80.00"]], without: ["E1"],
            .unknown, "the targets cost £80.00, and no PP+ is on record for them"),
        Case(
            .premium, "none, and a cost is not said", with: ["T2": ["cost": nil]], without: ["E1"],
            .unknown, "no PP+ on record, and not every target says what it costs"),
    ]

    static let peopleCases: [Case] = [
        Case(.people, "both came", .done, "social worker, carer: there or heard"),
        Case(
            .people, "the carer was heard",
            with: ["carer": ["attended": "no", "views": "yes"]], .done,
            "social worker, carer: there or heard"),
        Case(
            .people, "the social worker was not there", with: ["worker": ["attended": "no"]],
            .missing, "not there and not heard: social worker"),
        Case(
            .people, "a parent is not home of a child in care", with: ["carer": ["role": "parent"]],
            .missing, "not there and not heard: carer"),
        Case(
            .people, "a review alone", with: ["P2": ["kind": "dt-review"]],
            without: ["worker", "carer"], .done,
            "a review by the Designated Teacher alone needs nobody else"),
        Case(
            .people, "to come", with: ["P2": ["held_on": "2025-10-01"]], .unknown, "not held yet"),
        Case(.next, "set", .done, "next PEP on Tue 20 Jan 2026"),
        Case(.next, "not set", with: ["P2": ["next_on": nil]], .missing, "no day is set"),
        Case(
            .next, "a day before it", with: ["P2": ["next_on": "2025-09-22"]], .missing,
            "no day is set"),
    ]

    static let freshCases: [Case] = [
        Case(.attendance, "of yesterday", .done, "the last mark is of 29 Sep 2025"),
        Case(
            .attendance, "of the first day of the year", on: "2025-09-01", .done,
            "the last mark is of 1 Sep 2025"),
        Case(
            .attendance, "none before it", on: "2025-08-31", .unknown, "no mark on record"),
        Case(
            .attendance, "of the year before", on: "2026-09-02", .missing,
            "the last mark is of 29 Sep 2025, 177 school days ago; at most 20"),
        Case(
            .attendance, "20 school days old, half-term apart", on: "2025-11-03", .done,
            "the last mark is of 29 Sep 2025"),
        Case(
            .attendance, "21 school days old", on: "2025-11-04", .missing,
            "the last mark is of 29 Sep 2025, 21 school days ago; at most 20"),
        Case(
            .attendance, "fresh when it was sent", with: ["P2": ["sent_on": "2025-10-01"]],
            on: "2025-11-04", .done, "the last mark is of 29 Sep 2025"),
        Case(
            .attendance, "sent back since",
            with: ["P2": ["sent_on": "2025-10-01", "returned_on": "2025-10-06"]], on: "2025-11-04",
            .missing, "the last mark is of 29 Sep 2025, 21 school days ago; at most 20"),
        Case(
            .progress, "of this month", .done,
            "the last judgement of progress is of 26 Sep 2025"),
        Case(
            .progress, "of today", with: ["G1": ["on": "2025-09-30"]], .done,
            "the last judgement of progress is of 30 Sep 2025"),
        Case(
            .progress, "of last term", with: ["G1": ["on": "2025-07-01"]], .missing,
            "the last judgement of progress is of 1 Jul 2025, 38 school days ago; at most 20"),
        Case(
            .progress, "none", without: ["G1"], .unknown,
            "no judgement of progress on record"),
        Case(
            .progress, "only tomorrow", with: ["G1": ["on": "2025-10-01"]], .unknown,
            "no judgement of progress on record"),
    ]

    @Test(
        "Each point says what is missing, and what the records do not say",
        arguments: voiceCases + targetCases + moneyCases + peopleCases + freshCases)
    func points(_ example: Case) throws {
        let school = Self.school(example.changes, without: example.left)
        let found = try Self.check(school, on: example.day)
        let check = try #require(found.checks.first { $0.point == example.point })
        #expect(check.state == example.state)
        #expect(check.words == example.words)
        #expect((check.action == nil) == (check.state == .done))
        // What an action begins from is on record.
        #expect(try school.records().contains { $0.key == check.record })
    }

    @Test("Without a mark nobody can tell how fresh the attendance is")
    func noMarks() throws {
        let school = Self.school([:], TestChild().cla("2023-10-01"))
        let check = try #require(
            try Self.check(school, on: "2025-09-30").checks.first { $0.point == .attendance })
        #expect(check.state == .unknown && check.action == .importFile)
    }

    @Test(
        "The last day with a mark counts, be it of one session; a day without any does not",
        arguments: [
            ("/\\ __", "29 Sep"), ("/_ __", "29 Sep"), ("_/ __", "29 Sep"), ("/\\ I_", "30 Sep"),
            ("/\\ _N", "30 Sep"),
        ])
    func lastMark(_ marks: String, _ day: String) throws {
        let child = TestChild().cla("2023-10-01").marks("2025-09-29", marks)
        let check = try Self.check(Self.school([:], child), on: "2025-09-30").checks
            .first { $0.point == .attendance }
        #expect(check?.words == "the last mark is of \(day) 2025")
    }

    @Test("A spend is tied by the commitment that it settles")
    func settled() throws {
        let spend = Self.school().entry(
            "E2", "spend", "60.00", on: "2025-09-26", commitment: "E1")
        let tied = try Self.check(spend, on: "2025-09-30").checks.first { $0.point == .premium }
        #expect(tied?.words == "2 entries of PP+, each with a target")
        let other = Self.school().entry("E2", "spend", "60.00", on: "2025-09-26")
        let untied = try Self.check(other, on: "2025-09-30").checks.first { $0.point == .premium }
        #expect(untied?.words == "1 of 2 entries of PP+ without a target: £60.00 of 26 Sep 2025")
        #expect(untied?.record == RecordKey(kind: .funding, parts: ["E2"]))
        #expect(untied?.action == .fundLink)
    }

    @Test(
        "Of several entries without a target the earliest is named, of one day by its id",
        arguments: [
            ("2025-09-24", "E1", "£120.00 of 24 Sep 2025"),
            ("2025-09-25", "E0", "£60.00 of 25 Sep 2025"),
            ("2025-09-26", "E0", "£60.00 of 25 Sep 2025"),
        ])
    func earliest(_ day: String, _ id: String, _ words: String) throws {
        let school = Self.school(["E1": ["target_id": nil, "on": day]])
            .entry("E0", "spend", "60.00", on: "2025-09-25")
        let check = try Self.check(school, on: "2025-09-30").checks.first { $0.point == .premium }
        #expect(check?.words == "2 of 2 entries of PP+ without a target: \(words)")
        #expect(check?.record == RecordKey(kind: .funding, parts: [id]))
    }

    @Test("A plan for a later day is the day of the next PEP, until it is cancelled")
    func plan() throws {
        let school = Self.school(["P2": ["next_on": nil]])
        let cases: [(String?, String)] = [
            (nil, "next PEP on Mon 12 Jan 2026"), ("yes", "no day is set"),
        ]
        for (cancelled, words) in cases {
            let later = school.with(
                .peps,
                [
                    "pep_id": "P3", "pupil": "K001", "planned_for": "2026-01-12",
                    "cancelled": cancelled,
                ])
            let check = try Self.check(later, on: "2025-09-30").checks.first { $0.point == .next }
            #expect(check?.words == words)
        }
    }

    @Test("What mends a point begins at the row that falls short")
    func mends() throws {
        let school = Self.school([
            "P2": ["voice": nil, "next_on": nil], "T1": ["outcome": nil], "T3": ["who": nil],
        ])
        let found = try Self.check(school, on: "2025-09-30").checks.filter { $0.state != .done }
        #expect(found.compactMap(\.action) == [.pepVoice, .targetReview, .targetChange, .pepPlan])
        #expect(found.map { $0.record.parts[0] } == ["P2", "T1", "T3", "P2"])
    }

    @Test(
        "The first target without an outcome is reviewed first",
        arguments: [(nil, "T0"), ("met", "T1")] as [(String?, String)])
    func firstTarget(_ outcome: String?, _ id: String) throws {
        let school = Self.school(["T1": ["outcome": nil]]).with(
            .targets,
            [
                "target_id": "T0", "pep_id": "P1", "area": "reading", "target": "Reads a page",
                "success": "A page a day", "reviewed_on": outcome == nil ? nil : "2025-09-22",
                "outcome": outcome,
            ])
        let check = try Self.check(school, on: "2025-09-30").checks
            .first { $0.point == .earlierTargets }
        #expect(check?.record == RecordKey(kind: .targets, parts: [id]))
    }
}
