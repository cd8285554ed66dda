import Foundation

/// How far the tests with random seeds go: a fixed part in `make test`, many times as far in
/// `make soak`.
public enum Soak {
    private static let factor: UInt64 =
        ProcessInfo.processInfo.environment["CKSW_SOAK"] == nil ? 1 : 40

    /// Seeds from 1 on: as many as named, or many times as many.
    public static func seeds(_ count: UInt64) -> ClosedRange<UInt64> { 1...count * factor }

    /// Seeds from 1 on: so many in `make test`, so many in `make soak`.
    public static func seeds(_ count: UInt64, soak: UInt64) -> ClosedRange<UInt64> {
        1...(factor == 1 ? count : soak)
    }
}
