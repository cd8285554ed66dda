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
        let core = OtherCore()
        let worker = await withCheckedContinuation { done in
            core.begin { done.resume(returning: Self.allowed()) }
        }
        #expect(worker != nil)
        #expect(worker == Self.allowed())
    }

    @Test("is done in its order, also when nobody refers to the core any more")
    func order() async {
        let done = AsyncStream<Int> { stream in
            let core = OtherCore()
            for number in 0..<100 { core.begin { stream.yield(number) } }
            core.begin { stream.finish() }
        }
        var seen: [Int] = []
        for await number in done { seen.append(number) }
        #expect(seen == Array(0..<100))
    }
}
