import Domain
import Exchange
import Support
import Testing

/// Another authority's policy is another pack, with no change in Swift.
struct OtherPolicyTests {
    let pack: PolicyPack

    init() throws { pack = try PackLoader.load("northmarsh") }

    @Test("It goes without twelve clauses, adds three, and rewords one")
    func clauses() throws {
        let county = PackLoader.builtIn
        let (ours, theirs) = (Set(county.clauses.map(\.id)), Set(pack.clauses.map(\.id)))
        #expect(pack.name == "Northmarsh")
        #expect(ours.subtracting(theirs).count == 12)
        #expect(theirs.subtracting(ours) == ["NM-1", "NM-2", "NM-3"])
        #expect(pack.clause("AIM-7")?.text == "Home hears from the school every three weeks")
        #expect(pack.clause("AIM-7")?.section == county.clause("AIM-7")?.section)
    }

    @Test("Rules none of whose clauses it keeps are gone; those of some show only these")
    func rules() {
        for gone in ["trained-bias", "trained-bias-all", "trained-diversity", "responsibility"] {
            #expect(pack.rule(RuleID(gone)) == nil, "\(gone)")
        }
        #expect(pack.rule("attested")?.clauses.contains("STAFF-4") == false)
        #expect(pack.rule("attested")?.clauses.count == 7)
        let known = Set(pack.clauses.map(\.id))
        for rule in pack.rules { #expect(known.isSuperset(of: rule.clauses), "\(rule.id)") }
        let shown = Set(pack.rules.flatMap(\.clauses))
        #expect(known.subtracting(shown) == [])
    }

    @Test(
        "A rule written in code shows those of its clauses that a policy keeps",
        arguments: [
            ([], ["ATT-3", "INT-6"]), (["INT-6"], ["ATT-3"]), (["ATT-3", "INT-6"], nil),
        ] as [(Set<String>, [String]?)])
    func kept(_ left: Set<String>, _ shown: [String]?) throws {
        let county = PackLoader.builtIn
        let other = try #require(
            PolicyPack(
                name: "Other", numbers: NumberKey.allCases.map(county.number),
                clauses: county.clauses.filter { !left.contains($0.id) }, codes: county.codes,
                bankHolidays: [], law: [:]))
        #expect(other.rule(.attendanceLevel)?.clauses == shown)
    }

    @Test("What is next takes at most 32 columns", arguments: [(32, true), (33, false)])
    func next(_ columns: Int, _ fits: Bool) throws {
        let folder = try TemporaryFolder()
        try folder.write(
            "own.toml",
            """
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
            evidence = ["meeting other"]
            action = "meeting"
            next = "T\(String(repeating: "a", count: columns - 1))"
            """)
        #expect(PackLoader.faults(of: folder.file("own.toml")).isEmpty == fits)
    }

    @Test("A school runs under it: its numbers, its rules, its words")
    func school() throws {
        let school = TestSchool(TestChild().cin("2025-09-01"))
            .with(Rows.meeting("M1", "other", held: "2025-09-10", pupil: "K001"))
        let facts = try school.facts()
        func lines(_ rule: RuleID, _ day: String, _ pack: PolicyPack) -> [String] {
            allDuties(facts, on: Written.day(day), under: pack).filter { $0.rule == rule }
                .map(\.line)
        }
        let county = PackLoader.builtIn
        // Every 15 school days instead of 30.
        #expect(lines("carer-contact", "2025-09-23", county) == ["upcoming 2025-10-13"])
        #expect(lines("carer-contact", "2025-09-23", pack) == ["overdue 2025-09-22"])
        // Read by the end of September instead of October.
        #expect(lines("policy-read", "2025-10-01", pack) == ["2025-26: overdue 2025-09-30"])
        #expect(
            lines("nm-listening", "2025-10-01", pack) == ["2025-26 autumn: met 2025-12-19"])
        #expect(
            lines("nm-safeguarding", "2025-10-01", pack) == ["2025-26: upcoming 2025-10-31"])
        #expect(lines("nm-safeguarding-all", "2025-11-01", pack) == ["overdue"])
        #expect(lines("nm-spring", "2025-10-01", pack) == ["2025-26: upcoming 2026-03-27"])
        #expect(lines("nm-listening", "2025-10-01", county) == [])
        let duty = allDuties(facts, on: Written.day("2025-12-12"), under: pack).first {
            $0.rule == "nm-spring"
        }
        #expect(duty?.clauses == ["NM-3"] && duty?.next?.action == .training)
        let found = working(
            of: try #require(duty).id, in: facts, on: Written.day("2025-12-12"), under: pack)
        #expect(found?.working.leastAct?.action == .training)
    }

    @Test("A number says whose duties would turn before it is changed")
    func preview() throws {
        let facts = try TestSchool(TestChild().cin("2025-09-01")).facts()
        let day = Written.day("2025-09-23")
        let found = turned(
            before: allDuties(facts, on: day, under: PackLoader.builtIn),
            after: allDuties(facts, on: day, under: pack))
        let home = try #require(found.first { $0.id.rule == "carer-contact" })
        #expect(home.before == .upcoming && home.after == .overdue)
        #expect(home.id.subject == .pupil(PupilRef("K001")))
        // What is no longer owed, and what is newly owed, turn too.
        #expect(found.contains { $0.id.rule == "trained-bias" && $0.after == nil })
        #expect(found.contains { $0.id.rule == "nm-listening" && $0.before == nil })
        #expect(!found.contains { $0.id.rule == "classroom-check" })
    }
}
