import Domain
import Support
import Testing

@testable import Exchange

/// Rules and clauses that a pack states, and all that can be wrong with them.
@Suite struct PackRuleTests {
    private static let good = """
        name = "School"

        [clause.OWN-1]
        section = "Own"
        kind = "computed"
        text = "We listen"

        [rule.own-listening]
        title = "Listened to"
        noun = "a talk with the child"
        clauses = ["OWN-1"]
        topic = "people"
        shape = "termly-pupil"
        evidence = ["check", "meeting other"]
        action = "meeting"
        next = "Talk with the child"
        """

    private func faults(_ text: String) -> [String] {
        PackLoader.check(
            [
                .england, .rules, .hertfordshire,
                PackLoader.File(name: "own.toml", bytes: Array(text.utf8)),
            ], named: "hertfordshire.toml"
        ).faults.map(\.words)
    }

    @Test("A clause and a rule of a school's own make a pack")
    func own() throws {
        #expect(faults(Self.good) == [])
        let folder = try TemporaryFolder()
        try folder.write("own.toml", Self.good)
        let pack = try PackLoader.load(folder.file("own.toml"))
        #expect(pack.rule("own-listening")?.clauses == ["OWN-1"])
        #expect(pack.clauses.last?.id == "OWN-1")
        #expect(PackLoader.faults(of: folder.file("own.toml")).isEmpty)
    }

    @Test("The packs that travel inside are good", arguments: PackLoader.names)
    func travelling(_ name: String) throws {
        #expect(PackLoader.faults(of: name).isEmpty)
        _ = try PackLoader.load(name)
    }

    @Test(
        "What is wrong with a rule or a clause is said with its line",
        arguments: [
            (
                "\"OWN-1\"]", "\"OWN-9\"]",
                "own.toml:11: rule.own-listening.clauses: names OWN-9, which is no clause of this policy"
            ),
            ("title = \"Listened to\"\n", "", "own.toml:8: rule.own-listening.title: is missing"),
            (
                "topic = \"people\"", "topic = \"fun\"",
                "own.toml:12: rule.own-listening.topic: is not one of pep, attendance, money, people, learning, send, care, staff, policy, school, moving, suspension, alternative-provision"
            ),
            (
                "\"termly-pupil\"", "\"termly-school\"",
                "own.toml:14: rule.own-listening.evidence: has evidence that does not fit its shape"
            ),
            (
                "\"termly-pupil\"", "\"yearly-pupil\"",
                "own.toml:8: rule.own-listening.due: is missing"
            ),
            (
                "\"termly-pupil\"", "\"yearly-pupil\"\ndue = \"spring term\"",
                "own.toml:14: rule.own-listening.due: is not the name of a number [due.NAME]"
            ),
            (
                "noun =", "nuon =",
                "own.toml:10: rule.own-listening.nuon: is no key of a policy pack"
            ),
            (
                "action = \"meeting\"", "action = 3",
                "own.toml:15: rule.own-listening.action: is not a text in quotation marks"
            ),
            (
                "[\"check\", \"meeting other\"]", "\"check\"",
                "own.toml:14: rule.own-listening.evidence: is not a list of texts"
            ),
            (
                "rule.own-listening", "rule.pep-termly",
                "own.toml:8: rule.pep-termly: is a rule that is built in; a pack changes its numbers and its law"
            ),
            (
                "kind = \"computed\"", "kind = \"wished\"",
                "own.toml:5: clause.OWN-1.kind: is not computed or attested"
            ),
            ("text = \"We listen\"\n", "", "own.toml:3: clause.OWN-1.text: is missing"),
            (
                "clauses = [\"OWN-1\"]", "clauses = [\"AIM-1\"]",
                "own.toml:3: clause.OWN-1: no rule shows OWN-1; name it in the clauses of one"
            ),
            (
                "name = \"School\"", "name = \"School\"\nwithout = [\"AIM-99\"]",
                "own.toml:2: without: names AIM-99, which is no clause of this policy"
            ),
        ])
    func refused(_ from: String, _ to: String, _ expected: String) {
        let text = Self.good.replacing(from, with: to)
        #expect(text != Self.good)
        #expect(faults(text).contains(expected), "\(faults(text))")
    }

    @Test("Evidence that is none of the vocabulary is refused with the vocabulary")
    func vocabulary() {
        let found = faults(Self.good.replacing("\"check\"", with: "\"a feeling\""))
        #expect(
            found.first?.hasPrefix(
                "own.toml:14: rule.own-listening.evidence: is not evidence in \"a feeling\": decision"
            )
                == true)
    }

    private static let words = """
        noun = "a talk with the child"
        short = "Talk with the child"
        missing = "No talk with the child"
        done = "Talk with the child held"
        lacks = "No talk with the child is recorded"
        shows = "The teacher talked with the child"
        """

    @Test("A rule says its own words, or is worded from its noun")
    func words() throws {
        let noun = "noun = \"a talk with the child\""
        let text = Self.good.replacing(noun, with: Self.words)
        #expect(faults(text) == [])
        let stated = PackLoader.check(
            [
                .england, .rules, .hertfordshire,
                PackLoader.File(name: "own.toml", bytes: Array(Self.good.utf8)),
            ], named: "hertfordshire.toml"
        ).parts.stated.first { $0.words.id == "own-listening" }
        #expect(stated?.words.wording == Wording("a talk with the child"))
        #expect(stated?.words.wording.missing == "No talk with the child")
        #expect(stated?.words.wording.short == "Talk with the child")
    }

    @Test(
        "Words that are too wide or missing are refused with their line",
        arguments: [
            (
                "done = \"Talk with the child held\"\n", "",
                "own.toml:8: rule.own-listening.done: is missing"
            ),
            (
                "missing = \"No talk with the child\"",
                "missing = \"No talk of anybody with the child yet\"",
                "own.toml:12: rule.own-listening.missing: takes 37 columns, and must fit 36"
            ),
            (
                "next = \"Talk with the child\"",
                "next = \"Talk with the child, and write it down\"",
                "own.toml:21: rule.own-listening.next: takes 38 columns, and must fit 32"
            ),
            (
                "next = \"Talk", "next = \"talk",
                "own.toml:21: rule.own-listening.next: is not a text that begins with a capital"
            ),
        ])
    func tooWide(_ from: String, _ to: String, _ expected: String) {
        let good = Self.good.replacing("noun = \"a talk with the child\"", with: Self.words)
        let text = good.replacing(from, with: to)
        #expect(text != good)
        #expect(faults(text).contains(expected), "\(faults(text))")
    }

    @Test("All faults are said at once, not only the first")
    func all() {
        let text = """
            name = 3
            [pep.warn-days]
            value = 99
            checked = "soon"
            [clause.OWN-1]
            kind = "computed"
            [rule.own]
            title = "x"
            """
        let found = faults(text)
        #expect(found.count >= 8)
        for line in [1, 2, 3, 4, 5, 7] {
            #expect(found.contains { $0.hasPrefix("own.toml:\(line): ") }, "line \(line)")
        }
    }

    @Test(
        "A day of the year is written as one",
        arguments: ["31 Octember", "31", "30 February", "10 31"])
    func daysOfTheYear(_ text: String) {
        let pack = """
            name = "x"
            [due.reading]
            value = "\(text)"
            source = "x"
            checked = 2026-10-01
            """
        #expect(
            faults(pack)
                == [
                    "own.toml:3: due.reading.value: is not a day of the year like \"31 October\""
                ])
    }
}
