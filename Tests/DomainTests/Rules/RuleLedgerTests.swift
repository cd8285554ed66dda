import Domain
import Support
import Testing

/// The ledger of rules: each has its id, its clause, its source.
struct RuleLedgerTests {
    @Test("Every rule has an id and a title of its own, and is found by its id")
    func complete() throws {
        let rules = County.pack.rules
        #expect(Set(rules.map(\.id)).count == rules.count)
        #expect(Set(rules.map(\.title)).count == rules.count)
        for rule in rules { #expect(County.pack.rule(rule.id) === rule) }
        #expect(County.pack.rule("no-such-rule") == nil)
    }

    @Test(
        "Every rule has a title and names a clause of the pack",
        arguments: County.pack.rules.map(\.id))
    func clauses(_ id: RuleID) throws {
        let rule = try #require(County.pack.rule(id))
        #expect(!rule.title.isEmpty)
        #expect(!rule.clauses.isEmpty)
        #expect(Set(rule.clauses).count == rule.clauses.count)
        for clause in rule.clauses {
            let found = try #require(County.pack.clause(clause), "\(id) names \(clause)")
            #expect(!found.text.isEmpty && !found.section.isEmpty)
        }
    }

    @Test("Every clause is shown by a rule, and every rule shows clauses of its kind")
    func everyClause() throws {
        let pack = County.pack
        #expect(pack.clauses.count == 92)
        let shown = Dictionary(
            grouping: pack.rules.flatMap { rule in rule.clauses.map { ($0, rule.id) } }, by: \.0)
        for clause in pack.clauses {
            let rules = (shown[clause.id] ?? []).map(\.1)
            if clause.isComputed {
                #expect(!rules.isEmpty, "\(clause.id) is shown by no rule")
                #expect(!rules.contains("attested"), "\(clause.id) is computed")
            } else {
                #expect(rules == ["attested"], "\(clause.id) is attested")
            }
        }
    }

    @Test("Law is cited for rules that there are, in words")
    func law() throws {
        for (id, text) in County.pack.law {
            #expect(County.pack.rule(RuleID(id)) != nil, "\(id)")
            #expect(!text.isEmpty)
        }
    }

    /// Rules of which a duty can be owed by law, and not by this policy alone.
    static let ofLaw: Set<RuleID> = [
        .lookedAfterReview, .sdq, .planReview, .planPhase, .suspensionTold, .suspensionProvision,
        .suspensionGovernors, .suspensionRepresentations, .suspensionTotal, .interimPEP,
    ]

    @Test(
        "Beside the PEPs of looked-after children only few rules are owed by law, each citing it",
        arguments: Sample.names + Examples.whole)
    func statutory(_ name: String) throws {
        let sample = try Sample(name)
        let pack = County.pack
        let duties = allDuties(try sample.facts(), on: sample.today, under: pack)
        #expect(duties.contains(where: \.isStatutory) || name.hasPrefix("seed"))
        for duty in duties where duty.isStatutory {
            if duty.rule.rawValue.hasPrefix("pep-") { continue }
            #expect(Self.ofLaw.contains(duty.rule), "\(duty.rule)")
            #expect(pack.law[duty.rule.rawValue] != nil, "\(duty.rule)")
        }
    }

    @Test(
        "Every number of the pack has unit, source and day of check", arguments: NumberKey.allCases)
    func numbers(_ key: NumberKey) throws {
        let number = County.pack.number(key)
        #expect(number.name == key.name)
        #expect(!number.unit.isEmpty && !number.source.isEmpty)
        #expect(number.checked <= Written.day("2026-11-30"))
    }

    @Test("Every number of the pack stands in the working of some duty")
    func numbersAreRead() throws {
        let pack = County.pack
        var read: Set<String> = []
        for name in Sample.names + Examples.whole {
            let sample = try Sample(name)
            let facts = try sample.facts()
            for duty in allDuties(facts, on: sample.today, under: pack) {
                let found = working(of: duty.id, in: facts, on: sample.today, under: pack)
                read.formUnion(try #require(found).working.numbers.map(\.name))
            }
        }
        // Two numbers are the first page's own, one the self-check's of a PEP, one that of letters,
        // five those of keeping records and one of each kind of work the rehearsal's; no rule's.
        let unread = NumberKey.allCases.map(\.name).filter { !read.contains($0) }
        let others = unread.filter { name in
            !["now.", "retention.", "workload."].contains { name.hasPrefix($0) }
        }
        #expect(others == ["pep.fresh-days", "chase.days"])
        #expect(unread.count == 9 + Rehearsal.Kind.allCases.count)
    }
}
