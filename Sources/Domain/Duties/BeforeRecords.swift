/// What becomes of the duties of a rule that fell due before the school's records begin.
public enum BeforeRecords: Sendable {
    /// Nobody could record them here: missed or overdue, they do not apply.
    case passed
    /// What was missed does not apply; what is overdue can still be put right.
    case passedWhereMissed
    /// They speak of today, or of what somebody planned here, and stand as they are.
    case stands
}

extension SchoolFacts {
    /// The day from which the school keeps these records here; `nil` where nobody has said.
    public var recordsFrom: Day? { school?.recordsFrom }

    /// `Our records begin on Mon 30 Nov 2026.`, of a year that holds the day; `nil` of any other.
    public func recordsBeginWords(in year: AcademicYear) -> String? {
        guard let day = recordsFrom, year.contains(day) else { return nil }
        return "Our records begin on \(day.long)."
    }

    /// The same school as if nobody had said where records begin.
    fileprivate var withoutBeginning: SchoolFacts {
        var copy = self
        copy.school = school.map { School($0.record.with("records_from", "")) }
        return copy
    }
}

extension Day {
    /// The later of both; this one where there is no other.
    func notBefore(_ other: Day?) -> Day { other.map { max(self, $0) } ?? self }
}

extension Rule {
    /// A duty as it stands beside the day on which the school's records begin.
    func standing(_ duty: Duty, from recordsFrom: Day) -> Duty {
        guard let due = duty.due, due < recordsFrom, passes(duty.state) else { return duty }
        return Duty(
            subject: duty.subject, rule: duty.rule, reference: duty.reference, due: due,
            state: .notApplicable, reason: .beforeRecords(due: due, begin: recordsFrom),
            isStatutory: duty.isStatutory, evidence: duty.evidence)
    }

    private func passes(_ state: DutyState) -> Bool {
        switch (beforeRecords, state) {
        case (.passed, .missed), (.passed, .overdue), (.passedWhereMissed, .missed): true
        default: false
        }
    }
}

extension Working {
    /// The same working; where the day on which records begin decided how the duty stands, it says
    /// so.
    func besideBeginning(
        _ duty: Duty, in school: SchoolFacts, without judge: (SchoolFacts) -> Duty?
    ) -> Working {
        guard let begin = school.recordsFrom, let row = school.school else { return self }
        let other = judge(school.withoutBeginning)
        guard duty.state != other?.state || duty.due != other?.due else { return self }
        var copy = self
        copy.facts.append(Fact("our records begin on \(begin.long)", in: .school, row.key))
        if case .beforeRecords(let due, _) = duty.reason {
            copy.sum += "; due \(due.long), before our records begin"
        } else {
            copy.sum += "; counted with our records from \(begin.long)"
        }
        return copy
    }
}
