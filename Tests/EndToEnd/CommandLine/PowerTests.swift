import Foundation
import Support
import Testing

/// What is on the disk when the power goes: the order in which the program asks for it, and what
/// stands there after a kill at each of its steps.
@Suite("Power")
struct PowerTests {
    /// The program under strace(1); `nil` where this machine lets nobody watch a process.
    private static func traced(
        _ cksw: CommandLine, _ options: [String], _ words: [String]
    ) throws -> (status: Int32, calls: [String])? {
        let log = cksw.folder.file("trace-\(UInt64.random(in: 0 ... .max))")
        let result = try Tool.run(
            "/usr/bin/env",
            ["strace", "-f", "-y", "-s", "0", "-o", log] + options
                + [BuiltProgram.cksw, "--db", cksw.store, "--today", cksw.today] + words,
            environment: ["HOME": cksw.folder.path])
        let text = (try? String(contentsOfFile: log, encoding: .utf8)) ?? ""
        guard text.contains("exited with") || text.contains("killed by") else {
            print("left out: nobody may watch a process here: \(result.text)")
            return nil
        }
        return (result.status, text.split(separator: "\n").map(String.init))
    }

    private static let syncs = [
        "-e", "trace=write,pwrite64,fsync,fdatasync,rename,renameat,renameat2,link,unlink",
    ]

    /// Whether a file was written, then made sure of, and only then the next step taken.
    private func isKept(_ name: String, before step: (String) -> Bool, _ calls: [String]) -> Bool {
        guard let next = calls.firstIndex(where: step) else { return false }
        let earlier = calls[..<next]
        guard
            let written = earlier.lastIndex(where: {
                ($0.contains("write(") || $0.contains("pwrite64(")) && $0.contains(name)
            }),
            let synced = earlier.lastIndex(where: {
                ($0.contains("fsync(") || $0.contains("fdatasync(")) && $0.contains(name)
            })
        else { return false }
        return synced > written
    }

    @Test("What is said to be on record is on the disk before it is said")
    func recorded() throws {
        let cksw = try CommandLine.school()
        guard let (status, calls) = try Self.traced(cksw, Self.syncs, CommandLine.call()) else {
            return
        }
        #expect(status == 0)
        let isSaying = { (call: String) in call.contains(" write(1<") }
        #expect(calls.contains(where: isSaying))
        #expect(isKept("store.db-wal>", before: isSaying, calls), "\(calls)")
    }

    @Test("A backup is on the disk before it has its name, and its name before it is told of")
    func backup() throws {
        let cksw = try CommandLine.school()
        let words = ["backup", cksw.folder.file("saved"), "--unencrypted"]
        guard let (status, calls) = try Self.traced(cksw, Self.syncs, words) else { return }
        #expect(status == 0)
        let isNaming = { (call: String) in call.contains("rename") && call.contains("/saved\"") }
        #expect(isKept(".new>", before: isNaming, calls), "\(calls)")
        let named = try #require(calls.firstIndex(where: isNaming))
        let told = try #require(calls.firstIndex { $0.contains(" write(1<") })
        let isSure = calls[named..<told].contains {
            $0.contains("fsync(") && $0.contains("<\(cksw.folder.path)>")
        }
        #expect(isSure, "\(calls)")
    }

    @Test("A restore that is killed at any of its steps leaves a whole store in its place")
    func restore() throws {
        let cksw = try CommandLine.school()
        let saved = cksw.folder.file("saved")
        #expect(try cksw.run("backup", saved, "--unencrypted").status == 0)
        #expect(try cksw.run(CommandLine.call()).status == 0)
        let store = try cksw.folder.bytes("store.db")
        var kills = 0
        for call in ["link", "rename", "unlink"] {
            for time in 1...40 {
                try cksw.folder.write("store.db", bytes: store)
                guard
                    let (_, calls) = try Self.traced(
                        cksw,
                        [
                            "-e", "trace=\(call)", "-e",
                            "inject=\(call):signal=KILL:when=\(time)",
                        ], ["restore", saved])
                else { return }
                guard calls.contains(where: { $0.contains("killed by SIGKILL") }) else { break }
                kills += 1
                let found = try cksw.run("verify")
                #expect(
                    found.status == 0 && found.output.hasPrefix("whole: "),
                    "\(call) \(time): \(found)")
            }
        }
        #expect(kills > 2, "\(kills)")
    }
}
