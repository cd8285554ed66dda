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
