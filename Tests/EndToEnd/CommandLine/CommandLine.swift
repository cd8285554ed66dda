import Foundation
import Support

/// The program as a script runs it: no terminal, a folder of its own, one store.
struct CommandLine {
    struct Result {
        let status: Int32
        let output: String
        let errors: String

        var lines: [String] { output.split(separator: "\n").map(String.init) }
    }

    let folder: TemporaryFolder
    let today: String

    init(today: String = "2026-11-24") throws {
        folder = try TemporaryFolder()
        self.today = today
    }

    var store: String { folder.file("store.db") }

    /// Runs `cksw` on the store and the day, with these words before and after the subcommand.
    @discardableResult
    func run(_ words: String...) throws -> Result { try run(words) }

    func run(_ words: [String], environment: [String: String] = [:]) throws -> Result {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: BuiltProgram.cksw)
        process.arguments = ["--db", store, "--today", today] + words
        process.environment = ["PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", "HOME": folder.path]
            .merging(environment) { $1 }
        let output = Pipe()
        let errors = Pipe()
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = output
        process.standardError = errors
        try process.run()
        // Both are read to their ends beside each other, so that neither fills up and blocks.
        let reader = Reader(errors.fileHandleForReading)
        let said = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return Result(
            status: process.terminationStatus, output: String(decoding: said, as: UTF8.self),
            errors: reader.text)
    }

    /// A worked school, so that references are known.
    static func school(today: String = "2027-04-22") throws -> CommandLine {
        let cksw = try CommandLine(today: today)
        let bundle = Fixtures.folder.appendingPathComponent("examples/01/bundle").path
        let made = try cksw.run("import", "bundle", bundle)
        guard made.status == 0 else { throw Unexpected(made.errors) }
        return cksw
    }

    /// The words that log a call to the home of one of its children.
    static func call(_ summary: String = "Spoke with home") -> [String] {
        [
            "record", "contact", "--pupil", "K004", "--at", "2027-04-22T09:22", "--with", "carer",
            "--how", "phone", "--about", "attendance", "--summary", summary,
        ]
    }

    /// A school whose every text is a word that is told apart.
    func makeSchool(_ school: CanarySchool) throws {
        let bundle = folder.file("in")
        try FileManager.default.createDirectory(
            atPath: bundle, withIntermediateDirectories: false)
        for file in school.files { try folder.write("in/\(file.name)", file.text) }
        let made = try run("import", "bundle", bundle)
        guard made.status == 0 else { throw Unexpected(made.errors) }
    }

    /// A demo school in the store, with every state at once.
    func makeDemo() throws {
        let made = try run("demo", "--story", "busy")
        guard made.status == 0 else { throw Unexpected(made.errors) }
    }

    struct Unexpected: Error, CustomStringConvertible {
        let description: String
        init(_ description: String) { self.description = description }
    }

    /// Reads a pipe on a thread of its own.
    private final class Reader: @unchecked Sendable {
        private var data = Data()
        private let done = DispatchSemaphore(value: 0)

        init(_ handle: FileHandle) {
            Thread.detachNewThread { [self] in
                data = handle.readDataToEndOfFile()
                done.signal()
            }
        }

        var text: String {
            done.wait()
            done.signal()
            return String(decoding: data, as: UTF8.self)
        }
    }
}
