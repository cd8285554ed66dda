extension RuleContext {
    /// The one ladder of all rules: how something that is due by a day stands today.
    ///
    /// - Parameters:
    ///   - isDone: whether it is there.
    ///   - isLost: whether it can no longer be done once it is past due.
    ///   - isNear: whether the day, which has not passed, is near.
    ///   - far: how it stands while the day is not near: `met` where an earlier piece still counts.
    func state(
        by due: Day, isDone: Bool = false, isLost: Bool = false,
        isNear: @autoclosure () -> Bool = true, far: DutyState = .upcoming
    ) -> DutyState {
        if isDone { return .met }
        if today > due { return isLost ? .missed : .overdue }
        return isNear() ? .soon : far
    }

    /// Whether at most so many school days are left.
    func isNear(_ due: Day, schoolDays key: NumberKey) -> Bool {
        schoolDays(to: due) <= pack[key]
    }

    /// Whether at most so many days are left.
    func isNear(_ due: Day, days key: NumberKey) -> Bool { due - today <= pack[key] }

    /// School days after due at which it was done; 0 where it is not, or was in time.
    func late(_ due: Day, _ done: Day?) -> Int {
        done.map { calendar.schoolDays(after: due, through: $0) } ?? 0
    }

    /// One thing to be done by a day: the form of most duties after an event.
    ///
    /// - Parameters:
    ///   - done: when it was done; never after today.
    ///   - isNotNeeded: whether somebody has said, with a reason, that it need not be.
    func step(
        _ wording: Wording, _ reference: Duty.Reference, due: Day, done: Day?,
        isNotNeeded: Bool = false,
        isLost: Bool = false, isNear: @autoclosure () -> Bool = true, isStatutory: Bool = false,
        evidence: [RecordKey], working: @escaping () -> Working
    ) -> Ruling {
        let state = state(
            by: due, isDone: done != nil || isNotNeeded, isLost: isLost, isNear: isNear())
        let reason: Reason =
            switch state {
            case .overdue: .late(wording, due: due)
            case .missed: .lost(wording, due: due)
            case .met, .soon, .upcoming, .unknown, .notApplicable:
                done.map { .done(wording, $0) }
                    ?? (isNotNeeded ? .notNeeded(wording) : .toDo(wording, by: due))
            }
        return Ruling(
            reference: reference, due: due, state: state, late: late(due, done),
            reason: reason, isStatutory: isStatutory, evidence: evidence,
            working: working)
    }

    /// Something that comes round again: how the next of it stands.
    ///
    /// - Parameters:
    ///   - last: the last of it; never after today.
    ///   - since: from when it is counted where there is none.
    ///   - lastCounts: whether the last meets the duty until the next is near.
    func round(
        _ wording: Wording, last: Day?, since: Day, due: Day, isNear: @autoclosure () -> Bool,
        lastCounts: Bool = false, isStatutory: Bool = false, evidence: [RecordKey],
        working: @escaping () -> Working
    ) -> Ruling {
        let state = state(
            by: due, isNear: isNear(), far: lastCounts && last != nil ? .met : .upcoming)
        let reason: Reason =
            switch (last, state) {
            case (let last?, .overdue): .stale(wording, last, due: due)
            case (let last?, .met): .recent(wording, last, next: due)
            case (let last?, _): .coming(wording, last: last, due: due)
            case (nil, .overdue): .never(wording, since: since, due: due)
            case (nil, _): .firstDue(wording, since: since, due: due)
            }
        return Ruling(
            due: due, state: state, reason: reason, isStatutory: isStatutory,
            evidence: evidence, working: working)
    }

    /// Evidence that is asked for by a day of this year.
    ///
    /// - Parameter canTell: whether the facts that would decide are on record at all.
    func yearly(
        _ wording: Wording, of subject: Subject? = nil, _ reference: Duty.Reference, due: Day,
        _ found: Found?,
        canTell: Bool = true, working: @escaping () -> Working
    ) -> Ruling {
        if let found {
            return Ruling(
                subject: subject, reference: reference, due: due, state: .met,
                late: late(due, found.on), reason: .done(wording, found.on), evidence: found.keys,
                working: working)
        }
        let isNear = isNear(due, schoolDays: .yearlyWarnDays)
        let state = canTell ? state(by: due, isNear: isNear) : .unknown
        return Ruling(
            subject: subject, reference: reference, due: due, state: state,
            reason: canTell
                ? state == .overdue
                    ? .lateThisYear(wording, due: due) : .thisYear(wording, due: due)
                : .noProfessionals,
            working: working)
    }

    /// What is owed each term, where no term of the year is on record.
    func withoutTerms(_ numbers: [PolicyNumber]) -> Ruling {
        Ruling(
            reference: .year(year), due: nil, state: .unknown,
            reason: .termsUnknown(onRecord: 0, year)
        ) {
            Working(
                facts: [Working.Fact("no term of \(year.label) on record", in: .terms)],
                sum: "without its terms nobody can tell what is owed", numbers: numbers,
                leastAct: .enterTerms(year, known: []))
        }
    }

    /// What is owed by the end of a term that is not on record.
    func withoutTerm(
        _ due: DueDay, _ reason: Reason, _ numbers: [PolicyNumber],
        _ facts: @escaping () -> [Working.Fact] = { [] }
    ) -> Ruling {
        Ruling(reference: .year(year), due: nil, state: .unknown, reason: reason) {
            Working(
                facts: facts() + [Working.Fact("\(due.words): not on record", in: .terms)],
                sum: "due \(due.words) of \(year.label)", numbers: numbers,
                leastAct: .enterTerms(year, known: calendar.terms(of: year)))
        }
    }
}
