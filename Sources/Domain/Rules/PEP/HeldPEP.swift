/// A PEP that was held, with the day by which something of it is due.
struct HeldPEP {
    let pep: PEP
    let on: Day
    let due: Day
    /// Where its due day comes from, in words and with what it rests on.
    let sum: String
    let numbers: [PolicyNumber]
    let context: PupilContext

    /// `nil` where neither the PEP nor the day lies in this year, or after it.
    init?(
        _ pep: PEP, _ on: Day, due: Day, sum: String, numbers: [PolicyNumber],
        _ context: PupilContext
    ) {
        guard on >= context.year.first || due >= context.year.first else { return nil }
        (self.pep, self.on, self.due, self.context) = (pep, on, due, context)
        (self.sum, self.numbers) = (sum, numbers)
    }

    /// One by which something is due so many days after the meeting.
    init?(_ pep: PEP, _ on: Day, within limit: DayLimit, _ context: PupilContext) {
        let due = limit.count.day(after: on, in: context.calendar)
        self.init(
            pep, on, due: due, sum: "\(limit.count.words) from \(on.long) → \(due.long)",
            numbers: [limit.number], context)
    }

    func ruling(
        isMet: Bool, isAsked: Bool = true, isNear: @autoclosure () -> Bool = true, late: Int = 0,
        reason: Reason,
        evidence: [RecordKey], targets: [PEPTarget] = [], act: @escaping () -> LeastAct
    ) -> Ruling {
        Ruling(
            reference: .record(pep.id), due: due,
            state: isAsked
                ? context.state(by: due, isDone: isMet, isNear: isNear()) : .notApplicable,
            late: late,
            reason: reason, isStatutory: isAsked && context.cohort.isLookedAfterByLaw(on: on),
            evidence: evidence
        ) {
            Working(
                facts: [Working.Fact(pep.words, in: .peps, pep.key)]
                    + targets.map { Working.Fact($0.words, in: .targets, $0.key) },
                sum: sum, numbers: numbers, leastAct: act())
        }
    }
}

extension PupilContext {
    /// Held PEPs of this year, and earlier ones whose due day lies in this year.
    func recentPEPs(within limit: (Day) -> DayLimit) -> [HeldPEP] {
        heldPEPs.compactMap { HeldPEP($0.pep, $0.on, within: limit($0.on), self) }
    }

    /// The same with a number of school days of the pack.
    func recentPEPs(within key: NumberKey) -> [HeldPEP] {
        recentPEPs { _ in DayLimit(key, pack) }
    }
}
