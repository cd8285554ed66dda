import Domain
import Support
import Testing

/// Taking evidence away never turns a duty `met` (rules.md, States).
struct EvidenceTests {
    /// One record less, or a record that says less, and the rules that it must not turn green.
    struct Loss {
        let change: RecordChange
        /// `nil` for all of them.
        var only: Set<RuleID>?
        /// Rules for which the record is no evidence, but what asks for it.
        var except: Set<RuleID> = []

        func concerns(_ rule: RuleID) -> Bool {
            !except.contains(rule) && (only?.contains(rule) ?? true)
        }
    }

    static let heldRules: Set<RuleID> = [.pepTermly, .pepThreeAYear, .pepInitial, .pepAfterMove]

    /// The kinds whose records are evidence as they stand.
    static let evidence: [RecordKind] = [
        .contacts, .adults, .roles, .pepPeople, .decisions, .interventions, .progress, .checks,
        .meetings, .training, .trainingPeople, .acknowledgements, .attestations, .linkedPolicies,
        .governorsReports, .responsibilities, .profiles, .senReviews, .sdq, .checklists,
    ]

    /// Every way to lose one piece of evidence.
    static func losses(_ records: [Record]) -> [Loss] {
        records.compactMap(loss) + records.flatMap(blanks)
    }

    private static func loss(_ record: Record) -> Loss? {
        switch record.kind {
        case .contacts, .roles, .pepPeople, .decisions, .interventions, .checks, .meetings,
            .training, .trainingPeople, .acknowledgements, .attestations, .linkedPolicies,
            .governorsReports, .responsibilities, .senReviews, .sdq, .checklists:
            Loss(change: .remove(record.key))
        // One adult less, or the profile before, asks less of the others.
        case .adults, .profiles: Loss(change: .remove(record.key), except: [.profileRead])
        // A judgement is part of a figure, which can rise without it.
        case .progress: Loss(change: .remove(record.key), except: ["gap"])
        case .targets: Loss(change: .remove(record.key), only: [.pepTargetsSet])
        case .peps where !record["held_on"].isEmpty:
            Loss(change: .remove(record.key), only: heldRules)
        case .school, .terms, .closures, .staff, .pupils, .status, .professionals, .attendance,
            .peers, .peps, .funds, .funding, .alternativeProvision, .suspensions, .census:
            nil
        }
    }

    /// The columns that are evidence within a record, each emptied.
    private static func blanks(_ record: Record) -> [Loss] {
        let columns: [String] =
            switch record.kind {
            case .targets: ["reviewed_on", "outcome"]
            case .peps: ["completed_on"]
            case .funding: ["impact", "reason", "target_id"]
            case .decisions: ["reason"]
            case .progress: ["progress"]
            case .meetings: ["parts", "report_sent_on"]
            case .senReviews: ["targets"]
            case .professionals: ["checked_on"]
            case .linkedPolicies: ["dated", "review_by", "refers_to_cksw"]
            case .governorsReports:
                ["section_a_on", "section_b_on", "presented_on", "sent_on"]
            case .school, .terms, .closures, .staff, .roles, .pupils, .status, .adults, .pepPeople,
                .attendance, .peers, .contacts, .funds, .interventions, .checks, .training,
                .trainingPeople, .acknowledgements, .attestations, .responsibilities, .profiles,
                .sdq, .checklists, .alternativeProvision, .suspensions, .census:
                []
            }
        return columns.filter { !record[$0].isEmpty }.map {
            Loss(change: .put(record.with($0, "")))
        }
    }

    @Test(
        "Taking a piece of evidence away never turns a duty met",
        arguments: Sample.names + Examples.few)
    func oneLess(_ name: String) throws {
        let sample = try Sample(name)
        let (facts, pack) = (try sample.facts(), try County.pack)
        let before = met(facts, sample.today, pack)
        for loss in Self.losses(sample.records) {
            let less = facts.applying([loss.change], bankHolidays: pack.bankHolidays)
            let turned = met(less, sample.today, pack).subtracting(before)
                .filter { loss.concerns($0.rule) }
            #expect(turned.isEmpty, "\(loss.change) turned \(turned)")
        }
    }

    @Test(
        "Taking all evidence of a kind away never turns a duty met",
        arguments: Sample.names + Examples.few)
    func allOfAKind(_ name: String) throws {
        let sample = try Sample(name)
        let (facts, pack) = (try sample.facts(), try County.pack)
        let before = met(facts, sample.today, pack)
        for kind in Self.evidence {
            let changes = sample.records.filter { $0.kind == kind }.map {
                RecordChange.remove($0.key)
            }
            let less = facts.applying(changes, bankHolidays: pack.bankHolidays)
            #expect(met(less, sample.today, pack).isSubset(of: before), "without \(kind.file)")
        }
    }

    private func met(_ facts: Facts, _ today: Day, _ pack: PolicyPack) -> Set<DutyID> {
        Set(allDuties(facts, on: today, under: pack).filter { $0.state == .met }.map(\.id))
    }
}
