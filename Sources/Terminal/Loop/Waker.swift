import CSignals
import Glibc

/// Lets work beside the loop tell it that there is news; from any thread, as often as one likes.
public struct Waker: Sendable {
    let descriptor: Int32

    /// `nil` where the process has no descriptors left.
    public init?() {
        descriptor = news_open()
        if descriptor < 0 { return nil }
    }

    /// The loop hands `Event.wake` to its program soon.
    public func wake() {
        // Calls that were not heard yet are one number; only at its greatest would this fail.
        _ = withUnsafeBytes(of: UInt64(1)) { write(descriptor, $0.baseAddress, $0.count) }
    }

    /// Forgets the calls so far; true if there were any.
    func settle() -> Bool {
        var calls: UInt64 = 0
        return withUnsafeMutableBytes(of: &calls) { read(descriptor, $0.baseAddress, $0.count) } > 0
    }

    public func close() {
        _ = Glibc.close(descriptor)
    }
}
