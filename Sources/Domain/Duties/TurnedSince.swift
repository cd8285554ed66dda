/// What turned between two days: which duties are newly red, and which red ones are cleared.
///
/// Both days are judged on the facts as they stand now, so that what somebody has typed since about
/// an earlier day counts for that day already.
public struct TurnedSince: Sendable {
    /// The day that is compared with today.
    public let since: Day
    /// Red now and not then, the oldest due first.
    public let red: [Duty]
    /// Red then and not now: as it stands now, or as it stood where nothing asks for it any more.
    public let cleared: [Duty]

    public var isEmpty: Bool { red.isEmpty && cleared.isEmpty }

    /// - Parameters:
    ///   - then: duties as they were judged on `since`.
    ///   - now: duties as they are judged today.
    public init(since: Day, then: [Duty], now: [Duty]) {
        self.since = since
        let before = Dictionary(then.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        let after = Dictionary(now.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        red = now.filter { $0.state.isLate && before[$0.id]?.state.isLate != true }
            .sorted(by: Duty.inOrder)
        cleared = then.filter { $0.state.isLate && after[$0.id]?.state.isLate != true }
            .map { after[$0.id] ?? $0 }.sorted(by: Duty.inOrder)
    }
}
