import Domain
import Support
import Testing

struct WorkedExampleTests {
    @Test(
        "A worked school gives exactly the duties it must, rule by rule in their order",
        arguments: Examples.names + Examples.whole)
    func example(_ name: String) throws {
        let sample = try Sample(name)
        let expected = Dictionary(grouping: try Examples.load(name).expected, by: \.rule)
        // The first schools state the duties of the core rules alone, as they were then.
        let found = Dictionary(
            grouping: allDuties(try sample.facts(), on: sample.today, under: County.pack)
                .filter {
                    !Self.beside.contains($0.rule)
                        && (Examples.whole.contains(name)
                            || Self.states[$0.rule] != nil && !Self.later.contains($0.rule))
                },
            by: \.rule.rawValue)
        #expect(!expected.isEmpty)
        for rule in Set(found.keys).union(expected.keys).sorted() {
            compare((found[rule] ?? []).map(line), (expected[rule] ?? []).map(line), of: rule)
        }
    }

    private func compare(_ found: [String], _ expected: [String], of rule: String) {
        for (place, pair) in zip(found, expected).enumerated() where pair.0 != pair.1 {
            Issue.record("\(rule), duty \(place) is \(pair.0), not \(pair.1)")
            return
        }
        #expect(found.count == expected.count, "\(rule)")
    }

    private func line(_ duty: Duty) -> String {
        "\(duty.subject.text) \(duty.rule.rawValue) \(duty.line)"
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
            for duty in allDuties(try sample.facts(), on: sample.today, under: County.pack) {
                seen[duty.rule, default: []].insert(duty.state)
            }
        }
        for (rule, states) in Self.states { #expect(seen[rule] == states, "\(rule)") }
    }

    /// The core rules that are newer than the first schools.
    private static let later: Set<RuleID> = [.pepVoice]

    /// Rules that the worked schools do not state, each with its own table of cases.
    private static let beside: Set<RuleID> = [.pepSent, .actionDone, .interimPEP]

    /// The states that each rule can give.
    private static let states: [RuleID: Set<DutyState>] = [
        .pepTermly: [.notApplicable, .met, .missed, .overdue, .soon, .upcoming],
        .pepThreeAYear: [.notApplicable, .met, .missed, .upcoming, .unknown],
        .calendarKnown: [.met, .unknown],
        .pepInitial: [.met, .notApplicable, .soon, .overdue],
        // Care that ended within days of a move, not-applicable, is a case of FirstPepTests.
        .pepAfterMove: [.met, .soon, .overdue],
        .pepPeople: [.met, .missed, .soon, .upcoming, .notApplicable],
        .pepTargetsSet: [.met, .soon, .overdue],
        .pepSignedOff: [.met, .soon, .overdue],
        .pepTargetsReviewed: [.met, .soon, .overdue, .notApplicable],
        .pepVoice: [.met, .soon, .overdue],
        .pepSent: [.met, .soon, .overdue],
        .actionDone: [.met, .upcoming, .soon, .overdue],
        .attendanceLevel: [.unknown, .notApplicable, .met, .overdue],
        .attendanceRecorded: [.met, .unknown, .notApplicable],
        .contactCarer: [.met, .soon, .overdue, .missed],
        .contactSocialWorker: [.met, .soon, .overdue, .missed],
        .contactVirtualSchool: [.met, .soon, .overdue, .missed],
        .attendanceStillOpen: [.overdue, .soon, .met, .upcoming],
        .attendanceFirstDay: [.met, .overdue],
        .attendanceUnexplained: [.soon, .overdue],
        .fundingOverspent: [.met, .overdue],
        .fundingEligible: [.met, .overdue],
        .fundingIdle: [.met, .missed, .soon, .upcoming],
        .fundingLinked: [.met, .soon, .overdue],
        .fundingImpact: [.met, .upcoming, .soon, .overdue],
        .keyAdult: [.met, .overdue, .soon],
        .roleDesignatedTeacher: [.met, .overdue],
        .roleDesignatedGovernor: [.met, .overdue],
        .roleDSL: [.met, .overdue],
        .roleSENCO: [.met, .overdue],
        .roleHead: [.met, .overdue],
        .roleEducationAdviser: [.met, .overdue],
    ]
}
