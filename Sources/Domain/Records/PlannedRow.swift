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

    /// The time of the day for which it is planned; `nil` where none is known.
    public var time: TimeOfDay? { record.text("time").flatMap { TimeOfDay($0) } }

    /// ` 09:15`, to stand behind that day; empty where no time is known.
    public var timeWords: String { time.map { " \($0.text)" } ?? "" }

    public func held(by today: Day) -> Day? { heldOn.upTo(today) }

    /// The day for which it is planned, as long as it has not been held.
    package func planned(on today: Day) -> Day? { held(by: today) == nil ? plannedFor : nil }
}
