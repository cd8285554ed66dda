/// How one thing that is owed stands, with what its working needs. Rules that are no general shape
/// judge and explain with the same value, so that the two cannot differ.
struct Standing {
    var reference = ""
    let due: Day?
    let state: DutyState
    var late = 0
    let reason: Reason
    var isStatutory = false
    var evidence: [RecordKey] = []
    /// Asked only where somebody wants to see it.
    let working: () -> Working

    func duty(_ subject: Subject, _ rule: RuleID) -> Duty {
        Duty(
            subject: subject, rule: rule, reference: reference, due: due, state: state, late: late,
            reason: reason, isStatutory: isStatutory, evidence: evidence)
    }
}

extension Rule {
    /// A rule about each child that judges and explains with the same values.
    convenience init(
        _ id: RuleID, _ title: String, clauses: [String], _ shape: Shape, _ topic: RuleTopic,
        shownBy: [Evidence] = [], beforeRecords: BeforeRecords = .passed, next: NextAction,
        whenUnknown: NextAction? = nil, offRoll: Bool = false,
        ofPupil stands: @escaping @Sendable (PupilContext) -> [Standing]
    ) {
        self.init(
            id, title, clauses: clauses, shape, topic, shownBy: shownBy,
            beforeRecords: beforeRecords, next: next,
            whenUnknown: whenUnknown,
            .pupil(
                offRoll: offRoll,
                judge: { context in stands(context).map { $0.duty(context.subject, id) } },
                explain: { duty, context in
                    stands(context).first { $0.reference == duty.reference }?.working()
                        ?? Working()
                }))
    }

    /// A rule about the school that judges and explains with the same values.
    convenience init(
        _ id: RuleID, _ title: String, clauses: [String], _ shape: Shape, _ topic: RuleTopic,
        next: NextAction, whenUnknown: NextAction? = nil,
        ofSchool stands: @escaping @Sendable (SchoolContext) -> [Standing]
    ) {
        self.init(
            id, title, clauses: clauses, shape, topic, next: next, whenUnknown: whenUnknown,
            .school(
                judge: { context in stands(context).map { $0.duty(.school, id) } },
                explain: { duty, context in
                    stands(context).first { $0.reference == duty.reference }?.working()
                        ?? Working()
                }))
    }
}

/// One thing to be done by a day: the form of most duties after an event.
struct Step {
    let due: Day
    /// When it was done; never after today.
    let done: Day?
    /// Within how many school days of due it is near; `nil` where it always is.
    let warn: Int?

    /// - Parameter isLost: whether it can no longer be done once it is past due.
    func stands(
        on today: Day, _ calendar: SchoolCalendar, isLost: Bool = false
    ) -> (state: DutyState, late: Int, reason: StepReason) {
        if let done { return (.met, calendar.schoolDays(after: due, through: done), .done(done)) }
        if today > due {
            return isLost ? (.missed, 0, .lost(due: due)) : (.overdue, 0, .late(due: due))
        }
        let isNear = warn.map { calendar.schoolDays(after: today, through: due) <= $0 } ?? true
        return (isNear ? .soon : .upcoming, 0, .toDo(by: due))
    }
}

/// Why a duty to do one thing is in its state; the rule's noun (`the first core group`) makes it a
/// sentence.
public enum StepReason: Hashable, Sendable {
    case done(Day)
    case there
    case notNeeded
    case toDo(by: Day)
    case late(due: Day)
    case lost(due: Day)
    case missing
    case partly([String])
    case after(Day, notBefore: Day)
    case undated
    case begunBefore(Day)
    case begunBeforeRecords(Day)
    case noTerm(AcademicYear)
    case notOfAge

    /// The reason as one sentence, naming the thing that is asked for.
    func sentence(_ noun: String) -> String {
        switch self {
        case .done(let day): "On record: \(noun), \(day.long)."
        case .there: "On record: \(noun)."
        case .notNeeded: "Not needed, with a reason: \(noun)."
        case .toDo(let due): "Without \(noun) so far; due \(due.long)."
        case .late(let due): "Without \(noun); it was due \(due.long)."
        case .lost(let due): "\(due.long) went by without \(noun)."
        case .missing: "Without \(noun)."
        case .partly(let names): "Without \(noun): not on record \(names.joined(separator: ", "))."
        case .after(let day, let due): "\(due.long) came before \(noun) of \(day.long)."
        case .undated: "Nobody can tell when the next is due: \(noun)."
        case .begunBefore(let day):
            "Begun \(day.long), before the child came: without \(noun) on record nobody can tell "
                + "when the next is due."
        case .begunBeforeRecords(let day):
            "Begun \(day.long), before our records begin; nobody has recorded \(noun) since."
        case .noTerm(let year):
            "A term of \(year.label) is not on record, so that nobody can tell when \(noun) is due."
        case .notOfAge: "Not of compulsory school age today, so that \(noun) is not asked for."
        }
    }
}

extension FactRow {
    /// The row as a fact of a working.
    var fact: Working.Fact { Working.Fact(record.factWords, in: Self.kind, key) }
}

extension Array where Element: FactRow {
    /// The rows as facts of a working, or that there is none.
    func facts(orNone words: String) -> [Working.Fact] {
        isEmpty ? [Working.Fact(words, in: Element.kind)] : map(\.fact)
    }
}
