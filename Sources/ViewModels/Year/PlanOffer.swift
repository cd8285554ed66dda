import Domain

/// A plan for what a duty asks, with a day that is offered for it.
public struct PlanOffer: Sendable {
    public let action: ActionID
    /// The duty as it stands, or as the rehearsal expects it.
    public let duty: Duty
    public let window: PlanWindow

    /// On the first school day of a week that counts; `nil` where nothing can be planned ahead, or no
    /// day of the week counts.
    init?(_ duty: Duty, from: Day, by: Day, inWeek monday: Day, _ model: Model) {
        let first = max(from, model.today, monday)
        let days = model.facts.school.calendar.schoolDays(
            from: first, through: min(by, monday + 6))
        guard let action = duty.planned, let day = days.first else { return nil }
        self.action = action
        self.duty = duty
        window = PlanWindow(from: from, by: by, day: day)
    }
}

extension PlanWindow {
    /// `Counts from Wed 2 Sep to Fri 18 Dec 2026.`
    var words: String { "Counts from \(from.long) to \(by.long)." }
}
