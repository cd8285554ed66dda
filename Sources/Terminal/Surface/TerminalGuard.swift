import CSignals

/// The second process that puts the terminal right when this one is killed.
public enum TerminalGuard {
    /// To be called early, before anything of a child is read: it shares the memory of that moment,
    /// and a large one would take long to share. A surface that finds none starts its own.
    public static func start() { guard_start() }
}
