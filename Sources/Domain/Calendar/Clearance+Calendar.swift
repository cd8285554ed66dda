extension Clearance {
    /// What this person may take out as a calendar, by day: what is planned in this academic year or
    /// later, what is owed by a day, terms and closures.
    ///
    /// - Parameters:
    ///   - facts: all facts; what is not for this person is taken away here.
    ///   - kinds: the kinds of event that are wanted.
    ///   - names: how people are named.
    public func calendar(
        of facts: Facts, on today: Day, under pack: PolicyPack,
        _ kinds: Set<CalendarEvent.Kind> = Set(CalendarEvent.Kind.allCases),
        names: CalendarNames = .reference
    ) -> [CalendarEvent] {
        guard !isNothing else { return [] }
        let reading = CalendarReading(facts: sight(of: facts), today: today, names: names)
        var events: [CalendarEvent] = []
        for kind in CalendarEvent.Kind.allCases where kinds.contains(kind) {
            switch kind {
            case .pep: events += reading.peps
            case .conference: events += reading.meetings
            case .review: events += reading.reviews
            case .deadline:
                events += reading.deadlines(of: allDuties(facts, on: today, under: pack))
            case .term: events += reading.terms + reading.closures
            }
        }
        return events.sorted { one, other in
            one.time.day == other.time.day
                ? one.id.utf8.lexicographicallyPrecedes(other.id.utf8)
                : one.time.day < other.time.day
        }
    }
}
