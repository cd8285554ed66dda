import Domain
import Testing

@testable import Exchange

@Suite("The roster of each system")
struct RosterFixtureTests {
    private static let files = [
        ("sims-roster.csv", "a SIMS roster (Windows-1252, commas), headings on line 3"),
        ("arbor-roster.csv", "an Arbor roster (UTF-8, commas), headings on line 1"),
        ("bromcom-roster.txt", "a Bromcom roster (UTF-16, tabs), headings on line 1"),
        ("scholarpack-roster.csv", "a ScholarPack roster (UTF-8, semicolons), headings on line 3"),
        (
            "spreadsheet-roster.csv",
            "a plain spreadsheet roster (UTF-8, commas), headings on line 1"
        ),
    ]

    @Test("Each system's file gives the same six children", arguments: files)
    func sameChildren(file: String, takenFor: String) throws {
        let school = try ImportSchool.withTerms()
        let plan = try school.plan(.roster, ImportSchool.fixture(file))
        #expect(plan.takenFor == takenFor)
        #expect(plan.refused == [])
        #expect(plan.new == 6)
        #expect(plan.command?.action == "import-roster")
        let after = school.after(plan)
        let rows = after.records.filter { $0.kind == .pupils }.map {
            $0.values.joined(separator: "|")
        }
        #expect(
            rows == [
                "1201|J919208123001|Ellwood|Mia||2019-03-14|2|2 Oak|2023-09-04||N||no||",
                "1202|Y919208123002|O'Connor-Díaz|Zoë||2019-07-01|2|2 Oak|2023-09-04||K||yes||",
                "1203|Y919208124003|Okafor|Amarachi|Ami|2020-02-29|1|1 Elm|2024-09-03||N||yes||",
                "1204|M919208124004|Brightwater|Noah||2020-08-31|1|1 Elm|2024-09-03||E||no|Ashdown|",
                "1205|M919208125005|Müller|Lars||2021-05-06|R|R Fir|2025-09-02||N||no||",
                "1206|R91920812500A|Tarn|=Jo||2021-06-30|R|R Fir|2025-09-02||N||no||",
            ])
    }

    @Test("The same file again changes nothing and says so", arguments: files)
    func again(file: String, takenFor: String) throws {
        let school = try ImportSchool.withTerms()
        let bytes = try ImportSchool.fixture(file)
        let again = try school.after(school.plan(.roster, bytes)).plan(.roster, bytes)
        #expect(again.same == 6)
        #expect(again.command == nil)
        #expect(again.summary.last == "nothing changed")
        #expect(!again.isRefused)
    }

    @Test("Every system's file fits what another brought in", arguments: files)
    func together(file: String, takenFor: String) throws {
        var school = try ImportSchool.withTerms()
        school = try school.after(school.plan(.roster, ImportSchool.fixture("sims-roster.csv")))
        let plan = try school.plan(.roster, ImportSchool.fixture(file))
        #expect(plan.summary.last == "nothing changed")
    }

    @Test("A child marked as looked after is listed and gets no status", arguments: files)
    func lookedAfter(file: String, takenFor: String) throws {
        let plan = try ImportSchool.withTerms().plan(.roster, ImportSchool.fixture(file))
        #expect(plan.lookedAfter.map(\.pupil.text) == ["1203"])
        #expect(plan.lookedAfter.map(\.name) == ["Ami Okafor"])
        let kinds = plan.command?.changes.map { change in
            if case .put(let record) = change { record.kind } else { RecordKind.attendance }
        }
        #expect(kinds == Array(repeating: .pupils, count: 6))
    }

    @Test("Leavers never stored, totals, titles and extra columns are listed, with their lines")
    func listed() throws {
        let plan = try ImportSchool.withTerms().plan(
            .roster, ImportSchool.fixture("sims-roster.csv"))
        #expect(plan.summary == ["8 rows: 6 new, 0 changed, 0 the same, 2 left out"])
        #expect(
            plan.noticeLines == [
                "file:10: left out: Ivo Vane has left and was never on record",
                "file:11: left out: totals",
                "file:1: above the headings: Oakwell Infant School - SIMS roll, printed 24/11/2026",
                "file:3: columns that are not read: Gender (F, M), EAL (N); name one with --map "
                    + "\"HEADING=FIELD\" (cksw import fields roster)",
                "file:6: Ami Okafor (1203) is marked as looked after (Looked After: Y): confirm it "
                    + "with a date; no status was made",
            ])
    }

    @Test(
        "The headings decide which system wrote the file",
        arguments: [
            (
                "Admission No,UPN,Legal Surname,Legal Forename,Preferred Name,Date of Birth,Gender,"
                    + "Year Group,Reg Group,Enrolment Status,SEN Status,Pupil Premium,EAL,Looked After",
                "a SIMS"
            ),
            (
                "Legal Surname,Legal Forename,Preferred Surname,Preferred Forename,UPN,"
                    + "Admission Number,DOB,Gender,Year,Reg,In LEA Care,LEA Care Authority",
                "a SIMS"
            ),
            ("Admission Number,Legal Surname,Legal Forename,Year Group,Class,PP,SEN", "an Arbor"),
            (
                "Last Name,First Name,UPN,Date of birth,Year Group,Registration Form,In Care Status",
                "an Arbor"
            ),
            ("LastName,FirstName,UPN,DateOfBirth,YearGroup,TutorGroup", "a Bromcom"),
            ("UPN,Surname,Forename,DOB,Year", "a plain spreadsheet"),
        ])
    func recognised(headings: String, system: String) throws {
        let plan = try ImportSchool.withTerms().plan(roster: headings + "\n")
        #expect(plan.takenFor.hasPrefix(system + " roster"))
    }
}
