import Foundation
import Testing

/// Another process at work on a store (`StoreProbe`).
final class Probe {
    private let process = Process()
    private let output = Pipe()
    private let input = Pipe()

    init(_ verb: String, _ path: String) throws {
        let tests = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
        process.executableURL = URL(fileURLWithPath: tests).deletingLastPathComponent()
            .appendingPathComponent("StoreProbe")
        process.arguments = [verb, path]
        process.standardOutput = output
        process.standardInput = input
        try process.run()
    }

    deinit { kill() }

    /// The next line it says; empty when it has ended.
    func line() -> String {
        var bytes: [UInt8] = []
        while let byte = try? output.fileHandleForReading.read(upToCount: 1)?.first, byte != 10 {
            bytes.append(byte)
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Lets it end by itself.
    func finish() {
        try? input.fileHandleForWriting.close()
        process.waitUntilExit()
    }

    /// Ends it as `kill -9` does.
    func kill() {
        guard process.isRunning else { return }
        Foundation.kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
    }
}

/// Runs `body` with the rights of an ordinary account, also where the tests run as root, for whom
/// no file is closed.
func asOrdinaryAccount(_ body: () throws -> Void) rethrows {
    guard geteuid() == 0 else { return try body() }
    // The file-system user is the thread's alone (setfsuid(2)), so that no other test notices.
    // Not in Swift's Glibc.
    typealias SetFileSystemUser = @convention(c) (uid_t) -> CInt
    guard let symbol = dlsym(nil, "setfsuid") else {
        Issue.record("the system has no setfsuid")
        return
    }
    let set = unsafeBitCast(symbol, to: SetFileSystemUser.self)
    _ = set(65_534)
    defer { _ = set(0) }
    try body()
}
