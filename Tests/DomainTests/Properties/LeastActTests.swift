import Domain
import Support
import Testing

/// The least act that a working names does what it says.
struct LeastActTests {
    @Test(
        "The least act turns its duty for the better", arguments: Sample.names + Examples.whole)
    func turns(_ name: String) throws {
        let sample = try Sample(name)
        let (facts, pack) = (try sample.facts(), County.pack)
        var table = sample.table()
        for duty in allDuties(facts, on: sample.today, under: pack) where duty.state.isOpen {
            let found = try #require(
                working(of: duty.id, in: facts, on: sample.today, under: pack))
            let act = try #require(found.working.leastAct, "\(duty.rule) \(duty.line)")
            #expect(!act.text.isEmpty)
            // Where no record of today turns it, it says so.
            if act.changes.isEmpty {
                #expect(act.text.contains("nothing is left") || act.text.contains("no single"))
                continue
            }
            let after = facts.applying(act.changes, bankHolidays: pack.bankHolidays)
            let then = working(of: duty.id, in: after, on: sample.today, under: pack)?.duty
            // What comes first, and what is decided about a year's figure, leave the state as it is.
            if act.then == nil, act.action != .noAction {
                #expect(
                    Self.isBetter(duty, then),
                    "\(duty.rule) \(duty.subject.text) \(duty.line), then \(then?.line ?? "gone")")
            }
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

    @Test(
        "What is decided about low attendance takes it off Now until a day",
        arguments: Examples.whole)
    func decided(_ name: String) throws {
        let sample = try Sample(name)
        let (facts, pack) = (try sample.facts(), County.pack)
        let low = allDuties(facts, on: sample.today, under: pack).filter {
            $0.rule == .attendanceLevel && $0.state == .overdue
        }
        for duty in low {
            let act = try #require(
                working(of: duty.id, in: facts, on: sample.today, under: pack)?.working.leastAct)
            let after = facts.applying(act.changes, bankHolidays: pack.bankHolidays)
            let child = try #require(duty.subject.pupil.flatMap { after.pupils[$0] })
            let held = child.decisions.compactMap { $0.noAction(on: sample.today, under: pack) }
            #expect(held.contains { $0.what.rule == duty.rule && $0.until > sample.today })
            #expect(held.contains { $0.what.reference == duty.reference })
        }
    }

    /// Gone, in a better state, or (while a concern stays open) due later.
    static func isBetter(_ one: Duty, _ other: Duty?) -> Bool {
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
        let pack = County.pack
        for name in Sample.names + Examples.whole {
            let sample = try Sample(name)
            let facts = try sample.facts()
            for duty in allDuties(facts, on: sample.today, under: pack) where duty.state.isOpen {
                open.insert(duty.rule)
                let found = working(of: duty.id, in: facts, on: sample.today, under: pack)
                if found?.working.leastAct?.changes.isEmpty == false { withAct.insert(duty.rule) }
            }
        }
        // What was not done before a day is missed at once, and nothing is left to do.
        let closed: Set<RuleID> = [.planPeople, .suspensionDiscussed, .suspensionWarned]
        #expect(open == Set(County.pack.rules.map(\.id)).subtracting(closed))
        #expect(open.subtracting(withAct) == [.suspensionTotal])
    }
}
