import Foundation

/// The program `weasyprint` (https://weasyprint.org), which makes a PDF of a page of HTML. It is given
/// and gives its bytes through pipes, so that no report stands in a file that nobody asked for.
enum WeasyPrint {
    /// - Throws: a `Failure` of 69 where it is not installed, or ends without a PDF.
    static func pdf(of html: String) throws -> [UInt8] {
        guard let program else { throw missing }
        let process = Process()
        process.executableURL = URL(fileURLWithPath: program)
        process.arguments = ["--quiet", "--encoding", "utf-8", "-", "-"]
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
        guard process.terminationStatus == 0, let made, !made.isEmpty else {
            let words = String(decoding: said ?? Data(), as: UTF8.self).split(separator: "\n").last
            throw Failure(
                Failure.unavailable,
                "weasyprint has made no PDF: "
                    + (words.map(String.init) ?? "it ended with \(process.terminationStatus)"))
        }
        return [UInt8](made)
    }

    static var isInstalled: Bool { program != nil }

    /// Where it is. A person elsewhere must not say which program runs here, so a fixed session looks
    /// in the system's folders alone.
    private static var program: String? {
        let path = FixedSession.isOn ? nil : Environment["PATH"]
        return (path ?? "/usr/local/bin:/usr/bin:/bin").split(separator: ":")
            .map { "\($0)/weasyprint" }.first { access($0, X_OK) == 0 }
    }

    private static var missing: Failure {
        Failure(
            Failure.unavailable,
            "a PDF needs the program weasyprint, which is not installed; install it (apt-get install "
                + "weasyprint), or take --format html and print that from a browser")
    }
}
