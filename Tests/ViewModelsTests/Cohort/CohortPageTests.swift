import Domain
import Support
import Testing
import ViewModels

@Suite("The cohort beside other pupils")
struct CohortPageTests {
    private let today = Day("2026-11-23")

    /// So many children with ten sessions each, of whom the first so many are at the standard.
    private func school(_ count: Int, expected: Int) throws -> SchoolBuilder {
        var school = try SchoolBuilder()
        for number in 1...count {
            let ref = "K\(number)"
            try school.child(ref, "Child", "Number\(number)", status: number == 1 ? "CP" : "CIN")
            try school.marks(
                ref, Day("2026-11-16"), Day("2026-11-20"), pm: number == 1 ? "I" : "\\")
            try school.add(
                .progress,
                [
                    "progress_id": "G\(number)", "pupil": ref, "on": "2026-10-01",
                    "subject": "reading", "source": "data",
                    "judgement": number <= expected ? "EXS" : "WTS",
                ])
        }
        for (group, value, pupils) in [("1", "60", "30"), ("2", "80", "10")] {
            for measure in ["reading", "attendance"] {
                try school.add(
                    .peers,
                    [
                        "academic_year": "2026-27", "year_group": group, "measure": measure,
                        "term": "autumn", "value": value, "pupils": pupils,
                    ])
            }
        }
        return school
    }

    private func cells(
        _ pane: Int, _ school: SchoolBuilder, _ role: Role.Name
    ) throws -> [[String]] {
        let person = Person(login: "x", name: "X", roles: [role], isKeeper: false)
        let session = Session(
            try Models.of(school, on: today, person: person), first: .cohortFigures)
        try #require(session.pageName == .cohortFigures)
        return session.page(size: .wide).panes[pane].rows.map {
            $0.cells.map { $0.map(\.text).joined() }
        }
    }

    @Test("Shares stand with the numbers behind them, and the gap in points")
    func whole() throws {
        let school = try school(12, expected: 6)
        #expect(
            try cells(1, school, .designatedTeacher)
                == [["reading", "2026-27 autumn", "6 of 12", "50.0%", "65.0% of 40", "−15.0"]])
        let attendance = try cells(0, school, .designatedTeacher)
        #expect(attendance[0] == ["All", "12", "95.8%", "115 of 120", "0"])
        #expect(attendance.map { $0[0] } == ["All", "CP", "CIN"])
    }

    @Test("A small group is told to the Designated Teacher alone, as counts")
    func small() throws {
        let school = try school(4, expected: 2)
        #expect(
            try cells(1, school, .designatedTeacher)
                == [["reading", "2026-27 autumn", "2 of 4", "", "65.0% of 40", ""]])
        #expect(
            try cells(0, school, .designatedTeacher)[1] == ["CP", "1", "", "5 of 10", "0"])
        for role in [Role.Name.head, .dsl, .designatedGovernor] {
            #expect(
                try cells(1, school, role)
                    == [["reading", "2026-27 autumn", "hidden", "", "65.0% of 40", ""]])
            #expect(try cells(0, school, role)[0] == ["All", "fewer than 5", "", "", ""])
        }
    }

    @Test("Governors see the whole group alone, and no share that tells 1 to 4")
    func governors() throws {
        let school = try school(12, expected: 6)
        #expect(try cells(0, school, .designatedGovernor).map { $0[0] } == ["All"])
        #expect(
            try cells(1, school, .designatedGovernor)[0][2...5] == [
                "6 of 12", "50.0%", "65.0% of 40", "−15.0",
            ])
        let told = try self.school(12, expected: 10)
        #expect(
            try cells(1, told, .designatedGovernor)[0][2...5] == ["hidden", "", "65.0% of 40", ""])
        #expect(try cells(1, told, .head)[0][2] == "10 of 12")
    }

    @Test(
        "It is not for whoever sees no comparison",
        arguments: [Role.Name.classTeacher, .administrator])
    func roles(_ role: Role.Name) throws {
        let person = Person(login: "x", name: "X", roles: [role], isKeeper: false, staff: ["S01"])
        let session = Session(
            try Models.of(school(6, expected: 3), on: today, person: person),
            first: .cohortFigures)
        #expect(session.pageName == .help)
    }
}
