/// The days that a child has been out of school by suspension, against the law's limits.
///
/// Source: DfE, Suspension and permanent exclusion guidance, in force 26 July 2026: 45 days a school
/// year; governors meet above 15 days of a term, and above 5 where parents make representations.
public struct DaysOut: Hashable, Sendable {
    /// The first day of the present year of suspensions.
    public let since: Day
    /// Days out since then; a lunchtime counts half a day.
    public let ofYear: Figure
    /// Days out in the term of today; `nil` outside a term.
    public let ofTerm: Figure?

    public init(
        _ rows: [Suspension], _ calendar: SchoolCalendar, on today: Day, under pack: PolicyPack
    ) {
        let since = pack.suspensionYearFirst(on: today)
        let decided = rows.filter { $0.decidedOn <= today }
        self.since = since
        ofYear = decided.filter { since <= $0.decidedOn }.map(\.daysOut).reduce(.zero, +)
        ofTerm = calendar.term(on: today).map { term in
            decided.filter { term.contains($0.from) }.map(\.daysOut).reduce(.zero, +)
        }
    }
}

extension PolicyPack {
    /// The first day of the year of suspensions that holds a day.
    public func suspensionYearFirst(on today: Day) -> Day {
        let day = number(.suspensionYearFirst).day(in: AcademicYear(of: today))
        return day <= today ? day : day.addingYears(-1)
    }
}
