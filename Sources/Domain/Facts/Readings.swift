import Synchronization

/// Acknowledgements by what was read, found once for all children: a school has as many profiles as
/// children, and each is asked who has read it.
final class Readings: Sendable {
    private let found = Mutex<[String: [Acknowledgement]]?>(nil)

    /// Those of one text among all of a school, in their order.
    func of(_ what: String, among all: [Acknowledgement]) -> [Acknowledgement] {
        found.withLock { found in
            if found == nil { found = Dictionary(grouping: all, by: \.what) }
            return found?[what] ?? []
        }
    }
}
