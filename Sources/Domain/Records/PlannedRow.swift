/// Something that is planned for a day and held on one: a PEP, a meeting, a review.
public protocol PlannedRow: FactRow {
    var plannedFor: Day? { get }
    var heldOn: Day? { get }
    /// The day on which it was held; none where that is after `today`.
    func held(by today: Day) -> Day?
}

extension PlannedRow {
    /// The day by which it is listed: held, else planned for.
    public var day: Day { heldOn ?? plannedFor ?? Day(rawValue: 0) }

    public func held(by today: Day) -> Day? { heldOn.upTo(today) }
}
