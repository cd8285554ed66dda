import Foundation

/// The program `age` (https://age-encryption.org), which encrypts and decrypts backups. It is given
/// and gives its bytes through pipes: no plaintext ever stands in a file of its own.
enum Age {
    /// The first bytes of an encrypted file.
    static let head = Data("age-encryption.org/v1".utf8)

    /// Encrypts to these recipients, into a file that is open for writing.
    static func encrypt(_ plain: Data, to recipients: [String], into file: FileHandle) throws {
        let run = try Run(recipients.flatMap { ["-r", $0] }, output: file)
        run.send(plain)
        try run.end()
    }

    /// Decrypts a file with the key in another, or with none where `age` asks the terminal.
    static func decrypt(_ path: String, identity: String?) throws -> Data {
        let pipe = Pipe()
        let run = try Run(
            ["-d"] + (identity.map { ["-i", $0] } ?? []), input: path,
            output: pipe.fileHandleForWriting)
        try? pipe.fileHandleForWriting.close()
        let plain = (try? pipe.fileHandleForReading.readToEnd()) ?? nil
        try run.end()
        return plain ?? Data()
    }

    /// Makes sure that `age` can encrypt to this recipient.
    static func check(_ recipient: String) throws {
        guard let nowhere = FileHandle(forWritingAtPath: "/dev/null") else { return }
        try encrypt(Data(), to: [recipient], into: nowhere)
    }

    /// One run of the program.
    private final class Run {
        private let process = Process()
        private let input = Pipe()
        private let errors = Pipe()

        init(_ arguments: [String], input path: String? = nil, output: FileHandle) throws {
            process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
            process.arguments = ["age"] + arguments
            if let path {
                guard let file = FileHandle(forReadingAtPath: path) else {
                    throw StoreError.notFound(path: path)
                }
                process.standardInput = file
            } else {
                process.standardInput = input
            }
            process.standardOutput = output
            process.standardError = errors
            do {
                try process.run()
            } catch {
                throw StoreError.encryption(why: "age cannot be run: \(error.localizedDescription)")
            }
            try? errors.fileHandleForWriting.close()
        }

        /// Gives it all its input. Where it has ended early, its status tells why.
        func send(_ bytes: Data) {
            let former = signal(SIGPIPE, SIG_IGN)
            defer { signal(SIGPIPE, former) }
            try? input.fileHandleForWriting.write(contentsOf: bytes)
            try? input.fileHandleForWriting.close()
        }

        func end() throws {
            let words = (try? errors.fileHandleForReading.readToEnd()) ?? nil
            process.waitUntilExit()
            // env(1) ends so where there is no such program.
            guard process.terminationStatus != 127 else {
                throw StoreError.encryption(
                    why: "age is not installed; install it (apt-get install age)")
            }
            guard process.terminationStatus == 0 else {
                let said = String(decoding: words ?? Data(), as: UTF8.self)
                    .split(separator: "\n").first.map(String.init)
                throw StoreError.encryption(
                    why: said ?? "age ended with \(process.terminationStatus)")
            }
        }
    }
}
