/// What makes a child known to a social worker, in the order of the label.
public enum CohortLabel: String, CaseIterable, Sendable {
    case cla = "CLA"
    case cp = "CP"
    case cin = "CIN"
    case pla = "PLA"
    case everSix = "Ever-6"
}

/// The statuses of one child, read as days.
public struct Cohort: Sendable {
    private let statuses: [CareStatus]
    private let roll: Span
    private let everYears: Int
    /// The unbroken spans in which the child is known to a social worker, on roll or not, by start.
    private let knownSpans: [Span]

    /// - Parameter everYears: how many years a status of a social worker counts after its end.
    public init(statuses: [CareStatus], roll: Span, everYears: Int) {
        self.statuses = statuses
        self.roll = roll
        self.everYears = everYears
        knownSpans = Cohort.merged(
            statuses.map { status in
                guard status.kind.hasSocialWorker, let to = status.span.to else {
                    return status.span
                }
                return Span(from: status.span.from, to: to.addingYears(everYears))
            })
    }

    public func isOnRoll(_ day: Day) -> Bool { roll.contains(day) }

    public func holds(_ kind: CareKind, on day: Day) -> Bool {
        statuses.contains { $0.kind == kind && $0.span.contains(day) }
    }

    /// CLA, CP or CIN on this day.
    public func hasSocialWorker(on day: Day) -> Bool {
        statuses.contains { $0.kind.hasSocialWorker && $0.span.contains(day) }
    }

    /// A social worker in the last years, and no status today.
    public func isEverSix(on day: Day) -> Bool {
        guard !statuses.contains(where: { $0.span.contains(day) }) else { return false }
        return statuses.contains { status in
            guard status.kind.hasSocialWorker, let to = status.span.to else { return false }
            return to < day && day <= to.addingYears(everYears)
        }
    }

    /// On roll and known to a social worker now or in the last years.
    public func isKnown(on day: Day) -> Bool {
        isOnRoll(day) && knownSpans.contains { $0.contains(day) }
    }

    /// All labels that hold, the first of which is the child's.
    public func labels(on day: Day) -> [CohortLabel] {
        CohortLabel.allCases.filter { label in
            switch label {
            case .cla: holds(.cla, on: day)
            case .cp: holds(.cp, on: day)
            case .cin: holds(.cin, on: day)
            case .pla: holds(.pla, on: day)
            case .everSix: isEverSix(on: day)
            }
        }
    }

    /// The first day of the unbroken run, on roll and known, that holds this day.
    public func runStart(on day: Day) -> Day? {
        guard isOnRoll(day) else { return nil }
        return knownStart(on: day).map { max($0, roll.from) }
    }

    /// The first day of the unbroken run as known, on roll or not, that holds this day.
    func knownStart(on day: Day) -> Day? { knownSpans.first { $0.contains(day) }?.from }

    /// The first day of the unbroken run of rows of these kinds that holds this day, on roll or not;
    /// rows that overlap or touch are one run.
    public func runStart(of kinds: Set<CareKind>, on day: Day) -> Day? {
        let rows = statuses.filter { kinds.contains($0.kind) }.map(\.span)
        return Cohort.merged(rows).first { $0.contains(day) }?.from
    }

    /// The days of a sorted list on which the child is on roll and known.
    public func knownDays(_ days: ArraySlice<Day>) -> [Day] {
        guard !knownSpans.isEmpty else { return [] }
        return days.filter(isKnown(on:))
    }

    /// Times of being looked after without a break, by start. A new legal status or authority is no
    /// new start; short breaks (V3, V4) belong to none.
    public var lookedAfterSpells: [Span] {
        Cohort.merged(
            statuses.filter { $0.kind == .cla && !($0.legalStatus?.isShortBreak ?? false) }
                .map(\.span))
    }

    /// Looked after on this day, short breaks apart: the law asks for a PEP.
    public func isLookedAfterByLaw(on day: Day) -> Bool {
        lookedAfterSpells.contains { $0.contains(day) }
    }

    /// The rows that hold on this day.
    public func statuses(on day: Day) -> [CareStatus] { statuses.filter { $0.span.contains(day) } }

    /// Spans joined where they overlap or touch.
    private static func merged(_ spans: [Span]) -> [Span] {
        var result: [Span] = []
        for span in spans.sorted(by: { $0.from < $1.from }) {
            guard let last = result.last else {
                result.append(span)
                continue
            }
            guard let lastEnd = last.to else { continue }
            if span.from <= lastEnd + 1 {
                let end = span.to.map { max($0, lastEnd) }
                result[result.count - 1] = Span(from: last.from, to: end)
            } else {
                result.append(span)
            }
        }
        return result
    }
}
