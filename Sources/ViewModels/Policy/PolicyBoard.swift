import Domain
import Synchronization

/// How the clauses stand, worked out when a page first asks and kept until the facts change: it takes
/// every duty of the school, and for the months every duty of each.
final class PolicyBoard: Sendable {
    private let ledger = Mutex<PolicyLedger?>(nil)
    private let trend = Mutex<PolicyTrend?>(nil)

    func ledger(or make: () -> PolicyLedger) -> PolicyLedger { Self.kept(in: ledger, or: make) }

    func trend(or make: () -> PolicyTrend) -> PolicyTrend { Self.kept(in: trend, or: make) }

    private static func kept<Value: Sendable>(
        in place: borrowing Mutex<Value?>, or make: () -> Value
    ) -> Value {
        if let value = place.withLock({ $0 }) { return value }
        let value = make()
        place.withLock { $0 = value }
        return value
    }
}
