/// Why a duty of a general shape is in its state; the pack's noun (`a classroom check`) makes it a
/// sentence.
public enum ShapeReason: Hashable, Sendable {
    case fewDays(Int, of: Int, Condition)
    case onRecord(Day)
    case termOver(Day)
    case ceased(Day, Condition)
    case thisTerm(schoolDaysLeft: Int)
    case thisYear(due: Day)
    case lateThisYear(due: Day)
    case ofYear(AcademicYear, due: Day)
    case closedYear(AcademicYear, due: Day)
    case noTerm(TermName, AcademicYear)
    case recent(Day, next: Day)
    case stale(Day, due: Day)
    case never(since: Day, due: Day)
    case everyone(Int)
    case some(done: Int, of: Int, overdue: Int)
    case nobody
    case notAsked(Int, atMost: Int)

    /// The reason as one sentence, naming the thing that is asked for.
    func sentence(_ noun: String) -> String {
        switch self {
        case .fewDays(let days, let minimum, let condition):
            "\(plural(days, "school day")) \(condition.words) this term, fewer than \(minimum)."
        case .onRecord(let day): "On record: \(noun), \(day.long)."
        case .termOver(let day): "The term ended \(day.long) without \(noun)."
        case .ceased(let day, let condition):
            "Without \(noun) up to \(day.long), the last day \(condition.words)."
        case .thisTerm(let left):
            "Without \(noun) so far this term; \(plural(left, "school day")) left."
        case .thisYear(let due): "Without \(noun) so far this year; due \(due.long)."
        case .lateThisYear(let due): "Without \(noun) this year; it was due \(due.long)."
        case .ofYear(let year, let due):
            "Without \(noun) for \(year.label); it was due \(due.long)."
        case .closedYear(let year, let due):
            "\(year.label) went by without \(noun), which was due \(due.long)."
        case .noTerm(let name, let year):
            "The \(name.rawValue) term of \(year.label) is not on record; enter its dates."
        case .recent(let day, let next):
            "The last: \(noun) on \(day.long); the next is due \(next.long)."
        case .stale(let day, let due):
            "Without \(noun) since \(day.long); the next was due \(due.long)."
        case .never(let since, let due):
            "Without \(noun) since \(since.long); one is due \(due.long)."
        case .everyone(let count): "All \(count) members of staff: \(noun)."
        case .some(let done, let count, let overdue):
            "\(done) of \(count) members of staff: \(noun)"
                + (overdue == 0 ? "." : "; \(overdue) overdue.")
        case .nobody: "No current member of staff is on record."
        case .notAsked(let count, let limit):
            "\(count) of pupil premium on roll, and \(limit) or fewer need none."
        }
    }
}
