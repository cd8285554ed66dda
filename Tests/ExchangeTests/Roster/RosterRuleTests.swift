import Domain
import Testing

@testable import Exchange

@Suite("What a roster may say")
struct RosterRuleTests {
    private static let headings =
        "Admission No,UPN,Surname,Forename,DOB,Year,Date of Admission,SEN,Pupil Premium\n"

    private func lines(_ plan: ImportPlan) -> [String] { plan.refused.map { $0.words(in: "f") } }

    @Test(
        "A row that cannot be read refuses the file, with its line, column and cure",
        arguments: [
            (
                "1,,Ellwood,Mia,31/02/2019,2,04/09/2023,,",
                "f:2: DOB: is not a date like 23/11/2026: 31/02/2019"
            ),
            (
                "1,,Ellwood,Mia,14/03/98,2,04/09/2023,,",
                "f:2: DOB: has a year of two digits that fits no century; write all four: 14/03/98"
            ),
            (
                "1,X12,Ellwood,Mia,14/03/2019,2,04/09/2023,,",
                "f:2: UPN: is not a UPN of the right form: X12"
            ),
            ("1,,Ellwood,Mia,14/03/2019,Oak,04/09/2023,,", "f:2: Year: is no year group: Oak"),
            ("1,,Ellwood,,14/03/2019,2,04/09/2023,,", "f:2: Forename: is missing"),
            ("1,,Ellwood,Mia,,2,04/09/2023,,", "f:2: DOB: is missing"),
            (
                "1,,Ellwood,Mia,14/03/2019,2,04/09/2018,,",
                "f:2: Date of Admission: is before born: 2018-09-04"
            ),
            (
                "1,,Ellwood,Mia,14/03/2019,2,,,",
                "f:2: Date of Admission: is new and has no date of admission; give it with "
                    + "--admitted DATE: Mia Ellwood"
            ),
            (
                ",,Ellwood,Mia,14/03/2019,2,04/09/2023,,",
                "f:2: has neither an admission number nor a UPN"
            ),
            (
                "A/1,,Ellwood,Mia,14/03/2019,2,04/09/2023,,",
                "f:2: Admission No: is not a reference of 1 to 20 letters, digits and -: A/1"
            ),
            (
                "1,,Ell\twood,Mia,14/03/2019,2,04/09/2023,,",
                "f:2: Surname: holds a line break or a tab: Ell\\u{9}wood"
            ),
            (
                "1,,Ellwood, Mia,Rose,14/03/2019,2,04/09/2023,,",
                "f:2: DOB: is not a date like 23/11/2026: Rose"
            ),
            (
                "1,,Ellwood,Mia,14/03/2019,2,04/09/2023,,,,x",
                "f:2: has more cells than there are headings: x"
            ),
            (
                "1,,Ell\"wood,Mia,14/03/2019,2,04/09/2023,,",
                "f:2: a quotation mark stands inside a field that does not begin with one"
            ),
        ])
    func unreadable(row: String, words: String) throws {
        let plan = try ImportSchool.withTerms().plan(roster: Self.headings + row + "\n")
        #expect(plan.isRefused)
        #expect(plan.command == nil)
        #expect(lines(plan).first == words)
    }

    @Test("The good rows are taken and the others listed where that is asked for")
    func acceptRest() throws {
        let text =
            Self.headings + "1,,Ellwood,Mia,14/03/2019,2,04/09/2023,,\n"
            + "2,,Tarn,Jo,30/02/2020,1,04/09/2024,,\n"
        let school = try ImportSchool.withTerms()
        let whole = try school.plan(roster: text)
        #expect(whole.isRefused)
        #expect(
            whole.refusal == [
                "file: nothing was imported: 1 of 2 rows cannot be read; correct the file, or "
                    + "take the other rows with --accept-rest",
                "file:3: DOB: is not a date like 23/11/2026: 30/02/2020",
            ])
        let rest = try school.plan(roster: text, ImportOptions(acceptRest: true))
        #expect(!rest.isRefused)
        #expect(rest.summary == ["2 rows: 1 new, 0 changed, 0 the same, 0 left out, 1 refused"])
        #expect(rest.faultLines == ["file:3: DOB: is not a date like 23/11/2026: 30/02/2020"])
        #expect(school.after(rest).pupil("1")?["surname"] == "Ellwood")
    }

    @Test("A file in which no row fits is refused, whatever is accepted")
    func noRowFits() throws {
        let school = try ImportSchool.withTerms()
        for text in [
            Self.headings, Self.headings + "1,,A,B,1/1/1,2,,,\n", Self.headings + "Total,1\n",
        ] {
            #expect(try school.plan(roster: text, ImportOptions(acceptRest: true)).isRefused)
        }
    }

    @Test(
        "A file without headings, or without one that tells the child, is refused",
        arguments: [
            "", "\n\n", "a,b\nc,d\n", "Surname,Forename,Year\nTarn,Jo,1\n", "\u{0}\u{0}\u{0}",
        ])
    func noHeadings(text: String) throws {
        let plan = try ImportSchool.withTerms().plan(roster: text)
        #expect(plan.isRefused)
        let words = text.isEmpty ? "is empty" : "heading"
        #expect(plan.refused.first?.problem.contains(words) == true)
    }

    @Test("A heading that is there twice is refused")
    func headingTwice() throws {
        let plan = try ImportSchool.withTerms().plan(roster: "UPN,Surname,Forename,upn\n")
        #expect(plan.isRefused)
        #expect(lines(plan) == ["f:1: upn: is a heading twice"])
        // The second is no preferred surname.
        let names = try ImportSchool.withTerms().plan(roster: "UPN,Surname,Surname,Forename\n")
        #expect(lines(names) == ["f:1: Surname: is a heading twice"])
    }

    @Test("Faults of one cause are one line with the count, the first lines and the first examples")
    func manyFaults() throws {
        let rows = (1...130).map { "\($0),,Tarn,Jo,x\($0),1,04/09/2024,,\n" }.joined()
        let plan = try ImportSchool.withTerms().plan(roster: Self.headings + rows)
        #expect(
            plan.refusal == [
                "file: nothing was imported: 130 of 130 rows cannot be read; correct the file",
                "file: 130 rows (lines 2, 3, 4 …): DOB: is not a date like 23/11/2026: x1; x2; x3 …",
            ])
        #expect(plan.everyLine.count == 130)
        #expect(plan.everyLine.last == "file:131: DOB: is not a date like 23/11/2026: x130")
    }

    @Test("A wrong check letter is stored with a notice")
    func checkLetter() throws {
        let school = try ImportSchool.withTerms()
        let plan = try school.plan(
            roster: Self.headings + "1,a919 2081 23001,Ellwood,Mia,14/03/2019,2,04/09/2023,,\n")
        #expect(plan.notices.map(\.text) == ["UPN A919208123001: the check letter does not fit"])
        #expect(school.after(plan).pupil("1")?["upn"] == "A919208123001")
    }

    @Test("Blank cells never clear what is stored")
    func blanks() throws {
        var school = try ImportSchool.withTerms()
        try school.add(
            "1", more: ["sen": "K", "pp_eligible": "yes", "class": "2 Oak", "known_as": "Mimi"])
        let plan = try school.plan(
            roster: "Admission No,Forename,Surname,Class,SEN,Preferred Forename\n1,Mia,Ellwood,,,\n"
        )
        #expect(
            plan.summary == ["1 row: 0 new, 0 changed, 1 the same, 0 left out", "nothing changed"])
    }

    @Test("A child who is missing from the file stays and is listed; a leaver is not missed")
    func missing() throws {
        var school = try ImportSchool.withTerms()
        try school.add("1")
        try school.add("2", "Jo Tarn")
        try school.add("3", "Ivo Vane", more: ["left": "2026-07-21"])
        let plan = try school.plan(roster: "Admission No,Surname\n1,Ellwood\n")
        #expect(plan.missing.map(\.ref) == ["2"])
        #expect(plan.noticeLines == ["file: Jo Tarn (2) is not in the file and stays"])
        #expect(plan.command == nil)
    }

    @Test("The date of admission that was given goes to new children without one alone")
    func admittedOption() throws {
        var school = try ImportSchool.withTerms()
        try school.add("1")
        let text =
            Self.headings + "1,,Ellwood,Mia,14/03/2019,2,,,\n2,,Tarn,Jo,30/01/2020,1,,,\n"
            + "3,,Vane,Ivo,30/01/2020,1,04/09/2024,,\n"
        let options = ImportOptions(admitted: ImportSchool.day("2026-09-01"))
        let after = school.after(try school.plan(roster: text, options))
        #expect(
            after.records.suffix(3).map { $0["admitted"] } == [
                "2023-09-04", "2026-09-01", "2024-09-04",
            ])
    }

    @Test("A stored child who has left is changed, and one who leaves later is no leaver")
    func leavers() throws {
        var school = try ImportSchool.withTerms()
        try school.add("1")
        let text =
            "Adno,UPN,Surname,Forename,DOB,Year,DOA,DOL\n"
            + "1,,Ellwood,Mia,14/03/2019,2,04/09/2023,23/11/2026\n"
            + "2,,Tarn,Jo,30/01/2020,1,04/09/2024,18/12/2026\n"
            + "3,,Vane,Ivo,30/01/2020,1,04/09/2024,21/07/2026\n"
        let plan = try school.plan(roster: text)
        #expect(plan.summary == ["3 rows: 1 new, 1 changed, 0 the same, 1 left out"])
        #expect(school.after(plan).pupil("1")?["left"] == "2026-11-23")
        #expect(school.after(plan).pupil("2")?["left"] == "2026-12-18")
    }

    @Test(
        "A status of enrolment that says that a child has left, in the words of systems",
        arguments: [
            ("Enrolment Status", "Leaver"), ("Enrolment Status", "Leaver (17/07/2026)"),
            ("Enrolment Status", "Not on roll"), ("Pupil Status", "Inactive"),
            ("Enrolment", "Previous"), ("On Roll", "No"), ("On Roll", "False"), ("On Roll", "N"),
        ])
    func status(heading: String, word: String) throws {
        var school = try ImportSchool.withTerms()
        try school.add("1")
        let plan = try school.plan(
            roster: "Adno,Surname,Forename,DOB,Year,DOA,\(heading)\n"
                + "1,Ellwood,Mia,14/03/2019,2,04/09/2023,\(word)\n"
                + "2,Tarn,Jo,30/01/2020,1,04/09/2024,\(word)\n")
        #expect(plan.summary.first == "2 rows: 0 new, 0 changed, 1 the same, 1 left out")
        #expect(
            plan.notices.map(\.text) == [
                "Mia Ellwood is marked as having left and stays on roll; record the date: "
                    + "cksw record correct pupils --pupil 1 --left DATE"
            ])
    }

    @Test(
        "One that says that a child is here says nothing; one that nobody understands is told",
        arguments: [
            ("Enrolment Status", "Single Registration", []), ("On Roll", "Yes", []),
            ("Enrolment Status", "On roll", []), ("Enrolment Status", "C", []),
            (
                "Enrolment Status", "Hibernating",
                ["Enrolment Status: “Hibernating” is not understood and was ignored"]
            ),
        ] as [(String, String, [String])])
    func present(heading: String, word: String, notices: [String]) throws {
        let plan = try ImportSchool.withTerms().plan(
            roster: "Adno,Surname,Forename,DOB,Year,DOA,\(heading)\n"
                + "2,Tarn,Jo,30/01/2020,1,04/09/2024,\(word)\n")
        #expect(plan.new == 1)
        #expect(plan.notices.map(\.text) == notices)
    }

    @Test("A fault is told once, without a cure for what only follows from it")
    func followOn() throws {
        let plan = try ImportSchool.withTerms().plan(
            roster: Self.headings + "1,,Ellwood,Mia,14/03/2019,2,04/09/77,,\n"
                + ",X12,Tarn,Jo,14/03/2019,2,04/09/2023,,\n")
        #expect(
            lines(plan) == [
                "f:2: Date of Admission: has a year of two digits that fits no century; write all four: 04/09/77",
                "f:3: UPN: is not a UPN of the right form: X12",
            ])
    }

    @Test("A dry run says who is new and what changes")
    func listing() throws {
        var school = try ImportSchool.withTerms()
        try school.add("1", more: ["class": "Oak"])
        let text = Self.headings + "1,,Ellwood-Vane,Mia,14/03/2019,3,04/09/2023,K,\n"
        let rest = "2,,Tarn,Jo,14/03/2020,2,04/09/2023,,\n"
        let plan = try school.plan(roster: text + rest)
        #expect(
            plan.listing == [
                "changed: Mia Ellwood-Vane (1): surname Ellwood-Vane, was Ellwood; year_group 3, was 2; "
                    + "sen K, was nothing", "new: Jo Tarn (2)",
            ])
        #expect(try school.plan(roster: text + "3,,,,,,,,\n").listing == [])
        let marks = try school.plan(
            register: "Adno,Date,AM,PM\n1,23/11/2026,N,\n1,20/11/2026,/,\\\n")
        #expect(marks.listing == ["marks of 2026-27: Mia Ellwood (1): 3 new, 0 changed"])
    }

    @Test(
        "A child who comes back is refused with the cure, not with a date that is not in the file")
    func readmission() throws {
        var school = try ImportSchool.withTerms()
        try school.add("3", "Ivo Vane", more: ["left": "2026-07-21"])
        let plan = try school.plan(
            roster: "Admission No,Surname,Forename,DOB,DOA,DOL\n3,Vane,Ivo,14/03/2019,02/11/2026,\n"
        )
        #expect(
            lines(plan) == [
                "f:2: DOA: is after 21 Jul 2026, when the child left by what is on record; for one who "
                    + "has come back take that date away first: cksw record correct pupils --pupil 3 "
                    + "--left \"\": 2 Nov 2026"
            ])
    }

    @Test(
        "A footer where the numbers stand is a line of text",
        arguments: [
            "** End of list **,,,,,", "Boys,0,Girls,,1,", "School: Example,,,,,",
            "Number on roll,28,,,,", "Date printed:,20/11/2026,,,,",
            "Report run by J Smith,,,,20/11/2026,",
        ])
    func footers(row: String) throws {
        let plan = try ImportSchool.withTerms().plan(
            roster: "Admission No,UPN,Surname,Forename,DOB,DOA,Year\n"
                + "1,,Ellwood,Mia,14/03/2019,04/09/2023,2\n\(row)\n")
        #expect(plan.refused == [])
        #expect(plan.new == 1)
        #expect(plan.leftOut.count == 1)
    }

    @Test("A child who has left on record and is in the file again is told")
    func back() throws {
        var school = try ImportSchool.withTerms()
        try school.add("3", "Ivo Vane", more: ["left": "2026-07-21"])
        let plan = try school.plan(roster: "Admission No,Surname\n3,Vane\n")
        #expect(plan.notices.map(\.text) == ["Ivo Vane is on record as having left on 21 Jul 2026"])
    }

    @Test("Nothing that a file holds moves the cursor or hides in what is said")
    func visible() throws {
        let plan = try ImportSchool.withTerms().plan(
            roster: Self.headings + "1,,Ell\u{202E}wood,Mia,x\u{200B}y,2,04/09/2023,,\n")
        #expect(plan.refusal[1].hasSuffix("is not a date like 23/11/2026: x\\u{200B}y"))
        #expect(!plan.refusal.joined().unicodeScalars.contains("\u{202E}"))
    }

    @Test(
        "Year groups in the words of schools",
        arguments: [
            ("Year 2", "2"), ("2", "2"), ("02", "2"), ("Y2", "2"), ("Yr 2", "2"), ("R", "R"),
            ("Reception", "R"), ("Year R", "R"), ("YR", "R"), ("N1", "N1"), ("Nursery 2", "N2"),
            ("E1", "N1"), ("Year 13", "13"), ("FS2", "R"), ("1.0", "1"), ("10.0", "10"),
            ("Curriculum Year 1", "1"), ("NC Year 3", "3"), ("0", "R"),
        ])
    func yearGroups(text: String, year: String) {
        let words = FormatLibrary.shared.words
        #expect(words.yearGroup(text, born: nil, today: ImportSchool.day("2026-11-24")) == year)
    }

    @Test(
        "Two years, or none, are no year group",
        arguments: ["1/2", "1 & 2", "1-2", "Year 1/2", "Y1 Y2", "1.5", "14", "Class 1", "1A", "-1"])
    func noYearGroups(text: String) {
        let words = FormatLibrary.shared.words
        #expect(words.yearGroup(text, born: nil, today: ImportSchool.day("2026-11-24")) == nil)
    }

    @Test(
        "A plain Nursery is the year that the date of birth tells",
        arguments: [("2023-08-31", "N2"), ("2023-09-01", "N1"), ("2024-02-29", "N1")])
    func nursery(born: String, year: String) {
        let words = FormatLibrary.shared.words
        let today = ImportSchool.day("2026-11-24")
        #expect(words.yearGroup("Nursery", born: ImportSchool.day(born), today: today) == year)
        #expect(words.yearGroup("Nursery", born: nil, today: today) == nil)
    }

    @Test(
        "Special needs in codes and words",
        arguments: [
            ("N", "N"), ("No Special Educational Need", "N"), ("K", "K"), ("SEN Support", "K"),
            ("K - SEN support", "K"), ("EHCP", "E"), ("Education, Health and Care Plan", "E"),
            ("E: EHC plan", "E"),
        ])
    func senWords(text: String, code: String) {
        #expect(FormatLibrary.shared.words.sen(text) == code)
    }

    @Test("A word that is not understood stops nothing, and is told")
    func unknownWords() throws {
        let plan = try ImportSchool.withTerms().plan(
            roster: Self.headings + "1,,Ellwood,Mia,14/03/2019,2,04/09/2023,Monitoring,Ever 6\n")
        #expect(plan.new == 1)
        #expect(
            plan.notices.map(\.text) == [
                "SEN: “Monitoring” is not understood and was ignored",
                "Pupil Premium: “Ever 6” is not understood and was ignored",
            ])
    }
}
