import Synchronization
import Terminal
import ViewModels

/// Plays a rehearsal beside the screen, one at a time, and wakes the loop when it is there.
final class RehearsalDesk: Sendable {
    private struct State {
        /// The number of the rehearsal that is wanted; those of smaller numbers end soon.
        var wanted = 0
        var isPlaying = false
        var year: RehearsedYear?
        /// `nil` once the loop is left: its place may then be somebody else's.
        var waker: Waker?
    }

    private let core: OtherCore
    private let state: Mutex<State>

    init(on core: OtherCore, waking waker: Waker) {
        self.core = core
        state = Mutex(State(waker: waker))
    }

    /// Begins one, unless one is being played.
    func begin(_ start: () -> RehearsalStart?) {
        guard !state.withLock({ $0.isPlaying }), let start = start() else { return }
        let number = state.withLock { state in
            state.wanted += 1
            state.isPlaying = true
            return state.wanted
        }
        core.begin { [self] in
            guard let year = start.played(while: { [self] in isWanted(number) }) else { return }
            state.withLock { state in
                guard state.wanted == number else { return }
                state.isPlaying = false
                state.year = year
                state.waker?.wake()
            }
        }
    }

    /// What is played, or has been, is no longer true.
    func drop() {
        state.withLock { state in
            state.wanted += 1
            state.isPlaying = false
            state.year = nil
        }
    }

    /// The rehearsal that is there, once.
    func take() -> RehearsedYear? {
        state.withLock { state in
            defer { state.year = nil }
            return state.year
        }
    }

    /// The loop has been left: nothing is played any more, and nobody woken.
    func close() {
        drop()
        state.withLock { $0.waker = nil }
    }

    private func isWanted(_ number: Int) -> Bool { state.withLock { $0.wanted == number } }
}
