import Domain
import Support
import Testing

/// The least act that a working names does what it says.
struct LeastActTests {
    @Test(
        "The least act turns its duty for the better", arguments: Sample.names + Examples.whole)
    func turns(_ name: String) throws {
        let sample = try Sample(name)
        let (facts, pack) = (try sample.facts(), try County.pack)
        var table = sample.table()
        for duty in allDuties(facts, on: sample.today, under: pack) where duty.state.isOpen {
            let found = working(of: duty.id, in: facts, on: sample.today, under: pack)
            guard let act = try #require(found).working.leastAct else { continue }
            #expect(!act.text.isEmpty)
            #expect(!act.changes.isEmpty, "\(duty.rule) \(duty.line)")
            let after = facts.applying(act.changes, bankHolidays: pack.bankHolidays)
            let then = working(of: duty.id, in: after, on: sample.today, under: pack)?.duty
            #expect(
                Self.isBetter(duty, then),
                "\(duty.rule) \(duty.subject.text) \(duty.line), then \(then?.line ?? "gone")")
            let kept = table
            table.apply(act.changes)
            for case .put(let record) in act.changes {
                let faults =
                    Record.checked(record.kind, record.values).1
                    + record.faults(in: table, codes: pack.codes)
                #expect(faults.isEmpty, "\(duty.rule) \(duty.line): \(faults)")
            }
            table = kept
        }
    }

    /// Gone, in a better state, or (while a concern stays open) due later.
    private static func isBetter(_ one: Duty, _ other: Duty?) -> Bool {
        guard let other, one.state != .unknown || other.state == .unknown else { return true }
        if rank(other.state) != rank(one.state) { return rank(other.state) > rank(one.state) }
        // What asks for contact again and again: the next is due later.
        let recurs: Set<RuleID> = [
            .attendanceStillOpen, "carer-contact", "agency-contact", .coreGroup,
            .childInNeedReview, .conference, .lookedAfterReview, .planReview,
        ]
        guard recurs.contains(one.rule), let due = one.due, let then = other.due else {
            return false
        }
        return then > due
    }

    private static func rank(_ state: DutyState) -> Int {
        switch state {
        case .missed: 0
        case .overdue: 1
        case .unknown, .soon: 2
        case .upcoming: 3
        case .met, .notApplicable: 4
        }
    }

    @Test("Every rule names a least act somewhere, but those that only time or many acts can turn")
    func coverage() throws {
        var open: Set<RuleID> = []
        var withAct: Set<RuleID> = []
        let pack = try County.pack
        for name in Sample.names + Examples.whole {
            let sample = try Sample(name)
            let facts = try sample.facts()
            for duty in allDuties(facts, on: sample.today, under: pack) where duty.state.isOpen {
                open.insert(duty.rule)
                let found = working(of: duty.id, in: facts, on: sample.today, under: pack)
                if found?.working.leastAct != nil { withAct.insert(duty.rule) }
            }
        }
        // What was not done before a day is missed at once, and nothing is left to do.
        let closed: Set<RuleID> = [.planPeople, .suspensionDiscussed, .suspensionWarned]
        #expect(open == Set(try County.pack.rules.map(\.id)).subtracting(closed))
        #expect(open.subtracting(withAct) == [.attendanceLevel, .suspensionTotal])
    }
}
