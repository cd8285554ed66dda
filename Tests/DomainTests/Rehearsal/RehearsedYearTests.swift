import Domain
import Support
import Testing

/// The year turns in a rehearsal as it does in life.
struct RehearsedYearTests {
    private func rehearsal(
        _ children: TestChild..., from start: String, until end: String
    ) throws -> Rehearsal {
        let school = TestSchool(
            children: children, calendar: County.terms + County.halfTerms, roles: TestSchool.roles
        ).with(Rows.school("primary"))
        return Rehearsal(
            of: try school.facts(),
            Rehearsal.Setting(
                today: Written.day(start), until: Written.day(end), absencePercent: 0),
            under: County.pack)
    }

    @Test("A year without terms takes those of the year before, week for week")
    func terms() throws {
        let found = try rehearsal(
            TestChild().cin("2025-09-01"), from: "2027-07-19", until: "2027-11-12")
        let days = found.schoolDays.map(\.iso)
        #expect(days.prefix(4) == ["2027-07-19", "2027-07-20", "2027-07-21", "2027-09-01"])
        #expect(days.contains("2027-10-22") && days.contains("2027-11-01"))
        #expect(!days.contains("2027-10-25") && !days.contains("2027-10-29"))
        // The day comes in which the new year's terms are asked for, and they are there.
        #expect(!found.end.contains { $0.rule == .calendarKnown && $0.state != .met })
    }

    @Test("Children move up, and the oldest leave at the end of the summer term")
    func movingUp() throws {
        let found = try rehearsal(
            TestChild("K5", born: "2016-05-04", year: "5").cin("2025-09-01"),
            TestChild("K6", born: "2015-05-04", year: "6").cin("2025-09-01"),
            from: "2027-07-12", until: "2027-09-30")
        func acts(_ ref: String, _ rule: RuleID) -> Int {
            found.acts.count { $0.duty.subject == .pupil(PupilRef(ref)) && $0.duty.rule == rule }
        }
        // Who leaves has a goodbye and a file that follows; who stays is in the last year then.
        #expect(acts("K6", .transitionGoodbye) == 1 && acts("K5", .transitionGoodbye) == 0)
        #expect(acts("K6", .leavingFile) == 1 && acts("K5", .leavingFile) == 0)
        let asked = found.end.filter { $0.rule == .transitionPlan }.map(\.subject)
        #expect(asked == [.pupil(PupilRef("K5"))])
    }

    @Test("It ends with the academic year, or the next where no school day is left")
    func lastDay() throws {
        let calendar = County.calendar
        func end(_ day: String) -> String {
            Rehearsal.end(from: Written.day(day), in: calendar).iso
        }
        #expect(end("2026-11-23") == "2027-08-31")
        #expect(end("2026-07-21") == "2026-08-31")
        #expect(end("2026-07-22") == "2027-08-31")
    }

    @Test("Days without school are played in no way")
    func holidays() throws {
        let found = try rehearsal(
            TestChild().cin("2025-09-01"), from: "2026-12-21", until: "2027-01-01")
        #expect(found.schoolDays.isEmpty && found.acts.isEmpty)
        #expect(found.weeks.map(\.schoolDays) == [0, 0])
    }
}
