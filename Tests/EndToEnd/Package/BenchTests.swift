import Foundation
import Support
import Testing

@Suite("The bench")
struct BenchTests {
    private static let python = ["/usr/bin/python3", "/usr/local/bin/python3"].first {
        FileManager.default.isExecutableFile(atPath: $0)
    }

    /// Runs Python with the bench as a module.
    private func run(_ script: String, _ words: String...) throws -> Tool.Result {
        let bench = Fixtures.folder.deletingLastPathComponent().deletingLastPathComponent()
            .appendingPathComponent("Benchmarks").path
        return try Tool.run(
            try #require(Self.python), ["-B", "-c", script] + words,
            environment: ["PYTHONPATH": bench])
    }

    @Test(
        "A program that is missing ends where it was started, and the bench's folder stays",
        .enabled(if: python != nil, "needs python3, in which the bench is written"))
    func missing() throws {
        let folder = try TemporaryFolder()
        let found = try run(
            """
            import bench, os, sys, tempfile
            with tempfile.TemporaryDirectory(dir=sys.argv[1]) as folder:
                pid, terminal, _ = bench.start(["no-such-program-of-cksw"], folder)
                data, _ = bench.burst(terminal)
                _, status = os.waitpid(pid, 0)
                print("ended with", os.waitstatus_to_exitcode(status))
                print("the folder", "stands" if os.path.isdir(folder) else "is gone")
            """, folder.path)
        #expect(found.text == "ended with 127\nthe folder stands\n")
        #expect(try folder.names() == [])
    }

    @Test(
        "Of the programs to compare with, those that are missing are named in one line each",
        .enabled(if: python != nil, "needs python3, in which the bench is written"))
    func named() throws {
        let found = try run(
            """
            import bench
            print(list(bench.installed({"sh": (["sh"], "/"), "none": (["no-such-program"], "/")})))
            """)
        #expect(found.text == "none: not installed\n['sh']\n")
    }
}
