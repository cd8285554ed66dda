import Domain
import Support
import Testing

/// What holds of every school wherever its records begin.
struct BeginningPropertyTests {
    /// The duties of a sample whose records begin on a day; as it is without one.
    private static func duties(_ sample: Sample, from begin: Day?) throws -> [DutyID: Duty] {
        var facts = try sample.facts()
        if let begin {
            let row = try facts.school.school?.record ?? Rows.school("primary").record()
            facts = facts.applying(
                [.put(row.with("records_from", begin.iso))],
                bankHolidays: County.pack.bankHolidays)
        }
        let duties = allDuties(facts, on: sample.today, under: County.pack)
        return Dictionary(uniqueKeysWithValues: duties.map { ($0.id, $0) })
    }

    @Test(
        "Records that begin before everything change nothing",
        arguments: Sample.names + Examples.whole)
    func longAgo(_ name: String) throws {
        let sample = try Sample(name)
        // A school without a row of its own gets one, by which its phase is known.
        let row = try Rows.school("primary").record()
        let hasRow = sample.records.contains { $0.kind == .school }
        var facts = try sample.facts()
        if !hasRow {
            facts = facts.applying([.put(row)], bankHolidays: County.pack.bankHolidays)
        }
        let before = allDuties(facts, on: sample.today, under: County.pack)
        let after = try Self.duties(sample, from: Written.day("1990-01-01"))
        #expect(before.count == after.count)
        for duty in before {
            let other = try #require(after[duty.id])
            #expect(duty.line == other.line && duty.reason == other.reason)
        }
    }

    /// A term that is not expected any more can make the others enough; and a questionnaire is
    /// asked for anew 90 days after records begin, as after a child has come.
    private static let eased: Set<RuleID> = [.pepThreeAYear, .sdq]

    @Test(
        "Moving the day later makes nothing green, and takes no green away",
        arguments: Sample.names + Examples.whole)
    func moved(_ name: String) throws {
        let sample = try Sample(name)
        var random = SplitMix64(seed: UInt64(name.utf8.reduce(7) { $0 &* 31 &+ Int($1) } & 0xFFFF))
        let other = (0..<6).map { _ in sample.today + Int.random(in: -500...40, using: &random) }
        let days = (other + [sample.today]).sorted()
        var earlier = try Self.duties(sample, from: nil)
        var passed = 0
        for day in days {
            let later = try Self.duties(sample, from: day)
            for (id, duty) in later {
                let was = earlier[id]?.state
                if duty.state == .met, was != .met {
                    #expect(Self.eased.contains(duty.rule), "\(duty.rule) \(duty.line) from \(day)")
                }
                if was == .met { #expect(duty.state == .met, "\(duty.rule) \(duty.line)") }
            }
            passed += try Self.checkPassed(later, day)
            earlier = later
        }
        if Examples.whole.contains(name) { #expect(passed > 0) }
    }

    /// Rules that speak of today, and those that do so while they are overdue.
    private static let standing: Set<RuleID> = [
        .keyAdult, .linkedPolicy, .behaviourPolicy, .policyReview, .coreGroup, .conference,
        .childInNeedReview, .lookedAfterReview, .sdq, .planReview, .planPhase, "carer-contact",
        "agency-contact", .attendanceStillOpen, .fundingOverspent, .provisionAgreed,
        .provisionReview, .interventionOverseen, .roleDesignatedTeacher, .roleDesignatedGovernor,
        .roleDSL, .roleSENCO, .roleHead, .roleEducationAdviser,
    ]
    private static let standingWhereOverdue: Set<RuleID> = [.pepTermly, .conferenceReport]

    /// How many do not apply for that reason; an issue for each that fell due before and stands.
    private static func checkPassed(_ duties: [DutyID: Duty], _ begin: Day) throws -> Int {
        for duty in duties.values {
            guard let due = duty.due, due < begin, !standing.contains(duty.rule) else { continue }
            #expect(duty.state != .missed, "\(duty.rule) \(duty.line) from \(begin)")
            let mayBeOverdue = standingWhereOverdue.contains(duty.rule)
            #expect(duty.state != .overdue || mayBeOverdue, "\(duty.rule) \(duty.line)")
        }
        let passed = duties.values.filter {
            if case .beforeRecords = $0.reason { $0.state == .notApplicable } else { false }
        }
        #expect(passed.allSatisfy { ($0.due ?? begin) < begin && $0.late == 0 })
        return passed.count
    }

    @Test("The rules that stand are those that say so")
    func rules() throws {
        let sample = try Sample(try #require(Examples.whole.first))
        let begin = sample.today + 400
        for duty in try Self.duties(sample, from: begin).values {
            guard duty.state == .overdue || duty.state == .missed, duty.due != nil else { continue }
            #expect(
                Self.standing.contains(duty.rule) || Self.standingWhereOverdue.contains(duty.rule),
                "\(duty.rule) \(duty.line)")
        }
    }
}
