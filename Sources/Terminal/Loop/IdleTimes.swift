/// What a screen does that nobody sits at, by how long no key has been pressed.
public struct IdleTimes: Hashable, Sendable {
    /// Then it hides itself. Seconds.
    public var blank: Int
    /// Then the program ends; what was typed is kept. Seconds.
    public var end: Int
    /// From then on a new size means that somebody has come to another window, who may be another
    /// person: it hides itself. Seconds.
    public var unattended: Int

    /// Five minutes, half an hour, one minute: long enough to ring somebody up, too short for a
    /// lesson.
    public init(blank: Int = 300, end: Int = 1800, unattended: Int = 60) {
        self.blank = blank
        self.end = end
        self.unattended = unattended
    }
}

/// Milliseconds of a clock that only goes on.
public struct LoopClock: Sendable {
    let now: @Sendable () -> Int

    public init(now: @escaping @Sendable () -> Int) { self.now = now }
}
