import Foundation

/// The program `weasyprint` (https://weasyprint.org), which makes a PDF of a page of HTML. It is given
/// and gives its bytes through pipes, so that no report stands in a file that nobody asked for.
enum WeasyPrint {
    /// - Throws: a `Failure` of 69 where it is not installed, or ends without a PDF.
    static func pdf(of html: String) throws -> [UInt8] {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["weasyprint", "--quiet", "--encoding", "utf-8", "-", "-"]
        let (input, output, errors) = (Pipe(), Pipe(), Pipe())
        process.standardInput = input
        process.standardOutput = output
        process.standardError = errors
        do {
            try process.run()
        } catch {
            throw missing
        }
        // One that has ended early reads nothing: its status tells why.
        let former = signal(SIGPIPE, SIG_IGN)
        try? input.fileHandleForWriting.write(contentsOf: Data(html.utf8))
        try? input.fileHandleForWriting.close()
        signal(SIGPIPE, former)
        let made = (try? output.fileHandleForReading.readToEnd()) ?? nil
        let said = (try? errors.fileHandleForReading.readToEnd()) ?? nil
        process.waitUntilExit()
        // env(1) ends so where there is no such program.
        guard process.terminationStatus != 127 else { throw missing }
        guard process.terminationStatus == 0, let made, !made.isEmpty else {
            let words = String(decoding: said ?? Data(), as: UTF8.self).split(separator: "\n").last
            throw Failure(
                Failure.unavailable,
                "weasyprint has made no PDF: "
                    + (words.map(String.init) ?? "it ended with \(process.terminationStatus)"))
        }
        return [UInt8](made)
    }

    private static var missing: Failure {
        Failure(
            Failure.unavailable,
            "a PDF needs the program weasyprint, which is not installed; install it (apt-get install "
                + "weasyprint), or take --format html and print that from a browser")
    }
}
