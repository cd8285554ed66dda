import Domain
import Support
import Testing

/// Taking evidence away never turns a duty `met`.
struct EvidenceTests {
    /// One record less, or a record that says less, and the rules that it must not turn green.
    struct Loss {
        let change: RecordChange
        let rules: Set<RuleID>
    }

    static let allRules = Set(Rule.builtIn.map(\.id))
    static let heldRules: Set<RuleID> = [.pepTermly, .pepThreeAYear, .pepInitial, .pepAfterMove]

    /// Every way to lose one piece of evidence.
    static func losses(_ records: [Record]) -> [Loss] {
        records.compactMap { record -> Loss? in
            switch record.kind {
            case .contacts, .adults, .roles, .pepPeople:
                return Loss(change: .remove(record.key), rules: allRules)
            case .targets where !record["reviewed_on"].isEmpty:
                return Loss(
                    change: .put(record.with("reviewed_on", "").with("outcome", "")),
                    rules: allRules)
            case .targets:
                return Loss(change: .remove(record.key), rules: [.pepTargetsSet])
            case .peps where !record["completed_on"].isEmpty:
                return Loss(change: .put(record.with("completed_on", "")), rules: allRules)
            case .peps where !record["held_on"].isEmpty:
                return Loss(change: .remove(record.key), rules: heldRules)
            case .funding where !record["impact"].isEmpty:
                return Loss(change: .put(record.with("impact", "")), rules: allRules)
            case .funding where !record["reason"].isEmpty:
                return Loss(change: .put(record.with("reason", "")), rules: allRules)
            case .funding where !record["target_id"].isEmpty:
                return Loss(change: .put(record.with("target_id", "")), rules: allRules)
            case .school, .terms, .closures, .staff, .pupils, .status, .professionals, .attendance,
                .peers, .peps, .funds, .funding, .decisions, .interventions, .progress, .checks,
                .meetings, .training, .trainingPeople, .acknowledgements, .attestations,
                .linkedPolicies, .governorsReports, .responsibilities, .profiles, .senReviews,
                .sdq, .checklists, .alternativeProvision, .suspensions, .census, .actions,
                .reportTexts:
                return nil
            }
        }
    }

    /// Every piece of each is tried alone: fewer schools than elsewhere.
    private static let few = Examples.names + (1...8).map { "seed \($0)" }

    @Test("Taking a piece of evidence away never turns a duty met", arguments: few)
    func oneLess(_ name: String) throws {
        let sample = try Sample(name)
        let (facts, pack) = (try sample.facts(), County.pack)
        let before = met(facts, sample.today, pack)
        for loss in Self.losses(sample.records) {
            let less = facts.applying([loss.change], bankHolidays: pack.bankHolidays)
            let turned = met(less, sample.today, pack).subtracting(before)
                .filter { loss.rules.contains($0.rule) }
            #expect(turned.isEmpty, "\(loss.change) turned \(turned)")
        }
    }

    @Test("Taking all evidence of a kind away never turns a duty met", arguments: Sample.names)
    func allOfAKind(_ name: String) throws {
        let sample = try Sample(name)
        let (facts, pack) = (try sample.facts(), County.pack)
        let before = met(facts, sample.today, pack)
        for kind in [RecordKind.contacts, .adults, .roles, .pepPeople] {
            let changes = sample.records.filter { $0.kind == kind }.map {
                RecordChange.remove($0.key)
            }
            let less = facts.applying(changes, bankHolidays: pack.bankHolidays)
            #expect(met(less, sample.today, pack).isSubset(of: before), "without \(kind.file)")
        }
    }

    /// Kinds of the further files that are evidence, and nothing that a rule asks about.
    private static let furtherKinds: [RecordKind] = [
        .decisions, .interventions, .checks, .meetings, .training, .trainingPeople,
        .acknowledgements, .attestations, .linkedPolicies, .governorsReports, .responsibilities,
        .profiles, .senReviews, .sdq, .checklists,
    ]

    @Test(
        "Taking further evidence away, all or the last piece, turns no duty met under the whole policy",
        arguments: Examples.whole)
    func further(_ name: String) throws {
        let sample = try Sample(name)
        let (facts, pack) = (try sample.facts(), County.pack)
        let before = met(facts, sample.today, pack)
        for kind in Self.furtherKinds {
            let pieces = sample.records.filter { $0.kind == kind }.map(\.key)
            for lost in [pieces, Array(pieces.suffix(1))] {
                let less = facts.applying(
                    lost.map { .remove($0) }, bankHolidays: pack.bankHolidays)
                let turned = met(less, sample.today, pack).subtracting(before).filter {
                    // A new version of the policy is no evidence: it asks everyone to read again.
                    !(kind == .linkedPolicies && $0.rule == "policy-read")
                }
                #expect(turned.isEmpty, "without \(lost.count) of \(kind.file): \(turned)")
            }
        }
    }

    private func met(_ facts: Facts, _ today: Day, _ pack: PolicyPack) -> Set<DutyID> {
        Set(allDuties(facts, on: today, under: pack).filter { $0.state == .met }.map(\.id))
    }
}
