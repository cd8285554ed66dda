import Exchange
import Foundation

/// Another program of this machine, which is given its bytes through a pipe and gives its own the same
/// way: nothing stands in a file that nobody asked for.
struct PipedProgram {
    private let path: String

    /// The program of this name in the first of some folders that has it; `nil` where none has.
    init?(_ name: String, in folders: [String]) {
        let paths = folders.map { "\($0)/\(name)" }
        guard let found = paths.first(where: { access($0, X_OK) == 0 }) else { return nil }
        path = found
    }

    struct Ending {
        /// Its status where it has not ended well.
        let failure: Int32?
        let output: Data
        /// The last line that it has said of itself, in which nothing moves a terminal.
        let said: String?

        /// Why it has failed, in its own words where it has any.
        var why: String { said ?? "it ended with \(failure ?? 0)" }
    }

    /// Runs it to its end.
    ///
    /// - Throws: where it cannot be started.
    func run(_ arguments: [String], input bytes: Data) throws -> Ending {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: path)
        process.arguments = arguments
        let (input, output, errors) = (Pipe(), Pipe(), Pipe())
        process.standardInput = input
        process.standardOutput = output
        process.standardError = errors
        try process.run()
        // One that has ended early reads nothing: its status tells why.
        let former = signal(SIGPIPE, SIG_IGN)
        try? input.fileHandleForWriting.write(contentsOf: bytes)
        try? input.fileHandleForWriting.close()
        signal(SIGPIPE, former)
        let made = (try? output.fileHandleForReading.readToEnd()) ?? nil
        let said = (try? errors.fileHandleForReading.readToEnd()) ?? nil
        process.waitUntilExit()
        let last = String(decoding: said ?? Data(), as: UTF8.self).split(separator: "\n").last
        return Ending(
            failure: process.terminationStatus == 0 ? nil : process.terminationStatus,
            output: made ?? Data(), said: last.map { VisibleText.of(String($0)) })
    }
}
