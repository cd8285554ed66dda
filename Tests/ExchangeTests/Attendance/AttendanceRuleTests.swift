import Domain
import Testing

@testable import Exchange

@Suite("What a register may say")
struct AttendanceRuleTests {
    private func school() throws -> ImportSchool {
        var school = try ImportSchool.withTerms()
        try school.add("1")
        try school.add("2", "Jo Tarn", born: "2019-05-01", admitted: "2026-11-18")
        return school
    }

    private func days(_ rows: String...) -> String {
        "Adno,Date,AM,PM\n" + rows.joined(separator: "\n") + "\n"
    }

    @Test(
        "A row that cannot be read refuses the file",
        arguments: [
            (#"1,23/11/2026,0,\"#, "is a nought and no register code; is the letter O meant?"),
            (#"1,23/11/2026,A,\"#, "is no register code"),
            (#"1,23/11/2026,//,\"#, "is not one mark; was one lost or doubled by escaping?"),
            (#"1,23/11/2026,/,\\"#, "is not one mark; was one lost or doubled by escaping?"),
            (#"1,23/11/2026,H,\"#, "is no register code on 23 Nov 2026"),
            (#"1,23/11/2026,Y8,\"#, "is no register code on 23 Nov 2026"),
            (#"1,25/11/2026,/,\"#, "is in the future, Wed 25 Nov 2026"),
            (
                #"1,21/11/2026,/,\"#,
                "is on a day without school by the dates on record, Sat 21 Nov 2026"
            ),
            (
                #"1,27/10/2026,/,\"#,
                "is on a day without school by the dates on record, Tue 27 Oct 2026"
            ),
            (
                #"1,23/11/77,/,\"#,
                "has a year of two digits that fits no century; write all four"
            ),
            (#"1,,/,\"#, "is missing"),
        ])
    func unreadable(row: String, problem: String) throws {
        let plan = try school().plan(register: days(row))
        #expect(plan.isRefused)
        #expect(plan.refused.first?.problem == problem)
        #expect(plan.refused.first?.line == 2)
    }

    @Test(
        "A sub-code falls back to its letter only if the whole is no code itself",
        arguments: [
            ("I01", "I"), ("C01", "C"), ("X02", "X"), ("C1", "C1"), ("C2", "C2"), ("Y4", "Y4"),
            ("J1", "J1"), ("i", "I"), ("I1", "I"), ("L", "L"), ("/", "/"), ("\\", "/"),
        ])
    func subCodes(text: String, code: String) throws {
        let school = try school()
        let after = school.after(try school.plan(register: days("1,23/11/2026,\(text),")))
        #expect(after.marks("1", "2026-11-23") == code + "-")
    }

    @Test("A code is judged by the code set of its date")
    func dates() throws {
        var school = ImportSchool()
        try school.add("1")
        let old = try school.plan(register: days("1,15/07/2024,H,J"))
        #expect(old.new == 1)
        #expect(try school.plan(register: days("1,15/07/2024,C1,")).isRefused)
        #expect(try school.plan(register: days("1,09/09/2024,J,")).isRefused)
    }

    @Test("Blank and - keep what is stored; another mark replaces it and counts as changed")
    func replace() throws {
        var school = try school()
        school = school.after(try school.plan(register: days(#"1,23/11/2026,N,\"#)))
        let blank = try school.plan(register: days("1,23/11/2026,,-"))
        #expect(
            blank.summary == ["1 row: 0 new, 0 changed, 1 the same, 0 left out", "nothing changed"])
        let other = try school.plan(register: days("1,23/11/2026,I,"))
        #expect(other.summary == ["1 row: 0 new, 1 changed, 0 the same, 0 left out"])
        #expect(school.after(other).marks("1", "2026-11-23") == #"I\"#)
    }

    @Test("A mark that is no longer late takes the minutes with it")
    func lateMinutes() throws {
        var school = try school()
        let text = "Adno,Date,AM,PM,Minutes Late\n1,23/11/2026,L,\\,12\n"
        school = school.after(try school.plan(register: text))
        let day = ImportSchool.day("2026-11-23")
        #expect(school.marks[PupilRef("1")]?[AcademicYear(of: day)]?.lateMinutes(on: day) == 12)
        #expect(try school.plan(register: text).summary.last == "nothing changed")
        school = school.after(try school.plan(register: days("1,23/11/2026,/,")))
        #expect(school.marks[PupilRef("1")]?[AcademicYear(of: day)]?.lateMinutes(on: day) == nil)
    }

    private static let sessions = "Adno,Date,AM/PM,Mark,Minutes Late\n"

    private func lateMinutes(_ school: ImportSchool) -> Int? {
        let day = ImportSchool.day("2026-11-23")
        return school.marks[PupilRef("1")]?[AcademicYear(of: day)]?.lateMinutes(on: day)
    }

    @Test(
        "Minutes late belong to the late mark, a row a session; both late, the more stands",
        arguments: [
            (#"1,23/11/2026,AM,L,12"#, #"1,23/11/2026,PM,\,0"#, 12),
            (#"1,23/11/2026,PM,\,0"#, #"1,23/11/2026,AM,L,12"#, 12),
            (#"1,23/11/2026,AM,L,12"#, #"1,23/11/2026,PM,U,5"#, 12),
            (#"1,23/11/2026,AM,L,5"#, #"1,23/11/2026,PM,L,12"#, 12),
            (#"1,23/11/2026,AM,/,0"#, #"1,23/11/2026,PM,\,7"#, nil),
        ])
    func sessionMinutes(one: String, other: String, minutes: Int?) throws {
        var school = try school()
        let text = Self.sessions + one + "\n" + other + "\n"
        let plan = try school.plan(register: text)
        #expect(
            plan.notices.map(\.text)
                == (minutes == nil
                    ? ["Mia Ellwood: left out: 7 minutes late without a mark that is late"] : []))
        school = school.after(plan)
        #expect(lateMinutes(school) == minutes)
        let again = try school.plan(register: text)
        #expect(
            again.summary == [
                "2 rows: 0 new, 0 changed, 2 the same, 0 left out", "nothing changed",
            ])
    }

    @Test("Two rows of one session with other minutes contradict each other")
    func minutesContradict() throws {
        let headings = "Adno,Date,AM,PM,Minutes Late\n"
        let row = #"1,23/11/2026,L,\,"#
        let plan = try school().plan(register: headings + row + "5\n" + row + "15\n")
        #expect(
            plan.refused.map(\.problem) == [
                "minutes late for 23 Nov 2026 AM contradict line 3",
                "minutes late for 23 Nov 2026 AM contradict line 2",
            ])
        let same = try school().plan(register: headings + row + "5\n" + row + "5\n")
        #expect(same.leftOut.map(\.text) == ["Mia Ellwood: repeats line 2"])
    }

    @Test("A string over a weekend that may count it or not is refused, not shifted")
    func weekends() throws {
        func plan(_ marks: String) throws -> ImportPlan {
            try school().plan(register: "Adno,Start Date,Marks\n1,02/11/2026,\(marks)\n")
        }
        let twoWeeks = #"/\/\/\/\/\----/\/\/\NN/\"#
        #expect(
            try plan(twoWeeks).refused.map(\.problem) == [
                "may count Saturdays and Sundays or leave them out; give whole weeks, or a row a day"
            ])
        let whole = try plan(twoWeeks + "----")
        #expect(try school().after(whole).marks("1", "2026-11-12") == "NN")
        let weekdays = try plan(#"/\/\/\/\/\II/\/\NN/\"#)
        #expect(try school().after(weekdays).marks("1", "2026-11-09") == "II")
        #expect(try school().after(weekdays).marks("1", "2026-11-12") == "NN")
        // Nothing stands behind the weekend: it is the same either way.
        let one = try plan(#"/\/\/\/\NN----"#)
        #expect(try school().after(one).marks("1", "2026-11-06") == "NN")
    }

    @Test("A child called Page is no line of totals")
    func page() throws {
        var school = try school()
        try school.add("7001", "Oliver Page", born: "2019-07-01")
        let text = #"Name,Admission No,Date,AM,PM\#n"Page, Oliver",7001,23/11/2026,N,N\#n"#
        let plan = try school.plan(register: text + "Total,2,,,\nPage 1 of 1,,,,\n")
        #expect(plan.new == 1)
        #expect(plan.leftOut.map(\.text) == ["totals", "totals"])
    }

    @Test("Marks outside the time on roll, # on days without school, totals and repeats are listed")
    func leftOut() throws {
        let text = days(
            #"1,23/11/2026,/,\"#, #"2,17/11/2026,/,\"#, "1,27/10/2026,#,#", #"1,23/11/2026,/,\"#,
            "Total,,1,1", #"9,23/11/2026,/,\"#)
        let plan = try school().plan(register: text)
        #expect(plan.refused == [])
        #expect(plan.summary == ["6 rows: 1 new, 0 changed, 0 the same, 5 left out"])
        #expect(
            plan.leftOut.map(\.text) == [
                "Jo Tarn: 2 marks outside the time on roll, 17 Nov 2026",
                "Mia Ellwood: 2 marks on days without school, 27 Oct 2026",
                "Mia Ellwood: repeats line 2", "totals", "9 is not on the roster",
            ])
    }

    @Test("Rows of one session that contradict each other are refused, in either order")
    func contradiction() throws {
        let text = days(#"1,23/11/2026,/,\"#, "1,23/11/2026,,I", "1,20/11/2026,/,")
        let plan = try school().plan(register: text, ImportOptions(acceptRest: true))
        #expect(plan.refused.map(\.line) == [2, 3])
        #expect(
            plan.refused.map(\.problem) == [
                "for 23 Nov 2026 PM contradicts line 3", "for 23 Nov 2026 PM contradicts line 2",
            ])
        #expect(plan.new == 1)
    }

    @Test("Where no term of a year is on record its weekdays count, and the dates are asked for")
    func noTerms() throws {
        var school = ImportSchool()
        try school.add("1")
        let plan = try school.plan(register: days(#"1,23/11/2026,/,\"#, #"1,02/06/2026,/,\"#))
        #expect(plan.new == 2)
        #expect(plan.yearsWithoutTerms.map(\.label) == ["2025-26", "2026-27"])
        #expect(plan.notices.count == 2)
        #expect(try school.plan(register: days("1,21/11/2026,/,")).isRefused)
    }

    @Test("A file without one afternoon mark is noticed")
    func noAfternoon() throws {
        let school = try school()
        let plan = try school.plan(register: days("1,20/11/2026,/,", "1,23/11/2026,/,"))
        #expect(
            plan.notices.map(\.text) == [
                "no row has an afternoon mark; was every \\ lost to escaping?"
            ])
        #expect(try school.plan(register: days("1,24/11/2026,/,")).notices == [])
    }

    @Test("A child found by name although the file has a number is told once")
    func foundByName() throws {
        let head = "Adno,Name,DOB,Date,AM,PM\n"
        let rows = ["20", "23"].map { "77,Mia Ellwood,14/03/2019,\($0)/11/2026,/,\\\n" }.joined()
        let plan = try school().plan(register: head + rows)
        #expect(plan.new == 2)
        #expect(
            plan.notices.map(\.text) == [
                "Mia Ellwood (1) was found by name and date of birth, not by 77"
            ])
    }

    @Test("A store's own records serve as the school on record")
    func storedSchool() throws {
        let school = try school()
        let pack = PackLoader.builtIn
        var table = RecordTable()
        table.apply(school.records.map(RecordChange.put))
        let text = days(#"1,23/11/2026,/,\"#, #"1,25/12/2026,/,\"#)
        func plan(_ text: String) -> ImportPlan {
            AttendanceImport().plan(
                bytes: Array(text.utf8), fileName: "f",
                existing: StoredSchool(table, pack: pack, today: school.today))
        }
        #expect(plan(text).refused.map(\.line) == [3, 3])
        let good = days(#"1,23/11/2026,/,\"#)
        table.apply(plan(good).command?.changes ?? [])
        #expect(plan(good).summary.last == "nothing changed")
    }

    @Test("A system that knows one present mark gets each session's own")
    func onePresentMark() throws {
        let school = try school()
        let after = school.after(try school.plan(register: days("1,23/11/2026,/,/")))
        #expect(after.marks("1", "2026-11-23") == #"/\"#)
    }

    @Test(
        "A register that tells no child, or no date, or no session is refused",
        arguments: [
            "Surname,Forename,Date,AM,PM\nEllwood,Mia,23/11/2026,/,\\\n",
            "Adno,AM,PM\n1,/,\\\n", "Adno,Date,Mark\n1,23/11/2026,/\n", "Adno,Date\n1,23/11/2026\n",
        ])
    func headings(text: String) throws {
        let plan = try school().plan(register: text)
        #expect(plan.isRefused)
        #expect(plan.rows == 0)
    }

    @Test("A child is found by full name and date of birth, never by name alone")
    func byName() throws {
        let school = try school()
        let head = "Name,DOB,Date,AM,PM\n"
        for name in ["\"Ellwood, Mia\"", "Mia Ellwood", "Ellwood Mia"] {
            let plan = try school.plan(register: head + name + ",14/03/2019,23/11/2026,/,\\\n")
            #expect(plan.new == 1)
        }
        for row in ["Mia Ellwood,,23/11/2026,/,\\\n", "Mia Ellwood,15/03/2019,23/11/2026,/,\\\n"] {
            #expect(try school.plan(register: head + row).new == 0)
        }
    }
}
