/// One suspension, lunchtime suspension or permanent exclusion of a child, on one day.
struct SuspensionCase {
    let row: Suspension
    let context: PupilContext

    /// CLA, CP or CIN on the day of the decision.
    var hasSocialWorker: Bool { context.cohort.hasSocialWorker(on: row.decidedOn) }

    /// The date of a column, where it is not after today.
    func date(_ column: String) -> Day? {
        row.record.day(column).flatMap { $0 <= context.today ? $0 : nil }
    }

    /// A number of school days after the decision.
    func days(_ key: NumberKey) -> Day {
        context.calendar.schoolDay(context.pack[key], after: row.decidedOn)
    }

    /// The school day of this number counted from the first, which is the first of them where it is
    /// one.
    func schoolDay(_ number: Int) -> Day {
        context.calendar.schoolDay(number, after: row.from - 1)
    }

    /// The last day out; half a day counts as one that the child is not there.
    var lastDay: Day { schoolDay(max(1, (row.halfDays + 1) / 2)) }

    /// Rows of the term that holds the first day, up to this one; the row alone where its first day
    /// lies in no term.
    var rowsOfTerm: [Suspension] {
        guard let term = context.calendar.term(on: row.from) else { return [row] }
        return context.facts.suspensions.filter { other in
            other.kind.isExclusion && other.decidedOn <= context.today && term.contains(other.from)
                && (other.from, other.id) <= (row.from, row.id)
        }
    }

    /// What those rows come to.
    var daysOfTerm: Figure { rowsOfTerm.map(\.daysOut).reduce(.zero, +) }

    /// The same row with columns filled.
    func act(_ words: String, _ columns: [String], _ text: String) -> LeastAct {
        LeastAct(
            .suspension, words, [.put(columns.reduce(row.record) { $0.with($1, text) })])
    }
}

extension Suspension {
    /// Days out of school; a lunchtime counts half a day.
    ///
    /// Source: DfE, Suspension and permanent exclusion guidance, in force 26 July 2026.
    public var daysOut: Figure {
        switch kind {
        case .suspension: Figure(tenThousandths: halfDays * 5_000)
        case .lunchtime: Figure(tenThousandths: halfDays * 2_500)
        case .permanent, .separation, .managedMove: .zero
        }
    }
}

extension Figure {
    /// `12.5`; a quarter of a day stands in full, `0.25`.
    public var dayWords: String {
        tenThousandths % 1_000 == 0
            ? words : "\(tenThousandths / 10_000).\(tenThousandths % 10_000 / 100)"
    }
}

extension PupilContext {
    /// The first day of the present year of suspensions.
    var suspensionYearFirst: Day { pack.suspensionYearFirst(on: today) }

    /// Suspensions of the present year of suspensions, or of the last weeks, of a child who was
    /// known when they were decided; on roll today or not.
    var suspensionCases: [SuspensionCase] {
        if facts.suspensions.isEmpty { return [] }
        let first = min(suspensionYearFirst, today - pack[.suspensionWindowDays])
        return facts.suspensions.exclusions(from: first, through: today)
            .filter { cohort.isKnown(on: $0.decidedOn) }
            .map { SuspensionCase(row: $0, context: self) }
    }
}
