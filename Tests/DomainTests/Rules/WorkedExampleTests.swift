import Domain
import Support
import Testing

struct WorkedExampleTests {
    @Test(
        "A worked school gives exactly the duties it must, in their order",
        arguments: Examples.names)
    func example(_ name: String) throws {
        let example = try Examples.load(name)
        let pack = try County.pack
        let facts = Facts(records: example.records, bankHolidays: pack.bankHolidays)
        let found = allDuties(facts, on: example.today, under: pack).map {
            "\($0.subject.text) \($0.rule.rawValue) \($0.line)"
        }
        let expected = example.expected.map(line)
        for (place, pair) in zip(found, expected).enumerated() where pair.0 != pair.1 {
            Issue.record("duty \(place) is \(pair.0), not \(pair.1)")
            return
        }
        #expect(found.count == expected.count)
        #expect(!found.isEmpty)
    }

    private func line(_ duty: Example.Expected) -> String {
        "\(duty.subject) \(duty.rule) " + (duty.reference.isEmpty ? "" : "\(duty.reference): ")
            + duty.state + (duty.due.map { " \($0)" } ?? "")
            + (duty.late > 0 ? " late \(duty.late)" : "")
    }

    @Test("Together the worked and the random schools show every rule in its states")
    func states() throws {
        var seen: [RuleID: Set<DutyState>] = [:]
        for name in Sample.names {
            let sample = try Sample(name)
            for duty in allDuties(try sample.facts(), on: sample.today, under: try County.pack) {
                seen[duty.rule, default: []].insert(duty.state)
            }
        }
        for rule in RuleID.allCases { #expect(seen[rule] == Self.states(of: rule), "\(rule)") }
    }

    /// The states that rules.md gives each rule.
    private static func states(of rule: RuleID) -> Set<DutyState> {
        switch rule {
        case .pepTermly: [.notApplicable, .met, .missed, .overdue, .soon, .upcoming]
        case .pepThreeAYear: [.notApplicable, .met, .missed, .upcoming, .unknown]
        case .calendarKnown: [.met, .unknown]
        case .pepInitial: [.met, .notApplicable, .soon, .overdue]
        // Care that ended within days of a move, not-applicable, is a case of FirstPepTests.
        case .pepAfterMove: [.met, .soon, .overdue]
        case .pepPeople: [.met, .missed, .soon, .upcoming]
        case .pepTargetsSet, .pepSignedOff: [.met, .soon, .overdue]
        case .pepTargetsReviewed: [.met, .soon, .overdue, .notApplicable]
        case .attendanceLevel: [.unknown, .notApplicable, .met, .overdue]
        case .attendanceRecorded: [.met, .unknown, .notApplicable]
        case .contactCarer, .contactSocialWorker, .contactVirtualSchool:
            [.met, .soon, .overdue, .missed]
        case .attendanceStillOpen: [.overdue, .soon, .met, .upcoming]
        case .attendanceFirstDay: [.met, .overdue]
        case .attendanceUnexplained: [.soon, .overdue]
        case .fundingOverspent, .fundingEligible: [.met, .overdue]
        case .fundingIdle: [.met, .missed, .soon, .upcoming]
        case .fundingLinked: [.met, .soon, .overdue]
        case .fundingImpact: [.met, .upcoming, .soon, .overdue]
        case .keyAdult, .roleDesignatedTeacher, .roleDesignatedGovernor, .roleDSL, .roleSENCO,
            .roleHead, .roleEducationAdviser:
            [.met, .overdue]
        }
    }
}
