import Domain
import Support
import Testing

/// A duty that fell due, and is looked at with records that begin on its day and on the day after.
struct Sides: Sendable, CustomTestStringConvertible {
    let rule: RuleID
    let school: TestSchool
    let day: String
    /// How it stands where nobody has said where records begin.
    let line: String

    init(_ rule: RuleID, _ school: TestSchool, on day: String, _ line: String) {
        (self.rule, self.school, self.day, self.line) = (rule, school, day, line)
    }

    init(_ rule: RuleID, _ child: TestChild, on day: String, _ line: String) {
        self.init(rule, TestSchool(child), on: day, line)
    }

    var due: Day { Written.day(String(line.suffix(10))) }

    /// The same line of a duty that does not apply.
    var passed: String {
        let words = line.split(separator: " ").map(String.init)
        return (words.dropLast(2) + ["not-applicable", due.iso]).joined(separator: " ")
    }

    /// The lines of its rule, with records from a day; one where its school has a row already.
    func lines(from begin: Day?) throws -> [String] {
        try school(from: begin).duties(rule, on: day)
    }

    func school(from begin: Day?) -> TestSchool {
        begin.map { school.recordsFrom($0.iso) } ?? school
    }

    var testDescription: String { "\(rule), on \(day): \(line)" }
}

/// Duties that were missed or are overdue, beside the day on which records begin.
struct BeforeRecordsTests {
    static let known = TestChild().cin("2024-01-08")
    static let looked = TestChild().cla("2024-01-08")
    static let suspended = TestSchool(known).with(Rows.suspension())
    static let away = known.attending(
        "2025-09-01", "2025-10-24", but: ["2025-10-20": "N\\"])
    static let leaver = TestChild(left: "2025-11-14").cin("2024-01-08")
    static let arrival = TestChild(admitted: "2025-09-15").cin("2024-01-08")
    static let money = TestSchool(known).fund("F1", "pp-plus-cla", year: "2025-26")
        .entry("E1", "spend", "40.00", on: "2025-09-08")

    static let passing: [Sides] = [
        // Each period
        Sides(.pepTermly, known, on: "2026-01-12", "2025-26 autumn: missed 2025-12-19"),
        Sides("classroom-check", known, on: "2026-01-12", "2025-26 autumn: missed 2025-12-19"),
        Sides(
            "dt-report", TestSchool(), on: "2026-01-12", "2025-26 autumn: missed 2025-12-19"),
        Sides("responsibility", known, on: "2026-08-03", "2025-26: overdue 2026-07-21"),
        Sides(
            "governors-presented", TestSchool(), on: "2025-10-01", "2024-25: overdue 2025-07-23"),
        Sides("governors-presented", TestSchool(), on: "2026-02-02", "2024-25: missed 2025-07-23"),
        Sides("dt-training", TestSchool(), on: "2025-10-31", "2024-25: missed 2025-08-31"),
        Sides(
            .fundingIdle, money.entry("E2", "allocation", "90.00", on: "2025-09-01"),
            on: "2026-04-01", "F1: missed 2026-03-31"),
        // After an event
        Sides(
            .pepInitial, TestChild().cla("2025-09-10"), on: "2025-10-01",
            "2025-09-10: overdue 2025-09-24"),
        Sides(
            .pepAfterMove, TestChild(admitted: "2025-09-10").cla("2024-01-08"), on: "2025-10-20",
            "2025-09-10: overdue 2025-10-08"),
        Sides(
            .pepPeople, looked.pep(held: "2025-10-06"), on: "2025-10-20", "P1: missed 2025-10-06"),
        Sides(
            .pepTargetsSet, looked.pep(held: "2025-10-06"), on: "2025-11-03",
            "P1: overdue 2025-10-20"),
        Sides(
            .pepSignedOff, looked.pep(held: "2025-10-06"), on: "2025-11-03",
            "P1: overdue 2025-10-20"),
        Sides(
            .pepTargetsReviewed,
            looked.pep(held: "2025-09-08").target("T1").pep(held: "2025-10-06"),
            on: "2025-11-03", "P2: overdue 2025-10-20"),
        Sides(
            .contactCarer, AttendanceConcernTests.child, on: "2025-11-05",
            "attendance:2025-10-24: overdue 2025-11-03"),
        Sides(
            .contactVirtualSchool, AttendanceConcernTests.child, on: "2025-11-17",
            "attendance:2025-10-24: missed 2025-11-07"),
        Sides(.attendanceFirstDay, away, on: "2025-10-22", "2025-10-20: overdue 2025-10-20"),
        Sides(.attendanceUnexplained, away, on: "2025-11-10", "2025-10-20: overdue 2025-11-03"),
        Sides(.fundingLinked, money, on: "2025-10-01", "E1: overdue 2025-09-22"),
        Sides(.fundingImpact, money, on: "2026-01-12", "E1: overdue 2025-12-08"),
        Sides(.fundingEligible, money, on: "2025-10-01", "E1: overdue 2025-09-08"),
        Sides(
            .conferenceReport,
            TestSchool(TestChild().cp("2025-09-15")).with(
                Rows.review("M1", "cp-conference", planned: "2025-11-13")),
            on: "2025-11-14", "M1: missed 2025-11-10"),
        Sides(
            .conferenceReport,
            TestSchool(known).with(Rows.review("M1", "cp-conference", planned: "2025-11-13")),
            on: "2025-11-14", "M1: missed 2025-11-11"),
        Sides(
            .progressBelow,
            TestSchool(known).with(Rows.progress("G1", "2025-09-15", "data", progress: "below")),
            on: "2025-11-10", "reading: overdue 2025-10-13"),
        Sides(
            .pepVoice, looked.pep(held: "2025-10-06"), on: "2025-11-03", "P1: overdue 2025-10-20"),
        Sides(
            .interimPEP, TestSchool(looked).with(Rows.suspension()), on: "2025-11-10",
            "S1: overdue 2025-10-20"),
        Sides(
            .planPeople,
            TestSchool(TestChild(sen: "E").cin("2024-01-08")).with(
                Rows.planReview("R1", held: "2025-10-06")),
            on: "2025-10-20", "R1: missed 2025-10-06"),
        // Coming and going
        Sides(.admissionPrioritised, arrival, on: "2025-10-20", "2025-09-15: overdue 2025-09-15"),
        Sides(.admissionRecords, arrival, on: "2025-10-20", "2025-09-15: overdue 2025-10-06"),
        Sides(.admissionBuddies, arrival, on: "2025-10-20", "2025-09-15: overdue 2025-09-15"),
        Sides(.leavingPlan, leaver, on: "2025-12-01", "2025-11-14: missed 2025-11-14"),
        Sides(.leavingGoodbye, leaver, on: "2025-12-01", "2025-11-14: missed 2025-11-14"),
        Sides(.leavingFile, leaver, on: "2025-12-01", "2025-11-14: overdue 2025-11-21"),
        // Cases
        Sides(
            .provisionQuality, TestSchool(known).with(Rows.provision()), on: "2025-11-10",
            "A1: overdue 2025-10-20"),
        Sides(.suspensionTried, suspended, on: "2025-11-10", "S1: overdue 2025-10-06"),
        Sides(.suspensionWarned, suspended, on: "2025-11-10", "S1: missed 2025-10-06"),
        Sides(.suspensionTold, suspended, on: "2025-11-10", "S1: overdue 2025-10-07"),
        Sides(.suspensionReturn, suspended, on: "2025-11-10", "S1: overdue 2025-10-09"),
    ]

    @Test("What fell due before records begin does not apply", arguments: passing)
    func passes(_ sides: Sides) throws {
        #expect(try sides.lines(from: nil).contains(sides.line))
        #expect(try sides.lines(from: sides.due).contains(sides.line))
        let begin = sides.due + 1
        #expect(try sides.lines(from: begin).contains(sides.passed))
        let duty = try sides.school(from: begin).duties(on: sides.day).first {
            $0.rule == sides.rule && $0.line == sides.passed
        }
        let year = AcademicYear(of: Written.day(sides.day))
        #expect(
            duty?.reason.sentence(in: year)
                == "This was due on \(sides.due.written(in: year)), before our records begin on "
                + "\(begin.written(in: year)).")
        #expect(duty?.next == nil)
    }

    static let staying: [Sides] = [
        Sides(
            .pepTermly, known.pep(planned: "2025-10-06"), on: "2025-10-20",
            "2025-26 autumn: overdue 2025-10-06"),
        Sides(
            .conferenceReport,
            TestSchool(TestChild().cp("2025-09-15")).with(
                Rows.review("M1", "cp-conference", planned: "2025-11-13")),
            on: "2025-11-13", "M1: overdue 2025-11-10"),
        Sides(
            .conferenceReport,
            TestSchool(known).with(Rows.review("M1", "cp-conference", planned: "2025-11-13")),
            on: "2025-11-13", "M1: overdue 2025-11-11"),
        Sides(
            .coreGroup,
            CareTests.protected.with(Rows.review("M1", "core-group", held: "2025-09-15")),
            on: "2025-12-01", "overdue 2025-10-27"),
        Sides(
            .conference,
            CareTests.protected.with(Rows.review("M1", "cp-conference", held: "2025-09-16")),
            on: "2026-04-20", "overdue 2026-03-16"),
        Sides(
            .childInNeedReview,
            TestSchool(TestChild().cin("2025-09-15")).with(
                Rows.review("M1", "cin-review", held: "2025-09-16")),
            on: "2026-01-12", "overdue 2025-12-16"),
        Sides(
            .lookedAfterReview,
            TestSchool(TestChild().cla("2025-09-15")).with(
                Rows.review("M1", "lac-review", held: "2025-09-16")),
            on: "2026-01-12", "overdue 2025-12-16"),
        Sides(
            .planReview,
            TestSchool(TestChild(sen: "E").cin("2024-01-08")).with(
                Rows.planReview("R1", held: "2024-10-07")),
            on: "2025-11-10", "overdue 2025-10-06"),
        Sides(
            .planPhase, TestChild(sen: "E", year: "6").cin("2024-01-08"), on: "2025-12-01",
            "2025-26: overdue 2025-11-23"),
        Sides(
            .planPhase, TestChild(sen: "E", year: "6").cin("2024-01-08"), on: "2026-02-16",
            "2025-26: missed 2025-11-23"),
        Sides(
            "carer-contact", known.contact("carer", "2025-09-08"), on: "2025-12-01",
            "overdue 2025-10-20"),
        Sides(
            "agency-contact", known.contact("social-worker", "2025-09-08"), on: "2025-12-01",
            "overdue 2025-10-20"),
        Sides(
            .provisionAgreed, TestSchool(known).with(Rows.provision()), on: "2025-11-10",
            "A1: overdue 2025-10-06"),
        Sides(
            .provisionReview, TestSchool(known).with(Rows.provision(("review_by", "2025-11-03"))),
            on: "2025-11-10", "A1: overdue 2025-11-03"),
        Sides(
            .interventionOverseen,
            TestSchool(known).with(Rows.intervention("I1", from: "2025-09-15")),
            on: "2025-11-10", "I1: overdue 2025-09-15"),
        Sides(
            .linkedPolicy,
            TestSchool().with(
                Rows.policy("safeguarding", reviewBy: "2025-10-06", refers: "yes")),
            on: "2025-11-10", "safeguarding: overdue 2025-10-06"),
        Sides(
            .behaviourPolicy, TestSchool().with(Rows.policy("behaviour", reviewBy: "2025-10-06")),
            on: "2025-11-10", "behaviour: overdue 2025-10-06"),
        Sides(
            .policyReview, TestSchool().with(Rows.policy("cksw", reviewBy: "2025-10-06")),
            on: "2025-11-10", "cksw: overdue 2025-10-06"),
    ]

    @Test("What speaks of today, or was planned here, stands", arguments: staying)
    func stays(_ sides: Sides) throws {
        var sides = sides
        // The last year of the school is that of its phase.
        if sides.rule == .planPhase {
            sides = Sides(
                sides.rule, sides.school.with(Rows.school("primary")), on: sides.day, sides.line)
        }
        for begin in [nil, sides.due, sides.due + 1, sides.due + 10] {
            #expect(try sides.lines(from: begin).contains(sides.line))
        }
    }

    @Test("What is met stays met, as late as it was")
    func met() throws {
        let school = TestSchool(
            Self.looked.pep("P1", held: "2025-10-06", signedOff: "2025-11-03"))
        for begin in ["2025-09-01", "2025-11-03", "2026-01-05"] {
            #expect(
                try school.recordsFrom(begin).duties(.pepSignedOff, on: "2026-01-12")
                    == ["P1: met 2025-10-20 late 5"])
            #expect(
                try school.recordsFrom(begin).duties(.pepTermly, on: "2026-01-12").first
                    == "2025-26 autumn: met 2025-12-19")
        }
    }

    @Test(
        "Three PEPs a year count a term that went by before records begin as not expected",
        arguments: [
            ("2025-12-19", "2025-26: missed 2026-07-21"),
            ("2025-12-20", "2025-26: upcoming 2026-07-21"),
            ("2026-01-12", "2025-26: upcoming 2026-07-21"),
        ])
    func threeAYear(_ begin: String, _ line: String) throws {
        let school = TestSchool(Self.known).recordsFrom(begin)
        #expect(try school.duties(.pepThreeAYear, on: "2026-01-12") == [line])
    }

    @Test(
        "Where records begin in the next year, a term asks for its PEP until its last school day",
        arguments: [
            ("2025-07-22", "2024-25: upcoming 2025-07-23"),
            ("2025-07-23", "2024-25: upcoming 2025-07-23"),
            ("2025-07-24", "2024-25: not-applicable 2025-07-23"),
        ])
    func lastDay(_ today: String, _ line: String) throws {
        let school = TestSchool(Self.known).recordsFrom("2025-09-01")
        #expect(try school.duties(.pepThreeAYear, on: today) == [line])
    }

    @Test("A PEP held before records begin still counts among the three")
    func heldBefore() throws {
        let held = Self.known.pep(held: "2025-10-06").pep(held: "2026-02-02")
        let school = TestSchool(held).recordsFrom("2026-04-13")
        #expect(
            try school.duties(.pepThreeAYear, on: "2026-04-20") == ["2025-26: upcoming 2026-07-21"])
        let last = TestSchool(held.pep(held: "2026-04-16")).recordsFrom("2026-04-13")
        #expect(try last.duties(.pepThreeAYear, on: "2026-04-20") == ["2025-26: met 2026-07-21"])
    }

    @Test("No term that still asks for a PEP: none is asked for this year")
    func noneLeft() throws {
        let left = TestChild(left: "2026-02-27").cin("2024-01-08")
        let school = TestSchool(left).recordsFrom("2026-01-05")
        #expect(try school.duties(.pepThreeAYear, on: "2026-02-27").first?.contains("up") == true)
        let brief = TestChild(left: "2026-01-16").cin("2024-01-08")
        #expect(
            try TestSchool(brief).recordsFrom("2026-01-05").duties(.pepThreeAYear, on: "2026-01-12")
                == ["2025-26: not-applicable 2026-07-21"])
    }
}
