import CSignals
import Glibc

/// Where events come from: the keyboard, signals, and work beside the loop.
public struct TerminalInput: Sendable {
    /// What the loop has to look at.
    struct Arrivals {
        var hasInput = false
        var signals: [Int32] = []
        var isWoken = false

        var isEmpty: Bool { !hasInput && signals.isEmpty && !isWoken }
    }

    enum Reading {
        case bytes([UInt8])
        /// Nothing more for now.
        case nothing
        case hangUp
    }

    public let waker: Waker
    private let keyboard: Int32
    private let signals: Int32

    /// Holds back the signals that the loop answers, so it must be made before the terminal is taken
    /// and beside no threads but such as an `OtherCore`. `nil` where the process has no descriptors
    /// left.
    public init?(keyboard: Int32 = STDIN_FILENO) {
        guard let waker = Waker() else { return nil }
        signals = signals_open()
        guard signals >= 0 else {
            waker.close()
            return nil
        }
        self.waker = waker
        self.keyboard = keyboard
    }

    /// Lets signals take their course again.
    public func close() {
        signals_close(signals)
        waker.close()
    }

    /// Waits until something has come, or as long as this.
    func wait(milliseconds: Int32) -> Arrivals {
        var watched = [keyboard, signals, waker.descriptor].map {
            pollfd(fd: $0, events: Int16(POLLIN), revents: 0)
        }
        var arrivals = Arrivals()
        guard poll(&watched, nfds_t(watched.count), milliseconds) > 0 else { return arrivals }
        arrivals.hasInput = watched[0].revents != 0
        if watched[1].revents != 0 {
            while case let signal = signals_next(signals), signal != 0 {
                arrivals.signals.append(signal)
            }
        }
        if watched[2].revents != 0 { arrivals.isWoken = waker.settle() }
        return arrivals
    }

    /// What has been typed; to be asked only when there is something, or it waits.
    func read() -> Reading {
        var bytes = [UInt8](repeating: 0, count: 4096)
        let count = Glibc.read(keyboard, &bytes, bytes.count)
        if count > 0 { return .bytes(Array(bytes.prefix(count))) }
        return count < 0 && (errno == EINTR || errno == EAGAIN) ? .nothing : .hangUp
    }

    /// Forgets what has been typed and not read.
    func discard() {
        while wait(for: keyboard), case .bytes = read() {}
    }

    /// Stops as Ctrl-Z does, until `fg`.
    func stop() { signals_stop() }

    private func wait(for descriptor: Int32) -> Bool {
        var watched = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        return poll(&watched, 1, 0) > 0
    }
}
