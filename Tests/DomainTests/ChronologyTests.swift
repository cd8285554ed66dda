import Domain
import Support
import Testing

/// Records of a child, and the lines that they must give.
struct Told: Sendable, CustomTestStringConvertible {
    let what: String
    let school: TestSchool
    let lines: [String]

    init(_ what: String, _ school: TestSchool, _ lines: String...) {
        (self.what, self.school, self.lines) = (what, school, lines)
    }

    init(_ what: String, _ child: TestChild, _ lines: String...) {
        (self.what, school, self.lines) = (what, TestSchool(child), lines)
    }

    init(_ what: String, _ rows: [StatedRow], _ lines: String...) {
        school = rows.reduce(TestSchool(TestChild())) { $0.with($1) }
        (self.what, self.lines) = (what, lines)
    }

    var testDescription: String { what }
}

@Suite("The chronology of a child")
struct ChronologyTests {
    private static let today = "2025-11-24"

    private func chronology(_ school: TestSchool, on day: String = Self.today) throws -> Chronology
    {
        let facts = try school.facts()
        let pupil = try #require(facts.pupils[PupilRef("K001")])
        return pupil.chronology(in: facts.school, through: Written.day(day), under: County.pack)
    }

    /// `2025-10-06 contact: …`, without the line of coming on roll.
    private func lines(_ entries: [ChronologyEntry]) -> [String] {
        entries.filter { $0.record?.kind != .pupils }.map(line)
    }

    private func line(_ entry: ChronologyEntry) -> String {
        "\(entry.day.iso) \(entry.kind.rawValue): \(entry.words)"
    }

    // MARK: Each kind of record

    @Test("Statuses and people are told when they begin and when they end", arguments: people)
    func peopleTold(_ told: Told) throws {
        #expect(try lines(chronology(told.school).entries) == told.lines)
    }

    private static let people: [Told] = [
        Told(
            "looked after, with legal status and authority",
            [
                StatedRow(
                    .status,
                    [
                        "pupil": "K001", "status": "CLA", "from": "2025-09-10",
                        "to": "2025-10-31", "legal_status": "C1", "local_authority": "Anyshire",
                    ])
            ],
            "2025-09-10 status: Looked after (CLA) from this day: interim care order, Anyshire",
            "2025-10-31 status: Last day of being looked after (CLA)"),
        Told(
            "a plan, with its category",
            [
                StatedRow(
                    .status,
                    [
                        "pupil": "K001", "status": "CP", "from": "2025-09-10",
                        "category": "physical",
                    ])
            ],
            "2025-09-10 status: Child protection plan (CP) from this day: category physical abuse"),
        Told(
            "a new legal status ends nothing",
            TestChild().cla("2025-09-10", to: "2025-10-31", legal: "C1").cla("2025-11-01"),
            "2025-09-10 status: Looked after (CLA) from this day: interim care order",
            "2025-11-01 status: Looked after (CLA) goes on: full care order"),
        Told(
            "a social worker",
            [
                Rows.professional(
                    "social-worker", checked: "2025-10-06", from: "2025-09-10", to: "2025-11-14")
            ],
            "2025-09-10 people: Social worker from this day: A social-worker",
            "2025-10-06 people: How to reach A social-worker, social worker, was found right",
            "2025-11-14 people: A social-worker's last day as social worker"),
        Told(
            "a key adult", TestChild().keyAdult("2025-09-10", to: "2025-11-14"),
            "2025-09-10 people: Key adult from this day: Grace Bell",
            "2025-11-14 people: Grace Bell's last day as key adult"),
        Told(
            "the census",
            [
                StatedRow(
                    .census,
                    [
                        "pupil": "K001", "on": "2025-10-02", "post_looked_after": "A",
                        "young_carer": "P",
                    ])
            ],
            "2025-10-02 other: School census: adopted from care, young carer, as the parent says"),
    ]

    @Test("PEPs, contacts, meetings and what was agreed are told on their days", arguments: met)
    func metTold(_ told: Told) throws {
        #expect(try lines(chronology(told.school).entries) == told.lines)
    }

    private static let met: [Told] = [
        Told(
            "a PEP, from its plan to its signing off",
            [
                StatedRow(
                    .peps,
                    [
                        "pep_id": "P1", "pupil": "K001", "planned_for": "2025-10-06",
                        "held_on": "2025-10-07", "sent_on": "2025-10-10",
                        "returned_on": "2025-10-14", "returned_why": "No target in maths",
                        "completed_on": "2025-10-17", "grade": "Good",
                    ]),
                StatedRow(
                    .pepPeople,
                    ["pep_id": "P1", "role": "carer", "name": "A carer", "attended": "yes"]),
                StatedRow(
                    .targets,
                    [
                        "target_id": "T1", "pep_id": "P1", "area": "reading",
                        "target": "Reads a page", "success": "A page a day",
                        "reviewed_on": "2025-11-20", "outcome": "partly",
                    ]),
            ],
            "2025-10-06 pep: PEP planned for this day, held 7 Oct 2025",
            "2025-10-07 pep: PEP held: carer there or heard; 1 target",
            "2025-10-10 pep: PEP of 7 Oct 2025 sent to the authority",
            "2025-10-14 pep: PEP of 7 Oct 2025 sent back by the authority: No target in maths",
            "2025-10-17 pep: PEP of 7 Oct 2025 signed off, graded Good",
            "2025-11-20 pep: Target in reading reviewed, partly met: Reads a page"),
        Told(
            "a PEP that was not held, and one that was cancelled",
            TestChild().pep(planned: "2025-10-06").pep(planned: "2025-11-03", cancelled: "yes"),
            "2025-10-06 pep: PEP planned for this day, not held",
            "2025-11-03 pep: PEP planned for this day was cancelled"),
        Told(
            "contacts, attempts too",
            TestChild().contact("social-worker", "2025-11-10", about: "safeguarding")
                .contact("carer", "2025-11-11", reached: "no"),
            "2025-11-10 contact: Phone call with social worker about safeguarding, "
                + "by Grace Bell: Spoke",
            "2025-11-11 contact: Phone call with carer about attendance, nobody reached, "
                + "by Grace Bell: Spoke"),
        Told(
            "a core group with the school's report",
            [Rows.review("M1", "core-group", held: "2025-11-10", sent: "2025-11-07")],
            "2025-11-07 meeting: Our report for the core group of 10 Nov 2025 sent",
            "2025-11-10 meeting: Core group held"),
        Told(
            "what was agreed, and done late",
            [
                Rows.review("M1", "core-group", held: "2025-11-10"),
                agreed("A1", due: "2025-11-14", done: "2025-11-21"),
            ],
            "2025-11-10 meeting: Core group held",
            "2025-11-10 meeting: Agreed: Book a tutor (Grace Bell), by 14 Nov 2025",
            "2025-11-21 meeting: Done, as agreed: Book a tutor (Grace Bell)"),
        Told(
            "what was agreed, and not done", [agreed("A1", due: "2025-11-14")],
            "2025-11-14 meeting: Was to be done by this day: Book a tutor (Grace Bell)"),
    ]

    private static func agreed(_ id: String, due: String, done: String? = nil) -> StatedRow {
        StatedRow(
            .actions,
            [
                "action_id": id, "pupil": "K001", "from": "M1", "what": "Book a tutor",
                "owner": "S01", "due": due, "done_on": done,
            ])
    }

    @Test("Support, learning, moves and money are told on their days", arguments: given)
    func givenTold(_ told: Told) throws {
        #expect(try lines(chronology(told.school).entries) == told.lines)
    }

    private static let given: [Told] = [
        Told(
            "a decision", [Rows.decision("D1", "2025-10-06", "support", reason: "Secure in class")],
            "2025-10-06 support: Decision about support: Secure in class"),
        Told(
            "support",
            [Rows.intervention("I1", from: "2025-09-15", to: "2025-10-17", led: "S01")],
            "2025-09-15 support: Support from this day: Reading, targeted, led by Grace Bell",
            "2025-10-17 support: Last day of support: Reading"),
        Told(
            "a check in class", [Rows.check("H1", "2025-10-08")],
            "2025-10-08 support: Seen in class, observation"),
        Told(
            "a responsibility", [Rows.responsibility("2025-10-01")],
            "2025-10-01 support: A responsibility from this day: Librarian"),
        Told(
            "a judgement", [Rows.judged("G1", "2025-10-03", "WTS")],
            "2025-10-03 progress: Reading: working towards the expected standard, by data"),
        Told(
            "needs", [Rows.profile("2025-09-22")],
            "2025-09-22 sen: Needs profile: A calm start"),
        Told(
            "a SEN review",
            [Rows.senReview("R1", "review", held: "2025-10-02", targets: "yes")],
            "2025-10-02 sen: SEN review held: with targets"),
        Told(
            "a questionnaire with enough answers", [Rows.sdq("Q1", "2025-10-02")],
            "2025-10-02 sen: Questionnaire (SDQ) filled in by the carer: total 20 of 40"),
        Told(
            "a questionnaire without",
            [Rows.sdq("Q1", "2025-10-02", answers: String(repeating: "-", count: 25))],
            "2025-10-02 sen: Questionnaire (SDQ) filled in by the carer"),
        Told(
            "the checklist", [Rows.item("admission", "mentor", done: "2025-09-05")],
            "2025-09-05 moves: Given a mentor on arrival"),
        Told(
            "time taught elsewhere",
            [Rows.provision(("to", "2025-11-14"), ("quality_checked_on", "2025-10-10"))],
            "2025-10-06 moves: Taught at The Barn from this day: 20.0 hours a week here, 5.0 there",
            "2025-10-10 moves: Quality of The Barn checked",
            "2025-11-14 moves: Last day at The Barn"),
        Told(
            "a suspension with its reason in words",
            [Rows.suspension("S1", ("reasons", "DB"), ("parents_told_on", "2025-10-06"))],
            "2025-10-06 suspension: Suspension decided: 2 days, from 7 Oct 2025, "
                + "for persistent disruptive behaviour",
            "2025-10-06 suspension: Parents told of the suspension",
            "2025-10-07 suspension: First day of the suspension"),
        Told(
            "money in the child's name",
            TestSchool(TestChild()).fund().entry("E1", "spend", "120.00", on: "2025-11-03")
                .entry("E2", "spend", "80.00", on: "2025-11-04", pupil: nil),
            "2025-11-03 money: £120.00 spent from F1 2025-26: Tuition"),
    ]

    @Test("A decision not to act names the duty by its title, and until when it rests")
    func notToAct() throws {
        let school = TestSchool(TestChild()).with(
            .decisions,
            [
                "decision_id": "D1", "pupil": "K001", "on": "2025-11-03", "about": "no-action",
                "outcome": "pep-termly 2025-26 autumn; until 2025-12-01; agreed by M Osei",
                "reason": "The family is away",
            ])
        let title = try #require(County.pack.rule(.pepTermly)).title
        #expect(
            try lines(chronology(school).entries) == [
                "2025-11-03 support: Decided not to act for now (\(title)), until 1 Dec 2025, "
                    + "agreed by M Osei: The family is away"
            ])
    }

    @Test("A long text is cut at 80 characters, and put on one line")
    func longText() throws {
        let text = "First line\n" + String(repeating: "x", count: 200)
        let school = TestSchool(TestChild()).with(
            .profiles, ["pupil": "K001", "on": "2025-10-06", "needs": text])
        let words = try #require(try chronology(school).entries.last?.words)
        #expect(words.hasPrefix("Needs profile: First line xxx") && words.hasSuffix("x…"))
        #expect(words.count == "Needs profile: ".count + 80)
    }

    // MARK: Absence

    @Test("A run of absence is one line, with what was missed and why")
    func runs() throws {
        let child = TestChild().marks("2025-11-03", "/\\ I\\ II N\\ /\\ II")
        #expect(
            try lines(chronology(TestSchool(child)).entries) == [
                "2025-11-04 attendance: Missed 4 sessions to 6 Nov 2025: illness 3, "
                    + "no reason yet established 1",
                "2025-11-10 attendance: Missed 2 sessions: illness",
            ])
    }

    @Test("A half-term breaks no run, a school day without an absence does")
    func unbroken() throws {
        let over = TestChild().marks("2025-10-24", "II").marks("2025-11-03", "II")
        #expect(
            try lines(chronology(TestSchool(over)).entries) == [
                "2025-10-24 attendance: Missed 4 sessions to 3 Nov 2025: illness"
            ])
        let apart = TestChild().marks("2025-11-03", "II").marks("2025-11-05", "II")
        #expect(try lines(chronology(TestSchool(apart)).entries).count == 2)
    }

    @Test("Sessions that could not be attended, and marks of later days, are no absence")
    func noAbsence() throws {
        let child = TestChild().marks("2025-11-03", "Y4Y4 ##").marks("2025-11-25", "II")
        #expect(try lines(chronology(TestSchool(child)).entries) == [])
    }

    // MARK: Order and time

    @Test("Of one day, what happened to the child stands before what was done about it")
    func order() throws {
        let child = TestChild().pep(held: "2025-10-06").contact("carer", "2025-10-06")
            .cp("2025-10-06")
        let school = TestSchool(child).with(Rows.check("H1", "2025-10-06"))
            .with(Rows.check("H2", "2025-10-03"))
        #expect(
            try chronology(school).entries.map(\.kind) == [
                .moves, .support, .status, .contact, .pep, .support,
            ])
    }

    @Test("What is planned stands apart, and what came later is not told")
    func ahead() throws {
        let child = TestChild().cin("2025-09-10", to: "2025-12-31").pep(planned: "2025-12-01")
            .contact("carer", "2025-12-02")
        let school = TestSchool(child).with(
            Rows.review("M1", "cp-conference", planned: "2025-12-03"),
            Self.agreed("A1", due: "2025-12-05", done: "2025-12-04"),
            Rows.check("H1", "2025-12-02"), Rows.responsibility("2025-12-01"))
        let chronology = try chronology(school)
        #expect(
            lines(chronology.entries) == [
                "2025-09-10 status: Child in need plan (CIN) from this day"
            ])
        #expect(
            lines(chronology.ahead) == [
                "2025-12-01 pep: PEP planned", "2025-12-03 meeting: Conference planned",
                "2025-12-05 meeting: To be done: Book a tutor (Grace Bell)",
                "2025-12-31 status: Last day of the child in need plan (CIN)",
            ])
    }

    @Test("One kind alone can be asked for")
    func only() throws {
        let child = TestChild().pep(held: "2025-10-06").contact("carer", "2025-10-06")
        let chronology = try chronology(TestSchool(child))
        #expect(chronology.only(.contact).entries.map(\.kind) == [.contact])
        #expect(chronology.only(nil) == chronology)
    }

    // MARK: The whole of it

    @Test("Everything that is dated is told, each line once", arguments: ["whole 01", "whole 07"])
    func whole(_ name: String) throws {
        let example = try Examples.load(name)
        let facts = Facts(records: example.records, bankHolidays: County.pack.bankHolidays)
        for pupil in facts.pupils.values {
            let chronology = pupil.chronology(
                in: facts.school, through: example.today, under: County.pack)
            let all = chronology.entries + chronology.ahead
            #expect(Set(all.map(\.id)).count == all.count)
            #expect(all.map(\.day) == all.map(\.day).sorted())
            #expect(chronology.entries.allSatisfy { $0.day <= example.today })
            let told = Set(chronology.entries.compactMap(\.record))
            let past: [(Day, RecordKey)] =
                pupil.contacts.map { ($0.day, $0.key) } + pupil.decisions.map { ($0.on, $0.key) }
            let seen: [(Day, RecordKey)] =
                pupil.progress.map { ($0.on, $0.key) } + pupil.checks.map { ($0.on, $0.key) }
            for (day, key) in past + seen {
                #expect(told.contains(key) == (day <= example.today), "\(key)")
            }
        }
    }

    @Test("What is withheld from a role stands in no line of theirs")
    func withheld() throws {
        let child = TestChild().keyAdult("2025-09-01")
            .contact("social-worker", "2025-11-10", about: "safeguarding")
        let facts = try TestSchool(child).with(
            .status,
            [
                "pupil": "K001", "status": "CP", "from": "2025-09-10", "category": "neglect",
                "note": "A planted note",
            ]
        ).facts()
        func told(_ role: Role.Name) throws -> String {
            let clearance = Clearance(
                isKeeper: false, roles: [role], staff: ["S01"], today: Written.day(Self.today))
            let pupil = try #require(facts.pupils[PupilRef("K001")])
            let seen = try #require(clearance.sight(of: pupil)).facts
            return seen.chronology(
                in: clearance.sight(of: facts.school), through: Written.day(Self.today),
                under: County.pack
            ).entries.map(line).joined(separator: "\n")
        }
        let lead = try told(.dsl)
        #expect(lead.contains("category neglect, A planted note") && lead.contains(": Spoke"))
        let teacher = try told(.designatedTeacher)
        #expect(teacher.contains("about safeguarding, by Grace Bell"))
        #expect(!teacher.contains("neglect") && !teacher.contains("planted"))
        #expect(!teacher.contains("Spoke"))
        let own = try told(.classTeacher)
        #expect(own.contains("Child protection plan") && !own.contains("Phone call"))
    }
}
