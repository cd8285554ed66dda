import Domain
import Support
import Testing

@testable import Exchange

/// Profiles of authorities: those that travel inside, a school's own, and all that can be wrong.
@Suite("Profiles of authorities")
struct PackProfileTests {
    private static let good = """
        authority-profile = true
        name = "Fens"
        names = ["The Fens"]

        [cut-off]
        autumn = "28 November"
        spring = "6 March"
        summer = "19 June"
        source = "A letter"
        checked = 2026-11-29

        [cut-off.2026-27]
        autumn = 2026-12-04
        spring = 2027-03-12
        source = "A list"
        checked = 2026-11-29
        check = true

        [sign-off]
        days = 7
        unit = "working days"
        by = ["head"]
        source = "A letter"
        checked = 2026-11-29

        [grading]
        grades = ["gold", "red"]
        areas = ["Voice"]
        source = "A rubric"
        checked = 2026-11-29

        [portal]
        name = "FenPEP"
        fields = ["Child", "School"]
        source = "A handbook"
        checked = 2026-11-29

        [report]
        initial = 2
        review = 5
        unit = "school days"
        source = "A procedure"
        checked = 2026-11-29

        [pep]
        dt_review_counts = true
        source = "A handbook"
        checked = 2026-11-29

        [contact]
        team = "Fens Virtual School"
        email = "team@fens.example"
        telephone = "01632 960111"
        source = "A letter"
        checked = 2026-11-29
        """

    private func faults(_ text: String) -> [String] {
        PackLoader.check(
            [
                .england, .rules, .hertfordshire,
                PackLoader.File(name: "own.toml", bytes: Array(text.utf8)),
            ], named: "hertfordshire.toml"
        ).faults.map(\.words)
    }

    private func load(_ text: String) throws(PackFault) -> PolicyPack {
        try PackLoader.load(
            national: .england, local: .hertfordshire,
            school: PackLoader.File(name: "own.toml", bytes: Array(text.utf8)))
    }

    // MARK: Inside the program

    @Test("The profiles inside are good, and what was compiled is what their files say")
    func inside() throws {
        let (parts, faults) = PackLoader.check(
            [.england, .rules, .hertfordshire], named: "hertfordshire.toml")
        #expect(faults.isEmpty)
        #expect(parts.authorities == PackLoader.builtIn.authorities)
        #expect(
            parts.authorities.map(\.name) == [
                "default", "Central Bedfordshire", "Hertfordshire", "Lancashire", "Northmarsh",
                "St Helens",
            ])
    }

    @Test("Each profile inside says where each of its parts was found, and names nobody")
    func sources() {
        for profile in PackLoader.builtIn.authorities {
            #expect(!profile.parts.isEmpty, "\(profile.name)")
            for part in profile.parts {
                #expect(!part.source.isEmpty && part.checked.iso == "2026-11-29")
            }
        }
    }

    @Test("Of every other authority no days are said, and eight areas are")
    func general() {
        let profile = PackLoader.builtIn.profile(of: nil)
        #expect(profile.cutOffs.isEmpty && profile.signOff == nil && profile.reports == nil)
        #expect(profile.practice == nil && profile.contact == nil)
        #expect(profile.grading?.areas.count == 8 && profile.grading?.grades == [])
        #expect(profile.portal?.fields.count == 24)
    }

    @Test("Of Hertfordshire nothing was found that need not be checked, and no figure")
    func hertfordshire() {
        let profile = PackLoader.builtIn.profile(of: "Hertfordshire")
        #expect(profile.parts.allSatisfy { $0.needsCheck })
        #expect(profile.cutOffs.isEmpty && profile.signOff == nil && profile.reports == nil)
        #expect(profile.contact?.telephone == "01992 556915")
    }

    @Test(
        "The profiles inside hold what was found",
        arguments: [
            ("Lancashire", "10 working days", false),
            ("Central Bedfordshire", "5 working days", true),
            ("St Helens", nil, false), ("Northmarsh", "7 working days", true),
        ] as [(String, String?, Bool)])
    func found(_ name: String, _ signOff: String?, _ dtReview: Bool) {
        let profile = PackLoader.builtIn.profile(of: name)
        #expect(profile.signOff?.within?.words == signOff)
        #expect(profile.signOff?.by.isEmpty == false)
        #expect(profile.dtReviewCounts == dtReview)
    }

    @Test("No authority that exists has a cut-off for a year of which none was found")
    func thisYear() {
        let year = AcademicYear(start: 2026)
        for profile in PackLoader.builtIn.authorities where profile.name != "Northmarsh" {
            for name in TermName.allCases {
                let term = Term(year: year, name: name, start: year.first, end: year.last)
                #expect(profile.cutOff(for: term) == nil, "\(profile.name)")
            }
        }
    }

    // MARK: A school's own

    @Test("A profile of its own is laid over the built-in policy")
    func own() throws {
        #expect(faults(Self.good) == [])
        let pack = try load(Self.good)
        #expect(pack.name == "Hertfordshire")
        let profile = pack.profile(of: "the fens council")
        #expect(profile.name == "Fens" && profile.dtReviewCounts)
        #expect(profile.signOff?.within == DayCount(7, .workingDays))
        #expect(profile.reports?.initial == DayCount(2, .schoolDays))
        #expect(profile.reports?.review == DayCount(5, .schoolDays))
        #expect(profile.grading?.grades == ["gold", "red"])
        #expect(profile.portal?.fields == ["Child", "School"])
        #expect(profile.contact?.email == "team@fens.example")
        #expect(profile.parts.map(\.needsCheck).count { $0 } == 1)
        let year = AcademicYear(start: 2026)
        let days = TermName.allCases.map {
            profile.cutOff(for: Term(year: year, name: $0, start: year.first, end: year.last))?.iso
        }
        #expect(days == ["2026-12-04", "2027-03-12", "2027-06-19"])
    }

    @Test("It takes the place of what the built-in one says, part by part")
    func over() throws {
        let text = """
            authority-profile = true
            name = "Herts"
            [sign-off]
            days = 5
            unit = "school days"
            source = "A letter"
            checked = 2026-12-01
            """
        let pack = try load(text)
        let profile = pack.profile(of: "Hertfordshire County Council")
        #expect(profile.name == "Herts" && profile.names == ["Hertfordshire"])
        #expect(profile.signOff?.within?.words == "5 school days")
        #expect(profile.portal?.name == "Hertfordshire ePEP")
        #expect(pack.authorities.count == PackLoader.builtIn.authorities.count)
    }

    @Test("A pack names profiles beside it; a file by itself is told from a pack by its first key")
    func files() throws {
        let folder = try TemporaryFolder()
        try folder.write("fens.toml", Self.good)
        try folder.write("oak.toml", "name = \"Oak Tree\"\nprofiles = [\"fens.toml\"]\n")
        let path = folder.file("oak.toml")
        #expect(PackLoader.faults(of: path).isEmpty)
        let pack = try PackLoader.load(path)
        #expect(pack.name == "Oak Tree" && pack.profile(of: "Fens").name == "Fens")
        #expect(try PackLoader.profile(path) == nil)
        #expect(try PackLoader.profile("northmarsh") == nil)
        #expect(PackLoader.faults(of: folder.file("fens.toml")).isEmpty)
        #expect(try PackLoader.profile(folder.file("fens.toml")) == pack.profile(of: "Fens"))
        #expect(try PackLoader.load(folder.file("fens.toml")).profile(of: "Fens").name == "Fens")
    }

    @Test("A file that a pack names and that is none, or wrong, is told")
    func namedFiles() throws {
        let folder = try TemporaryFolder()
        try folder.write("pack.toml", "name = \"Fens\"\n")
        try folder.write("wrong.toml", "authority-profile = true\nname = 3\n")
        try folder.write(
            "oak.toml", "name = \"Oak\"\nprofiles = [\"pack.toml\", \"wrong.toml\", \"no.toml\"]\n")
        let oak = folder.file("oak.toml")
        #expect(
            PackLoader.faults(of: oak).map(\.words) == [
                "\(oak):2: profiles: names pack.toml, which is no profile: it has no "
                    + "authority-profile = true",
                "\(folder.file("wrong.toml")):2: name: is not a text in quotation marks",
                "\(folder.file("no.toml")): there is no such file",
            ])
    }

    // MARK: What is wrong

    @Test(
        "What is wrong with a profile is said with its line",
        arguments: [
            ("profile = true", "profile = false", "1: authority-profile: is not true"),
            ("profile = true", "profile = 1", "1: authority-profile: is not true or false"),
            ("name = \"Fens\"\n", "", " name: is missing"),
            ("[\"The Fens\"]", "\"The Fens\"", "3: names: is not a list of texts"),
            ("[\"The Fens\"]", "[\"F\", \"f\"]", "3: names: names f twice"),
            ("names =", "nmaes =", "3: nmaes: is no key of an authority's profile"),
            ("[contact]", "[contacts]", "50: contacts: is no key of an authority's profile"),
            ("[portal]", "[[portal]]", " portal: is not a table"),
            ("[cut-off]", "[[cut-off]]", " cut-off: is not a table"),
            (
                "[cut-off.2026-27]", "[cut-off.2026]",
                "12: cut-off.2026: is no key of an authority's profile"
            ),
            (
                "\"28 November\"", "\"28 Nov\"",
                "6: cut-off.autumn: is not a day of the year like \"31 October\""
            ),
            (
                "\"6 March\"", "\"6 October\"",
                "7: cut-off.spring: is not a day after that of autumn"
            ),
            ("\"19 June\"", "\"6 March\"", "8: cut-off.summer: is not a day after that of spring"),
            (
                "autumn = \"28", "winter = \"28",
                "6: cut-off.winter: is no key of an authority's profile"
            ),
            ("2026-12-04", "2027-12-04", "13: cut-off.2026-27.autumn: is not a day of 2026-27"),
            ("2026-12-04", "2026-08-31", "13: cut-off.2026-27.autumn: is not a day of 2026-27"),
            (
                "2026-12-04", "\"4 December\"",
                "13: cut-off.2026-27.autumn: is not a day like 2026-11-23 without quotes"
            ),
            (
                "2027-03-12", "2026-12-04",
                "14: cut-off.2026-27.spring: is not a day after that of autumn"
            ),
            ("source = \"A list\"\n", "", "12: cut-off.2026-27.source: is missing"),
            ("check = true", "check = \"yes\"", "17: cut-off.2026-27.check: is not true or false"),
            ("days = 7", "days = \"7\"", "20: sign-off.days: is not a whole number"),
            ("days = 7", "days = 0", "20: sign-off.days: is 0, and must be from 1 to 60"),
            (
                "\"working days\"", "\"days\"",
                "21: sign-off.unit: is not one of school days, working days"
            ),
            ("unit = \"working days\"\n", "", "19: sign-off.unit: is missing"),
            ("[\"head\"]", "[\"\"]", "22: sign-off.by: is not a list of texts that say something"),
            ("\"gold\", \"red\"", "\"gold\", \"Gold\"", "27: grading.grades: names Gold twice"),
            (
                "grades = [\"gold\", \"red\"]\nareas = [\"Voice\"]\n", "",
                "26: grading: says nothing: it has no grades, no areas"
            ),
            ("\"A rubric\"", "\"\"", "29: grading.source: is not a text in quotation marks"),
            (
                "name = \"FenPEP\"", "name = true",
                "33: portal.name: is not a text in quotation marks"
            ),
            ("\"Child\", \"School\"", "\"Child\", 3", "34: portal.fields: is not a list of texts"),
            ("review = 5", "review = 61", "40: report.review: is 61, and must be from 1 to 60"),
            ("unit = \"school days\"\n", "", "38: report.unit: is missing"),
            (
                "dt_review_counts = true", "dt_review_counts = 1",
                "46: pep.dt_review_counts: is not true or false"
            ),
            (
                "dt_review_counts = true\n", "",
                "45: pep: says nothing: it has no dt_review_counts"
            ),
            ("team = \"Fens Virtual School\"\n", "", "50: contact.team: is missing"),
            ("telephone", "fax", "53: contact.fax: is no key of an authority's profile"),
        ])
    func refused(_ from: String, _ to: String, _ expected: String) {
        let text = Self.good.replacing(from, with: to)
        #expect(text != Self.good)
        let found = faults(text)
        #expect(found.contains("own.toml:\(expected)"), "\(found)")
    }

    @Test("Every part needs its day of check, and all that is wrong is said at once")
    func all() {
        let found = faults(Self.good.replacing("checked = 2026-11-29\n", with: ""))
        let wanted = [
            "cut-off", "cut-off.2026-27", "sign-off", "grading", "portal", "report", "pep",
        ]
        for key in wanted {
            #expect(found.contains { $0.hasSuffix(": \(key).checked: is missing") }, "\(key)")
        }
        #expect(found.count == wanted.count)
    }
}
