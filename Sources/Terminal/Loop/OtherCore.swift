import CSignals
import Foundation

/// Work beside the main thread, on another core where the machine has one.
public enum OtherCore {
    /// Begins `work` at once and does not wait for it.
    public static func begin(_ work: @escaping @Sendable () -> Void) {
        let here = core_of_thread()
        Thread.detachNewThread {
            core_leave(here)
            work()
        }
    }
}
