import Domain
import Testing

@testable import Exchange

@Suite("Strings and grids of marks")
struct MarkStringTests {
    @Test(
        "A string becomes one text a session",
        arguments: [
            (#"/\/\"#, ["/", "\\", "/", "\\"]), ("C1C1", ["C1", "C1"]), ("I01-", ["I01", ""]),
            (#"/\ II"#, ["/", "\\", "I", "I"]), (#"/ \"#, ["/", "\\"]),
            (#"  /\"#, ["", "", "/", "\\"]),
            ("--", ["", ""]), ("/0", ["/", "0"]), ("#", ["#"]), ("", []), ("–L", ["", "L"]),
        ])
    func tokens(text: String, tokens: [String]) {
        #expect(MarkString.tokens(text) == tokens)
    }

    private func school() throws -> ImportSchool {
        var school = try ImportSchool.withTerms()
        try school.add("1")
        return school
    }

    private func marks(_ text: String, _ days: [String]) throws -> [String] {
        let school = try school()
        let plan = try school.plan(register: text)
        #expect(plan.refused == [])
        let after = school.after(plan)
        return days.map { after.marks("1", $0) }
    }

    private static let week = [
        "2026-11-16", "2026-11-17", "2026-11-18", "2026-11-19", "2026-11-20",
    ]

    @Test("A week's string has up to ten marks from its Monday")
    func week() throws {
        let head = "Adno,Week Beginning,Marks\n1,16/11/2026,"
        #expect(
            try marks(head + #"/\LII\M\--"# + "\n", Self.week) == [
                #"/\"#, "LI", #"I\"#, #"M\"#, "--",
            ])
        #expect(try marks(head + #"/\/\"# + "\n", Self.week) == [#"/\"#, #"/\"#, "--", "--", "--"])
        #expect(
            try marks(head + #"/\ /\ /\ /\ /\"# + "\n", Self.week)
                == Array(repeating: #"/\"#, count: 5))
        #expect(try marks(head + "//////////\n", Self.week) == Array(repeating: #"/\"#, count: 5))
    }

    @Test(
        "A mark lost to escaping is refused",
        arguments: [
            "/////", "////", "//", #"/\/"#, #"/\\/\\"#, #"\/\/"#, #"/\/\/\/\/\/\"#,
            "/0/0",
        ])
    func lost(string: String) throws {
        let plan = try school().plan(
            register: "Adno,Week Beginning,Marks\n1,16/11/2026,\(string)\n")
        #expect(plan.isRefused)
        #expect(plan.refused.first?.line == 2)
    }

    @Test("Where some strings have lost their afternoons, all have")
    func allLost() throws {
        var school = try school()
        try school.add("2", "Jo Tarn", born: "2019-05-01")
        let head = "Adno,Week Beginning,Marks\n1,16/11/2026,///\n2,16/11/2026,"
        let rest = ImportOptions(acceptRest: true)
        let lost = try school.plan(register: head + "/I\n", rest)
        #expect(lost.refused.map(\.line) == [2, 3])
        let sound = try school.plan(register: head + "/\\\n", rest)
        #expect(sound.refused.map(\.line) == [2])
        let alone = try school.plan(register: "Adno,Week Beginning,Marks\n2,16/11/2026,/I/X\n")
        #expect(alone.new == 1)
    }

    @Test("A week that does not begin on a Monday is refused")
    func noMonday() throws {
        let plan = try school().plan(
            register: "Adno,Week Beginning,Marks\n1,17/11/2026,/\\\n")
        #expect(plan.refused.map(\.problem) == ["is no Monday"])
    }

    @Test("A longer string runs over Mondays to Fridays from its date")
    func run() throws {
        let text = "Adno,Start Date,Marks\n1,19/11/2026," + #"/\/\I\"# + "\n"
        #expect(
            try marks(text, ["2026-11-19", "2026-11-20", "2026-11-23"]) == [#"/\"#, #"/\"#, #"I\"#])
    }

    @Test("A string of whole weeks with empty weekends counts every day")
    func sevenDays() throws {
        let text = "Adno,Start Date,Marks\n1,09/11/2026," + #"/\/\/\/\/\----/\/\/\/\I\----"# + "\n"
        #expect(
            try marks(text, ["2026-11-13", "2026-11-16", "2026-11-20"]) == [#"/\"#, #"/\"#, #"I\"#])
    }

    @Test(
        "A grid has a column a day, or two, in any words for the date",
        arguments: [
            "Adno,16/11/2026,Tue 17 Nov 2026\n1,/\\,LI\n",
            "Adno,16/11/2026 AM,16/11/2026 PM,AM 17/11/2026,PM 17/11/2026\n1,/,\\,L,I\n",
            "Adno,2026-11-16,2026-11-16,2026-11-17,2026-11-17\n1,/,\\,L,I\n",
            ",,16/11/2026,,17/11/2026\nAdno,Name,AM,PM,AM,PM\n1,Mia,/,\\,L,I\n",
            "Adno,Name,16/11/2026,,17/11/2026,\n,,AM,PM,AM,PM\n1,Mia,/,\\,L,I\n",
        ])
    func grid(text: String) throws {
        #expect(try marks(text, ["2026-11-16", "2026-11-17"]) == [#"/\"#, "LI"])
    }

    @Test(
        "A grid whose dates lack the year is refused",
        arguments: [
            "Adno,16/11,17/11\n1,/\\,/\\\n", "Adno,Mon 16 Nov\n1,/\\\n", "Adno,16/11/77\n1,/\\\n",
        ])
    func gridWithoutYear(text: String) throws {
        let plan = try school().plan(register: text)
        #expect(plan.isRefused)
        #expect(plan.refused.first?.problem.contains("a grid needs full dates") == true)
    }

    @Test(
        "A grid's cell that is not two marks is refused", arguments: ["/", "///", #"/\\"#, "/N/"])
    func gridCell(cell: String) throws {
        #expect(try school().plan(register: "Adno,16/11/2026\n1,\(cell)\n").isRefused)
    }

    @Test("Planned closures ahead on days without school are left out, not refused")
    func closuresAhead() throws {
        let text = "Adno,23/11/2026,21/12/2026\n1,/\\,##\n"
        let plan = try school().plan(register: text)
        #expect(plan.new == 1)
        #expect(
            plan.notices.map(\.text) == [
                "Mia Ellwood: left out: 2 marks on days without school, 21 Dec 2026"
            ])
    }
}
