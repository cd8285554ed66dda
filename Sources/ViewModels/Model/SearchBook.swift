import Domain
import Synchronization

/// What a filter finds each child by, put together once: a child stands on many lines. No closure makes
/// it, which would carry a copy of the model.
final class SearchBook: Sendable {
    private let words = Mutex<[PupilRef: String]>([:])

    subscript(ref: PupilRef) -> String? {
        get { words.withLock { $0[ref] } }
        set { words.withLock { $0[ref] = newValue } }
    }
}
