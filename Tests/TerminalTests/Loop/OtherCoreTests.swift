import Foundation
import Testing

@testable import Terminal

@Suite("Work on another core")
struct OtherCoreTests {
    /// The cores that the calling thread may run on, as the system writes them.
    private static func allowed() -> String? {
        let status = try? String(contentsOfFile: "/proc/thread-self/status", encoding: .utf8)
        return status?.split(separator: "\n").first { $0.hasPrefix("Cpus_allowed:") }
            .map(String.init)
    }

    @Test("may afterwards run wherever whoever asked for it may")
    func everywhere() async {
        let worker = await withCheckedContinuation { done in
            OtherCore.begin { done.resume(returning: Self.allowed()) }
        }
        #expect(worker != nil)
        #expect(worker == Self.allowed())
    }
}
