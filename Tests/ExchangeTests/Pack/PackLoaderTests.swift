import Domain
import Exchange
import Support
import Testing

@Suite struct PackLoaderTests {
    private static let good = """
        name = "School"

        [pep.warn-days]
        value = 20
        source = "Governors, minutes"
        checked = 2026-10-01
        """

    /// The built-in pack with a school's text laid over it.
    private func load(_ text: String) throws(PackFault) -> PolicyPack {
        try PackLoader.load(
            national: .england, local: .hertfordshire,
            school: PackLoader.File(name: "school.toml", bytes: Array(text.utf8)))
    }

    private func refusal(_ text: String) -> String? {
        do throws(PackFault) {
            _ = try load(text)
            return nil
        } catch {
            return error.words
        }
    }

    @Test(
        "The built-in pack holds the rules' defaults",
        arguments: [
            (.everSixYears, 6), (.pepMinimumDays, 20), (.pepWarnDays, 15), (.pepsPerYear, 3),
            (.pepInitialWorkingDays, 10), (.pepReviewWorkingDays, 20), (.pepMoveWorkingDays, 20),
            (.pepEventWindowDays, 365), (.pepPeopleWarnDays, 10), (.pepTargetsDays, 10),
            (.pepSignOffDays, 10), (.pepReviewDays, 10), (.minimumSessions, 20),
            (.severePercent, 50), (.persistentPercent, 10), (.concernPercent, 5), (.clearDays, 10),
            (.runDays, 3), (.punctualityDays, 10), (.punctualityMarks, 3), (.carerDays, 1),
            (.socialWorkerDays, 2), (.virtualSchoolDays, 5), (.followUpDays, 20),
            (.followUpWarnDays, 5), (.firstDayWindow, 5), (.unexplainedDays, 5),
            (.idleWarnDays, 60), (.linkDays, 10), (.impactDays, 60), (.impactWarnDays, 15),
        ] as [(NumberKey, Int)])
    func defaults(key: NumberKey, value: Int) throws {
        let number = PackLoader.builtIn.number(key)
        #expect(number.value == value)
        #expect(!number.unit.isEmpty && !number.source.isEmpty)
    }

    @Test("The built-in pack knows 92 clauses, every register code and England's bank holidays")
    func tables() throws {
        let pack = PackLoader.builtIn
        #expect(pack.name == "Hertfordshire")
        #expect(pack.clauses.count == 92)
        #expect(pack.clause("PEP-1")?.isComputed == true)
        #expect(pack.clauses.count { !$0.isComputed } == 9)
        #expect(Set(pack.codes.entries.map(\.code)) == Set(RegisterCode.all))
        let boxing = try #require(Day(iso: "2026-12-28"))
        #expect(pack.bankHolidays.contains(boxing) && pack.bankHolidays.count == 171)
        #expect(pack.law["pep-initial"] != nil && pack.law["key-adult"] == nil)
        #expect(!pack.number(.pepInitialWorkingDays).needsCheck)
        #expect(pack.number(.interimPEPDays).needsCheck)
        #expect(!pack.number(.severePercent).needsCheck)
    }

    @Test("A school's own file changes a number with its own source and keeps unit and range")
    func override() throws {
        let folder = try TemporaryFolder()
        try folder.write("own.toml", Self.good)
        let number = try PackLoader.load(overriding: folder.file("own.toml")).number(.pepWarnDays)
        #expect(number.value == 20 && number.unit == "school days")
        #expect(number.source == "Governors, minutes" && number.checked == Day(iso: "2026-10-01"))
    }

    @Test(
        "What is wrong in a pack is refused with its file, line and key",
        arguments: [
            (
                "value = 20", "value = \"20\"",
                "school.toml:4: pep.warn-days.value: is not a whole number"
            ),
            (
                "value = 20", "value = 2.5",
                "school.toml:4: pep.warn-days.value: is not a whole number"
            ),
            (
                "value = 20", "value = 61",
                "school.toml:4: pep.warn-days.value: is 61, and must be from 0 to 60"
            ),
            (
                "value = 20", "value = -1",
                "school.toml:4: pep.warn-days.value: is -1, and must be from 0 to 60"
            ),
            ("value = 20\n", "", "school.toml:3: pep.warn-days.value: is missing"),
            (
                "source = \"Governors, minutes\"\n", "",
                "school.toml:3: pep.warn-days.source: is missing"
            ),
            (
                "\"Governors, minutes\"", "\"\"",
                "school.toml:5: pep.warn-days.source: is not a text in quotation marks"
            ),
            ("checked = 2026-10-01", "", "school.toml:3: pep.warn-days.checked: is missing"),
            (
                "2026-10-01", "\"2026-10-01\"",
                "school.toml:6: pep.warn-days.checked: is not a day like 2026-11-23 without quotes"
            ),
            (
                "value = 20", "value = 20\nunit = \"weeks\"",
                "school.toml:5: pep.warn-days.unit: is set by hertfordshire.toml"
            ),
            (
                "value = 20", "value = 20\nmax = 99",
                "school.toml:5: pep.warn-days.max: is set by hertfordshire.toml"
            ),
            (
                "value = 20", "value = 20\nvalues = 3",
                "school.toml:5: pep.warn-days.values: is no key of a policy pack"
            ),
            (
                "value = 20", "value = 20\ncheck = 1",
                "school.toml:5: pep.warn-days.check: is not true or false"
            ),
            (
                "pep.warn-days", "pep.warning",
                "school.toml:3: pep.warning: is no key of a policy pack"
            ),
            (
                "[pep.warn-days]", "[pep]\nwarn-days = 3\n[x]",
                "school.toml:4: pep.warn-days: is not a table with value, source and checked"
            ),
            ("name = \"School\"", "", "school.toml: name: is missing"),
            (
                "name = \"School\"", "name = \"School\"\ncolour = 1",
                "school.toml:2: colour: is no key of a policy pack"
            ),
            (
                "[pep.warn-days]", "[law]\nno-such-rule = \"x\"\n[pep.warn-days]",
                "school.toml:4: law.no-such-rule: is no key of a policy pack"
            ),
            (
                "[pep.warn-days]", "[law]\npep-initial = 3\n[pep.warn-days]",
                "school.toml:4: law.pep-initial: is not a text in quotation marks"
            ),
        ])
    func refusals(from: String, to: String, expected: String) throws {
        let text = Self.good.replacing(from, with: to)
        #expect(text != Self.good)
        #expect(refusal(Self.good) == nil)
        #expect(refusal(text) == expected)
    }

    @Test("A file that is no TOML is refused with the parser's line")
    func syntax() {
        let words = refusal("name = \"School\"\n[pep.\n")
        #expect(words?.hasPrefix("school.toml:2: is no TOML: ") == true)
    }

    @Test("A file that is not UTF-8, or not there, is refused")
    func unreadable() throws {
        #expect(throws: PackFault.self) {
            try PackLoader.load(
                national: .england, local: .hertfordshire,
                school: PackLoader.File(name: "school.toml", bytes: [0xFF]))
        }
        let folder = try TemporaryFolder()
        let path = folder.file("none.toml")
        let fault = #expect(throws: PackFault.self) { try PackLoader.load(overriding: path) }
        #expect(fault?.words == "\(path): there is no such file")
    }

    @Test("A pack that lacks a number is refused and names it")
    func missingNumber() {
        let fault = #expect(throws: PackFault.self) {
            try PackLoader.load(
                national: .england,
                local: PackLoader.File(name: "local.toml", bytes: Array("name = \"x\"".utf8)))
        }
        #expect(fault?.words == "local.toml: pep.minimum-days: is missing")
    }

    @Test("A range that is empty is refused")
    func emptyRange() {
        let text = """
            name = "x"
            [pep.warn-days]
            value = 1
            unit = "days"
            min = 5
            max = 4
            source = "x"
            checked = 2026-10-01
            """
        let fault = #expect(throws: PackFault.self) {
            try PackLoader.load(
                national: .england, local: PackLoader.File(name: "l.toml", bytes: Array(text.utf8)))
        }
        #expect(fault?.words == "l.toml:6: pep.warn-days.max: is below min")
    }
}
