import Domain
import Testing

@testable import Exchange

@Suite("The register of each system")
struct AttendanceFixtureTests {
    private static let files = [
        ("sims-weeks.csv", "a SIMS register", "a string of marks a week"),
        ("arbor-grid.csv", "an Arbor register", "a grid of dates"),
        ("bromcom-sessions.txt", "a Bromcom register", "one row a session"),
        ("scholarpack-days.csv", "a ScholarPack register", "one row a day"),
        ("spreadsheet-grid.csv", "a plain spreadsheet register", "a grid of dates"),
    ]

    private static let days = [
        "2026-11-16", "2026-11-17", "2026-11-18", "2026-11-19", "2026-11-20", "2026-11-23",
    ]

    private func school() throws -> ImportSchool {
        var school = try ImportSchool.withTerms()
        school = try school.after(school.plan(.roster, ImportSchool.fixture("sims-roster.csv")))
        return school
    }

    @Test("Each system's file gives the same marks", arguments: files)
    func sameMarks(file: String, system: String, layout: String) throws {
        let school = try school()
        let plan = try school.plan(.attendance, ImportSchool.fixture(file))
        #expect(plan.takenFor.hasPrefix(system))
        #expect(plan.takenFor.hasSuffix(layout))
        #expect(plan.refused == [])
        let after = school.after(plan)
        let marks = ["1201", "1202", "1203", "1204", "1205", "1206"].map { ref in
            Self.days.map { after.marks(ref, $0) }.joined(separator: " ")
        }
        #expect(
            marks == [
                #"/\ /\ /\ /\ /\ /\"#, #"/\ LI II I\ /\ N-"#, #"/\ /\ C1C1 M\ /\ /\"#,
                #"UU /\ V\ /\ /\ /-"#, #"/\ /\ /\ /\ -- /\"#, #"X\ X\ X\ X\ X\ X-"#,
            ])
    }

    @Test("The same file again changes nothing and says so", arguments: files)
    func again(file: String, system: String, layout: String) throws {
        let school = try school()
        let bytes = try ImportSchool.fixture(file)
        let again = try school.after(school.plan(.attendance, bytes)).plan(.attendance, bytes)
        #expect(again.new + again.changed == 0)
        #expect(again.summary.last == "nothing changed")
    }

    @Test("A child who is not on the roster is left out and listed")
    func unknownChild() throws {
        let plan = try school().plan(
            .attendance, ImportSchool.fixture("scholarpack-days.csv"))
        #expect(plan.leftOut.map(\.text) == ["Dara Quill is not on the roster"])
        #expect(plan.summary == ["37 rows: 35 new, 0 changed, 1 the same, 1 left out"])
    }

    @Test("Minutes late are stored with the day")
    func minutesLate() throws {
        let school = try school()
        let after = school.after(
            try school.plan(.attendance, ImportSchool.fixture("bromcom-sessions.txt")))
        let day = ImportSchool.day("2026-11-17")
        let marks = after.marks[PupilRef("1202")]?[AcademicYear(of: day)]
        #expect(marks?.lateMinutes(on: day) == 7)
    }
}
