import Domain
import Support
import Testing

/// The ledger of rules: each has its id, its clause, its source.
struct RuleLedgerTests {
    @Test("Every rule id has one rule, and every rule an id and a title of its own")
    func complete() {
        #expect(Rule.all.map(\.id).sorted() == RuleID.allCases.sorted())
        #expect(Set(Rule.all.map(\.title)).count == Rule.all.count)
        for id in RuleID.allCases { #expect(Rule.of(id).id == id) }
    }

    @Test(
        "Every rule has a title and names a computed clause of the pack", arguments: RuleID.allCases
    )
    func clauses(_ id: RuleID) throws {
        let rule = Rule.of(id)
        #expect(!rule.title.isEmpty)
        #expect(!rule.clauses.isEmpty)
        #expect(Set(rule.clauses).count == rule.clauses.count)
        for clause in rule.clauses {
            let found = try #require(try County.pack.clause(clause), "\(id) names \(clause)")
            #expect(!found.text.isEmpty && !found.section.isEmpty)
        }
    }

    @Test("Law is cited for rules that there are, in words")
    func law() throws {
        for (id, text) in try County.pack.law {
            #expect(RuleID(rawValue: id) != nil, "\(id)")
            #expect(!text.isEmpty)
        }
    }

    @Test(
        "Only PEPs are owed by law to one child, those of looked-after children",
        arguments: Sample.names)
    func statutory(_ name: String) throws {
        let sample = try Sample(name)
        let duties = allDuties(try sample.facts(), on: sample.today, under: try County.pack)
        #expect(duties.contains(where: \.isStatutory) || name.hasPrefix("seed"))
        for duty in duties where duty.isStatutory {
            #expect(duty.rule.rawValue.hasPrefix("pep-"), "\(duty.rule)")
        }
    }

    @Test(
        "Every number of the pack has unit, source and day of check", arguments: NumberKey.allCases)
    func numbers(_ key: NumberKey) throws {
        let number = try County.pack.number(key)
        #expect(number.key == key)
        #expect(!number.unit.isEmpty && !number.source.isEmpty)
        #expect(number.checked <= Written.day("2026-11-24"))
    }

    @Test("Every number of the pack stands in the working of some duty")
    func numbersAreRead() throws {
        let pack = try County.pack
        var read: Set<NumberKey> = []
        for name in Sample.names {
            let sample = try Sample(name)
            let facts = try sample.facts()
            for duty in allDuties(facts, on: sample.today, under: pack) {
                let found = working(of: duty.id, in: facts, on: sample.today, under: pack)
                read.formUnion(try #require(found).working.numbers.map(\.key))
            }
        }
        #expect(Set(NumberKey.allCases).subtracting(read) == [])
    }
}
