import Domain
import Testing

@testable import Exchange

@Suite("Which column holds what")
struct ColumnTests {
    private func school() throws -> ImportSchool {
        var school = try ImportSchool.withTerms()
        try school.add("1", more: ["class": "2A"])
        try school.add("2", "Jo Tarn", more: ["class": "1B"])
        return school
    }

    private func read(_ plan: ImportPlan) -> [String: String] {
        Dictionary(plan.columns.compactMap { column in column.field.map { ($0, column.heading) } })
        {
            first, _ in first
        }
    }

    @Test("Of two headings for one field the one whose cells fit is it, in either order")
    func byCells() throws {
        for (head, row) in [
            ("STUDENT_ID,DATE,PERIOD,RAW_MARK,MARK_CODE", "1,23/11/2026,AM,N,NO_REASON"),
            ("STUDENT_ID,DATE,PERIOD,MARK_CODE,RAW_MARK", "1,23/11/2026,AM,NO_REASON,N"),
        ] {
            let plan = try school().plan(register: "\(head)\n\(row)\n")
            #expect(read(plan)["mark"] == "RAW_MARK")
            #expect(plan.new == 1)
        }
    }

    @Test("A heading that fits two fields is taken for the one whose form its cells have")
    func twoFields() throws {
        let numbers = try school().plan(roster: "Pupil,Surname,Forename\n1,Ellwood,Mia\n")
        #expect(read(numbers)["admission_no"] == "Pupil")
        let names = try school().plan(
            register: "Pupil,DOB,Date,AM,PM\n\"Ellwood, Mia\",14/03/2019,23/11/2026,/,\\\n")
        #expect(read(names)["name"] == "Pupil")
        #expect(names.new == 1)
    }

    @Test("A column of UPNs is no child's number, whatever its heading says")
    func upns() throws {
        let head = "pupil,UPN,Surname,Forename,DOB,Year,Date of Admission\n"
        let row = "R91920812500A,R91920812500A,Kaur,Simran,12/03/2020,1,01/09/2025\n"
        let both = try school().plan(roster: head + row)
        #expect(read(both)["admission_no"] == nil)
        #expect(read(both)["upn"] == "UPN")
        #expect(both.notices.contains { $0.text.contains("has no admission number") })
        let numbered = try school().plan(
            roster: "pupil,Admission No,Surname,Forename,DOB,Year,Date of Admission\n"
                + "R91920812500A,2104,Kaur,Simran,12/03/2020,1,01/09/2025\n")
        #expect(read(numbered)["admission_no"] == "Admission No")
        #expect(read(numbered)["upn"] == "pupil")
    }

    @Test("A grid of days is a register, and no list of children is made of it")
    func register() throws {
        let grid =
            "Adno,Surname,Forename,16/11/2026,17/11/2026,18/11/2026,19/11/2026\n"
            + "1,Ellwood,Mia,/\\,/\\,/\\,N\\\n2,Tarn,Jo,/\\,/\\,LL,/\\\n"
        let plan = try school().plan(roster: grid)
        #expect(plan.isRefused)
        #expect(plan.refused.first?.problem.hasPrefix("most headings are dates") == true)
        let found = SchoolFile(Array(grid.utf8), name: "f").plan(
            among: ImportKind.allCases, { _ in ImportOptions() }, existing: try school().onRecord())
        #expect(found?.kind == .attendance)
    }

    @Test("Of a file most of whose columns are not read somebody says first what it is")
    func unread() throws {
        let text =
            "Adno,UPN,Colour,Pet,House,Bus\n1,,red,cat,Elm,7\n2,,blue,dog,Oak,9\n"
        let asked = try school().plan(roster: text)
        #expect(asked.asksAboutColumns)
        #expect(asked.unread == ["Colour", "Pet", "House", "Bus"])
        let told = ["Colour", "Pet", "House", "Bus"].map {
            HeadingMeaning(heading: $0, field: nil)
        }
        #expect(try !school().plan(roster: text, ImportOptions(meanings: told)).asksAboutColumns)
    }

    @Test("Of one heading twice the column whose cells fit is read; alike, nobody guesses")
    func twice() throws {
        let head = "Adno,Date,AM,PM,AM\n"
        let good = try school().plan(register: head + "1,23/11/2026,/,\\,present\n")
        #expect(good.new == 1)
        let bad = try school().plan(register: head + "1,23/11/2026,/,\\,N\n")
        #expect(bad.refused.map(\.problem) == ["is a heading twice"])
        let same = try school().plan(register: head + "1,23/11/2026,/,\\,/\n")
        #expect(same.new == 1)
    }

    @Test("A column is what a person says; what was said later counts")
    func told() throws {
        let text =
            "Adno,Surname,Forename,DOB,Year,Enrolment begins\n3,Kaur,Simran,12/03/2020,1,01/09/2025\n"
        let refused = try school().plan(roster: text)
        #expect(
            refused.faultLines.first
                == "file:2: is new and has no date of admission; give it with --admitted DATE, or name "
                + "its column with --map \"Enrolment begins=admitted\": Simran Kaur")
        let kept = HeadingMeaning(heading: "Enrolment begins", field: "left")
        let now = HeadingMeaning(
            heading: "ENROLMENT  BEGINS", field: "admitted", isForThisFile: true)
        let plan = try school().plan(roster: text, ImportOptions(meanings: [kept, now]))
        #expect(try school().after(plan).pupil("3")?["admitted"] == "2025-09-01")
        let ignored = HeadingMeaning(heading: "Enrolment begins", field: nil)
        let none = try school().plan(roster: text, ImportOptions(meanings: [ignored]))
        #expect(!none.noticeLines.contains { $0.contains("columns that are not read") })
    }

    @Test("A heading that was named for this file and is not in it refuses the file")
    func toldWrongly() throws {
        let meaning = HeadingMeaning(heading: "Begun", field: "admitted", isForThisFile: true)
        let plan = try school().plan(
            roster: "Adno,Surname\n1,Ellwood\n", ImportOptions(meanings: [meaning]))
        #expect(
            plan.refused.map(\.problem) == ["has no heading Begun; its headings are Adno, Surname"])
        let kept = HeadingMeaning(heading: "Begun", field: "admitted")
        #expect(
            try !school().plan(
                roster: "Adno,Surname\n1,Ellwood\n", ImportOptions(meanings: [kept])
            ).isRefused)
    }

    @Test("What is said for every row fills a column that the file does not have, and only that")
    func constants() throws {
        let options = ImportOptions(settings: ["date": "23/11/2026"])
        let plan = try school().plan(register: "Adno,AM,PM\n1,/,\\,,\n2,N,N\n", options)
        #expect(try school().after(plan).marks("2", "2026-11-23") == "NN")
        let told = try school().plan(
            register: "Adno,Date,AM,PM\n1,20/11/2026,/,\\\n", options)
        #expect(try school().after(told).marks("1", "2026-11-20") == "/\\")
        #expect(told.notices.map(\.text) == ["--set date was not used: Date tells it"])
    }

    @Test("A value for every row never takes the place of what is on record")
    func fillsOnly() throws {
        var school = try school()
        try school.add("3", "Ivo Vane", more: ["sen": "K"])
        let plan = try school.plan(
            roster: "Adno,Surname\n1,Ellwood\n3,Vane\n", ImportOptions(settings: ["sen": "N"]))
        #expect(school.after(plan).pupil("1")?["sen"] == "N")
        #expect(school.after(plan).pupil("3")?["sen"] == "K")
    }

    @Test("The words of the open CSV form are headings too")
    func ownWords() throws {
        let plan = try school().plan(
            roster: "pupil,upn,surname,forename,known_as,preferred_surname,born,year_group,class,"
                + "admitted,left,sen,disabled,pp_eligible\n"
                + "9,,Kaur,Simran,Sim,,2020-03-12,1,1B,2025-09-01,,K,no,yes\n")
        #expect(plan.new == 1)
        #expect(try school().after(plan).pupil("9")?["pp_eligible"] == "yes")
        let marks = try school().plan(
            register: "pupil,date,am,pm,late_minutes\n1,2026-11-23,L,\\,9\n")
        #expect(marks.new == 1)
    }

    @Test("Names and classes alone are for a person to confirm; who fits two or none is left out")
    func names() throws {
        var school = try school()
        try school.add("4", "Sam Hay", more: ["class": "1B"])
        try school.add("5", "Sam Hay", more: ["class": "1B"])
        let text =
            "Name,Reg,23/11/2026 AM\n\"Ellwood, Mia\",2a,N\nJo Tarn,1B,/\nSam Hay,1B,/\n"
            + "Jo Tarn,2A,/\n"
        let asked = try school.plan(register: text)
        #expect(asked.needsNames)
        let plan = try school.plan(register: text, ImportOptions(confirmsNames: true))
        #expect(
            plan.pairs.map(\.words) == ["Ellwood, Mia, 2a", "Jo Tarn, 1B"])
        #expect(plan.pairs.map(\.name) == ["Mia Ellwood (1)", "Jo Tarn (2)"])
        #expect(plan.leftOut.map(\.line) == [4, 5])
        #expect(
            plan.leftOut[0].text
                == "Sam Hay, 1B: more than one child on roll has this name and class")
        #expect(school.after(plan).marks("1", "2026-11-23") == "N-")
    }

    @Test("A child who left is not meant by a name and a class")
    func namesOfLeavers() throws {
        var school = try ImportSchool.withTerms()
        try school.add("1", more: ["class": "2A", "left": "2026-07-21"])
        let plan = try school.plan(
            register: "Name,Reg,23/11/2026 AM\n\"Ellwood, Mia\",2A,N\n",
            ImportOptions(confirmsNames: true))
        #expect(plan.pairs == [])
        #expect(plan.leftOut.count == 1)
    }

    @Test("A new child without a year group gets the year of the birthday, and it is said")
    func yearGroups() throws {
        let plan = try school().plan(
            roster: "Adno,Surname,Forename,DOB,DOA\n3,Kaur,Simran,31/08/2020,01/09/2025\n"
                + "4,Bell,Max,01/09/2020,01/09/2025\n")
        let after = try school().after(plan)
        #expect(after.pupil("3")?["year_group"] == "2")
        #expect(after.pupil("4")?["year_group"] == "1")
        #expect(
            plan.noticeLines.first
                == "file: 2 rows (lines 2, 3): the year group was worked out from the date of birth: "
                + "Simran Kaur, year 2; Max Bell, year 1")
    }

    @Test("The present sign of the other session is taken and told with its lines")
    func otherSigns() throws {
        let plan = try school().plan(
            register: "Adno,Date,AM,PM\n1,23/11/2026,\\,\\\n2,23/11/2026,/,/\n")
        #expect(try school().after(plan).marks("1", "2026-11-23") == "/\\")
        #expect(
            plan.notices.map(\.text) == [
                "2 rows (lines 2, 3): the present sign of the other session (/ or \\) was taken for the "
                    + "session's own"
            ])
        let grid = try school().plan(register: "Adno,23/11/2026\n1,//\n2,\\/\n")
        #expect(try school().after(grid).marks("2", "2026-11-23") == "/\\")
        #expect(grid.notices.count == 1)
    }

    @Test("Minutes with the mark and minutes in a column must agree")
    func minutes() throws {
        let head = "Adno,Date,AM,PM,Minutes Late\n"
        #expect(try school().plan(register: head + "1,23/11/2026,L12,\\,12\n").new == 1)
        #expect(try school().plan(register: head + "1,23/11/2026,L12,\\,9\n").isRefused)
    }
}
