import CSignals
import Dispatch
import Foundation
import Synchronization

/// A second thread for work beside the main one, on another core where the machine has one.
public final class OtherCore: Sendable {
    private let queue = Queue()

    /// Starts the thread. It ends when nothing refers to this any more and its work is done.
    public init() {
        let here = core_of_thread()
        // The thread must be born without them: a signal that it took would never reach the loop.
        let signals = signals_leave()
        Thread.detachNewThread { [queue] in
            core_leave(here)
            while let work = queue.next() { work() }
        }
        signals_take(signals)
    }

    deinit { queue.add(nil) }

    /// Gives the thread something to do, after all that it was given before.
    public func begin(_ work: @escaping @Sendable () -> Void) { queue.add(work) }

    /// Work that waits; `nil` ends the thread.
    private final class Queue: Sendable {
        private let waiting = Mutex<[(@Sendable () -> Void)?]>([])
        private let count = DispatchSemaphore(value: 0)

        func add(_ work: (@Sendable () -> Void)?) {
            waiting.withLock { $0.append(work) }
            count.signal()
        }

        func next() -> (@Sendable () -> Void)? {
            count.wait()
            return waiting.withLock { $0.removeFirst() }
        }
    }
}
