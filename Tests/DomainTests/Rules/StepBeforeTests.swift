import Domain
import Support
import Testing

/// What a working names where no record of today turns its duty, or none can be made yet.
struct StepBeforeTests {
    private static let peers = Rows.peers("reading", "70")

    private func act(
        _ school: TestSchool, _ rule: RuleID, of subject: Subject = .pupil(PupilRef("K001")),
        on day: String = "2025-11-20"
    ) throws -> LeastAct? {
        let (facts, today) = (try school.facts(), Written.day(day))
        let duty = try #require(
            allDuties(facts, on: today, under: County.pack).first {
                $0.rule == rule && $0.subject == subject
            })
        return working(of: duty.id, in: facts, on: today, under: County.pack)?.working.leastAct
    }

    @Test("What is planned is left to its time, and says so")
    func planned() throws {
        let child = TestChild().cin("2024-01-08").pep(held: "2025-10-06")
            .pep(planned: "2026-01-12").pep(planned: "2026-05-04")
        let act = try #require(try act(TestSchool(child), .pepThreeAYear, on: "2025-12-29"))
        #expect(
            act.text == "nothing is left to record today; when the time comes: plan the PEP")
        #expect(act.changes.isEmpty)
    }

    @Test("What no record turns says what is done instead")
    func overdue() throws {
        let school = TestSchool(TestChild().cin("2024-01-08")).with(
            Rows.suspension("S1", ("decided_on", "2025-09-05"), ("days", "45")),
            Rows.suspension("S2", ("decided_on", "2025-11-20"), ("days", "5")))
        let act = try #require(try act(school, .suspensionTotal))
        #expect(act.text == "no single record turns it; find another way")
        #expect(act.changes.isEmpty)
    }

    @Test("Who speaks to home is on record first", arguments: [true, false])
    func staff(_ isOnRecord: Bool) throws {
        let away = AttendanceConcernTests.child
        let school = TestSchool(
            children: [away], calendar: County.terms + County.halfTerms, roles: [],
            staff: isOnRecord ? [TestSchool.member("S01", leadership: "no")] : [])
        let act = try #require(try act(school, .contactCarer, on: "2025-11-05"))
        let words = "log a call, message or meeting with the carer on or after 24 Oct"
        #expect(act.action == (isOnRecord ? .contact : .staff))
        #expect((isOnRecord ? act.text : act.then) == words)
    }

    @Test("Where no child is known the first of those on roll is said to be")
    func nobodyKnown() throws {
        let school = TestSchool(
            TestChild("K003"), TestChild("K000", left: "2025-11-19"), TestChild("K002")
        ).with(Self.peers)
        let act = try #require(try act(school, .gap, of: .school))
        #expect(act.action == .statusBegin)
        #expect(
            act.changes.map(\.key)
                == [RecordKey(kind: .status, parts: ["K002", "CIN", "2025-11-20"])])
    }

    @Test(
        "Where no child is on roll one is added, of the age of its year group",
        arguments: ["2025-09-01", "2025-11-20", "2026-08-31"])
    func nobodyOnRoll(_ day: String) throws {
        let act = try #require(
            try act(TestSchool().with(Self.peers), .gap, of: .school, on: day))
        #expect(act.action == .pupilAdd)
        guard case .put(let record) = act.changes.first else {
            Issue.record("nobody is added")
            return
        }
        let pupil = Pupil(record)
        #expect(pupil.yearGroup == "3")
        #expect(pupil.born >= Written.day("2017-09-01"))
        #expect(pupil.born <= Written.day("2018-08-31"))
    }
}
