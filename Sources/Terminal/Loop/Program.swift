import ViewModels

/// What happens to a program at the terminal.
public enum Event: Hashable, Sendable {
    case key(Key)
    case resized(Size)
    /// The first frame stands on the screen; what could wait until then is done now.
    case shown
    /// About once a second.
    case tick
    /// The terminal is ours again after Ctrl-Z.
    case resumed
    /// The line is gone: save what has been typed.
    case hangUp
    /// Somebody ends the program with this signal: save what has been typed.
    case terminate(signal: Int32)
    /// Nobody has touched a key for long: save what has been typed.
    case abandoned
    /// Work that runs beside the loop has something to say (`Waker`).
    case wake
}

/// What follows from an event.
public enum Outcome: Hashable, Sendable {
    /// The screen is as it was.
    case none
    case redraw
    /// The person wants other colours.
    case recolour(ThemeChoice)
    case quit
    /// Back to the shell, until `fg`.
    case suspend
    /// Shows nothing of anybody until the screen is asked for.
    case blank
}

/// What the loop runs: pages, as the terminal sees them.
public protocol Program {
    /// Whether the screen asks a question that keys typed before it was seen must not answer.
    var isAsking: Bool { get }

    mutating func handle(_ event: Event) -> Outcome

    mutating func frame(_ size: Size) -> Frame
}

/// Why the loop has ended.
public enum Ending: Hashable, Sendable {
    case quit
    case hangUp
    case terminated(signal: Int32)
    /// Nobody has touched a key for long.
    case abandoned
}
